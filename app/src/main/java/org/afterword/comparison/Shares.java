package org.afterword.comparison;

import java.util.Optional;
import org.afterword.witnesses.Range;

/**
 * Two shares beside each other, of one denominator.
 *
 * @param difference by how much the group's share is greater than the ordinary group's; empty if one of them has fewer
 *     than twenty people, at least
 */
public record Shares(Share group, Share ordinary, Optional<Difference> difference) {
    /**
     * At either end of what is known.
     *
     * @param least if the group's share is as small as it can be, and the ordinary one's as large
     * @param most the other way round
     */
    public record Difference(Interval least, Interval most) {
        /** Whether the interval lies above nothing at both ends. */
        boolean surelyMore() {
            return least.low() > 0;
        }

        boolean surelyLess() {
            return most.high() < 0;
        }
    }

    /** Empty if a side has fewer than five people, at least. */
    static Optional<Shares> of(Range count, Range of, Range ordinaryCount, Range ordinaryOf) {
        if (of.low() < Side.LEAST || ordinaryOf.low() < Side.LEAST) {
            return Optional.empty();
        }
        Share group = Share.of(count, of);
        Share ordinary = Share.of(ordinaryCount, ordinaryOf);
        boolean enough = group.fewest().interval().isPresent()
                && ordinary.fewest().interval().isPresent();
        return Optional.of(new Shares(
                group,
                ordinary,
                enough
                        ? Optional.of(new Difference(
                                difference(group.fewest(), ordinary.most()),
                                difference(group.most(), ordinary.fewest())))
                        : Optional.empty()));
    }

    private static Interval difference(Share.End one, Share.End other) {
        return Jeffreys.difference(one.count(), one.of(), other.count(), other.of());
    }
}
