package org.afterword.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.afterword.language.Folding;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Turn;
import org.afterword.protection.Redacted;

/** An account as it came, as its words are compared when names are looked for, and as strangers would read it. */
final class BesidePage {
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    private final Desk desk;
    private final State state;
    private final Account account;
    private final Parts part;

    private BesidePage(Desk desk, Account account, int at) {
        this.desk = desk;
        this.state = desk.state();
        this.account = account;
        this.part = Parts.of(account, at);
    }

    /** @param at a place in its text, in UTF-16 code units: of a long account one part is shown, that which has it */
    static BesideSheet of(Desk desk, Account account, int at) {
        return new BesidePage(desk, account, at).sheet();
    }

    private BesideSheet sheet() {
        var rows = new ArrayList<BesideSheet.Row>();
        int last = -1;
        for (Turn turn : Setting.turns(account, part.span())) {
            String speaker =
                    account.speakers().size() > 1 && turn.speaker() != last ? State.speaker(account, turn) : "";
            for (Span paragraph : Setting.paragraphs(account.text(), Setting.common(turn.span(), part.span()))) {
                Redacted words = state.protection().passage(account, paragraph);
                rows.add(new BesideSheet.Row(
                        speaker,
                        turn.voice() == Turn.Voice.QUOTED,
                        came(paragraph, words),
                        Folding.fold(paragraph.of(account.text())),
                        turn.voice() == Turn.Voice.SYSTEM ? List.of() : shown(words)));
                speaker = "";
            }
            last = turn.speaker();
        }
        return new BesideSheet(
                desk.frame("Afterword: side by side", ""),
                Heads.of(account, state, "/beside"),
                rows,
                part.sheet(account, "/beside"));
    }

    private List<Sheets.Snippet> came(Span paragraph, Redacted words) {
        var pieces = new ArrayList<Sheets.Snippet>();
        divided(
                paragraph,
                words.replacements().stream().map(one -> Setting.common(one.original(), paragraph)),
                (span, marked) -> seen(span, marked, pieces));
        return pieces;
    }

    private static List<Sheets.Snippet> shown(Redacted words) {
        var pieces = new ArrayList<Sheets.Snippet>();
        divided(
                new Span(0, words.text().length()),
                words.replacements().stream().map(Redacted.Replacement::shown),
                (span, marked) -> piece(span.of(words.text()), marked, pieces));
        return pieces;
    }

    /** A run of text, and whether it is marked. */
    private interface Run {
        void of(Span span, boolean marked);
    }

    /** @param marked in order */
    private static void divided(Span whole, Stream<Span> marked, Run run) {
        int done = whole.start();
        for (Span one : (Iterable<Span>) marked::iterator) {
            if (one.start() >= done && one.length() > 0) {
                run.of(new Span(done, one.start()), false);
                run.of(one, true);
                done = one.end();
            }
        }
        run.of(new Span(done, whole.end()), false);
    }

    /** With what nobody sees written out. */
    private void seen(Span span, boolean marked, List<Sheets.Snippet> pieces) {
        String text = account.text();
        int done = span.start();
        for (int at = span.start(); at < span.end(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (unseen(text, at, point)) {
                piece(text.substring(done, at), marked, pieces);
                pieces.add(new Sheets.Snippet(String.format(Locale.ROOT, "[U+%04X]", point), true));
                done = at + Character.charCount(point);
            }
        }
        piece(text.substring(done, span.end()), marked, pieces);
    }

    /** Joiners belong to the writing of many scripts, and to pictures; between Latin letters they hide something. */
    private static boolean unseen(String text, int at, int point) {
        if (Character.getType(point) != Character.FORMAT) {
            return false;
        }
        boolean joins = point == JOINER || point == NON_JOINER;
        return !joins || (at > 0 && text.charAt(at - 1) < 0x250 && Character.isLetter(text.charAt(at - 1)));
    }

    private static void piece(String text, boolean marked, List<Sheets.Snippet> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Sheets.Snippet(text, marked));
        }
    }
}
