package org.afterword.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Sha256;

/** Looks at the parts of a case that the case can do without. */
final class Checkup {
    private static final String INDEX = "sqlite_autoindex_item_1";

    private Checkup() {}

    static List<Problem> structure(Container container) throws CaseException {
        var found = container.structure();
        if (found.isEmpty()) {
            return List.of();
        }
        if (found.stream().allMatch(line -> line.contains(INDEX))) {
            return List.of(Problem.repairable(
                    "the container's index", "The list by which items are found is damaged.", Repair.REBUILD_INDEX));
        }
        return List.of(new Problem(
                Problem.Severity.DAMAGE,
                "the container",
                "The file's inner structure is damaged.",
                "Keep this file, and compare it with your backup; 'afterword salvage' brings out what is whole."));
    }

    static List<Problem> header(Container container) throws CaseException {
        var copies = container.headers();
        long good =
                copies.stream().map(Header::parse).filter(Optional::isPresent).count();
        if (good == 2 && copies.size() == 2) {
            return Arrays.equals(copies.getFirst(), copies.getLast())
                    ? List.of()
                    : List.of(new Problem(
                            Problem.Severity.DAMAGE,
                            "the header",
                            "Its two copies differ: one of them was put there from another state of the case.",
                            "Keep this file, and find out who could change it; an old header may let in whoever was"
                                    + " shut out."));
        }
        return List.of(Problem.repairable(
                "the header",
                "One of the two copies of the header is damaged; the other one opens the case.",
                Repair.RESTORE_HEADER));
    }

    /** One of an older program is no problem: it is made anew. */
    static List<Problem> snapshot(Container container, Snapshot snapshot, ItemStore items, EntryLog log)
            throws CaseException {
        if (container.state(Snapshot.STATE).isEmpty()) {
            return List.of();
        }
        var saved = snapshot.saved();
        if (saved.isEmpty()) {
            return damaged("It cannot be read.");
        }
        if (!log.rootOf(saved.get().entries())
                .map(Sha256::hex)
                .equals(Optional.of(saved.get().root().hex()))) {
            return damaged("It does not fit the log.");
        }
        try (InputStream image = items.open(saved.get().image())) {
            image.transferTo(OutputStream.nullOutputStream());
            return List.of();
        } catch (IOException e) {
            return damaged("It is damaged.");
        }
    }

    private static List<Problem> damaged(String how) {
        return List.of(Problem.repairable(
                "the snapshot", how + " It only makes opening quicker; nothing is lost.", Repair.DROP_SNAPSHOT));
    }
}
