package org.afterword.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.afterword.Approval;
import org.afterword.coding.Coded;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.Span;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.protection.Quotability;
import org.afterword.protection.Redacted;

/** An account exactly as a stranger will see it, each remaining risk in its place. */
final class BeforePage {
    private final Desk desk;
    private final State state;
    private final Account account;
    private final List<Mention> mentions;

    private final Parts part;

    private BeforePage(Desk desk, Account account, int at) {
        this.desk = desk;
        this.state = desk.state();
        this.account = account;
        this.part = Parts.of(account, at);
        this.mentions = state.contents().mentions(account.id()).stream()
                .filter(mention -> mention.span().overlaps(part.span()))
                .toList();
    }

    /** @param at a place in its text, in UTF-16 code units: of a long account one part is shown, that which has it */
    static Sheets.BeforeSheet of(Desk desk, Account account, int at) {
        return new BeforePage(desk, account, at).sheet();
    }

    private Sheets.BeforeSheet sheet() {
        Quotability may = state.names().shown(account).may();
        boolean shown = state.shows(account.id(), may);
        Approval now = Approval.of(account, state.contents(), state.protection());
        return new Sheets.BeforeSheet(
                desk.frame("Afterword: before you publish", ""),
                Heads.of(account, state, "/before"),
                Phrases.shows(may),
                may.quotable(),
                shown && now.possible(),
                approval(),
                now.seen().hex(),
                now.open().stream()
                        .map(one -> new Sheets.Way(
                                "/people/" + one.cluster().id(), one.cluster().name()))
                        .toList(),
                shown && !now.read(),
                shown,
                state.protection().title(account).text(),
                turns(),
                rewordings(may),
                part.sheet(account, "/before"));
    }

    private String approval() {
        Optional<Decision> approval =
                state.contents().decision(account.id(), new Verdict.Approve(Optional.empty()).aspect());
        if (approval.isEmpty()) {
            return "";
        }
        return state.names().shown(account).approved()
                ? "Approved by " + approval.get().by() + ", exactly as it stands here."
                : "It was approved by " + approval.get().by()
                        + ", and what a stranger would see has changed since. Read it again.";
    }

    private List<Sheets.TurnPart<Sheets.Replaced>> turns() {
        var parts = new ArrayList<Sheets.TurnPart<Sheets.Replaced>>();
        int last = -1;
        for (Turn turn : Setting.turns(account, part.span())) {
            if (turn.voice() == Turn.Voice.SYSTEM) {
                continue;
            }
            Span here = Setting.common(turn.span(), part.span());
            Redacted words = state.protection().passage(account, here);
            var marks = new ArrayList<Setting.Mark>();
            var beside = new ArrayList<Setting.Beside<Sheets.Replaced>>();
            var said = new HashSet<String>();
            for (Redacted.Replacement replacement : words.replacements()) {
                String original = replacement.original().of(account.text());
                String shown = replacement.shown().of(words.text());
                Optional<Cluster> cluster = at(replacement.original());
                boolean open = cluster.isPresent() && undecided(cluster.get());
                String href = cluster.map(c -> "/people/" + c.id()).orElse("");
                marks.add(new Setting.Mark(
                        replacement.shown(), open ? "warned" : "decided", href, "instead of “" + original + "”"));
                if (said.add(shown + '\n' + original)) {
                    beside.add(new Setting.Beside<>(
                            replacement.shown().start(), new Sheets.Replaced(shown, original, href, open)));
                }
            }
            kept(words, here, marks);
            boolean other = account.speakers().size() > 1 && turn.speaker() != last;
            parts.add(new Sheets.TurnPart<>(
                    other
                            ? state.protection()
                                    .line(account.speakerOf(turn).name())
                                    .text()
                            : "",
                    "",
                    turn.voice() == Turn.Voice.QUOTED,
                    Setting.stretches(
                            words.text(),
                            Setting.paragraphs(
                                    words.text(), new Span(0, words.text().length())),
                            marks,
                            List.of(),
                            beside,
                            -1)));
            last = turn.speaker();
        }
        return parts;
    }

    /** Names that a stranger reads as they are. Between replacements the text is the account's own. */
    private void kept(Redacted words, Span turn, List<Setting.Mark> marks) {
        int original = turn.start();
        int shown = 0;
        for (Redacted.Replacement replacement : words.replacements()) {
            kept(
                    new Span(original, Math.max(original, replacement.original().start())),
                    shown - original,
                    words,
                    marks);
            original = replacement.original().end();
            shown = replacement.shown().end();
        }
        kept(new Span(original, Math.max(original, turn.end())), shown - original, words, marks);
    }

    private void kept(Span plain, int shift, Redacted words, List<Setting.Mark> marks) {
        for (Mention mention : mentions) {
            Span span = mention.span();
            if (span.length() > 0
                    && plain.contains(span)
                    && span.end() + shift <= words.text().length()) {
                Span there = new Span(span.start() + shift, span.end() + shift);
                state.cluster(mention.identity())
                        .filter(cluster -> there.of(words.text()).equals(span.of(account.text())))
                        .filter(cluster ->
                                cluster.decision().map(Decision::verdict).orElse(new Verdict.Read())
                                        instanceof Verdict.Keep)
                        .ifPresent(cluster -> marks.add(
                                new Setting.Mark(there, "decided", "/people/" + cluster.id(), "stays readable")));
            }
        }
    }

    private Optional<Cluster> at(Span original) {
        return mentions.stream()
                .filter(mention -> mention.span().overlaps(original))
                .findFirst()
                .flatMap(mention -> state.cluster(mention.identity()))
                .or(() -> named(original.of(account.text())));
    }

    private Optional<Cluster> named(String form) {
        return state.protection().clusters().stream()
                .filter(cluster -> cluster.forms().stream().anyMatch(form::equalsIgnoreCase))
                .findFirst();
    }

    private boolean undecided(Cluster cluster) {
        return state.isOpen(cluster);
    }

    private List<Sheets.Reworded> rewordings(Quotability may) {
        if (!may.rewordable()) {
            return List.of();
        }
        var all = new ArrayList<Sheets.Reworded>();
        for (Coded coded : state.codings(account.id())) {
            if (state.reworded(coded)) {
                wording(coded.suggestion())
                        .ifPresent(wording -> all.add(new Sheets.Reworded(
                                state.protection().line(wording).text(),
                                coded.passage().quote(),
                                State.code(coded.coding().code()),
                                Parts.address(coded))));
            }
        }
        return all;
    }

    private Optional<String> wording(Id suggestion) {
        return state.contents()
                .decision(suggestion, new Verdict.Reword("").aspect())
                .flatMap(decision -> decision.verdict() instanceof Verdict.Reword(String words)
                        ? Optional.of(words)
                        : Optional.empty());
    }
}
