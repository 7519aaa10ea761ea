package org.afterword.posts.share;

/**
 * Accounts that hang together by pairs that stand out, as sums.
 *
 * @param accounts how many, at least ten
 * @param pairs how many pairs of them stand out
 * @param shares how much they shared in all
 * @param together how many of these shares had another account of the cluster share the same object within the window
 * @param objects how many different objects were shared so
 * @param medianGap the median time in seconds from the last share of another account, at the same time or before, to such a share
 */
public record Cluster(int accounts, long pairs, long shares, long together, int objects, double medianGap) {
    /** Of fewer nothing is said but how many clusters there are. */
    public static final int LEAST = 10;

    /** Which part of the possible pairs stands out, from 0 to 1. */
    public double density() {
        return pairs / (accounts * (accounts - 1.0) / 2);
    }

    /** Which part of what they share was shared together, from 0 to 1. */
    public double shareOfOutput() {
        return shares == 0 ? 0 : (double) together / shares;
    }
}
