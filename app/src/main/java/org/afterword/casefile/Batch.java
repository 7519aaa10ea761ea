package org.afterword.casefile;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * Changes that come into the case together, or not at all. Nothing is in the case until {@link #commit()} returns; then
 * it is on the disk. One batch at a time: others wait for its {@link #close()}.
 *
 * <p>Items belong to the entry that is added next, or to the one that is added with them. Large ones stream; memory
 * stays flat.
 */
public final class Batch implements AutoCloseable {
    private final CaseFile file;
    private final String actor;
    private final ItemWriter writer;
    private final List<ItemStore.Stored> loose = new ArrayList<>();
    private Preparing entries;
    private Optional<CaseException> failed = Optional.empty();
    private boolean begun;
    private boolean closed;

    Batch(CaseFile file, String actor) {
        this.file = file;
        this.actor = actor;
        this.writer = file.items().writer();
        this.entries = file.preparing(actor);
    }

    /**
     * Stores the stream to its end, encrypted, and gives the item's id for an entry to name. Does not close it.
     *
     * @throws CaseException.SourceBroken if the stream breaks off; the batch can go on without it. After any
     *     other, it cannot
     */
    public Id put(ItemType type, InputStream in) throws CaseException {
        return take(type, in).item();
    }

    /**
     * What was put.
     *
     * @param size in bytes
     * @param sha256 of the bytes
     */
    public record Put(Id item, long size, Sha256 sha256) {}

    /** The same as {@link #put(ItemType, InputStream)}, and says what the stream held. */
    public Put take(ItemType type, InputStream in) throws CaseException {
        return take(() -> writer.put(type, in));
    }

    /**
     * Stores bytes of which the hash is known already.
     *
     * @param sha256 of the bytes
     */
    public Put take(ItemType type, byte[] bytes, Sha256 sha256) throws CaseException {
        return take(() -> writer.put(type, bytes, sha256));
    }

    public Id put(ItemType type, byte[] bytes) throws CaseException {
        return take(type, bytes, Sha256.of(bytes)).item();
    }

    private interface Putting {
        ItemStore.Stored put() throws CaseException;
    }

    private Put take(Putting putting) throws CaseException {
        begin();
        try {
            var stored = putting.put();
            loose.add(stored);
            return new Put(stored.id(), stored.size(), stored.sha256());
        } catch (CaseException.SourceBroken e) {
            throw e;
        } catch (CaseException e) {
            failed = Optional.of(e);
            throw e;
        }
    }

    /** Takes back an item put into this batch and not yet named by an entry: it turned out to be there already. */
    public void drop(Id item) throws CaseException {
        if (!loose.removeIf(stored -> stored.id().equals(item))) {
            throw new IllegalArgumentException("only an item put since the last entry can be dropped");
        }
        drain();
        file.items().delete(item);
    }

    private void drain() throws CaseException {
        try {
            writer.drain();
        } catch (CaseException e) {
            failed = Optional.of(e);
            throw e;
        }
    }

    public void add(Entry entry) {
        checkOpen();
        entries.add(new EntryLog.Draft(entry, List.copyOf(loose)));
        loose.clear();
    }

    /**
     * Adds an entry to which only these of the items belong that were put and are still without one.
     *
     * @throws IllegalArgumentException if one of them is not such an item
     */
    public void add(Entry entry, List<Id> items) {
        checkOpen();
        var theirs = loose.stream().filter(one -> items.contains(one.id())).toList();
        if (theirs.size() != items.size()) {
            throw new IllegalArgumentException("only an item put and not yet named by an entry can be named by it");
        }
        loose.removeAll(theirs);
        entries.add(new EntryLog.Draft(entry, theirs));
    }

    /**
     * Changes the ways into the case, or its keys, in this batch; the log will say so.
     *
     * @throws CaseException after which the batch cannot go on
     */
    void change(KeyChange change) throws CaseException {
        begin();
        drain(); // what is still being written would be wrapped under the key of before
        try {
            add(file.change(change));
        } catch (CaseException e) {
            failed = Optional.of(e);
            throw e;
        }
    }

    /**
     * Acknowledges: when this returns, everything is on the disk. Without entries, nothing happens.
     *
     * @throws IllegalStateException if an item was put and no entry added after it
     */
    public void commit() throws CaseException {
        checkOpen();
        if (!loose.isEmpty()) {
            throw new IllegalStateException("every item belongs to an entry");
        }
        if (!entries.isEmpty()) {
            begin();
            drain();
            begun = false; // whatever happens, the case leaves no transaction open
            try {
                file.commit(entries);
            } finally {
                entries = file.preparing(actor);
            }
        }
    }

    private void begin() throws CaseException {
        checkOpen();
        if (failed.isPresent()) {
            throw failed.get();
        }
        if (!begun) {
            file.begin();
            begun = true;
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the batch is closed");
        }
    }

    /** What was not committed never happened. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            writer.close();
            file.release(begun);
        }
    }
}
