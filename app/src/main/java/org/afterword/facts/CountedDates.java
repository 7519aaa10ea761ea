package org.afterword.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.afterword.facts.DatePoint.Needs;
import org.afterword.model.Precision;
import org.afterword.model.Quantity;

/** Dates that are so long before or after another: "two years ago", "a week before Christmas 2016", "after two years". */
final class CountedDates {
    private static final Set<String> LATER = Set.of("later", "afterwards", "thereafter");
    private static final Set<String> JOINED = Set.of("joined", "joining", "entered", "started");
    private static final Set<String> INTO = Set.of("my", "our", "it", "this", "membership");
    private static final Set<String> PRONOUNS = Words.of("i we they he she it the my our his her there");

    private CountedDates() {}

    /** "Two years ago", "two and a half years later", "a week before Christmas 2016", "after two years". */
    static Optional<DatePoint> at(Line line, int from) {
        boolean after = line.is(from, "after");
        int start = after ? from + 1 : from;
        Optional<LengthFinder.Length> found = LengthFinder.length(line, start).or(() -> one(line, start));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        LengthFinder.Length length = found.get();
        int next = length.to();
        Precision precision = precision(length.unit());
        if (line.is(next, "ago")) {
            return Optional.of(
                    DatePoint.from(Needs.ACCOUNT_DATE, next + 1, precision, base -> shifted(base, length, false)));
        }
        boolean in = line.stands(next, "in", ",");
        if (in || (line.is(next, "into") && line.is(next + 1, INTO))) {
            return Optional.of(
                    DatePoint.from(Needs.JOINING, next + 1, precision, begun -> shifted(begun, length, true)));
        }
        boolean that = line.is(next + 1, "that") && (RelativeWords.ends(line, next + 2) || line.is(next + 2, PRONOUNS));
        if (line.is(next, LATER) || (line.is(next, "after") && (that || RelativeWords.ends(line, next + 1)))) {
            int to = that ? next + 2 : next + 1;
            return Optional.of(DatePoint.from(Needs.PREVIOUS, to, precision, told -> shifted(told, length, true)));
        }
        if (line.is(next, "earlier") || (line.is(next, "before") && (that || RelativeWords.ends(line, next + 1)))) {
            int to = that ? next + 2 : next + 1;
            return Optional.of(DatePoint.from(Needs.PREVIOUS, to, precision, told -> shifted(told, length, false)));
        }
        if (line.is(next, Set.of("before", "after"))) {
            return beside(line, next, length, precision);
        }
        boolean point = after && !line.is(next, "of") && !line.is(next, "old");
        return point
                ? Optional.of(DatePoint.from(Needs.BEGINNING, next, precision, begun -> shifted(begun, length, true)))
                : Optional.empty();
    }

    private static Optional<LengthFinder.Length> one(Line line, int at) {
        String unit = line.is(at, "one") ? LengthFinder.UNITS.get(line.at(at + 1)) : null;
        return Optional.ofNullable(unit)
                .map(name -> new LengthFinder.Length(at, at + 2, Quantity.of(BigDecimal.ONE), name, List.of()));
    }

    private static Optional<DatePoint> beside(Line line, int at, LengthFinder.Length length, Precision precision) {
        boolean later = line.is(at, "after");
        boolean joined = (line.is(at + 1, "i") && line.is(at + 2, JOINED)) || line.is(at + 1, JOINED);
        if (joined) {
            return Optional.of(DatePoint.from(
                    Needs.JOINING,
                    line.is(at + 1, "i") ? at + 3 : at + 2,
                    precision,
                    begun -> shifted(begun, length, later)));
        }
        Optional<Bounds> point = CalendarWords.at(line, at + 1).flatMap(DatePoint::stated);
        int to = CalendarWords.at(line, at + 1).map(DatePoint::to).orElse(at + 1);
        return point.filter(Bounds::closed)
                .map(bounds -> DatePoint.from(Needs.NOTHING, to, precision, any -> shifted(bounds, length, later)))
                .or(() -> line.is(length.from() - 1, LengthFinder.SINGLE_AFTER)
                        ? Optional.empty()
                        : Optional.of(DatePoint.open(at + 1, precision)));
    }

    private static Optional<Bounds> shifted(Bounds told, LengthFinder.Length length, boolean later) {
        return told.shifted(length.count(), length.unit(), later);
    }

    private static Precision precision(String unit) {
        return switch (unit) {
            case "decade" -> Precision.DECADE;
            case "year" -> Precision.YEAR;
            case "month" -> Precision.MONTH;
            case "week", "fortnight" -> Precision.WEEK;
            default -> Precision.DAY;
        };
    }
}
