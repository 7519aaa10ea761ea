package org.afterword.posts.read;

import java.util.Arrays;
import java.util.Comparator;

/**
 * An order of accounts that is the same in every run, whatever numbers they get and however rows are ordered: what is
 * drawn at random from a fixed seed goes by it. It comes from hashes with a fixed key, which are not kept.
 */
final class Order {
    private static final long KEY = 0x5DEECE66DL;

    private final Labels fixed = new Labels(KEY);
    private final Longs hashes = new Longs();

    /** The id of the next account. */
    void add(String id) {
        hashes.add(hash(id));
    }

    long hash(String id) {
        return fixed.hash(id);
    }

    /**
     * The accounts in this order.
     *
     * @param shuffled the number that each account goes by in the end
     */
    int[] of(int[] shuffled) {
        long[] hash = hashes.toArray();
        var places = new Integer[hash.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, Comparator.comparingLong(i -> hash[i]));
        return Arrays.stream(places).mapToInt(i -> shuffled[i]).toArray();
    }
}
