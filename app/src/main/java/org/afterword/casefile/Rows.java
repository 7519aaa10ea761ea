package org.afterword.casefile;

import org.afterword.model.Id;

/** The rows of the {@link Container}. */
@SuppressWarnings("ArrayRecordComponent") // rows on their way; never compared
final class Rows {
    private Rows() {}

    /**
     * @param place where its chunks are
     */
    record Item(long place, Id id, byte[] wrap) {}

    /**
     * @param last whether there is none after it
     */
    record Chunk(byte[] bytes, boolean last) {}

    record Entry(long number, byte[] leaf, Sealed sealed) {
        /** Whether nothing but its leaf is left. */
        boolean erased() {
            return sealed.wrap().length == 0 && sealed.bytes().length == 0;
        }
    }

    record Leaf(long number, byte[] leaf) {}

    record Numbered(long number, Sealed sealed) {}
}
