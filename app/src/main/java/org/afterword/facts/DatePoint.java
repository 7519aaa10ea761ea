package org.afterword.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.model.Hedge;
import org.afterword.model.Precision;

/**
 * A date in a line, before it is known from what it is to be reckoned.
 *
 * @param to the piece after it
 * @param needs what it is reckoned from
 * @param reckon the bounds, from those of what it needs; empty if they do not follow
 * @param plain whether it is a number alone, which needs a preposition to be a year
 */
record DatePoint(
        int to,
        Precision precision,
        Needs needs,
        Function<Bounds, Optional<Bounds>> reckon,
        List<LocalDate> readings,
        List<Hedge> hedges,
        boolean plain) {

    enum Needs {
        /** The words say it all. */
        NOTHING,
        ACCOUNT_DATE,
        /** The date that was told before. */
        PREVIOUS,
        /** The date that was told right before, for its year. */
        NEAR,
        /** When the teller joined. */
        JOINING,
        /** When the teller joined, else the date that was told before. */
        BEGINNING,
        /** Something that is not there. */
        UNKNOWN
    }

    static DatePoint stated(int to, Precision precision, Bounds bounds) {
        return new DatePoint(to, precision, Needs.NOTHING, any -> Optional.of(bounds), List.of(), List.of(), false);
    }

    static DatePoint from(Needs needs, int to, Precision precision, Function<Bounds, Optional<Bounds>> reckon) {
        return new DatePoint(to, precision, needs, reckon, List.of(), List.of(), false);
    }

    static DatePoint open(int to, Precision precision) {
        return from(Needs.UNKNOWN, to, precision, any -> Optional.empty());
    }

    DatePoint asPlain() {
        return new DatePoint(to, precision, needs, reckon, readings, hedges, true);
    }

    DatePoint hedged(Hedge hedge) {
        return new DatePoint(to, precision, needs, reckon, readings, List.of(hedge), plain);
    }

    DatePoint over(int last) {
        return new DatePoint(last, precision, needs, reckon, readings, hedges, plain);
    }

    /** The same, its bounds changed. */
    DatePoint then(Precision as, Function<Bounds, Optional<Bounds>> change) {
        return new DatePoint(to, as, needs, base -> reckon.apply(base).flatMap(change), List.of(), hedges, plain);
    }

    /** Its bounds, where the words say them. */
    Optional<Bounds> stated() {
        return needs == Needs.NOTHING ? reckon.apply(new Bounds(Optional.empty(), Optional.empty())) : Optional.empty();
    }
}
