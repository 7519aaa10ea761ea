package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.Turn;

/** Sets a text: its turns and paragraphs, its marked runs, and what stands beside each paragraph. */
final class Setting {
    private static final Pattern BLANK = Pattern.compile("\\n[^\\S\\n]*\\n\\s*");
    private static final Pattern LINE = Pattern.compile("\\n\\s*");
    /** A stretch of text without blank lines that is longer is divided at its line ends. */
    private static final int LONG = 1200;
    /** So many paragraphs share one margin at most; the stylesheet counts on it. */
    private static final int SHARED = 40;

    private Setting() {}

    /**
     * A name in a text.
     *
     * @param mark the class of its underline
     */
    record Mark(Span span, String mark, String href, String hint) {}

    /**
     * A passage with a note.
     *
     * @param number the note's
     */
    record Told(Span span, int number) {}

    /** What stands in the margin, and where in the text it begins. */
    record Beside<N>(int at, N note) {}

    /** The turns to be set that reach into that stretch: those within another are part of it. */
    static List<Turn> turns(Account account, Span within) {
        return account.turns().stream()
                .filter(turn -> turn.span().overlaps(within) || turn.span().length() == 0)
                .filter(turn -> account.turns().stream()
                        .noneMatch(other -> other.index() != turn.index()
                                && other.span().contains(turn.span())
                                && !other.span().equals(turn.span())))
                .toList();
    }

    /** What two have in common, which overlap. */
    static Span common(Span one, Span other) {
        int start = Math.clamp(other.start(), one.start(), one.end());
        return new Span(start, Math.max(start, Math.min(one.end(), other.end())));
    }

    /** Non-blank paragraphs of that stretch of the text. */
    static List<Span> paragraphs(String text, Span within) {
        var paragraphs = new ArrayList<Span>();
        for (Span part : divided(text, within, BLANK)) {
            if (part.length() > LONG) {
                paragraphs.addAll(divided(text, part, LINE));
            } else {
                paragraphs.add(part);
            }
        }
        return paragraphs;
    }

    /** Non-blank lines of that stretch. */
    static List<Span> lines(String text, Span within) {
        return divided(text, within, LINE);
    }

    private static List<Span> divided(String text, Span within, Pattern at) {
        var parts = new ArrayList<Span>();
        var breaks = at.matcher(text).region(within.start(), within.end());
        int from = within.start();
        while (from < within.end()) {
            boolean more = breaks.find();
            int to = more ? breaks.start() : within.end();
            if (!text.substring(from, to).isBlank()) {
                parts.add(new Span(from, to));
            }
            from = more ? breaks.end() : within.end();
        }
        return parts;
    }

    /**
     * Each stretch begins with a paragraph that has something beside it.
     *
     * @param at a place in the text that was asked for; below 0 for none
     */
    static <N> List<Sheets.Stretch<N>> stretches(
            String text, List<Span> paragraphs, List<Mark> marks, List<Told> told, List<Beside<N>> beside, int at) {
        var stretches = new ArrayList<Sheets.Stretch<N>>();
        var held = new ArrayList<Sheets.Paragraph>();
        List<N> notes = List.of();
        for (int i = 0; i < paragraphs.size(); i++) {
            Span paragraph = paragraphs.get(i);
            int next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1).start() : Integer.MAX_VALUE;
            boolean first = i == 0;
            List<N> own = beside.stream()
                    .filter(one -> (first || one.at() >= paragraph.start()) && one.at() < next)
                    .map(Beside::note)
                    .toList();
            if (!held.isEmpty() && (!own.isEmpty() || held.size() == SHARED)) {
                stretches.add(new Sheets.Stretch<>(List.copyOf(held), notes));
                held.clear();
                notes = List.of();
            }
            if (!own.isEmpty()) {
                notes = own;
            }
            boolean here = paragraph.start() <= at
                    && at < next
                    && at < paragraphs.getLast().end();
            held.add(new Sheets.Paragraph(here, paragraph.start(), pieces(text, paragraph, marks, told)));
        }
        if (!held.isEmpty()) {
            stretches.add(new Sheets.Stretch<>(List.copyOf(held), notes));
        }
        return stretches;
    }

    private static List<Sheets.Piece> pieces(String text, Span paragraph, List<Mark> marks, List<Told> told) {
        List<Mark> named = marks.stream()
                .filter(mark -> mark.span().overlaps(paragraph))
                .sorted(Comparator.comparing(Mark::span))
                .toList();
        List<Told> passages =
                told.stream().filter(one -> one.span().overlaps(paragraph)).toList();
        var cuts = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
        named.forEach(mark -> cut(cuts, mark.span(), paragraph));
        passages.forEach(one -> cut(cuts, one.span(), paragraph));
        var pieces = new ArrayList<Sheets.Piece>();
        int from = cuts.getFirst();
        for (int to : cuts.tailSet(from, false)) {
            pieces.add(piece(text, new Span(from, to), paragraph, named, passages));
            from = to;
        }
        return pieces;
    }

    private static void cut(Set<Integer> cuts, Span span, Span paragraph) {
        cuts.add(Math.max(span.start(), paragraph.start()));
        cuts.add(Math.min(span.end(), paragraph.end()));
    }

    private static Sheets.Piece piece(String text, Span span, Span paragraph, List<Mark> named, List<Told> passages) {
        // of names within names the longest is the one that is shown
        Optional<Mark> mark = named.stream()
                .filter(one -> one.span().contains(span))
                .max(Comparator.comparingInt(one -> one.span().length()));
        var numbers = new ArrayList<String>();
        var ends = new ArrayList<Integer>();
        for (Told one : passages) {
            if (one.span().contains(span)) {
                numbers.add(Integer.toString(one.number()));
                boolean last = one.span().end() == span.end()
                        || (span.end() == paragraph.end()
                                && text.substring(span.end(), one.span().end()).isBlank());
                if (last) {
                    ends.add(one.number());
                }
            }
        }
        return new Sheets.Piece(
                span.of(text),
                mark.map(Mark::mark).orElse(""),
                mark.map(Mark::href).orElse(""),
                mark.map(Mark::hint).orElse(""),
                String.join(" ", numbers),
                ends);
    }
}
