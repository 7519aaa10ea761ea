package org.afterword.publishing;

/**
 * Where what is too long for one file is cut: decided by what stands at the cut, not by how much came before it, so that
 * a change in one place leaves the files after it as they were (content-defined chunking, as in LBFS: Muthitacharoen,
 * Chen and Mazières 2001).
 */
final class Cuts {
    /** How much of the room a file of a usual length leaves free, as a part of it. */
    private static final int FREE = 8;

    private final int room;
    private int used;

    /**
     * @param room of a file, in bytes
     */
    Cuts(int room) {
        this.room = room;
    }

    /**
     * Whether a new file begins with it; the first never does.
     *
     * @param key that it alone has
     * @param size in bytes
     */
    boolean before(String key, int size) {
        boolean may = used >= room / 2 && part(key) < (double) FREE * size / room;
        boolean cut = used > 0 && (may || used + size > room);
        used = cut ? size : used + size;
        return cut;
    }

    /** From 0 to 1, as if by chance (multiplicative hashing: Knuth, The Art of Computer Programming 3, 6.4). */
    private static double part(String key) {
        return ((key.hashCode() * 0x9E3779B9) >>> 1) / (double) Integer.MAX_VALUE;
    }
}
