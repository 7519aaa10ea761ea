package org.afterword.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterword.model.Sha256;
import org.afterword.verifier.Checkpoint;
import org.afterword.verifier.MerkleTree;

/** The append-only list of entries, its tree and its checkpoints. */
final class EntryLog {
    private static final int PAGE = 256;
    private static final int LEAVES = 8192;
    private final Container container;
    private final KeyRing keys;
    private final Clock clock;
    private MerkleTree tree = new MerkleTree();
    private String note = "";
    private boolean newer;

    EntryLog(Container container, KeyRing keys, Clock clock) {
        this.container = container;
        this.keys = keys;
        this.clock = clock;
    }

    /** What is to be logged. */
    record Draft(Entry entry, List<ItemStore.Stored> items) {}

    /** The tree that written rows make: it holds once the transaction is on the disk. */
    record Appended(MerkleTree tree, String note) {}

    synchronized long size() {
        return tree.size();
    }

    synchronized Sha256 root() {
        return Sha256.ofDigest(tree.root());
    }

    /** The newest checkpoint: a signed note. */
    synchronized String note() {
        return note;
    }

    /** The checkpoint over so many entries, as it was signed; empty if none was made then. */
    Optional<String> note(long size) throws CaseException {
        var row = container.checkpoint(size);
        return row.isPresent() ? Optional.of(note(row.get())) : Optional.empty();
    }

    /** Whether there is an entry that this program does not understand and must not ignore. */
    synchronized boolean isNewer() {
        return newer;
    }

    /** Makes entries ready that will follow what is there now. */
    Preparing preparing(String actor) {
        return new Preparing(size(), clock, actor);
    }

    /** Writes entries within the transaction that is open, and folds them in meanwhile. */
    Appended append(List<Preparing.Prepared> entries, Relations into) throws CaseException {
        var folding = Beside.begin("afterword-folding", () -> Snapshot.apply(entries, into));
        try {
            return append(entries);
        } finally {
            folding.end();
        }
    }

    /** Writes entries and a checkpoint within the transaction that is open. */
    Appended append(List<Preparing.Prepared> entries) throws CaseException {
        MerkleTree grown;
        synchronized (this) {
            grown = tree.copy();
        }
        var rows = entries.parallelStream().map(this::sealed).toList();
        for (var row : rows) {
            if (row.number() != grown.size()) {
                throw new IllegalStateException("something else was written meanwhile");
            }
            container.addEntry(row);
            grown.append(row.leaf());
        }
        var note = SignedNote.sign(
                Checkpoint.of(keys.origin(), grown.size(), grown.root()).text(), keys.signer());
        container.addCheckpoint(
                grown.size(), keys.seal(Binding.CHECKPOINT, grown.size(), note.getBytes(StandardCharsets.UTF_8)));
        return new Appended(grown, note);
    }

    private Rows.Entry sealed(Preparing.Prepared one) {
        long number = one.logged().number();
        return new Rows.Entry(number, one.leaf(), keys.seal(Binding.ENTRY, number, one.content()));
    }

    /** The transaction of these is on the disk. */
    synchronized void accept(Appended appended) {
        tree = appended.tree();
        note = appended.note();
    }

    /** What is done with each entry as the log is gone through. */
    interface Each {
        /**
         * @param logged what is read at this place of the log
         * @param envelope what it came in
         */
        void accept(Logged logged, Envelope envelope) throws CaseException;
    }

    /**
     * Goes through the whole log, checks that it is whole and is what the newest checkpoint says, and gives the
     * entries that follow some; at the place of an erased one, what stands in for it.
     *
     * @param grown the tree over those that are known already, as their leaves are stored now ({@link #treeOf})
     * @throws CaseException.Damaged naming the first entry that does not fit
     */
    void load(MerkleTree grown, Each each) throws CaseException {
        long from = grown.size();
        var newest = container
                .lastCheckpoint()
                .orElseThrow(() -> new CaseException.Damaged("the log's checkpoints are missing"));
        var checkpoint = checkpoint(newest);
        var erasures = erasures(from);
        boolean unknown = false;
        for (var rows = page(grown.size()); !rows.isEmpty(); rows = page(grown.size())) {
            for (var row : rows) {
                if (row.number() != grown.size()) {
                    throw missing(grown.size());
                }
                if (row.erased()) {
                    erased(row, erasures, each);
                } else {
                    var envelope = read(row);
                    var logged = envelope.logged().orElseThrow();
                    unknown |= envelope.must() && logged.entry().isEmpty();
                    if (!erasures.standsIn(row.number())) {
                        each.accept(logged, envelope);
                    }
                }
                grown.append(row.leaf());
            }
        }
        if (grown.size() < checkpoint.size()) {
            throw missing(grown.size());
        }
        if (grown.size() > checkpoint.size()) {
            throw new CaseException.Damaged(entry(checkpoint.size()) + " is not covered by a checkpoint");
        }
        if (!Sha256.ofDigest(grown.root()).hex().equals(checkpoint.root())) {
            for (long number = 0; number < from; number++) {
                if (!row(number).erased()) {
                    read(number);
                }
            }
            throw new CaseException.Damaged("the log's newest checkpoint");
        }
        synchronized (this) {
            tree = grown;
            note = note(newest);
            newer = unknown;
        }
    }

    private void erased(Rows.Entry row, Erasures erasures, Each each) throws CaseException {
        if (erasures.of(row.number()).isEmpty()) {
            throw new CaseException.Damaged(entry(row.number()));
        }
        var instead = erasures.instead(row.number());
        if (instead.isPresent() && !erasures.standsIn(row.number())) {
            var envelope = read(instead.get().by());
            each.accept(envelope.logged().orElseThrow().at(instead.get().at()), envelope);
        }
    }

    Erasures erasures(long from) throws CaseException {
        return Erasures.of(container, from, this::readable);
    }

    /** Takes leaves without looking at their entries. */
    private void skip(MerkleTree grown, long size) throws CaseException {
        while (grown.size() < size) {
            int limit = (int) Math.min(LEAVES, size - grown.size());
            var rows = container.leaves(grown.size(), limit);
            if (rows.isEmpty()) {
                throw missing(grown.size());
            }
            for (var row : rows) {
                if (row.number() != grown.size()) {
                    throw missing(grown.size());
                }
                grown.append(row.leaf());
            }
        }
    }

    /** All leaves as they are stored now, up to the first that is missing. */
    List<byte[]> leaves() throws CaseException {
        var leaves = new ArrayList<byte[]>();
        for (var rows = container.leaves(0, LEAVES); !rows.isEmpty(); rows = container.leaves(leaves.size(), LEAVES)) {
            for (var row : rows) {
                if (row.number() != leaves.size()) {
                    return leaves;
                }
                leaves.add(row.leaf());
            }
        }
        return leaves;
    }

    /** The root of the tree over the first entries as they are stored now; empty if there are not so many. */
    Optional<Sha256> rootOf(long size) throws CaseException {
        return treeOf(size).map(tree -> Sha256.ofDigest(tree.root()));
    }

    /** The tree over the first entries as they are stored now; empty if there are not so many. */
    Optional<MerkleTree> treeOf(long size) throws CaseException {
        var grown = new MerkleTree();
        try {
            skip(grown, size);
        } catch (CaseException.Damaged e) {
            return Optional.empty();
        }
        return Optional.of(grown);
    }

    List<Rows.Entry> page(long from) throws CaseException {
        return container.entries(from, PAGE);
    }

    Envelope read(long number) throws CaseException {
        return read(row(number));
    }

    private Rows.Entry row(long number) throws CaseException {
        var rows = container.entries(number, 1);
        if (rows.isEmpty() || rows.getFirst().number() != number) {
            throw missing(number);
        }
        return rows.getFirst();
    }

    Envelope read(Rows.Entry row) throws CaseException {
        return readable(row).orElseThrow(() -> new CaseException.Damaged(entry(row.number())));
    }

    private Optional<Envelope> readable(Rows.Entry row) {
        return keys.open(Binding.ENTRY, row.number(), row.sealed())
                .flatMap(Envelope::parse)
                .filter(envelope -> Arrays.equals(envelope.leaf(), row.leaf()))
                .filter(envelope -> envelope.logged()
                        .filter(logged -> logged.number() == row.number())
                        .isPresent());
    }

    static CaseException.Damaged missing(long number) {
        return new CaseException.Damaged(entry(number) + " is missing");
    }

    static String entry(long number) {
        return "log entry " + number;
    }

    /** The note in the row, if this case's key signed it for this size. */
    Checkpoint checkpoint(Rows.Numbered row) throws CaseException {
        return SignedNote.verify(note(row), keys.signers())
                .flatMap(Checkpoint::parse)
                .filter(checkpoint -> checkpoint.size() == row.number())
                .filter(checkpoint -> checkpoint.origin().equals(keys.origin()))
                .orElseThrow(() -> broken(row.number()));
    }

    private String note(Rows.Numbered row) throws CaseException {
        return keys.open(Binding.CHECKPOINT, row.number(), row.sealed())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> broken(row.number()));
    }

    private static CaseException.Damaged broken(long size) {
        return new CaseException.Damaged("the checkpoint of " + size + " log entries");
    }

    /**
     * The entries from a number to before another, each checked against its leaf, the erased ones as such; a damaged one
     * is thrown as {@link java.io.UncheckedIOException}.
     */
    Stream<Logged> stream(long from, long end) {
        return StreamSupport.stream(
                Spliterators.spliterator(
                        new LogWalk(this, from, end),
                        end - from,
                        Spliterator.ORDERED | Spliterator.IMMUTABLE | Spliterator.NONNULL),
                false);
    }
}
