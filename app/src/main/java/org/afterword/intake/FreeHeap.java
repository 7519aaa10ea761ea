package org.afterword.intake;

/** The parts of Java's heap in which nothing lies any more. What was there once stays until something else comes. */
final class FreeHeap {
    /** Less than half of what the collector keeps together, in bytes. */
    private static final int PIECE = 1 << 18;
    /** Of pieces: two gigabytes. */
    private static final int MOST = 1 << 13;

    private FreeHeap() {}

    /** Puts zeros over nine tenths of it, as far as Java lets one. */
    static void wipe() {
        System.gc();
        var zeros = new byte[(int) Math.min(MOST, Runtime.getRuntime().freeMemory() / 10 * 9 / PIECE)][];
        for (int piece = 0; piece < zeros.length; piece++) {
            zeros[piece] = new byte[PIECE];
        }
    }
}
