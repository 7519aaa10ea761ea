package org.afterword.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What ties the exhibits of a bag to the signed log, and the log to a time. */
final class BagProofs {
    private static final Pattern STAMP =
            Pattern.compile("stamps/([1-9][0-9]{0,5})(-checkpoint\\.txt|-growth\\.txt|-roots\\.pem|\\.tsq|\\.tsr)");

    private final BagFiles files;
    private final String note;
    private final List<BagCheck.Problem> problems;
    private final List<Long> entries = new ArrayList<>();
    private final List<BagCheck.Stamp> stamps = new ArrayList<>();
    private final Set<String> stamped = new HashSet<>();

    BagProofs(BagFiles files, String note, List<BagCheck.Problem> problems) {
        this.files = files;
        this.note = note;
        this.problems = problems;
    }

    int exhibits() {
        return entries.size();
    }

    List<BagCheck.Stamp> stamps() {
        return List.copyOf(stamps);
    }

    /** The stamped checkpoints that grew into the one of the bag. */
    Set<String> stamped() {
        return stamped;
    }

    /**
     * @return the key, if it signed the checkpoint
     */
    Optional<String> check(String keyFile) throws IOException {
        Optional<NoteVerifier> key = keyFile.endsWith("\n")
                ? NoteVerifier.parse(keyFile.substring(0, keyFile.length() - 1))
                : Optional.empty();
        Optional<Checkpoint> checkpoint = key.flatMap(verifier -> verifier.verify(note))
                .filter(text -> note.lines().count() == text.lines().count() + 2)
                .flatMap(Checkpoint::parse)
                .filter(one -> one.origin().equals(key.get().name()));
        if (checkpoint.isEmpty()) {
            return Optional.empty();
        }
        exhibits(checkpoint.get());
        stamps(checkpoint.get());
        return key.map(NoteVerifier::toString);
    }

    private void problem(String file, String message) {
        problems.add(new BagCheck.Problem(file, message));
    }

    private void exhibits(Checkpoint checkpoint) throws IOException {
        var proofs = new TreeSet<String>();
        for (String name : List.copyOf(files.found().keySet())) {
            if (!name.startsWith(Bag.PAYLOAD) || name.equals(Bag.CRATE)) {
                continue;
            }
            var exhibit = Bag.EXHIBIT.matcher(name);
            if (!exhibit.matches()) {
                problem(name, "No proof can belong to a file at this place.");
                continue;
            }
            String id = exhibit.group(1);
            if (!proofs.add(Bag.proof(id))) {
                problem(name, "Two files lie where there is one exhibit.");
            }
            proofs.add(Bag.entry(id));
            exhibit(name, id, checkpoint);
        }
        files.found().keySet().stream()
                .filter(name -> name.startsWith("proofs/") && !proofs.contains(name))
                .forEach(name -> problem(name, "This proof belongs to no exhibit."));
    }

    private void exhibit(String name, String id, Checkpoint checkpoint) throws IOException {
        Optional<String> json = files.text(Bag.entry(id));
        Optional<String> lines = files.text(Bag.proof(id));
        if (json.isEmpty() || lines.isEmpty()) {
            return;
        }
        Optional<OpenedEntry> entry = OpenedEntry.read(json.get());
        Optional<TlogProof> proof = TlogProof.readInclusion(lines.get());
        if (entry.isEmpty()
                || !entry.get().kind().equals("exhibit-added")
                || !entry.get().opened().containsKey("body/sha256")) {
            problem(Bag.entry(id), "This does not open the hash of an exhibit as the log holds it.");
        } else if (!files.found().get(name).equals(entry.get().opened().get("body/sha256"))) {
            problem(name, "This is not the exhibit of the log entry that is shown for it.");
        } else if (proof.isEmpty()) {
            problem(Bag.proof(id), "This is no proof in the form c2sp.org/tlog-proof@v1.");
        } else if (!proof.get().checkpoint().equals(note)) {
            problem(Bag.proof(id), "The proof is for another checkpoint than the bag's.");
        } else if (proof.get().number() != entry.get().number()
                || !MerkleTree.verifyInclusion(
                        entry.get().leaf(),
                        proof.get().number(),
                        checkpoint.size(),
                        proof.get().hashes(),
                        checkpoint.rootBytes())) {
            problem(Bag.proof(id), "The log entry that is shown is not in the signed log.");
        } else {
            entries.add(entry.get().number());
        }
    }

    private void stamps(Checkpoint checkpoint) throws IOException {
        var numbers = new TreeSet<Integer>();
        for (String name : files.found().keySet()) {
            var stamp = STAMP.matcher(name);
            if (stamp.matches()) {
                numbers.add(Integer.valueOf(stamp.group(1)));
            } else if (name.startsWith("stamps/")) {
                problem(name, "This is no part of a stamp.");
            }
        }
        for (int number : numbers) {
            stamp(number, checkpoint);
        }
    }

    private void stamp(int number, Checkpoint checkpoint) throws IOException {
        String checkpointFile = Bag.stamp(number, "checkpoint.txt");
        Optional<String> old = files.text(checkpointFile);
        Optional<String> growth = files.text(Bag.stamp(number, "growth.txt"));
        Optional<byte[]> request = files.content(Bag.stampRequest(number));
        Optional<byte[]> response = files.content(Bag.stampResponse(number));
        if (old.isEmpty() || growth.isEmpty() || request.isEmpty() || response.isEmpty()) {
            return;
        }
        String imprint = files.found().get(checkpointFile);
        Optional<Der.Token> token = Der.response(response.get());
        if (token.isEmpty() || !token.get().imprint().equals(imprint)) {
            problem(Bag.stampResponse(number), "The authority did not stamp the checkpoint that lies beside it.");
        } else if (!Der.request(request.get()).equals(Optional.of(imprint))) {
            problem(Bag.stampRequest(number), "The authority was not asked about the checkpoint beside it.");
        } else if (!grew(old.get(), growth.get(), checkpoint)) {
            problem(
                    Bag.stamp(number, "growth.txt"),
                    "This does not show that the stamped log is the beginning of the bag's.");
        } else {
            long size = NoteVerifier.text(old.get())
                    .flatMap(Checkpoint::parse)
                    .orElseThrow()
                    .size();
            stamped.add(old.get());
            stamps.add(new BagCheck.Stamp(
                    Bag.stampResponse(number),
                    entries.stream().filter(entry -> entry < size).count(),
                    token.get().before()));
        }
    }

    private boolean grew(String old, String lines, Checkpoint checkpoint) {
        Optional<Checkpoint> before = NoteVerifier.text(old)
                .flatMap(Checkpoint::parse)
                .filter(one -> one.origin().equals(checkpoint.origin()));
        Optional<TlogProof> growth = TlogProof.readGrowth(lines);
        return before.isPresent()
                && growth.isPresent()
                && growth.get().checkpoint().equals(note)
                && growth.get().number() == before.get().size()
                && MerkleTree.verifyConsistency(
                        before.get().size(),
                        before.get().rootBytes(),
                        checkpoint.size(),
                        checkpoint.rootBytes(),
                        growth.get().hashes());
    }
}
