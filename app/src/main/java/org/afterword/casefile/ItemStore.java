package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.jspecify.annotations.Nullable;

/** Items in chunks: written and read as streams, each write under a key of its own. */
final class ItemStore {
    static final int CHUNK = 1 << 20;
    private static final long FIRST_VERSION = 1;
    private final Container container;
    private final KeyRing keys;

    ItemStore(Container container, KeyRing keys) {
        this.container = container;
        this.keys = keys;
    }

    /**
     * What an item was when it came in.
     *
     * @param size in bytes
     */
    record Stored(Id id, ItemType type, long size, Sha256 sha256) {}

    /**
     * Writes within the transaction that is open. If anything but the stream fails, the transaction cannot go on.
     *
     * @throws CaseException.SourceBroken if the stream cannot be read to its end; nothing of the item is left
     */
    Stored put(ItemType type, InputStream in) throws CaseException {
        var id = Id.random();
        byte[] key = Crypto.random(Crypto.KEY);
        var binding = new Binding(keys.caseId(), type.number(), id, FIRST_VERSION);
        var digest = Sha256.digest();
        try {
            long place =
                    container.addItem(id, keys.wrapItemKey(id, new KeyRing.ItemKey(key, type.number(), FIRST_VERSION)));
            long size = 0;
            for (long number = 0; ; number++) {
                byte[] content = next(in);
                digest.update(content);
                size += content.length;
                boolean last = content.length < CHUNK;
                byte[] plain = last ? Padding.padLast(content) : content;
                container.addChunk(place, number, Crypto.encrypt(key, number, plain, binding.chunk(number, last)));
                if (last) {
                    return new Stored(id, type, size, Sha256.ofDigest(digest.digest()));
                }
            }
        } catch (CaseException.SourceBroken | RuntimeException e) {
            container.deleteItem(id);
            throw e;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] next(InputStream in) throws CaseException {
        try {
            return in.readNBytes(CHUNK);
        } catch (IOException e) {
            throw new CaseException.SourceBroken(e);
        }
    }

    void delete(Id id) throws CaseException {
        container.deleteItem(id);
    }

    /**
     * No byte is given out before the tag of its chunk was checked.
     *
     * @throws CaseException.Damaged if there is no such item, or its key does not open
     */
    InputStream open(Id id) throws CaseException {
        var row = container.item(id).orElseThrow(() -> new CaseException.Damaged("item " + id + " is missing"));
        var key = keys.unwrapItemKey(id, row.wrap())
                .orElseThrow(() -> new CaseException.Damaged("the key of item " + id));
        return new ItemStream(row, key);
    }

    private final class ItemStream extends InputStream {
        private final Rows.Item row;
        private final Binding binding;
        private final byte[] key;
        private byte[] chunk = new byte[0];
        private int position;
        private long number;
        private boolean last;
        private @Nullable CaseException broken;

        ItemStream(Rows.Item row, KeyRing.ItemKey key) {
            this.row = row;
            this.key = key.key();
            this.binding = new Binding(keys.caseId(), key.type(), row.id(), key.version());
        }

        @Override
        public int read() throws IOException {
            return fill() ? chunk[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public int available() {
            return chunk.length - position;
        }

        /** False at the end. */
        private boolean fill() throws CaseException {
            if (broken != null) {
                throw broken;
            }
            while (position == chunk.length) {
                if (last) {
                    return false;
                }
                try {
                    chunk = decrypted();
                } catch (CaseException e) {
                    broken = e;
                    throw e;
                }
                position = 0;
                number++;
            }
            return true;
        }

        private byte[] decrypted() throws CaseException {
            var stored = container.chunk(row.place(), number).orElseThrow(this::damaged);
            last = stored.last();
            byte[] plain = Crypto.decrypt(key, number, stored.bytes(), binding.chunk(number, last))
                    .orElseThrow(this::damaged);
            return last ? Padding.unpadLast(plain).orElseThrow(this::damaged) : plain;
        }

        private CaseException.Damaged damaged() {
            return new CaseException.Damaged("chunk " + number + " of item " + row.id());
        }

        @Override
        public void close() {
            Arrays.fill(key, (byte) 0);
            last = true;
            chunk = new byte[0];
            position = 0;
        }
    }
}
