package org.afterword.posts.read;

import java.util.Arrays;

/** A list of ints that grows without being copied. */
final class Ints {
    private static final int LOG = 14;
    private static final int MASK = (1 << LOG) - 1;

    private int[][] chunks = new int[4][];
    private int size;

    void add(int value) {
        int chunk = size >>> LOG;
        if ((size & MASK) == 0 && (chunk == chunks.length || chunks[chunk] == null)) {
            chunks = chunk == chunks.length ? Arrays.copyOf(chunks, chunk * 2) : chunks;
            chunks[chunk] = new int[1 << LOG];
        }
        chunks[chunk][size++ & MASK] = value;
    }

    int get(int index) {
        return chunks[index >>> LOG][index & MASK];
    }

    void set(int index, int value) {
        chunks[index >>> LOG][index & MASK] = value;
    }

    void clear() {
        size = 0;
    }

    boolean holds(int value) {
        for (int i = 0; i < size; i++) {
            if (get(i) == value) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        var all = new int[size];
        for (int from = 0; from < size; from += 1 << LOG) {
            System.arraycopy(chunks[from >>> LOG], 0, all, from, Math.min(1 << LOG, size - from));
        }
        return all;
    }
}
