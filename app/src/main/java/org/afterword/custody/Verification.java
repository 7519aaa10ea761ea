package org.afterword.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Inspection;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Problem;

/**
 * What can be said of a case after every byte of it was looked at. It never says that what the accounts tell is true.
 *
 * @param ok whether there is no problem
 * @param signed whether this case's own key signed the log as it stands
 * @param unchangedSince since which checkpoint, given from outside, nothing was changed or dropped
 * @param existedBefore the time before which a time stamp shows the case to have existed
 * @param exhibits how many came in
 * @param bytes of the exhibits that were read whole and are what they were
 * @param entries of the log
 * @param erased what of them was erased on purpose, as the log says
 */
public record Verification(
        boolean ok,
        boolean signed,
        String unchangedSince,
        String existedBefore,
        int exhibits,
        long bytes,
        long entries,
        Erased erased,
        List<Problem> problems) {
    private static final String NO_ANCHOR = "rollback not checked";
    private static final String NO_STAMP = "not stamped";

    public Verification {
        problems = List.copyOf(problems);
    }

    /**
     * @param exhibits of which the bytes are gone, and the entry that says that they came in is not
     * @param entries of which only the leaf is left
     */
    public record Erased(int exhibits, int entries) {}

    /** Verifies a case that is open. Nobody can write meanwhile. */
    public static Verification verify(CaseFile file) {
        try {
            return of(file.inspect());
        } catch (CaseException e) {
            return broken(e);
        }
    }

    /**
     * Verifies a case that is open, also against a checkpoint that was kept elsewhere.
     *
     * @param checkpoint the signed note
     */
    public static Verification verify(CaseFile file, String checkpoint) {
        var verification = verify(file);
        try {
            return switch (file.since(checkpoint)) {
                case UNCHANGED -> verification.anchored(since(checkpoint), List.of());
                case OLDER ->
                    verification.anchored(
                            NO_ANCHOR,
                            List.of(anchor("The case is older than the checkpoint: a later state of it existed.")));
                case CHANGED ->
                    verification.anchored(
                            NO_ANCHOR, List.of(anchor("What the checkpoint covers was changed or dropped.")));
                case NOT_OURS ->
                    verification.anchored(
                            NO_ANCHOR, List.of(anchor("This is not a checkpoint that this case signed.")));
            };
        } catch (CaseException e) {
            return broken(e);
        }
    }

    private static String since(String checkpoint) {
        return "the checkpoint of " + checkpoint.lines().skip(1).findFirst().orElse("") + " log entries";
    }

    private static Problem anchor(String meaning) {
        return damage("the checkpoint", meaning);
    }

    private Verification anchored(String since, List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new Verification(all.isEmpty(), signed, since, existedBefore, exhibits, bytes, entries, erased, all);
    }

    /**
     * Verifies a case that is not open, also one that is too damaged to be opened.
     *
     * @throws CaseException if it cannot be looked at: another file, in use, another passphrase
     */
    public static Verification verify(Path path, Passphrase passphrase) throws CaseException {
        try {
            return of(CaseFile.inspect(path, passphrase));
        } catch (CaseException.Damaged e) {
            return broken(e);
        }
    }

    private static Verification of(Inspection inspection) {
        var problems = new ArrayList<>(inspection.problems());
        long bytes = 0;
        int gone = 0;
        for (var exhibit : inspection.exhibits()) {
            var content = inspection.contents().get(exhibit.item());
            if (inspection.erased().containsKey(exhibit.item())) {
                gone++;
            } else if (content == null) {
                problems.add(damage("exhibit " + exhibit.exhibit(), "Its bytes are damaged or missing."));
            } else if (content.size() != exhibit.size() || !content.sha256().equals(exhibit.sha256())) {
                problems.add(damage("exhibit " + exhibit.exhibit(), "Its bytes are not those that came in."));
            } else {
                bytes += content.size();
            }
        }
        return new Verification(
                problems.isEmpty(),
                inspection.signed(),
                NO_ANCHOR,
                NO_STAMP,
                inspection.exhibits().size(),
                bytes,
                inspection.entries(),
                new Erased(gone, inspection.erasedEntries()),
                problems);
    }

    private static Verification broken(CaseException e) {
        var where = e instanceof CaseException.Damaged damaged ? damaged.where() : "the case";
        return new Verification(
                false,
                false,
                NO_ANCHOR,
                NO_STAMP,
                0,
                0,
                0,
                new Erased(0, 0),
                List.of(damage(where, "The case cannot be opened because of it.")));
    }

    private static Problem damage(String where, String meaning) {
        return new Problem(Problem.Severity.DAMAGE, where, meaning, "Keep this file, and compare it with your backup.");
    }
}
