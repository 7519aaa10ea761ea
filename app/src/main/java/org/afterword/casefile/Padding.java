package org.afterword.casefile;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Hides sizes: Padmé for last chunks, steps of 512 for small records. */
final class Padding {
    private static final int STEP = 512;
    private static final byte END = (byte) 0x80;

    private Padding() {}

    /**
     * The next length that Padmé allows (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and
     * Communication with PURBs", 2019, section 4): as many low bits are zero as the length's exponent leaves.
     */
    static int padme(int length) {
        if (length < 2) {
            return length;
        }
        int exponent = 31 - Integer.numberOfLeadingZeros(length);
        int significant = 32 - Integer.numberOfLeadingZeros(exponent);
        int mask = (1 << (exponent - significant)) - 1;
        return (length + mask) & ~mask;
    }

    /** How long content of so many bytes, fewer than a chunk's, is as a last chunk. */
    static int lastLength(int length) {
        return Math.max(STEP, padme(length + 1));
    }

    /**
     * Content ‖ 0x80 ‖ zeros, at least 512 bytes.
     *
     * @param buffer the content and room for the rest
     * @param length of the content
     * @return the length of all
     */
    static int padLast(byte[] buffer, int length) {
        int padded = lastLength(length);
        buffer[length] = END;
        Arrays.fill(buffer, length + 1, padded, (byte) 0);
        return padded;
    }

    /** How long the content in the first so many bytes is; empty if it is not padded in this way. */
    static OptionalInt unpadLast(byte[] padded, int length) {
        int end = length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        return end >= 0 && padded[end] == END ? OptionalInt.of(end) : OptionalInt.empty();
    }

    /** Length ‖ content ‖ zeros, a multiple of 512 bytes. */
    static byte[] padRecord(byte[] content) {
        int length = (Integer.BYTES + content.length + STEP - 1) / STEP * STEP;
        return ByteBuffer.allocate(length).putInt(content.length).put(content).array();
    }

    /** Empty if it is not padded in this way. */
    static Optional<byte[]> unpadRecord(byte[] padded) {
        if (padded.length < Integer.BYTES) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(padded).getInt();
        return length >= 0 && length <= padded.length - Integer.BYTES
                ? Optional.of(Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length))
                : Optional.empty();
    }
}
