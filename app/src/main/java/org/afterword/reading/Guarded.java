package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/** The bytes of a member as far as they can be read: where its packing breaks, or it gets too long, it ends. */
final class Guarded extends InputStream {
    private static final int MOST_EMPTY = 100;

    private final InputStream in;
    private final long most;
    private final CRC32 crc = new CRC32();
    private long count;
    private Optional<String> problem = Optional.empty();

    Guarded(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /** In bytes, so far. */
    long count() {
        return count;
    }

    long crc() {
        return crc.getValue();
    }

    /** Why it ended early. */
    Optional<String> problem() {
        return problem;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    // libraries answer broken packing with many kinds of exceptions
    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (problem.isPresent()) {
            return -1;
        }
        try {
            int got = in.read(into, offset, length);
            for (int empty = 0; got == 0 && empty < MOST_EMPTY; empty++) {
                got = in.read(into, offset, length);
            }
            if (got == 0) {
                throw new IOException("no bytes, and no end");
            }
            if (got < 0) {
                return -1;
            }
            if (count + got > most) {
                problem = Optional.of(
                        "broken off after " + count
                                + " bytes: the container unpacks to more than a file of its size may; if you trust it, unpack it, and add the folder");
                return -1;
            }
            count += got;
            crc.update(into, offset, got);
            return got;
        } catch (IOException | RuntimeException e) {
            problem = Optional.of("its bytes are broken: the first " + count + " could be read");
            return -1;
        }
    }
}
