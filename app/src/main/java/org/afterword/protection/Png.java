package org.afterword.protection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.afterword.reading.Pixels;

/**
 * Writes pixels as PNG (ISO/IEC 15948) in one way only: eight bits for red, green and blue, no other chunk than the
 * three that must be.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int COLOURS = 3;

    private Png() {}

    static byte[] of(Pixels pixels) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(pixels.width())
                        .putInt(pixels.height())
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(out, "IDAT", deflated(filtered(pixels)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Each row as what differs from its left or upper neighbours, in the way that leaves the smallest numbers. */
    private static byte[] filtered(Pixels pixels) {
        var rows = new ByteArrayOutputStream();
        byte[] above = new byte[COLOURS * pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            byte[] row = pixels.row(y);
            int best = 0;
            byte[] least = row;
            for (int filter = 1; filter <= 4; filter++) {
                byte[] now = filtered(filter, row, above);
                if (weight(now) < weight(least)) {
                    best = filter;
                    least = now;
                }
            }
            rows.write(best);
            rows.writeBytes(least);
            above = row;
        }
        return rows.toByteArray();
    }

    private static byte[] filtered(int filter, byte[] row, byte[] above) {
        byte[] filtered = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int left = i < COLOURS ? 0 : row[i - COLOURS] & 0xff;
            int up = above[i] & 0xff;
            int corner = i < COLOURS ? 0 : above[i - COLOURS] & 0xff;
            int guess = switch (filter) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                default -> paeth(left, up, corner);
            };
            filtered[i] = (byte) (row[i] - guess);
        }
        return filtered;
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static long weight(byte[] row) {
        long sum = 0;
        for (byte b : row) {
            sum += Math.abs(b);
        }
        return sum;
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] piece = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(piece, 0, deflater.deflate(piece));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
