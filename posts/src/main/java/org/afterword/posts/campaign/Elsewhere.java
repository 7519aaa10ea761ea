package org.afterword.posts.campaign;

import java.util.Optional;

/**
 * What a dataset says beyond the posts that are aimed at the target, whoever sums it. It is asked for only where there is
 * enough to look for bursts. Accounts go by their place in the order that is the same in every run.
 */
public interface Elsewhere {
    /**
     * How many accounts wrote anything else in each hour; one account counts once an hour.
     *
     * @param first the first hour, in hours since 1970
     * @param hours how many
     */
    int[] perHour(long first, int hours);

    /** How many other posts each account wrote. */
    int[] written();

    /** When the first post of each account was written, in milliseconds since 1970. */
    long[] begun();

    /**
     * Pairs of accounts that stand out by what they share in other posts: one in the upper half of a number, the other in
     * the lower. Nothing if nothing is shared there.
     */
    Optional<long[]> outstanding();
}
