package org.afterword;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can only be gone through from their beginning, for a reader who asks for pieces: it is read on from where it
 * was left, and begun anew for what lies before. */
final class Onward implements AutoCloseable {
    /** Gives the bytes from the beginning. */
    interface Beginning {
        InputStream open() throws IOException;
    }

    private final long size;
    private final Beginning beginning;
    private InputStream in = InputStream.nullInputStream();
    private long position = Long.MAX_VALUE;

    /** @param size of all of them */
    Onward(long size, Beginning beginning) {
        this.size = size;
        this.beginning = beginning;
    }

    long size() {
        return size;
    }

    /** At most so many; fewer at the end. */
    byte[] read(long at, int length) throws IOException {
        if (at >= size) {
            return new byte[0];
        }
        if (at < position) {
            in.close();
            in = beginning.open();
            position = 0;
        }
        in.skipNBytes(at - position);
        byte[] bytes = in.readNBytes(length);
        position = at + bytes.length;
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
