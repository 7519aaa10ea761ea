package org.afterword.intake;

import java.util.ArrayList;
import java.util.List;

/** The parts of Java's heap in which nothing lies any more. What was there once stays until something else comes. */
final class FreeHeap {
    /** Less than half of what the collector keeps together, in bytes. */
    private static final int PIECE = 1 << 18;

    private FreeHeap() {}

    /** Puts zeros over nine tenths of it, as far as Java lets one. */
    static void wipe() {
        System.gc();
        List<byte[]> zeros = new ArrayList<>();
        for (long left = Runtime.getRuntime().freeMemory() / 10 * 9; left > 0; left -= PIECE) {
            zeros.add(new byte[PIECE]);
        }
        zeros.clear();
    }
}
