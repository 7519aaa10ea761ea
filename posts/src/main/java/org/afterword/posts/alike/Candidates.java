package org.afterword.posts.alike;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;

/**
 * Finds every pair of sets whose Jaccard similarity is at least a threshold, and no other. Marks that only one set has are
 * dropped before anything is kept; sets with a common mark are compared.
 */
final class Candidates {
    private final WordSets sets;
    private final Jaccard jaccard;

    Candidates(WordSets sets, double threshold) {
        this.sets = sets;
        jaccard = new Jaccard(threshold);
    }

    /** Gets each pair of alike sets once. */
    interface Each {
        void pair(int a, int b);
    }

    private interface Mark {
        void mark(int set, long hash);
    }

    void each(Each each) {
        long marks = 0;
        for (int s = 0; s < sets.size(); s++) {
            int prefix = jaccard.prefix(sets.length(s));
            marks += prefix * (prefix - 1L) / 2;
        }
        var once = new Bits(marks * 16);
        var twice = new Bits(marks * 16);
        marks((set, hash) -> {
            if (once.setAgain(hash)) {
                twice.setAgain(hash);
            }
        });
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, sets.size()));
        long low = (1L << bits) - 1;
        var keys = new Keys();
        marks((set, hash) -> {
            if (twice.has(hash)) {
                keys.add((hash & ~low) | set);
            }
        });
        long[] sorted = keys.sorted();
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || (sorted[i] & ~low) != (sorted[from] & ~low)) {
                compare(sorted, from, i, low, each);
                from = i;
            }
        }
    }

    private void compare(long[] sorted, int from, int to, long low, Each each) {
        int[] start = sets.start();
        long marked = sorted[from] & ~low;
        Jaccard.Mark mark = (first, second) -> (hash(first, second) & ~low) == marked;
        for (int i = from; i < to; i++) {
            int a = (int) (sorted[i] & low);
            for (int j = i + 1; j < to; j++) {
                int b = (int) (sorted[j] & low);
                if (a != b && jaccard.alike(sets.words(), start[a], start[a + 1], start[b], start[b + 1], mark)) {
                    each.pair(a, b);
                }
            }
        }
    }

    private void marks(Mark each) {
        int[] words = sets.words();
        for (int s = 0; s < sets.size(); s++) {
            int from = sets.start()[s];
            int to = from + jaccard.prefix(sets.length(s));
            for (int i = from; i < to; i++) {
                for (int j = i + 1; j < to; j++) {
                    each.mark(s, hash(words[i], words[j]));
                }
            }
        }
    }

    private static long hash(int a, int b) {
        long mixed = (((long) a << 32) ^ b) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }

    /** A growing list of keys. */
    private static final class Keys {
        private long[] keys = new long[1 << 16];
        private int size;

        void add(long key) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size + (size >> 1));
            }
            keys[size++] = key;
        }

        long[] sorted() {
            long[] sorted = size == keys.length ? keys : Arrays.copyOf(keys, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** Bits at places that a hash names. */
    private static final class Bits {
        private final long[] bits;
        private final int shift;

        Bits(long wanted) {
            int log = Math.clamp(64 - Long.numberOfLeadingZeros(wanted), 10, 33);
            bits = new long[1 << (log - 6)];
            shift = 64 - log;
        }

        /** Sets it; whether it was set before. */
        @CanIgnoreReturnValue
        boolean setAgain(long hash) {
            long place = hash >>> shift;
            int word = (int) (place >>> 6);
            long bit = 1L << place;
            boolean was = (bits[word] & bit) != 0;
            bits[word] |= bit;
            return was;
        }

        boolean has(long hash) {
            long place = hash >>> shift;
            return (bits[(int) (place >>> 6)] & (1L << place)) != 0;
        }
    }
}
