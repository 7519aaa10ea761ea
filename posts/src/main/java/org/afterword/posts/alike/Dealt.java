package org.afterword.posts.alike;

import java.util.Arrays;

/**
 * Numbers with equal hashes brought together. They are dealt by their hashes into parts that fit into the processor's
 * cache; there small counters sift out what too few have, and the rest is sorted. So a number costs about the same among
 * many millions as among a few.
 */
final class Dealt {
    private static final int PART_LOG = 13;
    private static final int COUNTERS_LOG = 16;

    /** Gets a number with its hash. */
    interface Key {
        void key(int number, long hash);
    }

    /** Gives the same keys each time. */
    interface Keys {
        void each(Key key);
    }

    /** Gets places of keys with one hash in a sorted array; a key is part of the hash and, in its lower bits, the number. */
    interface Group {
        void group(long[] keys, int from, int to);
    }

    private final long low;

    /** @param numbers all numbers are below */
    Dealt(int numbers) {
        low = (1L << (64 - Long.numberOfLeadingZeros(Math.max(1, numbers)))) - 1;
    }

    int number(long key) {
        return (int) (key & low);
    }

    /**
     * Each group of keys with one hash.
     *
     * @param about how many keys there are, roughly
     * @param least smaller groups are left out; 127 at most
     */
    void groups(Keys all, long about, int least, Group each) {
        int log = Math.max(1, 64 - Long.numberOfLeadingZeros(about >> PART_LOG));
        var next = new int[(1 << log) + 1];
        all.each((_, hash) -> next[(int) (hash >>> (64 - log)) + 1]++);
        for (int p = 0; p < 1 << log; p++) {
            next[p + 1] = Math.addExact(next[p], next[p + 1]);
        }
        var keys = new long[next[1 << log]];
        all.each((number, hash) -> keys[next[(int) (hash >>> (64 - log))]++] = (hash & ~low) | number);
        var counters = new byte[1 << COUNTERS_LOG];
        int from = 0;
        for (int p = 0; p < 1 << log; p++) {
            int to = sifted(keys, from, next[p], log, least, counters);
            Arrays.sort(keys, from, to);
            int first = from;
            for (int i = from + 1; i <= to; i++) {
                if (i == to || (keys[i] & ~low) != (keys[first] & ~low)) {
                    if (i - first >= least) {
                        each.group(keys, first, i);
                    }
                    first = i;
                }
            }
            from = next[p];
        }
    }

    /** Moves the keys forward whose counter says that they may be enough; where these end. */
    private static int sifted(long[] keys, int from, int to, int log, int least, byte[] counters) {
        Arrays.fill(counters, (byte) 0);
        for (int i = from; i < to; i++) {
            int counter = (int) (keys[i] << log >>> (64 - COUNTERS_LOG));
            if (counters[counter] < least) {
                counters[counter]++;
            }
        }
        int kept = from;
        for (int i = from; i < to; i++) {
            if (counters[(int) (keys[i] << log >>> (64 - COUNTERS_LOG))] >= least) {
                keys[kept++] = keys[i];
            }
        }
        return kept;
    }

    static long hash(int a, int b) {
        long mixed = (((long) a << 32) ^ b) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
