package org.afterword.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.model.Id;

/** Carries an {@link Erasure} out, within the transaction that is open. */
final class Eraser {
    /** The row of the table of states that says that the file is to be written anew. */
    static final long SWEEP = 2;

    private final Container container;
    private final KeyRing keys;
    private final EntryLog log;
    private final ItemStore items;
    private final Snapshot snapshot;
    private final Erasure erasure;
    private final Map<Long, Envelope> erased = new LinkedHashMap<>();

    Eraser(Container container, KeyRing keys, EntryLog log, ItemStore items, Snapshot snapshot, Erasure erasure) {
        this.container = container;
        this.keys = keys;
        this.log = log;
        this.items = items;
        this.snapshot = snapshot;
        this.erasure = erasure;
    }

    /** Makes the tables anew from the log as it is now. */
    interface Folding {
        void run() throws CaseException;
    }

    /**
     * Ends the transaction and writes the file anew.
     *
     * @throws CaseException.NotSwept if all but the last was done; after any other nothing was
     * @throws IllegalArgumentException if an entry is erased already, or says itself that something was
     */
    Entry.Erased erase(String actor, Folding folding) throws IOException {
        Entry.Erased said;
        boolean done = false;
        try {
            said = write(actor);
            folding.run();
            container.commit();
            keys.settle();
            done = true;
        } finally {
            if (!done) {
                container.rollback();
                keys.back();
                folding.run();
            }
        }
        try {
            sweep(container);
        } catch (CaseException e) {
            throw new CaseException.NotSwept(e);
        }
        return said;
    }

    /**
     * Empties and deletes, wraps every key anew, and appends what stands in and the entry that names everything erased.
     */
    private Entry.Erased write(String actor) throws IOException {
        for (long number : new TreeSet<>(erasure.entries())) {
            erased.put(number, envelope(number));
        }
        var gone = gone();
        var drafts = new ArrayList<EntryLog.Draft>();
        var instead = new ArrayList<Entry.StandIn>();
        try (var writer = items.writer()) {
            for (long number : new TreeSet<>(erasure.instead().keySet())) {
                instead.add(new Entry.StandIn(
                        number,
                        log.size() + drafts.size(),
                        envelope(number).logged().orElseThrow().at()));
                drafts.add(standIn(number, gone, writer));
            }
            writer.drain();
        }
        for (long number : erased.keySet()) {
            container.eraseEntry(number);
        }
        for (Id item : gone) {
            items.delete(item);
        }
        snapshot.forget();
        // A new epoch, so that a key learnt from an older copy of the file opens nothing that is left in this one.
        drafts.add(new EntryLog.Draft(KeyChange.ROTATION.apply(container, keys), List.of()));
        var said = new Entry.Erased(
                List.copyOf(erased.keySet()), List.copyOf(gone), erasure.what(), erasure.reason(), instead);
        drafts.add(new EntryLog.Draft(said, List.of()));
        var entries = log.preparing(actor);
        drafts.forEach(entries::add);
        log.append(entries.all());
        container.putState(SWEEP, keys.seal(Binding.STATE, SWEEP, new byte[] {'{', '}'}));
        return said;
    }

    /** Ends what an erasure that was broken off had still to do. Where there is no room for it, it waits. */
    static void sweepIfDue(Container container) throws CaseException {
        if (!container.isReadOnly() && container.state(SWEEP).isPresent()) {
            try {
                sweep(container);
            } catch (CaseException.NoSpace | CaseException.CannotWrite e) {
                // Verifying says that it is still due.
            }
        }
    }

    static void sweep(Container container) throws CaseException {
        container.sweep();
        container.deleteState(SWEEP);
    }

    private Envelope envelope(long number) throws CaseException {
        var known = erased.get(number);
        if (known != null) {
            return known;
        }
        var envelope = log.read(number);
        if (envelope.logged().flatMap(Logged::entry).orElse(null) instanceof Entry.Erased) {
            throw new IllegalArgumentException("what says that something was erased is never erased");
        }
        return envelope;
    }

    private Set<Id> gone() {
        var gone = new LinkedHashSet<>(new TreeSet<>(erasure.items()));
        for (var envelope : erased.values()) {
            envelope.items().forEach(item -> gone.add(item.id()));
        }
        gone.removeAll(erasure.kept());
        return gone;
    }

    private EntryLog.Draft standIn(long number, Set<Id> gone, ItemWriter writer) throws IOException {
        var stored = new ArrayList<ItemStore.Stored>();
        var envelope = envelope(number);
        for (var brought : envelope.items()) {
            if (!gone.contains(brought.id())) {
                stored.add(new ItemStore.Stored(
                        brought.id(), ItemType.of(brought.type()), brought.size(), brought.sha256()));
            }
        }
        var rewriting = erasure.instead().get(number);
        if (rewriting == null) {
            throw new IllegalStateException("each that is replaced has something in its place");
        }
        var entry = rewriting.write((type, bytes) -> {
            var put = writer.put(type, new ByteArrayInputStream(bytes));
            stored.add(put);
            return put.id();
        });
        return new EntryLog.Draft(entry, stored);
    }
}
