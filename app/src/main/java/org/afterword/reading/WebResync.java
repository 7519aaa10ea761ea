package org.afterword.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Finds the next record of a web archive after a broken one. */
final class WebResync {
    private static final byte[] PLAIN = "\r\n\r\nWARC/1.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PACKED = {0x1f, (byte) 0x8b, 8};
    private static final int OVERLAP = 1 << 12;
    private static final int START = 64;

    private WebResync() {}

    /** Where the next record begins; below 0 if there is none. */
    static long next(Source source, long from) {
        boolean packed = PackedBytes.of(source.head()).isPresent();
        for (long at = from; at < source.size(); at += Source.PIECE - OVERLAP) {
            byte[] piece = source.read(at, Source.PIECE);
            for (int i = 0; i < piece.length; i++) {
                if (packed && begins(piece, i, PACKED) && isRecord(piece, i)) {
                    return at + i;
                }
                if (!packed && begins(piece, i, PLAIN)) {
                    return at + i + 4;
                }
            }
        }
        return -1;
    }

    private static boolean begins(byte[] bytes, int at, byte[] what) {
        return at + what.length <= bytes.length && Arrays.equals(bytes, at, at + what.length, what, 0, what.length);
    }

    private static boolean isRecord(byte[] piece, int at) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(piece, at, piece.length - at), START)) {
            return WebArchiveReader.isRecord(in.readNBytes(16));
        } catch (IOException e) {
            return false;
        }
    }
}
