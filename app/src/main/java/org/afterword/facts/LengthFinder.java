package org.afterword.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Fact;
import org.afterword.model.Hedge;
import org.afterword.model.Quantity;

/** How long something was: "three years", "half a year", "20 hours a week". Ages are none. */
final class LengthFinder {
    /** Units by their words, singular and plural. */
    static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("minute", "minute"),
            Map.entry("minutes", "minute"),
            Map.entry("hour", "hour"),
            Map.entry("hours", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("night", "night"),
            Map.entry("nights", "night"),
            Map.entry("day", "day"),
            Map.entry("days", "day"),
            Map.entry("week", "week"),
            Map.entry("weeks", "week"),
            Map.entry("weekend", "weekend"),
            Map.entry("weekends", "weekend"),
            Map.entry("fortnight", "fortnight"),
            Map.entry("month", "month"),
            Map.entry("months", "month"),
            Map.entry("year", "year"),
            Map.entry("years", "year"),
            Map.entry("yrs", "year"),
            Map.entry("decade", "decade"),
            Map.entry("decades", "decade"));

    static final Set<String> SINGLE_AFTER = Words.of(
            "for took takes take lasted lasts last about nearly almost spent whole over than least within lasting"
                    + " full around only");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private LengthFinder() {}

    /**
     * A length, as pieces of a line.
     *
     * @param count in units
     */
    record Length(int from, int to, Quantity count, String unit, List<Hedge> hedges) {}

    /** The length that begins there. */
    static Optional<Length> length(Line line, int at) {
        return special(line, at)
                .or(() -> Quantities.at(line, at)
                        .filter(one -> one.before().isEmpty())
                        .flatMap(one -> counted(line, one)));
    }

    private static Optional<Length> counted(Line line, Reckoned one) {
        int unit = line.is(one.to(), "-") ? one.to() + 1 : one.to();
        unit = line.is(unit, Set.of("full", "whole", "long", "more", "of", "good")) ? unit + 1 : unit;
        String name = UNITS.get(line.at(unit));
        if (name == null || (one.first().vague() && line.at(one.to() - 1).equals("dozen"))) {
            return Optional.empty();
        }
        int to = unit + 1;
        Quantity count = one.quantity();
        if (line.stands(to, "and", "a", "half")) {
            count = plusHalf(count);
            to += 3;
        }
        var hedges = new ArrayList<>(one.hedges());
        if (line.stands(to, "or", "so")) {
            hedges.add(Hedge.ABOUT);
            to += 2;
        } else if (line.stands(to, "or", "more")) {
            hedges.add(Hedge.AT_LEAST);
            to += 2;
        }
        return Optional.of(new Length(one.from(), to, count, name, hedges));
    }

    private static Quantity plusHalf(Quantity count) {
        return new Quantity(count.least().map(HALF::add), count.most().map(HALF::add));
    }

    /** "A year", "a year and a half", "half a year", "a year or two", "a decade". */
    private static Optional<Length> special(Line line, int from) {
        var hedges = new ArrayList<Hedge>();
        int at = from;
        if (line.stands(at, "at", "least")
                || line.stands(at, "more", "than")
                || line.stands(at, "up", "to")
                || line.stands(at, "less", "than")) {
            hedges.add(
                    switch (line.at(at)) {
                        case "at" -> Hedge.AT_LEAST;
                        case "more" -> Hedge.OVER;
                        case "less" -> Hedge.UNDER;
                        default -> Hedge.UP_TO;
                    });
            at += 2;
        } else if (line.is(at, Set.of("about", "nearly", "almost", "over", "around"))) {
            hedges.add(
                    switch (line.at(at)) {
                        case "about", "around" -> Hedge.ABOUT;
                        case "over" -> Hedge.OVER;
                        default -> Hedge.NEARLY;
                    });
            at++;
        }
        if (line.stands(at, "half", "a") || line.stands(at, "half", "an")) {
            int to = at + 3;
            return Optional.ofNullable(UNITS.get(line.at(at + 2)))
                    .map(name -> new Length(from, to, guarded(HALF, hedges), name, hedges));
        }
        if (!line.is(at, "a") && !line.is(at, "an")) {
            return Optional.empty();
        }
        int unit = line.is(at + 1, Set.of("whole", "full")) ? at + 2 : at + 1;
        String name = UNITS.get(line.at(unit));
        if (name == null) {
            return Optional.empty();
        }
        if (line.stands(unit + 1, "and", "a", "half")) {
            return Optional.of(new Length(from, unit + 4, guarded(BigDecimal.ONE.add(HALF), hedges), name, hedges));
        }
        if (line.stands(unit + 1, "or", "two")) {
            hedges.add(Hedge.OR);
            return Optional.of(
                    new Length(from, unit + 3, Quantity.between(BigDecimal.ONE, BigDecimal.TWO), name, hedges));
        }
        return Optional.of(new Length(from, unit + 1, guarded(BigDecimal.ONE, hedges), name, hedges));
    }

    private static Quantity guarded(BigDecimal number, List<Hedge> hedges) {
        return hedges.contains(Hedge.AT_LEAST) || hedges.contains(Hedge.OVER)
                ? new Quantity(Optional.of(number), Optional.empty())
                : hedges.contains(Hedge.UP_TO) || hedges.contains(Hedge.UNDER)
                        ? new Quantity(Optional.empty(), Optional.of(number))
                        : Quantity.of(number);
    }

    /** The length of time that begins there and is a fact of its own, and the piece after it. */
    static Optional<Taken> at(Line line, int at) {
        Optional<Length> length = length(line, at);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        Length one = length.get();
        int next = one.to();
        boolean age = line.is(next, "old")
                || line.stands(next, "-", "old")
                || line.stands(next, "of", "age")
                || line.is(at - 1, Set.of("aged", "age"))
                || line.is(next, Set.of("younger", "older"))
                || line.stands(next, "my", "senior");
        boolean often = line.is(at - 1, Set.of("every", "once", "twice"));
        boolean single =
                one.count().equals(Quantity.of(BigDecimal.ONE)) && one.hedges().isEmpty();
        boolean narrated = single
                && !(line.is(at - 1, SINGLE_AFTER)
                        || line.is(at + 1, Set.of("whole", "full"))
                        || line.is(at + 1, "decade"));
        if (age || often || narrated) {
            return Optional.of(new Taken(Optional.empty(), next));
        }
        Optional<String> per = Optional.empty();
        if (line.is(next, Set.of("a", "an", "per", "each", "every")) && UNITS.containsKey(line.at(next + 1))) {
            per = Optional.of(UNITS.get(line.at(next + 1)));
            next += 2;
        } else if (line.is(next, Set.of("a", "per", "each", "every"))
                && line.is(next + 1, Set.of("evening", "morning", "sunday"))) {
            per = Optional.of(line.at(next + 1));
            next += 2;
        }
        if (Clause.denied(line, at, 4)) {
            return Optional.of(new Taken(Optional.empty(), next));
        }
        Fact fact = new Fact.Lasting(one.count(), one.unit(), per, one.hedges());
        return Optional.of(new Taken(
                Optional.of(new Found(line.span(one.from(), next), fact, 0.8, "A length of time.")), next));
    }
}
