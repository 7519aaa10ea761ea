package org.afterword.posts.share;

/** Pairs of accounts and what is counted of each: a hash table of numbers, without objects. */
final class PairTable {
    private static final int PAIRS = 0;
    static final int OBJECTS = 1;
    static final int POSTS_OF_LOWER = 2;
    static final int POSTS_OF_HIGHER = 3;
    static final int LAST_OF_LOWER = 4;
    static final int LAST_OF_HIGHER = 5;
    static final int WEIGHT = 6;
    private static final int MORE_PAIRS = 7;
    private static final int STRIDE = 8;

    /** The lower account in the upper half, the higher one in the lower; 0 where there is none, as no pair is 0, 0. */
    private long[] keys;

    private int[] counts;
    private int size;

    /**
     * @param expected how many pairs there may be; more make it grow
     */
    PairTable(long expected) {
        int slots = Integer.highestOneBit(Math.clamp(expected * 2, 1 << 10, 1 << 27));
        keys = new long[slots];
        counts = new int[slots * STRIDE];
    }

    static long key(int a, int b) {
        return a < b ? ((long) a << 32) | b : ((long) b << 32) | a;
    }

    static long hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    /** How many pairs of posts there are of a pair of accounts: more than a number of 32 bits may hold. */
    static long pairs(int[] counts, int at) {
        return ((long) counts[at + MORE_PAIRS] << 32) | (counts[at + PAIRS] & 0xFFFF_FFFFL);
    }

    static void addPairs(int[] counts, int at, int more) {
        long sum = (counts[at + PAIRS] & 0xFFFF_FFFFL) + more;
        counts[at + PAIRS] = (int) sum;
        counts[at + MORE_PAIRS] += (int) (sum >>> 32);
    }

    /** Where the counts of a pair begin. */
    int at(long key, long hash) {
        int slot = slot(key, hash);
        if (keys[slot] == key) {
            return slot * STRIDE;
        }
        if (size >= keys.length / 4 * 3) {
            grow();
            slot = slot(key, hash);
        }
        size++;
        keys[slot] = key;
        int at = slot * STRIDE;
        counts[at + LAST_OF_LOWER] = -1;
        counts[at + LAST_OF_HIGHER] = -1;
        return at;
    }

    private int slot(long key, long hash) {
        int mask = keys.length - 1;
        int slot = (int) (hash >>> 8) & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i], hash(oldKeys[i]));
                keys[slot] = oldKeys[i];
                System.arraycopy(oldCounts, i * STRIDE, counts, slot * STRIDE, STRIDE);
            }
        }
    }

    /** The counts; their places are those that {@link #at} gives. Asked anew after each call of it. */
    int[] counts() {
        return counts;
    }

    /** Gives each pair with its counts. */
    void each(Sweep.Each each) {
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                each.pair(keys[slot], counts, slot * STRIDE);
            }
        }
    }

    void clear() {
        java.util.Arrays.fill(keys, 0);
        java.util.Arrays.fill(counts, 0);
        size = 0;
    }
}
