package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file of any size, one after another, with their places: ended by LF or CRLF. */
final class ByteLines {
    private static final int LONGEST = Source.LIMIT;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long at;
    private long number;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /**
     * @param number from 1
     * @param from of its first byte
     * @param to after its last byte, without the line end
     * @param bytes of the line; the first 64 MiB of a longer one
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way, never compared
    record Line(long number, long from, long to, byte[] bytes) {
        /** As UTF-8, without a byte order mark. */
        String text() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    /** Empty at the end. */
    Optional<Line> next() throws IOException {
        int looked = start;
        while (true) {
            for (int i = looked; i < end; i++) {
                if (buffer[i] == '\n') {
                    return Optional.of(line(i, 1));
                }
            }
            looked = end;
            if (end - start >= LONGEST) {
                var line = line(end, 0);
                skipLine();
                return Optional.of(line);
            }
            int before = start;
            if (!fill()) {
                return end == start ? Optional.empty() : Optional.of(line(end, 0));
            }
            looked -= before - start;
        }
    }

    private Line line(int stop, int newline) {
        int length = stop - start;
        int text = length > 0 && buffer[stop - 1] == '\r' ? length - 1 : length;
        var line = new Line(++number, at, at + text, Arrays.copyOfRange(buffer, start, start + text));
        start = stop + newline;
        at += length + newline;
        return line;
    }

    private void skipLine() throws IOException {
        while (fill()) {
            for (int i = start; i < end; i++) {
                if (buffer[i] == '\n') {
                    at += i + 1 - start;
                    start = i + 1;
                    return;
                }
            }
            at += end - start;
            start = end;
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(LONGEST, buffer.length * 2));
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
