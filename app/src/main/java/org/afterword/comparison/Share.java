package org.afterword.comparison;

import java.util.Optional;
import org.afterword.witnesses.Range;

/**
 * How many of how many people, at either end of what is known: as few as it can be, and as many.
 *
 * @param fewest of a share as small as the ranges allow: the fewest, of the most people
 * @param most of one as large as they allow: the most, of the fewest people
 */
public record Share(End fewest, End most) {
    /**
     * @param interval of the share; empty if there are fewer than twenty people, at least
     */
    public record End(int count, int of, Optional<Interval> interval) {}

    /**
     * @param of at least one person
     */
    static Share of(Range count, Range of) {
        boolean enough = of.low() >= Side.LEAST_FOR_SHARES;
        return new Share(
                end(Math.min(count.low(), of.high()), of.high(), enough),
                end(Math.min(count.high(), of.low()), of.low(), enough));
    }

    private static End end(int count, int of, boolean enough) {
        return new End(count, of, enough ? Optional.of(Jeffreys.share(count, of)) : Optional.empty());
    }

    /** Whether there is only one end. */
    public boolean exact() {
        return fewest.equals(most);
    }
}
