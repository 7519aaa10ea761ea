package org.afterword.publishing;

import java.util.function.Supplier;
import org.afterword.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A finished file. What it is shows its digest; its bytes need not stay in memory between two publications, because most
 * files lie in the site already and the others can be made again.
 */
final class Finished {
    private final Supplier<byte[]> make;
    private final Sha256 sha256;
    private final int length;
    private byte @Nullable [] bytes;

    /**
     * @param make the same bytes each time
     */
    Finished(Supplier<byte[]> make) {
        this.make = make;
        bytes = make.get();
        sha256 = Sha256.of(bytes);
        length = bytes.length;
    }

    static Finished of(byte[] bytes) {
        return new Finished(() -> bytes);
    }

    Sha256 sha256() {
        return sha256;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    /** Whether it is the file with these bytes. */
    boolean is(byte[] other) {
        return other.length == length && Sha256.of(other).equals(sha256);
    }

    synchronized byte[] bytes() {
        byte[] now = bytes == null ? make.get() : bytes;
        bytes = now;
        return now;
    }

    /** Its bytes are not needed for now. */
    synchronized void letGo() {
        bytes = null;
    }
}
