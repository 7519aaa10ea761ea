package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.MerkleTree;

/** Looks at every byte of a case, and goes on where something is wrong. */
final class Inspector {
    private static final String RESTORE = "Keep this file, and compare it with your backup.";
    private static final int PAGE = 64;
    private static final int LARGEST_STAMP = 8 << 20;
    private final Container container;
    private final KeyRing keys;
    private final EntryLog log;
    private final ItemStore items;
    private final Snapshot snapshot;
    private final Looking looking;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Entry.ExhibitAdded> exhibits = new ArrayList<>();
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<Long, Stamp> stamps = new LinkedHashMap<>();
    private final Map<Id, Brought> brought = new LinkedHashMap<>();
    private final Map<Id, Inspection.Content> contents = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();
    private Erasures erasures = new Erasures();
    private boolean signed;

    Inspector(Container container, KeyRing keys) {
        this(container, keys, Looking.UNHEARD);
    }

    Inspector(Container container, KeyRing keys, Looking looking) {
        this.container = container;
        this.keys = keys;
        this.looking = looking;
        this.items = new ItemStore(container, keys);
        this.log = new EntryLog(container, keys, Clock.systemUTC());
        this.snapshot = new Snapshot(container, keys, items);
    }

    private record Brought(long entry, Envelope.Brought item) {}

    private interface Step {
        void run() throws CaseException;
    }

    /**
     * @param sound is given what the case holds, if nothing is wrong with it
     */
    Inspection inspect(Consumer<Contents> sound) throws CaseException {
        var found = inspect();
        if (found.problems().isEmpty()) {
            try (var contents = snapshot.load(log)) {
                sound.accept(contents);
            }
        }
        return found;
    }

    Inspection inspect() {
        attempt("the container", () -> problems.addAll(Checkup.structure(container)));
        attempt("the header", () -> problems.addAll(Checkup.header(container)));
        attempt("the log", () -> erasures = log.erasures(0));
        attempt("the log", this::entries);
        attempt("the items", this::items);
        attempt("the snapshot", () -> problems.addAll(Checkup.snapshot(container, snapshot, items, log)));
        attempt("the items", this::strays);
        attempt("the free pages", this::sweep);
        return new Inspection(
                signed,
                tree.size(),
                exhibits,
                contents,
                Ledger.of(keys.signers(), leaves),
                stamps.entrySet().stream()
                        .flatMap(one -> stamped(one.getKey(), one.getValue()))
                        .toList(),
                erasures.items(),
                erasures.size(),
                Repair.safe(problems));
    }

    /** Nothing where it cannot be read: that was said already. */
    private Stream<Inspection.Stamped> stamped(long entry, Stamp stamp) {
        try (var in = items.open(stamp.item())) {
            return Stream.of(new Inspection.Stamped(entry, stamp, in.readNBytes(LARGEST_STAMP)));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private void attempt(String where, Step step) {
        try {
            step.run();
        } catch (CaseException.Damaged e) {
            damage(e.where(), "This part of the case is damaged.");
        } catch (CaseException e) {
            damage(where, "This part of the case cannot be read.");
        }
    }

    private void damage(String where, String meaning) {
        problems.add(new Problem(Problem.Severity.DAMAGE, where, meaning, RESTORE));
    }

    private void entries() throws CaseException {
        var roots = new HashMap<Long, String>();
        var checkpoints = container.checkpoints(0);
        var sizes = checkpoints.stream().map(Rows.Numbered::number).toList();
        int next = 0;
        for (var rows = container.entries(0, PAGE); !rows.isEmpty(); rows = container.entries(tree.size(), PAGE)) {
            for (var row : rows) {
                if (row.number() != tree.size()) {
                    damage("log entry " + tree.size(), "This entry is missing, and those after it cannot be counted.");
                    return;
                }
                attempt("log entry " + row.number(), () -> entry(row));
                tree.append(row.leaf());
                leaves.add(row.leaf());
                while (next < sizes.size() && sizes.get(next) <= tree.size()) {
                    roots.put(tree.size(), Sha256.ofDigest(tree.root()).hex());
                    next++;
                }
            }
        }
        checkpoints(checkpoints, roots);
    }

    private void entry(Rows.Entry row) throws CaseException {
        if (row.erased() && erasures.of(row.number()).isPresent()) {
            return;
        }
        var envelope = log.read(row);
        envelope.items().forEach(item -> brought.put(item.id(), new Brought(row.number(), item)));
        envelope.logged().ifPresent(erasures::take);
        envelope.logged()
                .ifPresent(logged -> logged.entry().ifPresent(entry -> {
                    if (entry instanceof Entry.ExhibitAdded added) {
                        exhibits.add(added);
                    } else if (entry instanceof Entry.Stamped made) {
                        stamps.put(row.number(), new Stamp(made.size(), made.item(), made.authority(), logged.at()));
                    }
                }));
    }

    private void checkpoints(List<Rows.Numbered> rows, Map<Long, String> roots) {
        long newest = -1;
        for (var row : rows) {
            var where = "the checkpoint of " + row.number() + " log entries";
            newest = row.number();
            int before = problems.size();
            attempt(where, () -> {
                var checkpoint = log.checkpoint(row);
                if (checkpoint.size() > tree.size()) {
                    damage("log entry " + tree.size(), "This entry and all after it are missing.");
                } else if (!checkpoint.root().equals(roots.get(checkpoint.size()))) {
                    damage(where, "The log up to here is not what was signed.");
                }
            });
            signed = problems.size() == before && row.number() == tree.size();
        }
        if (newest < tree.size()) {
            damage("log entry " + Math.max(0, newest), "No checkpoint covers the log from this entry on.");
        }
    }

    /** Read and hashed on all cores; told in the order of the log. */
    private void items() {
        List<Brought> there = brought.values().stream()
                .filter(one -> erasures.of(one.item().id()).isEmpty()) // if it is there again, it is a stray
                .toList();
        var looked = new AtomicLong();
        List<Found> found = there.parallelStream()
                .map(one -> {
                    var seen = found(one);
                    looking.at(looked.incrementAndGet(), there.size());
                    return seen;
                })
                .toList();
        for (var one : found) {
            var item = one.brought().item();
            var where = "item " + item.id() + " of log entry " + one.brought().entry();
            if (one.content().isEmpty()) {
                damage(where, one.problem());
                continue;
            }
            var content = one.content().get();
            contents.put(item.id(), content);
            if (content.size() != item.size() || !content.sha256().equals(item.sha256())) {
                damage(where, "It is not what the log says came in.");
            }
        }
    }

    private record Found(Brought brought, Optional<Inspection.Content> content, String problem) {}

    private Found found(Brought one) {
        try (var in = items.open(one.item().id())) {
            return new Found(one, Optional.of(digest(in)), "");
        } catch (CaseException.Damaged e) {
            return new Found(one, Optional.empty(), "It cannot be read whole: " + e.where() + ".");
        } catch (IOException e) {
            return new Found(one, Optional.empty(), "It cannot be read.");
        }
    }

    private static Inspection.Content digest(InputStream in) throws IOException {
        var digest = Sha256.digest();
        long size = in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return new Inspection.Content(size, Sha256.ofDigest(digest.digest()));
    }

    /** Ends what a broken-off erasure had still to do, as opening does; a file that is not whole is left as it is. */
    private void sweep() throws CaseException {
        if (problems.isEmpty()) {
            Eraser.sweepIfDue(container);
        }
        if (container.state(Eraser.SWEEP).isPresent()) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    "the free pages",
                    "After an erasure, the file has not been written anew yet.",
                    "Make room on the disk, and open the case once; nothing that was erased can be read meanwhile."));
        }
    }

    private void strays() throws CaseException {
        var image = snapshot.saved().map(Snapshot.Saved::image);
        for (var id : container.items()) {
            boolean named = brought.containsKey(id) && erasures.of(id).isEmpty();
            if (!named && !image.equals(Optional.of(id))) {
                stray("item " + id);
            }
        }
        if (container.strayChunks() > 0) {
            stray("chunks without an item");
        }
    }

    private void stray(String where) {
        problems.add(Problem.repairable(
                where,
                "Something lies in the file that no readable log entry names; nothing of the case is lost by it.",
                Repair.DROP_STRAYS));
    }
}
