package org.afterword.posts.share;

import java.util.Arrays;
import org.afterword.posts.read.Shares;

/** Coordinated sharing: pairs of accounts that share the same object within a window. */
public final class Coordination {
    private Coordination() {}

    /** Exact counts.
     * @param window in milliseconds, inclusive
     */
    public static Counts counts(Shares shares, long window) {
        var sweep = new Sweep(shares, window, Sweep.AT_A_TIME);
        long pairs = Arrays.stream(sweep.pairsOfEach()).sum();
        var sum = new Counts.Sum();
        sweep.each(
                pairs,
                new byte[shares.objects()],
                (key, counts, at) -> sum.add(
                        counts[at + PairTable.PAIRS],
                        counts[at + PairTable.OBJECTS],
                        counts[at + PairTable.POSTS_OF_LOWER],
                        counts[at + PairTable.POSTS_OF_HIGHER]));
        return sum.done();
    }
}
