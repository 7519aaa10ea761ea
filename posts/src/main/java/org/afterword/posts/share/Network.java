package org.afterword.posts.share;

import java.util.Arrays;
import java.util.BitSet;

/** Pairs of accounts that may stand out, with their probabilities; which do is decided over all possible pairs. */
final class Network {
    private long[] keys = new long[1 << 10];
    private int[] weights = new int[1 << 10];
    private double[] chances = new double[1 << 10];
    private int size;

    /** Another probability of a pair. */
    interface Other {
        double of(int lower, int higher, int weight);
    }

    void add(long key, int weight, double chance) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            weights = Arrays.copyOf(weights, size * 2);
            chances = Arrays.copyOf(chances, size * 2);
        }
        keys[size] = key;
        weights[size] = weight;
        chances[size++] = chance;
    }

    /** The accounts of these pairs. */
    BitSet accounts() {
        var accounts = new BitSet();
        for (int i = 0; i < size; i++) {
            accounts.set((int) (keys[i] >>> 32));
            accounts.set((int) keys[i]);
        }
        return accounts;
    }

    /** The larger of both probabilities counts. */
    void raise(Other other) {
        for (int i = 0; i < size; i++) {
            chances[i] = Math.max(chances[i], other.of((int) (keys[i] >>> 32), (int) keys[i], weights[i]));
        }
    }

    /**
     * The largest probability that still stands out, so that of those that do no more than the rate are expected to be
     * chance (Benjamini and Hochberg 1995).
     *
     * @param possible how many pairs there are; those that were not added have probability 1
     * @return 0 if none stands out
     */
    double threshold(double rate, double possible) {
        double[] sorted = Arrays.copyOf(chances, size);
        Arrays.sort(sorted);
        for (int i = size - 1; i >= 0; i--) {
            if (sorted[i] <= rate * (i + 1) / possible) {
                return sorted[i];
            }
        }
        return 0;
    }

    /** The pairs up to a threshold. */
    long[] upTo(double threshold) {
        var kept = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (chances[i] <= threshold) {
                kept[count++] = keys[i];
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
