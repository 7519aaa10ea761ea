package org.afterword.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * An order of words that is common to all sets: words that few sets have, by their hashes, and then those that very many
 * have, the most frequent last. A word is a number whose size is its place in this order.
 *
 * @param hashes of frequent words, ascending
 * @param places of each among the frequent ones, 0 for the least frequent
 */
@SuppressWarnings("ArrayRecordComponent")
record Frequent(long[] hashes, int[] places) implements Serializable {
    private static final long AFTER_ALL_OTHERS = 1L << 62;

    /** @param words the most frequent first */
    static Frequent of(long[] words) {
        long[] hashes = words.clone();
        Arrays.sort(hashes);
        var places = new int[hashes.length];
        for (int i = 0; i < words.length; i++) {
            places[Arrays.binarySearch(hashes, words[i])] = words.length - 1 - i;
        }
        return new Frequent(hashes, places);
    }

    /** Words as numbers in the common order, ascending. Of rare ones 62 bits of the hash are kept. */
    long[] ordered(List<Long> words) {
        var ordered = new long[words.size()];
        for (int i = 0; i < ordered.length; i++) {
            long word = words.get(i);
            int found = Arrays.binarySearch(hashes, word);
            ordered[i] = found >= 0 ? AFTER_ALL_OTHERS + places[found] : word >>> 2;
        }
        Arrays.sort(ordered);
        return ordered;
    }
}
