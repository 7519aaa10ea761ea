package org.afterword.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Account;
import org.afterword.model.Span;
import org.afterword.model.When;
import org.afterword.reading.Lines.Line;

/** A text in which speakers take turns, each begun by the speaker's label. */
final class Transcript {
    private static final Pattern LABEL = Pattern.compile("[\\u200e\\u200f]*(?:\\[(?<before>[^\\]]{3,40})\\]\\s*)?"
            + "(?<label>[\\p{L}\\p{N}@][\\p{L}\\p{M}\\p{N}_.@'’#~ -]{0,39}?)\\s?"
            + "(?:[\\[(](?<after>[^\\])]{3,40})[\\])])?\\s?:(?:\\s+|$)");
    private static final Pattern QUOTING = Pattern.compile(
            "(?:quoting|quoted from|quote from|replying to|in reply to|zitat von|citando a|citation de)\\s+"
                    + "(?<label>[^:]{1,40}):\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_LABELS = Set.of(
            "note",
            "ps",
            "p.s.",
            "edit",
            "update",
            "tl;dr",
            "tldr",
            "source",
            "warning",
            "example",
            "nb",
            "fyi",
            "title",
            "date",
            "re",
            "subject",
            "from",
            "to",
            "cc",
            "http",
            "https",
            "trigger warning",
            "content warning",
            "and",
            "but",
            "so",
            "then",
            "posted",
            "tags",
            "categories",
            "by",
            "author",
            "url",
            "link",
            "site");
    private static final int LEAST_TURNS = 4;
    private static final double LEAST_SHARE = 0.4;
    /** An interview in which answers have several paragraphs. */
    private static final int MANY_TURNS = 6;

    private static final double SMALL_SHARE = 0.15;
    private static final int LONGEST_HEADER = 6;

    /**
     * One turn as it is found.
     *
     * @param quoted whose words are repeated, if they are
     * @param above the stamp on the line above, below the one below
     */
    record Piece(
            String label,
            boolean quoted,
            Span span,
            Optional<When> within,
            Optional<When> above,
            Optional<When> below) {
        Piece to(int end) {
            return new Piece(label, quoted, new Span(span.start(), end), within, above, below);
        }

        Piece before(When stamp) {
            return new Piece(label, quoted, span, within, above, below.or(() -> Optional.of(stamp)));
        }
    }

    private final Rendered rendered;
    private final List<Line> header = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();
    private int begin = -1;

    private Transcript(Rendered rendered) {
        this.rendered = rendered;
    }

    static Optional<Transcript> of(Rendered rendered) {
        List<Line> lines = Lines.of(rendered.text());
        Set<String> labels = labels(lines);
        if (labels.size() < 2) {
            return Optional.empty();
        }
        var transcript = new Transcript(rendered);
        int others = transcript.take(lines, labels);
        int turns = transcript.pieces.size();
        long speakers = transcript.pieces.stream()
                .filter(piece -> !piece.quoted())
                .map(Piece::label)
                .distinct()
                .count();
        double share = (double) turns / (turns + others);
        boolean often = turns >= LEAST_TURNS && share >= LEAST_SHARE;
        boolean regular = turns >= MANY_TURNS && share >= SMALL_SHARE && transcript.header.size() <= LONGEST_HEADER;
        return speakers >= 2 && (often || regular) ? Optional.of(transcript) : Optional.empty();
    }

    /** Words before a colon that are used as labels: two of them at least twice, or in a text of turns only. */
    private static Set<String> labels(List<Line> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int full = 0;
        for (Line line : lines) {
            if (!line.blank() && Dates.stamp(line.text()).isEmpty()) {
                full++;
                label(line)
                        .map(found -> found.group("label").strip())
                        .ifPresent(label -> counts.merge(label, 1, Integer::sum));
            }
        }
        var labels = new TreeSet<String>();
        counts.forEach((label, count) -> {
            if (count >= 2) {
                labels.add(label);
            }
        });
        int turns = labels.stream().mapToInt(counts::get).sum();
        if (!labels.isEmpty() && turns * 2 >= full) {
            labels.addAll(counts.keySet());
        }
        return labels;
    }

    private static Optional<Matcher> label(Line line) {
        Matcher found = LABEL.matcher(line.text());
        if (!found.lookingAt()) {
            return Optional.empty();
        }
        String label = found.group("label").strip();
        boolean name = !NO_LABELS.contains(label.toLowerCase(Locale.ROOT))
                && label.split("\\s+", -1).length <= 4
                && label.chars().anyMatch(Character::isLetter)
                && !QUOTING.matcher(line.text()).lookingAt();
        return name ? Optional.of(found) : Optional.empty();
    }

    /** Collects the turns; gives the number of lines that belong to none of them and are no stamps. */
    private int take(List<Line> lines, Set<String> labels) {
        Optional<When> stamp = Optional.empty();
        int stampAt = -1;
        int continued = 0;
        for (Line line : lines) {
            if (line.blank()) {
                continue;
            }
            Optional<When> found = Dates.stamp(line.text());
            if (found.isPresent()) {
                if (!pieces.isEmpty()) {
                    pieces.set(pieces.size() - 1, pieces.getLast().before(found.get()));
                }
                stamp = found;
                stampAt = stampAt < 0 && begin < 0 ? line.start() : stampAt;
                continue;
            }
            Optional<Piece> piece = piece(line, labels, stamp);
            if (piece.isPresent()) {
                begin = begin >= 0 ? begin : stampAt >= 0 ? stampAt : line.start();
                pieces.add(piece.get());
                stamp = Optional.empty();
            } else if (pieces.isEmpty()) {
                header.add(line);
                stampAt = -1;
                stamp = Optional.empty();
            } else {
                pieces.set(pieces.size() - 1, pieces.getLast().to(line.end()));
                continued++;
            }
        }
        return continued;
    }

    private static Optional<Piece> piece(Line line, Set<String> labels, Optional<When> above) {
        Matcher quoting = QUOTING.matcher(line.text());
        if (quoting.lookingAt()) {
            return Optional.of(new Piece(
                    quoting.group("label").strip(),
                    true,
                    body(line, quoting.end()),
                    Optional.empty(),
                    above,
                    Optional.empty()));
        }
        return label(line)
                .filter(found -> labels.contains(found.group("label").strip()))
                .map(found -> new Piece(
                        found.group("label").strip(),
                        false,
                        body(line, found.end()),
                        Optional.ofNullable(found.group("before"))
                                .or(() -> Optional.ofNullable(found.group("after")))
                                .flatMap(Dates::stamp),
                        above,
                        Optional.empty()));
    }

    private static Span body(Line line, int from) {
        int end = line.end();
        int start = Math.min(line.start() + from, end);
        String text = line.text();
        while (end > start && Character.isWhitespace(text.charAt(end - line.start() - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    Account account(Draft draft) {
        int keptFrom = begin;
        Rendered kept = rendered.keeping(Lines.of(rendered.text()).stream()
                .filter(line -> line.start() >= keptFrom)
                .toList());
        var shifted = pieces.stream()
                .map(piece -> new Piece(
                        piece.label(),
                        piece.quoted(),
                        new Span(piece.span().start() - keptFrom, piece.span().end() - keptFrom),
                        piece.within(),
                        piece.above(),
                        piece.below()))
                .toList();
        for (int i = 0; i < header.size(); i++) {
            head(draft, header.get(i).trimmed(), i == header.size() - 1);
        }
        return new Conversation(draft, kept, shifted).account();
    }

    private static void head(Draft draft, String line, boolean last) {
        Optional<Repost> repost = Repost.of(line);
        Optional<Dates.Dated> date = Dates.line(line);
        Optional<Byline.Signed> signed = Byline.of(line);
        if (repost.isPresent()) {
            draft.repost(repost.get(), Optional.empty());
        } else if (date.isPresent()) {
            draft.date(date.map(Dates.Dated::when));
        } else if (signed.isPresent()) {
            draft.poster(signed.map(Byline.Signed::author));
        } else if (line.length() <= 120 && !line.equalsIgnoreCase(draft.title())) {
            if (last) {
                draft.title(line);
            } else {
                draft.channel(Optional.of(line));
            }
        }
    }
}
