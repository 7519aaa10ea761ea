package org.afterword.casefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read through it. */
public final class Counted extends FilterInputStream {
    private long count;

    public Counted(InputStream in) {
        super(in);
    }

    /** In bytes, so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count += b < 0 ? 0 : 1;
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        count += Math.max(0, n);
        return n;
    }
}
