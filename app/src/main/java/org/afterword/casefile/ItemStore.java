package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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

    private final class ItemStream extends Chunks {
        private final Rows.Item row;
        private final Binding binding;
        private final byte[] key;
        private long number;
        private boolean last;
        private @Nullable CaseException broken;

        ItemStream(Rows.Item row, KeyRing.ItemKey key) {
            this.row = row;
            this.key = key.key();
            this.binding = new Binding(keys.caseId(), key.type(), row.id(), key.version());
        }

        @Override
        long skipChunks(long most) throws CaseException {
            long skipped = 0;
            while (!last && broken == null && most - skipped >= CHUNK) {
                if (container
                        .chunk(row.place(), number)
                        .filter(one -> !one.last())
                        .isEmpty()) {
                    break;
                }
                number++;
                skipped += CHUNK;
            }
            return skipped;
        }

        @Override
        boolean next() throws CaseException {
            if (broken != null) {
                throw broken;
            }
            if (last) {
                return false;
            }
            try {
                decrypt();
            } catch (CaseException e) {
                broken = e;
                throw e;
            }
            number++;
            return true;
        }

        private void decrypt() throws CaseException {
            var stored = container.chunk(row.place(), number).orElseThrow(this::damaged);
            last = stored.last();
            int plain = Math.max(0, stored.bytes().length - Crypto.TAG);
            byte[] chunk = room(plain);
            take(chunk, 0);
            if (!Crypto.decrypt(key, number, stored.bytes(), binding.chunk(number, last), chunk)) {
                throw damaged();
            }
            take(chunk, last ? Padding.unpadLast(chunk, plain).orElseThrow(this::damaged) : plain);
        }

        private CaseException.Damaged damaged() {
            return new CaseException.Damaged("chunk " + number + " of item " + row.id());
        }

        @Override
        public void close() throws IOException {
            Arrays.fill(key, (byte) 0);
            super.close();
        }
    }
}
