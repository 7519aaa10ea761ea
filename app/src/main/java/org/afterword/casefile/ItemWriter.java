package org.afterword.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * Writes items within the transaction that is open: who puts them reads and hashes, a thread beside encrypts and
 * writes. So what was put may not be in the file yet; {@link #drain()} waits for it. Once writing failed, nothing
 * more is written, and every call says why.
 */
final class ItemWriter implements AutoCloseable {
    private static final long FIRST_VERSION = 1;
    private static final int BUFFERS = 4;
    private static final int SMALL = 1 << 15;

    /** So many small parts are handed over together: waking the writing thread costs as much as writing one. */
    private static final int TOGETHER = 32;

    private static final int WAITING = 4 * TOGETHER;
    private final Container container;
    private final KeyRing keys;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private Deque<Part> queue = new ArrayDeque<>();
    private final byte[] sealed = new byte[ItemStore.CHUNK + Crypto.TAG];
    private long place;
    private int buffers;
    private long submitted;
    private long written;
    private boolean due;
    private boolean started;
    private boolean stopping;
    private boolean stopped;
    private Optional<CaseException> failure = Optional.empty();
    private Optional<RuntimeException> fault = Optional.empty();

    ItemWriter(Container container, KeyRing keys) {
        this.container = container;
        this.keys = keys;
    }

    /** An item on its way; its place is known to the writing thread alone. */
    private static final class Item {
        private final Id id = Id.random();
        private final byte[] key = Crypto.random(Crypto.KEY);
        private final ItemType type;
        private long place;

        Item(ItemType type) {
            this.type = type;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // on its way, never compared
    private record Part(Item item, long number, byte[] buffer, int length, boolean last) {}

    /**
     * Takes the stream to its end.
     *
     * @throws CaseException.SourceBroken if it breaks off; nothing of the item is left, and others can be put
     */
    ItemStore.Stored put(ItemType type, InputStream in) throws CaseException {
        var item = new Item(type);
        var digest = Sha256.digest();
        long size = 0;
        boolean done = false;
        try {
            for (long number = 0; ; number++) {
                byte[] buffer = buffer();
                int length = fill(buffer, in);
                digest.update(buffer, 0, length);
                size += length;
                done = length < ItemStore.CHUNK;
                submit(new Part(item, number, buffer, length, done));
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
        if (bytes.length >= SMALL) {
            return put(type, new ByteArrayInputStream(bytes));
        }
        var item = new Item(type);
        submit(new Part(item, 0, Arrays.copyOf(bytes, Padding.lastLength(bytes.length)), bytes.length, true));
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
                giveBack(buffer, buffer.length);
            }
        }
    }

    private void takeBack(Item item) throws CaseException {
        settle();
        Arrays.fill(item.key, (byte) 0);
        if (isSound()) {
            container.deleteItem(item.id);
        }
    }

    private boolean isSound() {
        lock.lock();
        try {
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    private byte[] buffer() throws CaseException {
        lock.lock();
        try {
            while (!stopped && free.isEmpty() && buffers == BUFFERS) {
                changed.awaitUninterruptibly();
            }
            check();
            if (!free.isEmpty()) {
                return free.pop();
            }
            buffers++;
            return new byte[ItemStore.CHUNK];
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(byte[] buffer, int used) {
        Arrays.fill(buffer, 0, used, (byte) 0);
        if (buffer.length == ItemStore.CHUNK) {
            lock.lock();
            try {
                free.push(buffer);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private void submit(Part part) throws CaseException {
        var queued = part;
        boolean small = part.length() < SMALL;
        if (small && part.buffer().length == ItemStore.CHUNK) {
            // Else four small items would fill all buffers.
            byte[] copy = Arrays.copyOf(part.buffer(), Padding.lastLength(part.length()));
            giveBack(part.buffer(), part.length());
            queued = new Part(part.item(), part.number(), copy, part.length(), part.last());
        }
        lock.lock();
        try {
            while (!stopped && queue.size() >= WAITING) {
                changed.awaitUninterruptibly();
            }
            check();
            queue.add(queued);
            submitted++;
            due |= !small || queue.size() >= TOGETHER;
            if (!started) {
                started = true;
                Thread.ofPlatform().daemon().name("afterword-writer").start(this::run);
            }
            if (due) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void check() throws CaseException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
        if (stopped) {
            throw new IllegalStateException("writing has stopped");
        }
    }

    private void run() {
        Deque<Part> taken = new ArrayDeque<>();
        try {
            for (taken = next(); !taken.isEmpty(); taken = next()) {
                int count = taken.size();
                while (!taken.isEmpty()) {
                    write(taken.getFirst());
                    var part = taken.removeFirst();
                    giveBack(part.buffer(), part.buffer().length);
                }
                done(count);
            }
        } catch (CaseException e) {
            stop(Optional.of(e), Optional.empty());
        } catch (RuntimeException e) {
            stop(Optional.empty(), Optional.of(e));
        } finally {
            wipe(taken);
            stop(Optional.empty(), Optional.empty());
        }
    }

    /** All that waits, once it is worth it; nothing if no more is to be written. */
    private Deque<Part> next() {
        lock.lock();
        try {
            while (!stopping && !(due && !queue.isEmpty())) {
                changed.awaitUninterruptibly();
            }
            if (stopping) {
                return new ArrayDeque<>();
            }
            due = false;
            var taken = queue;
            queue = new ArrayDeque<>();
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void done(int count) {
        lock.lock();
        try {
            written += count;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void wipe(Deque<Part> parts) {
        for (var part : parts) {
            Arrays.fill(part.buffer(), (byte) 0);
            Arrays.fill(part.item().key, (byte) 0);
        }
        parts.clear();
    }

    private void stop(Optional<CaseException> why, Optional<RuntimeException> orWhy) {
        lock.lock();
        try {
            if (!stopped) {
                failure = why;
                fault = orWhy;
                stopped = true;
            }
            wipe(queue);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void write(Part part) throws CaseException {
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
        lock.lock();
        try {
            long all = submitted;
            due = true;
            changed.signalAll();
            while (!stopped && written < all) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was put is written. */
    void drain() throws CaseException {
        settle();
        lock.lock();
        try {
            check();
        } finally {
            lock.unlock();
        }
    }

    /** When this returns, nothing is written any more; what was put and is not in the file yet will never be. */
    @Override
    public void close() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
            while (started && !stopped) {
                changed.awaitUninterruptibly();
            }
            stopped = true;
            free.clear();
        } finally {
            lock.unlock();
        }
    }
}
