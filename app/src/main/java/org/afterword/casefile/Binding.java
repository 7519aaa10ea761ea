package org.afterword.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.afterword.model.Id;

/**
 * What a ciphertext belongs to, so that it opens nowhere else.
 *
 * @param type what is encrypted ({@code docs/case-format.md} has the numbers)
 * @param version which write of the item; in wraps the epoch
 */
record Binding(Id caseId, int type, Id item, long version) {
    static final int WRAP = 0;
    static final int ENTRY = 256;
    static final int CHECKPOINT = 257;
    static final int STATE = 258;
    static final int SECRETS = 259;
    static final int EPOCH_KEY = 260;
    private static final int LENGTH = 69;

    /** For what has a number and no id. */
    static Id numbered(long number) {
        return new Id(0, number);
    }

    /** The associated data of a chunk. */
    byte[] chunk(long number, boolean last) {
        return bytes(number, last ? 1 : 0);
    }

    /** The associated data of a wrap. */
    byte[] wrap() {
        return bytes(-1, 2);
    }

    private byte[] bytes(long chunk, int last) {
        return ByteBuffer.allocate(LENGTH)
                .put("afterword/case/1".getBytes(StandardCharsets.US_ASCII))
                .put(caseId.bytes())
                .putInt(type)
                .put(item.bytes())
                .putLong(version)
                .putLong(chunk)
                .put((byte) last)
                .array();
    }
}
