package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** What is decrypted chunk after chunk, as one stream: no byte of a chunk is given out before its tag was checked. */
abstract class Chunks extends InputStream {
    private byte[] chunk = new byte[0];
    private int position;
    private int length;
    private boolean ended;

    /**
     * Decrypts the next chunk and gives it to {@link #take}.
     *
     * @return false if there is none
     */
    abstract boolean next() throws IOException;

    /**
     * @param bytes wiped when the stream is closed
     * @param count how many of them are content
     */
    final void take(byte[] bytes, int count) {
        chunk = bytes;
        position = 0;
        length = count;
    }

    /** An array for so many bytes of the next chunk; that of the one before, if it is long enough. */
    final byte[] room(int count) {
        return count > chunk.length ? new byte[count] : chunk;
    }

    /** False at the end. */
    private boolean fill() throws IOException {
        while (position == length) {
            if (ended || !next()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public final int read() throws IOException {
        return fill() ? chunk[position++] & 0xff : -1;
    }

    @Override
    public final int read(byte[] target, int offset, int wanted) throws IOException {
        Objects.checkFromIndexSize(offset, wanted, target.length);
        if (wanted == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(wanted, length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public final long transferTo(OutputStream out) throws IOException {
        long all = 0;
        while (fill()) {
            out.write(chunk, position, length - position);
            all += length - position;
            position = length;
        }
        return all;
    }

    @Override
    public final long skip(long count) throws IOException {
        long skipped = pass(Math.max(0, count));
        skipped += ended ? 0 : skipChunks(count - skipped);
        while (skipped < count && fill()) {
            skipped += pass(count - skipped);
        }
        return skipped;
    }

    private long pass(long count) {
        int passed = (int) Math.min(count, length - position);
        position += passed;
        return passed;
    }

    /** Goes over whole chunks without reading them, where that can be done; gives how many bytes those were. */
    long skipChunks(long most) throws IOException {
        return 0;
    }

    @Override
    public final int available() {
        return length - position;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        Arrays.fill(chunk, (byte) 0);
        position = 0;
        length = 0;
    }
}
