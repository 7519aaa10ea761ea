package org.afterword.posts.read;

/**
 * How much memory there is for what grows with the number of posts; the rest is put elsewhere.
 *
 * @param bytes of memory, about; what is kept for each account comes on top
 * @param overflow where the rest is put
 */
public record Room(long bytes, Overflow overflow) {
    /** The least with which anything is gained. */
    public static final long LEAST = 16L << 20;

    private static final int PAIR_BYTES = 64;

    /** How many pairs of accounts may be held at a time. */
    public int pairs() {
        return Math.clamp(bytes / 4 / PAIR_BYTES, 1, 1 << 24);
    }

    /** How many numbers of 64 bits may wait in memory. */
    long numbers() {
        return bytes / 8 / Long.BYTES;
    }
}
