package org.afterword.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;

/** Comparisons in words. */
public final class Wording {
    private static final String NOT_RECKONED = " (does not reckon with who chose to write)";

    private Wording() {}

    /** "those who left". */
    public static String people(Vantage from) {
        return switch (from) {
            case LEAVER -> "those who left";
            case STAYER -> "those who stay";
            case OFFICER -> "those with an office";
            case MEMBER -> "members";
            case CONTACT -> "those who met it and never joined";
            case OUTSIDER -> "outsiders";
        };
    }

    /** A row's lines, without the practice's own. */
    public static List<String> lines(Comparison.Row row) {
        var lines = new ArrayList<String>();
        lines.add("Of all whose accounts were read:");
        lines.addAll(beside(
                row.ofRead(),
                row.group(),
                row.ordinary(),
                row.group().all(),
                row.ordinary().all()));
        row.ofSpeaking()
                .ifPresentOrElse(
                        beside -> {
                            lines.add("Of those who speak of it first-hand:");
                            lines.addAll(beside(
                                    beside,
                                    row.group(),
                                    row.ordinary(),
                                    row.group().speak(),
                                    row.ordinary().speak()));
                        },
                        () -> lines.add("Fewer than five people speak of it first-hand on a side: not compared."));
        denials(row.group()).ifPresent(lines::add);
        denials(row.ordinary()).ifPresent(lines::add);
        return lines;
    }

    /** The lines under a code's sentence. */
    public static List<String> lines(Discrimination.Counted counted) {
        var lines = new ArrayList<String>();
        Side others = counted.others();
        Side ordinary = counted.ordinary();
        lines.add("of the others: "
                + share(others.say(), others.all(), counted.beside().group()));
        lines.add("of ordinary groups: "
                + share(ordinary.say(), ordinary.all(), counted.beside().ordinary())
                + (counted.groups() > 0
                        ? "; in " + counted.reportedIn() + " of " + counted.groups()
                                + " such groups with five people or more"
                        : ""));
        counted.beside().difference().ifPresent(difference -> lines.add(difference(difference) + NOT_RECKONED));
        return lines;
    }

    private static List<String> beside(Shares beside, Side group, Side ordinary, Range of, Range ordinaryOf) {
        var lines = new ArrayList<String>();
        lines.add("  " + group.group() + ": " + share(group.say(), of, beside.group()));
        lines.add("  " + ordinary.group() + ": " + share(ordinary.say(), ordinaryOf, beside.ordinary()));
        beside.difference().ifPresent(difference -> lines.add("  " + difference(difference) + NOT_RECKONED));
        return lines;
    }

    /** "3 of 12"; "3 to 5 of 12 (from 3 of 12 to 5 of 12)"; "12 of 30 (25 to 58 %)". */
    public static String share(Range count, Range of, Share share) {
        String counts = count + " of " + of;
        if (share.exact()) {
            return counts + share.fewest().interval().map(Wording::percent).orElse("");
        }
        return counts + " (from " + end(share.fewest()) + " to " + end(share.most()) + ")";
    }

    private static String end(Share.End end) {
        return end.count() + " of " + end.of()
                + end.interval()
                        .map(interval -> ", which is " + interval.hundredths() + " %,")
                        .orElse("");
    }

    private static String percent(Interval interval) {
        return " (" + interval.hundredths() + " %)";
    }

    /** "The difference is 12 to 40 percentage points"; two of them where the counts have two ends. */
    public static String difference(Shares.Difference difference) {
        String least = difference.least().hundredths();
        String most = difference.most().hundredths();
        return least.equals(most)
                ? "The difference is " + least + " percentage points"
                : "The difference is " + least + " percentage points at one end of the counts, " + most
                        + " at the other";
    }

    private static Optional<String> denials(Side side) {
        String said = Stream.of(
                        some(side.deny(), "that it did not happen"),
                        some(side.both(), "both that it did and that it did not"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return said.isEmpty() ? Optional.empty() : Optional.of(side.group() + ": " + said + ".");
    }

    private static Optional<String> some(Range people, String what) {
        return people.high() == 0
                ? Optional.empty()
                : Optional.of(people + (people.high() == 1 ? " says " : " say ") + what);
    }
}
