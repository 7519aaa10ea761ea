package org.afterword.posts.alike;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;

/**
 * Finds every pair of sets whose Jaccard similarity is at least a threshold, and no other.
 *
 * <p>Two sets that share at least o words share at least two among the first |x| − o + 2 of one and |y| − o + 2 of the
 * other, in any common order of words (prefix filtering: Chaudhuri, Ganti &amp; Kaushik 2006; longer prefixes: Wang, Li
 * &amp; Feng 2012). With similarity t they share at least t times the larger. So the pairs of words in these beginnings
 * are the marks of a set; marks that only one set has are dropped before anything is kept, and sets with a common mark
 * are compared, once: at the mark of their first two common words.
 */
final class Candidates {
    private final WordSets sets;
    private final double threshold;

    Candidates(WordSets sets, double threshold) {
        this.sets = sets;
        this.threshold = threshold;
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
            int prefix = prefix(sets.length(s));
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
        for (int i = from; i < to; i++) {
            int a = (int) (sorted[i] & low);
            for (int j = i + 1; j < to; j++) {
                int b = (int) (sorted[j] & low);
                if (a != b && alike(a, b, sorted[from] & ~low, low)) {
                    each.pair(a, b);
                }
            }
        }
    }

    /** How many of the first words of a set are marked by pairs. */
    private int prefix(int length) {
        return Math.min(length, length - overlap(threshold * length) + 2);
    }

    /** The least whole number that is not less, forgiving what rounding adds. */
    private static int overlap(double atLeast) {
        return (int) Math.ceil(atLeast - 1e-9);
    }

    private void marks(Mark each) {
        int[] words = sets.words();
        for (int s = 0; s < sets.size(); s++) {
            int from = sets.start()[s];
            int to = from + prefix(sets.length(s));
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

    /** Whether two sets are alike, and this is the mark of their first two common words. */
    private boolean alike(int a, int b, long mark, long low) {
        int[] words = sets.words();
        int i = sets.start()[a];
        int j = sets.start()[b];
        int endA = sets.start()[a + 1];
        int endB = sets.start()[b + 1];
        int needed = overlap((endA - i + endB - j) * threshold / (1 + threshold));
        int missing = Math.min(endA - i, endB - j) - needed;
        if (missing < 0) {
            return false;
        }
        int common = 0;
        int first = 0;
        while (i < endA && j < endB) {
            int x = words[i];
            int y = words[j];
            if (x == y) {
                common++;
                if (common == 1) {
                    first = x;
                } else if (common == 2 && (hash(first, x) & ~low) != mark) {
                    return false;
                }
                i++;
                j++;
            } else {
                if (x < y) {
                    i++;
                } else {
                    j++;
                }
                if (common + Math.min(endA - i, endB - j) < needed) {
                    return false;
                }
            }
        }
        return common >= needed;
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
