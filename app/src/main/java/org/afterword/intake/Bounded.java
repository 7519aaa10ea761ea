package org.afterword.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.afterword.page.Multipart;

/** So many bytes, and an error behind them. What it is made of is not closed with it. */
final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int some = in.read(into, offset, count);
        left -= Math.max(0, some);
        if (left < 0) {
            throw new Multipart.TooLarge();
        }
        return some;
    }

    /** All of it, by a buffer that is wiped. */
    void copy(OutputStream to) throws IOException {
        var some = new byte[1 << 14];
        try {
            for (int count = read(some, 0, some.length); count >= 0; count = read(some, 0, some.length)) {
                to.write(some, 0, count);
            }
        } finally {
            Arrays.fill(some, (byte) 0);
        }
    }

    @Override
    public void close() {}
}
