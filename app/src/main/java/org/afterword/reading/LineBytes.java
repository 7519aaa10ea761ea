package org.afterword.reading;

import java.util.Arrays;
import java.util.Optional;

/** At which byte of the exhibit each line of its text begins. */
final class LineBytes {
    private final long[] starts;
    private final int lines;
    private final long end;

    private LineBytes(long[] starts, int lines, long end) {
        this.starts = starts;
        this.lines = lines;
        this.end = end;
    }

    /** Empty where a byte of a line end is no line end, as in UTF-16. */
    static Optional<LineBytes> of(Source source) {
        byte[] bytes = source.bytes();
        long[] starts = new long[64];
        int lines = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
            boolean carriage = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (bytes[i] == '\n' || carriage) {
                starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
                starts[lines++] = i + 1L;
            }
        }
        return Optional.of(new LineBytes(starts, lines, bytes.length));
    }

    /**
     * @param line from 1; one after the last gives the end
     */
    long start(int line) {
        return line > lines ? end : starts[line - 1];
    }
}
