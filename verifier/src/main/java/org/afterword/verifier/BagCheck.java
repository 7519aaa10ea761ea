package org.afterword.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Checks a bag without the case: every byte, and what its proofs say. */
public final class BagCheck {
    private BagCheck() {}

    /**
     * @param file its name in the bag
     * @param message a sentence
     */
    public record Problem(String file, String message) {}

    /**
     * What an authority says. Whether it is the authority that says so is for openssl to check, as the bag's {@code
     * VERIFY.md} tells.
     *
     * @param file the response
     * @param exhibits how many of the bag's exhibits the stamped checkpoint covers
     * @param before they existed before this time, if the authority is to be believed
     */
    public record Stamp(String file, long exhibits, Instant before) {}

    /**
     * What a check found.
     *
     * @param exhibits how many lie in it as they came; 0 in a bag in which everything is protected
     * @param signedBy the key that signed the checkpoint, in the text form of signed notes; empty if the signature is
     *     wrong. It says that the checkpoint is as that key's owner made it, not who that is, and not that it is true
     * @param unchangedSince whether the bag shows that nothing covered by the checkpoint from outside was changed;
     *     empty if none was given
     * @param files how many were checked
     * @param problems nothing, if the bag is whole
     */
    public record Result(
            int exhibits,
            Optional<String> signedBy,
            Optional<Boolean> unchangedSince,
            List<Stamp> stamps,
            int files,
            long bytes,
            List<Problem> problems) {
        public boolean ok() {
            return problems.isEmpty() && unchangedSince.orElse(true);
        }
    }

    /** Whether the folder looks like a bag, whole or not. */
    public static boolean isBag(Path folder) {
        return Files.isRegularFile(folder.resolve(Bag.DECLARATION), LinkOption.NOFOLLOW_LINKS)
                || Files.isRegularFile(folder.resolve(Bag.TAG_MANIFEST), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * @param since a checkpoint of the same log, kept elsewhere
     * @throws IOException if the folder cannot be read
     */
    public static Result verify(Path folder, Optional<String> since) throws IOException {
        var problems = new ArrayList<Problem>();
        var files = new BagFiles(folder.toRealPath(), problems);
        files.check();
        String note = files.text(Bag.CHECKPOINT).orElse("");
        String key = files.text(Bag.KEY).orElse("");
        Optional<PublicationNote> sealed = PublicationNote.read(Bag.FORM, note);
        BagProofs proofs = new BagProofs(files, note, problems);
        Optional<String> signedBy;
        if (sealed.isPresent()) {
            signedBy = sealed.get().signedBy().filter(by -> key.equals(by + "\n"));
            seal(files, sealed.get(), problems);
        } else {
            signedBy = proofs.check(key);
        }
        if (signedBy.isEmpty()) {
            problems.add(new Problem(Bag.CHECKPOINT, "The signature is not one by the key in " + Bag.KEY + "."));
        }
        return new Result(
                proofs.exhibits(),
                signedBy,
                since.map(kept -> kept.equals(note) || proofs.stamped().contains(kept)),
                proofs.stamps(),
                files.found().size(),
                files.bytes(),
                List.copyOf(new LinkedHashSet<>(problems)));
    }

    /** In a bag in which everything is protected the signature covers the whole payload. */
    private static void seal(BagFiles files, PublicationNote sealed, List<Problem> problems) throws IOException {
        if (!sealed.files().equals(files.found().get(Bag.MANIFEST))) {
            problems.add(new Problem(Bag.MANIFEST, "The list of files is not the one that was signed."));
        }
        if (!sealed.covers(files.text(Bag.COMMITMENTS).orElse(""))) {
            problems.add(new Problem(Bag.COMMITMENTS, "The commitments are not those of the signed tree."));
        }
        files.found().keySet().stream()
                .filter(name -> name.startsWith("proofs/") || name.startsWith("stamps/"))
                .forEach(name -> problems.add(new Problem(name, "Nothing like this belongs to a protected bag.")));
    }
}
