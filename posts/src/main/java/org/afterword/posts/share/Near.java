package org.afterword.posts.share;

import java.util.Arrays;

/** Counts pairs of times that lie within a window. The times come in ascending order; those of the last window are kept. */
public final class Near {
    private final long window;
    private long[] kept = new long[0];
    private double pairs;

    /**
     * @param window in milliseconds, inclusive
     */
    public Near(long window) {
        this.window = window;
    }

    /** The next times, in milliseconds. */
    public void take(long[] ascending) {
        if (ascending.length == 0) {
            return;
        }
        int from = 0;
        while (from < kept.length && ascending[0] - kept[from] > window) {
            from++;
        }
        int before = kept.length - from;
        long[] all = Arrays.copyOfRange(kept, from, kept.length + ascending.length);
        System.arraycopy(ascending, 0, all, before, ascending.length);
        int first = 0;
        for (int i = before; i < all.length; i++) {
            while (all[i] - all[first] > window) {
                first++;
            }
            pairs += i - first;
        }
        kept = Arrays.copyOfRange(all, first, all.length);
    }

    /** How many there are. */
    public double pairs() {
        return pairs;
    }
}
