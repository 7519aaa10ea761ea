package org.afterword.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.MerkleTree;

/** The folded log, kept as an item so that opening is quick. Never needed: what does not fit is thrown away. */
final class Snapshot {
    static final long STATE = 1;
    private static final long MANY_ENTRIES = 200;
    private static final long MUCH = 4 << 20;
    /** It is in memory as a whole; a larger one would be more than this program may have beside the rest. */
    private static final long LARGEST = Runtime.getRuntime().maxMemory() / 3;

    private final Container container;
    private final KeyRing keys;
    private final ItemStore items;
    private long entriesSince;
    private long bytesSince;

    Snapshot(Container container, KeyRing keys, ItemStore items) {
        this.container = container;
        this.keys = keys;
        this.items = items;
    }

    /**
     * @param schema {@link Schema#VERSION} of what made it
     * @param entries how many it covers
     * @param root of the tree of so many
     */
    record Saved(int schema, long entries, Sha256 root, Id image) {
        Saved {
            Objects.requireNonNull(root);
            Objects.requireNonNull(image);
        }
    }

    /** The snapshot and the rest of the log, or the whole log. */
    Relations load(EntryLog log) throws CaseException {
        var saved = saved();
        if (saved.isPresent()) {
            var covered = covered(saved.get(), log);
            var restored = covered.isPresent() ? restore(saved.get()) : Optional.<Relations>empty();
            if (restored.isPresent()) {
                fold(log, covered.get(), restored.get());
                return restored.get();
            }
        }
        var empty = Relations.empty(items::open);
        fold(log, new MerkleTree(), empty);
        return empty;
    }

    private void fold(EntryLog log, MerkleTree from, Relations into) throws CaseException {
        boolean done = false;
        try {
            into.together(fold -> log.load(from, (logged, envelope) -> {
                try {
                    apply(logged, fold);
                } catch (IllegalStateException e) {
                    throw new CaseException.Damaged("what log entry " + logged.number() + " says", e);
                }
                folded(envelope.items().stream()
                        .filter(item -> item.type() != ItemType.EXHIBIT.number())
                        .mapToLong(Envelope.Brought::size)
                        .sum());
            }));
            done = true;
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException.CannotRead(e);
        } finally {
            if (!done) {
                into.close();
            }
        }
    }

    /**
     * Folds all in, or nothing.
     *
     * @throws IllegalStateException if an entry does not fit what the case holds
     */
    static void apply(List<Preparing.Prepared> entries, Relations into) throws CaseException {
        try {
            into.together(fold -> {
                for (var one : entries) {
                    apply(one.logged(), fold);
                }
            });
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException.CannotRead(e);
        }
    }

    private static void apply(Logged logged, Relations.Folding into) throws CaseException {
        try {
            into.apply(logged);
        } catch (CaseException e) {
            throw e;
        } catch (IOException e) {
            throw new CaseException.Damaged("what log entry " + logged.number() + " brought", e);
        }
    }

    /** Something was folded in that the snapshot does not have. */
    void folded(EntryLog.Draft draft) {
        folded(draft.items().stream()
                .filter(item -> item.type() != ItemType.EXHIBIT)
                .mapToLong(ItemStore.Stored::size)
                .sum());
    }

    private void folded(long bytes) {
        entriesSince++;
        bytesSince += bytes;
    }

    Optional<Saved> saved() throws CaseException {
        return container
                .state(STATE)
                .flatMap(row -> keys.open(Binding.STATE, STATE, row))
                .flatMap(json -> {
                    try {
                        return Optional.of(Frames.json().readValue(json, Saved.class));
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                });
    }

    /** The tree over the entries that it covers, if it fits the log. */
    private static Optional<MerkleTree> covered(Saved saved, EntryLog log) throws CaseException {
        return saved.schema() == Schema.VERSION
                ? log.treeOf(saved.entries())
                        .filter(tree -> Sha256.ofDigest(tree.root()).equals(saved.root()))
                : Optional.empty();
    }

    /** Empty if it cannot be read. */
    private Optional<Relations> restore(Saved saved) throws CaseException {
        try (InputStream image = items.open(saved.image())) {
            return Optional.of(Relations.restore(image.readAllBytes(), items::open));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Takes the saved one away, within the transaction that is open. */
    void forget() throws CaseException {
        var old = saved();
        if (old.isPresent()) {
            items.delete(old.get().image());
        }
        container.deleteState(STATE);
    }

    /** Writes a new one in place of the old, if folding the rest would take long and the disk has room for it. */
    void save(Relations relations, EntryLog log) {
        if ((entriesSince < MANY_ENTRIES && bytesSince < MUCH) || relations.size() > LARGEST) {
            return;
        }
        try {
            container.begin();
            try {
                write(relations, log);
                container.commit();
                entriesSince = 0;
                bytesSince = 0;
            } finally {
                container.rollback();
            }
        } catch (IOException e) {
            // Opening will take longer; nothing is lost.
        }
    }

    private void write(Relations relations, EntryLog log) throws IOException {
        var old = saved();
        if (old.isPresent()) {
            items.delete(old.get().image());
        }
        ItemStore.Stored image;
        try (var writer = items.writer()) {
            image = writer.put(ItemType.SNAPSHOT, new ByteArrayInputStream(relations.serialize()));
            writer.drain();
        }
        var state = new Saved(Schema.VERSION, log.size(), log.root(), image.id());
        container.putState(STATE, keys.seal(Binding.STATE, STATE, Frames.json().writeValueAsBytes(state)));
    }
}
