package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What others seal for a case while it is closed: age files that only the open case reads.
 *
 * <p>Whoever has the recipient can put something in; only a change of the case's keys gives another recipient. What was
 * sealed for an earlier one opens as well.
 */
public final class DropBox {
    static final String PURPOSE = "drop-box";
    private final List<byte[]> scalars;

    /**
     * @param scalars the last one is the present one
     */
    DropBox(List<byte[]> scalars) {
        this.scalars = scalars;
    }

    /**
     * One of somebody who has no case.
     *
     * @param scalar 32 bytes of X25519, copied
     */
    public static DropBox of(byte[] scalar) {
        return new DropBox(List.of(scalar.clone()));
    }

    /** The public half, as age writes it: {@code age1…}. Anybody may have it. */
    public String recipient() {
        return Age.recipient(scalars.getLast());
    }

    /**
     * The plain bytes of an age file that was sealed for this case, now or before its keys changed. Each 64 KiB are
     * checked before they are given out.
     *
     * @throws CaseException.NotForUs if it was sealed for somebody else, or is no age file
     * @throws IOException also from the stream: if what was sealed was changed or cut
     */
    public InputStream open(InputStream sealed) throws IOException {
        return Age.decrypt(
                sealed, scalars.reversed().stream().map(Age::identity).toList());
    }

    @Override
    public String toString() {
        return "a drop box";
    }
}
