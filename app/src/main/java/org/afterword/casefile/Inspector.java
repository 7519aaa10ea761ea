package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/** Looks at every byte of a case, and goes on where something is wrong. */
final class Inspector {
    private static final String RESTORE = "Keep this file, and compare it with your backup.";
    private static final int PAGE = 64;
    private final Container container;
    private final EntryLog log;
    private final ItemStore items;
    private final Snapshot snapshot;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Entry.ExhibitAdded> exhibits = new ArrayList<>();
    private final Map<Id, Brought> brought = new LinkedHashMap<>();
    private final Map<Id, Inspection.Content> contents = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();
    private Erasures erasures = new Erasures();
    private boolean signed;

    Inspector(Container container, KeyRing keys) {
        this.container = container;
        this.items = new ItemStore(container, keys);
        this.log = new EntryLog(container, keys, Clock.systemUTC());
        this.snapshot = new Snapshot(container, keys, items);
    }

    private record Brought(long entry, Envelope.Brought item) {}

    private interface Step {
        void run() throws CaseException;
    }

    Inspection inspect() {
        attempt("the container", this::structure);
        attempt("the header", this::header);
        attempt("the log", () -> erasures = log.erasures(0));
        attempt("the log", this::entries);
        attempt("the items", this::items);
        attempt("the items", this::strays);
        attempt("the free pages", this::sweep);
        return new Inspection(signed, tree.size(), exhibits, contents, erasures.items(), erasures.size(), problems);
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

    private void structure() throws CaseException {
        if (!container.structure().isEmpty()) {
            damage("the container", "The file's inner structure is damaged.");
        }
    }

    private void header() throws CaseException {
        var copies = container.headers();
        long good =
                copies.stream().map(Header::parse).filter(Optional::isPresent).count();
        if (good != 2 || copies.size() != 2) {
            problems.add(new Problem(
                    Problem.Severity.WARNING,
                    "the header",
                    "One of the two copies of the header is damaged; the other one opens the case.",
                    "Make a copy of the case now, and keep the recovery code at hand."));
        }
    }

    private void entries() throws CaseException {
        var roots = new HashMap<Long, Sha256>();
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
                while (next < sizes.size() && sizes.get(next) <= tree.size()) {
                    roots.put(tree.size(), tree.root());
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
        envelope.logged().flatMap(Logged::entry).ifPresent(entry -> {
            if (entry instanceof Entry.ExhibitAdded added) {
                exhibits.add(added);
            }
        });
    }

    private void checkpoints(List<Rows.Numbered> rows, Map<Long, Sha256> roots) {
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

    private void items() throws CaseException {
        for (var item : brought.values()) {
            if (erasures.of(item.item().id()).isPresent()) {
                continue; // if it is there again, it is a stray
            }
            var where = "item " + item.item().id() + " of log entry " + item.entry();
            try (var in = items.open(item.item().id())) {
                var content = digest(in);
                contents.put(item.item().id(), content);
                if (content.size() != item.item().size()
                        || !content.sha256().equals(item.item().sha256())) {
                    damage(where, "It is not what the log says came in.");
                }
            } catch (CaseException.Damaged e) {
                damage(where, "It cannot be read whole: " + e.where() + ".");
            } catch (IOException e) {
                damage(where, "It cannot be read.");
            }
        }
    }

    private static Inspection.Content digest(InputStream in) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
        }
        return new Inspection.Content(size, Sha256.ofDigest(digest.digest()));
    }

    private void sweep() throws CaseException {
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
        problems.add(new Problem(
                Problem.Severity.WARNING,
                where,
                "Something lies in the file that no readable log entry names.",
                "Nothing of the case is lost by it; tell us how it came about."));
    }
}
