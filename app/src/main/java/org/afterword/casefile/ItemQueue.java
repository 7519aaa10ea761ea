package org.afterword.casefile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.afterword.model.Id;

/**
 * Parts of items between who reads them and the thread that writes them, and the buffers that they are in. Once writing
 * failed, nothing more is written, and every call says why.
 */
final class ItemQueue implements AutoCloseable {
    /** A part of fewer bytes has a buffer of its own size. */
    static final int SMALL = 1 << 15;

    private static final int BUFFERS = 4;

    /** So many small parts are handed over together: waking the writing thread costs as much as writing one. */
    private static final int TOGETHER = 32;

    private static final int WAITING = 4 * TOGETHER;
    private final Writing writing;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private Deque<Part> queue = new ArrayDeque<>();
    private int buffers;
    private long submitted;
    private long written;
    private boolean due;
    private boolean started;
    private boolean stopping;
    private boolean stopped;
    private Optional<CaseException> failure = Optional.empty();
    private Optional<RuntimeException> fault = Optional.empty();

    ItemQueue(Writing writing) {
        this.writing = writing;
    }

    /** What becomes of a part; on the writing thread. */
    interface Writing {
        void write(Part part) throws CaseException;
    }

    /** An item on its way; its place is known to the writing thread alone. */
    static final class Item {
        final Id id = Id.random();
        final byte[] key = Crypto.random(Crypto.KEY);
        final ItemType type;
        long place;

        Item(ItemType type) {
            this.type = type;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // on its way, never compared
    record Part(Item item, long number, byte[] buffer, int length, boolean last) {}

    boolean isSound() {
        lock.lock();
        try {
            return !stopped;
        } finally {
            lock.unlock();
        }
    }

    byte[] buffer() throws CaseException {
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

    void giveBack(byte[] buffer, int used) {
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

    void submit(Part part) throws CaseException {
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
                    writing.write(taken.getFirst());
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
