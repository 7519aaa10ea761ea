package org.afterword.casefile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Bytes on their way, in a file of {@link Scratch}; encrypted under a random key that only this object knows. */
public final class Spool implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final byte[] MORE = {0};
    private static final byte[] LAST = {1};
    private final Path file;
    private byte[] key = new byte[0];

    Spool(Path file) {
        this.file = file;
    }

    /**
     * Begins anew; a spool is written once and read as often as one likes.
     *
     * @throws IllegalStateException if it was written before
     */
    public OutputStream write() throws IOException {
        if (key.length > 0) {
            throw new IllegalStateException("a spool is written once");
        }
        key = Crypto.random(Crypto.KEY);
        return new Writing(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW));
    }

    /** What was written, once that stream is closed. */
    public InputStream read() throws IOException {
        return new Reading(new BufferedInputStream(Files.newInputStream(file), CHUNK));
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        Files.deleteIfExists(file);
    }

    private final class Writing extends OutputStream {
        private final OutputStream out;
        private final byte[] chunk = new byte[CHUNK];
        private int length;
        private long number;
        private boolean closed;

        Writing(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            for (int from = offset, left = count; left > 0; ) {
                if (length == CHUNK) {
                    flush(MORE);
                }
                int part = Math.min(left, CHUNK - length);
                System.arraycopy(bytes, from, chunk, length, part);
                length += part;
                from += part;
                left -= part;
            }
        }

        private void flush(byte[] place) throws IOException {
            out.write(Crypto.encrypt(key, number++, Arrays.copyOf(chunk, length), place));
            length = 0;
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                try (out) {
                    flush(LAST);
                } finally {
                    Arrays.fill(chunk, (byte) 0);
                }
            }
        }
    }

    private final class Reading extends Chunks {
        private final InputStream in;
        private long number;
        private boolean last;

        Reading(InputStream in) {
            this.in = in;
        }

        @Override
        boolean next() throws IOException {
            if (last) {
                return false;
            }
            byte[] sealed = in.readNBytes(CHUNK + Crypto.TAG);
            in.mark(1);
            last = in.read() < 0;
            if (!last) {
                in.reset();
            }
            byte[] chunk = Crypto.decrypt(key, number++, sealed, last ? LAST : MORE)
                    .orElseThrow(() -> new EOFException("a temporary file was changed or cut"));
            take(chunk, chunk.length);
            return true;
        }

        @Override
        public void close() throws IOException {
            super.close();
            in.close();
        }
    }
}
