package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.jspecify.annotations.Nullable;

/** Items in chunks: written and read as streams, each write under a key of its own. */
final class ItemStore {
    static final int CHUNK = 1 << 20;
    private final Container container;
    private final KeyRing keys;
    private volatile Optional<ItemWriter> writer = Optional.empty();

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

    /** Writes items within the transaction that is open; one such at a time. */
    ItemWriter writer() {
        var made = new ItemWriter(container, keys);
        writer = Optional.of(made);
        return made;
    }

    /** Waits until what was put can be read. */
    private void settle() {
        writer.ifPresent(ItemWriter::settle);
    }

    void delete(Id id) throws CaseException {
        settle();
        container.deleteItem(id);
    }

    /**
     * No byte is given out before the tag of its chunk was checked.
     *
     * @throws CaseException.Damaged if there is no such item, or its key does not open
     */
    InputStream open(Id id) throws CaseException {
        settle();
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
        private int length;
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
        public int read(byte[] target, int offset, int wanted) throws IOException {
            Objects.checkFromIndexSize(offset, wanted, target.length);
            if (wanted == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(wanted, length - position);
            System.arraycopy(chunk, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public long transferTo(OutputStream out) throws IOException {
            long all = 0;
            while (fill()) {
                out.write(chunk, position, length - position);
                all += length - position;
                position = length;
            }
            return all;
        }

        /** Over whole chunks without reading them. */
        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.min(Math.max(0, count), length - position);
            position += (int) skipped;
            while (skipped < count && !last && broken == null && count - skipped >= CHUNK) {
                if (container
                        .chunk(row.place(), number)
                        .filter(one -> !one.last())
                        .isEmpty()) {
                    break;
                }
                number++;
                skipped += CHUNK;
            }
            while (skipped < count && fill()) {
                int more = (int) Math.min(count - skipped, length - position);
                position += more;
                skipped += more;
            }
            return skipped;
        }

        @Override
        public int available() {
            return length - position;
        }

        /** False at the end. */
        private boolean fill() throws CaseException {
            if (broken != null) {
                throw broken;
            }
            while (position == length) {
                if (last) {
                    return false;
                }
                try {
                    decrypt();
                } catch (CaseException e) {
                    broken = e;
                    throw e;
                }
                position = 0;
                number++;
            }
            return true;
        }

        private void decrypt() throws CaseException {
            var stored = container.chunk(row.place(), number).orElseThrow(this::damaged);
            last = stored.last();
            int plain = stored.bytes().length - Crypto.TAG;
            if (plain > chunk.length) {
                chunk = new byte[plain];
            }
            length = position;
            if (!Crypto.decrypt(key, number, stored.bytes(), binding.chunk(number, last), chunk)) {
                throw damaged();
            }
            length = last ? Padding.unpadLast(chunk, plain).orElseThrow(this::damaged) : plain;
        }

        private CaseException.Damaged damaged() {
            return new CaseException.Damaged("chunk " + number + " of item " + row.id());
        }

        @Override
        public void close() {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(chunk, (byte) 0);
            last = true;
            position = 0;
            length = 0;
        }
    }
}
