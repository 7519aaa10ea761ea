package org.afterword.posts.share;

import java.io.Serializable;

/**
 * What is to be known of a whole dataset before chance can be asked. Objects that are shared about equally often are in
 * one class; class c has those with 2ᶜ to 2ᶜ⁺¹ − 1 shares. Arrays; do not change them.
 *
 * @param accounts how many there are
 * @param shares how many there are
 * @param near how many pairs of shares lie within the window, of whatever objects
 * @param pairs how many pairs of shares of the same object lie within the window, over the objects of each class
 * @param mostPairs the same of that object of each class that has the most
 * @param possible how many pairs of shares of the same object are of different accounts, at whatever times
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tally(int accounts, long shares, double near, double[] pairs, double[] mostPairs, double possible)
        implements Serializable {
    /** How many classes there can be. */
    public static final int CLASSES = 32;

    /** The class of an object that is shared so often. */
    public static int classOf(long shares) {
        return shares == 0 ? 0 : 63 - Long.numberOfLeadingZeros(shares);
    }

    /** How many classes have an object. */
    int classes() {
        return pairs.length;
    }

    /** Which part of all pairs of shares lies within the window, of whatever objects. */
    double within() {
        return shares < 2 ? 0 : near / (0.5 * shares * (shares - 1));
    }

    /** How many pairs of shares of the same object lie within the window. */
    double pairsOfAll() {
        double sum = 0;
        for (double some : pairs) {
            sum += some;
        }
        return sum;
    }
}
