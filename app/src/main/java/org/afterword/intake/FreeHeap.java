package org.afterword.intake;

/** The parts of Java's heap in which nothing lies any more. What was there once stays until something else comes. */
final class FreeHeap {
    /** Less than half of what the collector keeps together, in bytes. */
    private static final int PIECE = 1 << 18;
    /** Of pieces: two gigabytes. */
    private static final int MOST = 1 << 13;
    /** What requests may take meanwhile, in bytes. */
    private static final long SPARED = 64L << 20;

    private FreeHeap() {}

    /**
     * Puts zeros over nine tenths of it, as far as Java lets one, and as far as requests that come meanwhile find room: in
     * what the heap may still grow by, or in what is spared here.
     */
    static void wipe() {
        System.gc();
        Runtime java = Runtime.getRuntime();
        long free = java.freeMemory();
        long room = java.maxMemory() - java.totalMemory() + free - SPARED;
        var zeros = new byte[Math.clamp(Math.min(free / 10 * 9, room) / PIECE, 0, MOST)][];
        for (int piece = 0; piece < zeros.length; piece++) {
            zeros[piece] = new byte[PIECE];
        }
    }
}
