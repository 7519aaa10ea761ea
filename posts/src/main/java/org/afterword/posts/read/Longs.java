package org.afterword.posts.read;

import java.util.Arrays;

/** A list of longs that grows without being copied. */
final class Longs {
    private static final int LOG = 14;
    private static final int MASK = (1 << LOG) - 1;

    private long[][] chunks = new long[4][];
    private int size;

    void add(long value) {
        int chunk = size >>> LOG;
        if ((size & MASK) == 0 && (chunk == chunks.length || chunks[chunk] == null)) {
            chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
            chunks[chunk] = new long[1 << LOG];
        }
        chunks[chunk][size++ & MASK] = value;
    }

    long get(int index) {
        return chunks[index >>> LOG][index & MASK];
    }

    void set(int index, long value) {
        chunks[index >>> LOG][index & MASK] = value;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Each value once, ascending. */
    long[] sortedOnce() {
        return Arrays.stream(toArray()).sorted().distinct().toArray();
    }

    long[] toArray() {
        var all = new long[size];
        for (int from = 0; from < size; from += 1 << LOG) {
            System.arraycopy(chunks[from >>> LOG], 0, all, from, Math.min(1 << LOG, size - from));
        }
        return all;
    }
}
