package org.afterword.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.afterword.model.Sha256;

/**
 * Writes items within the transaction that is open: who puts them reads and hashes, a thread beside encrypts and
 * writes. So what was put may not be in the file yet; {@link #drain()} waits for it. Once writing failed, nothing
 * more is written, and every call says why.
 */
final class ItemWriter implements AutoCloseable {
    private static final long FIRST_VERSION = 1;
    private final Container container;
    private final KeyRing keys;
    private final ItemQueue queue;
    private final byte[] sealed = new byte[ItemStore.CHUNK + Crypto.TAG];
    private long place;

    ItemWriter(Container container, KeyRing keys) {
        this.container = container;
        this.keys = keys;
        this.queue = new ItemQueue(this::write);
    }

    /**
     * Takes the stream to its end.
     *
     * @throws CaseException.SourceBroken if it breaks off; nothing of the item is left, and others can be put
     */
    ItemStore.Stored put(ItemType type, InputStream in) throws CaseException {
        var item = new ItemQueue.Item(type);
        var digest = Sha256.digest();
        long size = 0;
        boolean done = false;
        try {
            for (long number = 0; ; number++) {
                byte[] buffer = queue.buffer();
                int length = fill(buffer, in);
                digest.update(buffer, 0, length);
                size += length;
                done = length < ItemStore.CHUNK;
                queue.submit(new ItemQueue.Part(item, number, buffer, length, done));
                if (done) {
                    return new ItemStore.Stored(item.id, type, size, Sha256.ofDigest(digest.digest()));
                }
            }
        } finally {
            if (!done) {
                takeBack(item);
            }
        }
    }

    /**
     * Takes bytes that are there already.
     *
     * @param sha256 of them
     */
    ItemStore.Stored put(ItemType type, byte[] bytes, Sha256 sha256) throws CaseException {
        if (bytes.length >= ItemQueue.SMALL) {
            return put(type, new ByteArrayInputStream(bytes));
        }
        var item = new ItemQueue.Item(type);
        queue.submit(new ItemQueue.Part(
                item, 0, Arrays.copyOf(bytes, Padding.lastLength(bytes.length)), bytes.length, true));
        return new ItemStore.Stored(item.id, type, bytes.length, sha256);
    }

    private int fill(byte[] buffer, InputStream in) throws CaseException {
        int length = -1;
        try {
            length = in.readNBytes(buffer, 0, ItemStore.CHUNK);
            return length;
        } catch (IOException e) {
            throw new CaseException.SourceBroken(e);
        } finally {
            if (length < 0) {
                queue.giveBack(buffer, buffer.length);
            }
        }
    }

    private void takeBack(ItemQueue.Item item) throws CaseException {
        queue.settle();
        Arrays.fill(item.key, (byte) 0);
        if (queue.isSound()) {
            container.deleteItem(item.id);
        }
    }

    private void write(ItemQueue.Part part) throws CaseException {
        var item = part.item();
        int type = item.type.number();
        try {
            if (part.number() == 0) {
                var key = new KeyRing.ItemKey(item.key, type, FIRST_VERSION);
                item.place = place == 0 ? container.freePlace() : place;
                place = item.place + 1;
                container.addItem(item.place, item.id, keys.wrapItemKey(item.id, key));
            }
            int length = part.last() ? Padding.padLast(part.buffer(), part.length()) : part.length();
            byte[] bytes = length == ItemStore.CHUNK ? sealed : new byte[length + Crypto.TAG];
            var binding = new Binding(keys.caseId(), type, item.id, FIRST_VERSION);
            Crypto.encrypt(
                    item.key, part.number(), part.buffer(), length, binding.chunk(part.number(), part.last()), bytes);
            container.addChunk(item.place, part.number(), bytes);
        } finally {
            if (part.last()) {
                Arrays.fill(item.key, (byte) 0);
            }
        }
    }

    /** Waits until all that was put so far is written, or never will be. */
    void settle() {
        queue.settle();
    }

    /** Waits until all that was put is written. */
    void drain() throws CaseException {
        queue.drain();
    }

    /** When this returns, nothing is written any more; what was put and is not in the file yet will never be. */
    @Override
    public void close() {
        queue.close();
    }
}
