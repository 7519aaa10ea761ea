package org.afterword.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Inspection;
import org.afterword.casefile.Looking;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Problem;

/**
 * What can be said of a case after every byte of it was looked at. It never says that what the accounts tell is true.
 *
 * @param ok whether there is no problem
 * @param signed whether this case's own key signed the log as it stands
 * @param unchangedSince since which checkpoint, given from outside, nothing was changed or dropped
 * @param existedBefore the time before which a time stamp shows the case to have existed, how much of it, and says who
 * @param exhibits how many came in
 * @param bytes of the exhibits that were read whole and are what they were
 * @param entries of the log
 * @param stamps that hold, in the order of the log
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
        List<Stamped> stamps,
        Erased erased,
        List<Problem> problems) {
    private static final String SALVAGE = "Keep this file, and take the exhibit from your backup or from where it came;"
            + " 'afterword salvage' brings out what is whole.";
    private static final String NO_ANCHOR = "rollback not checked";

    public Verification {
        stamps = List.copyOf(stamps);
        problems = List.copyOf(problems);
    }

    /**
     * A stamp that holds.
     *
     * @param entry number of the log entry that keeps it
     * @param entries how many entries, from the first on, it shows to have existed
     * @param address that was asked
     */
    public record Stamped(long entry, long entries, String address, Existed existed) {}

    /**
     * What comes from outside to verify with.
     *
     * @param checkpoint a signed note that was kept elsewhere
     * @param roots whom to trust with times
     */
    public record Outside(Optional<String> checkpoint, Roots roots) {
        public static final Outside NOTHING = new Outside(Optional.empty(), Roots.NONE);
    }

    /**
     * @param exhibits of which the bytes are gone, and the entry that says that they came in is not
     * @param entries of which only the leaf is left
     */
    public record Erased(int exhibits, int entries) {}

    /** Verifies a case that is open. Nobody can write meanwhile. */
    public static Verification verify(CaseFile file) {
        return verify(file, Outside.NOTHING);
    }

    /**
     * Verifies a case that is open, also against a checkpoint that was kept elsewhere.
     *
     * @param checkpoint the signed note
     */
    public static Verification verify(CaseFile file, String checkpoint) {
        return verify(file, new Outside(Optional.of(checkpoint), Roots.NONE));
    }

    /** Verifies a case that is open, with what comes from outside. */
    public static Verification verify(CaseFile file, Outside outside) {
        return verify(file, outside, Looking.UNHEARD);
    }

    /**
     * The same.
     *
     * @param looking hears how far it is
     */
    public static Verification verify(CaseFile file, Outside outside, Looking looking) {
        try {
            return of(file.inspect(looking), outside);
        } catch (CaseException e) {
            return broken(e);
        }
    }

    /**
     * Verifies a case that is not open, also one that is too damaged to be opened.
     *
     * @throws CaseException if it cannot be looked at: another file, in use, another passphrase
     */
    public static Verification verify(Path path, Passphrase passphrase) throws CaseException {
        return verify(path, passphrase, Outside.NOTHING);
    }

    /**
     * Verifies a case that is not open, with what comes from outside.
     *
     * @throws CaseException if it cannot be looked at: another file, in use, another passphrase
     */
    public static Verification verify(Path path, Passphrase passphrase, Outside outside) throws CaseException {
        return verify(path, passphrase, outside, contents -> {});
    }

    /**
     * The same, with one opening for both.
     *
     * @param sound is given what the case holds, if nothing is wrong with its bytes
     */
    public static Verification verify(Path path, Passphrase passphrase, Outside outside, Consumer<Contents> sound)
            throws CaseException {
        try {
            return of(Inspection.of(path, passphrase, sound), outside);
        } catch (CaseException.Damaged e) {
            return broken(e);
        }
    }

    private static Verification of(Inspection inspection, Outside outside) {
        var problems = new ArrayList<>(inspection.problems());
        long bytes = 0;
        int gone = 0;
        for (var exhibit : inspection.exhibits()) {
            var content = inspection.contents().get(exhibit.item());
            if (inspection.erased().containsKey(exhibit.item())) {
                gone++;
            } else if (content == null) {
                problems.add(exhibit(exhibit, "Its bytes are damaged or missing."));
            } else if (content.size() != exhibit.size() || !content.sha256().equals(exhibit.sha256())) {
                problems.add(exhibit(exhibit, "Its bytes are not those that came in."));
            } else {
                bytes += content.size();
            }
        }
        Optional<Anchor> anchor = outside.checkpoint().map(note -> Anchor.of(note, inspection.ledger()));
        anchor.flatMap(Anchor::problem).ifPresent(problems::add);
        var stamps = StampCheck.of(inspection, outside.roots());
        problems.addAll(stamps.problems());
        return new Verification(
                problems.isEmpty(),
                inspection.signed(),
                anchor.map(Anchor::unchangedSince).orElse(NO_ANCHOR),
                stamps.existedBefore(),
                inspection.exhibits().size(),
                bytes,
                inspection.entries(),
                stamps.holding(),
                new Erased(gone, inspection.erasedEntries()),
                problems);
    }

    private static Verification broken(CaseException e) {
        var where = e instanceof CaseException.Damaged damaged ? damaged.where() : "the case";
        return new Verification(
                false,
                false,
                NO_ANCHOR,
                StampCheck.NO_STAMP,
                0,
                0,
                0,
                List.of(),
                new Erased(0, 0),
                List.of(damage(where, "The case cannot be opened because of it.")));
    }

    private static Problem exhibit(Entry.ExhibitAdded exhibit, String meaning) {
        return new Problem(Problem.Severity.DAMAGE, "exhibit " + exhibit.exhibit(), meaning, SALVAGE)
                .about(exhibit.name());
    }

    static Problem damage(String where, String meaning) {
        return new Problem(Problem.Severity.DAMAGE, where, meaning, "Keep this file, and compare it with your backup.");
    }
}
