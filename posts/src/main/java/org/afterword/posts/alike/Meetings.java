package org.afterword.posts.alike;

import java.util.Arrays;

/**
 * Which texts have a mark in common. The marks are dealt into parts that fit into the processor's cache, and sorted
 * there, so that a mark costs the same among a million texts as among ten thousand.
 */
final class Meetings {
    private static final int PART_LOG = 13;

    /** What more texts have is paired with the next few of them only: copies of a copy hang together anyway. */
    private static final int FREQUENT = 32;

    private static final int FEW = 8;

    private final int bits;
    private final long low;
    private long[] pairs = new long[1 << 16];
    private int size;
    private int crowded;

    Meetings(int texts) {
        bits = 64 - Long.numberOfLeadingZeros(Math.max(1, texts));
        low = (1L << bits) - 1;
    }

    /** Pairs of texts, smaller number times 2^32 plus larger number, sorted, each once. */
    long[] of(Marks all) {
        long marks = all.count();
        int log = Math.max(1, 64 - Long.numberOfLeadingZeros(Math.max(1, marks >> PART_LOG)));
        var next = new int[(1 << log) + 1];
        all.each((text, hash) -> next[(int) (hash >>> (64 - log)) + 1]++);
        for (int p = 0; p < 1 << log; p++) {
            next[p + 1] += next[p];
        }
        var keys = new long[Math.toIntExact(marks)];
        all.each((text, hash) -> keys[next[(int) (hash >>> (64 - log))]++] = (hash & ~low) | text);
        int from = 0;
        for (int p = 0; p < 1 << log; p++) {
            Arrays.sort(keys, from, next[p]);
            meet(keys, from, next[p]);
            from = next[p];
        }
        Arrays.sort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[kept++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, kept);
    }

    /** How many marks more than {@value #FREQUENT} texts have. */
    int crowded() {
        return crowded;
    }

    private void meet(long[] keys, int from, int to) {
        int first = from;
        while (first < to) {
            int end = first + 1;
            while (end < to && (keys[end] & ~low) == (keys[first] & ~low)) {
                end++;
            }
            boolean many = end - first > FREQUENT;
            crowded += many ? 1 : 0;
            for (int i = first; i < end; i++) {
                int last = many ? Math.min(end, i + 1 + FEW) : end;
                for (int j = i + 1; j < last; j++) {
                    if (keys[i] != keys[j]) {
                        add(((keys[i] & low) << 32) | (keys[j] & low));
                    }
                }
            }
            first = end;
        }
    }

    private void add(long pair) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = pair;
    }
}
