package org.afterword.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the bytes of a file are. They are fetched piece by piece and as often as a reader wants, so that no file has to
 * fit into memory.
 */
public interface Origin {
    /** In bytes. */
    long size();

    /**
     * Bytes from a place on: as many as are wanted, fewer only at the end; none beyond it.
     *
     * @param length at most {@link Source#PIECE}
     */
    byte[] read(long at, int length) throws IOException;

    /**
     * What lies at this path, as seen from the folder or the container in which this one lies: {@code users.json},
     * {@code ../media/1.jpg}. Empty if nothing does.
     */
    default Optional<Origin> beside(String path) throws IOException {
        return Optional.empty();
    }

    /** Who reads text in pictures for whoever reads this. */
    default Recogniser recogniser() {
        return Recogniser.NONE;
    }

    /** Bytes in memory, with nothing beside them; not copied. */
    static Origin of(byte[] bytes) {
        return new Origin() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long at, int length) {
                int from = (int) Math.min(at, bytes.length);
                return Arrays.copyOfRange(bytes, from, from + Math.min(length, bytes.length - from));
            }
        };
    }
}
