package org.afterword.posts.read;

import java.util.Arrays;

/** A list of longs that grows. */
final class Longs {
    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    /** Its own array, which is longer than its size. */
    long[] unsafe() {
        return values;
    }
}
