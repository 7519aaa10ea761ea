package org.afterword.casefile;

import java.util.List;
import java.util.Optional;
import org.afterword.verifier.Checkpoint;
import org.afterword.verifier.MerkleTree;
import org.afterword.verifier.NoteVerifier;

/**
 * The leaves of a log and who signs for it: enough to compare it with a checkpoint from outside.
 *
 * @param signers the present signing key and those before it, the present one last
 * @param leaves hashes of 32 bytes each, in order
 */
public record Ledger(List<NoteVerifier> signers, List<byte[]> leaves) {

    /**
     * What a comparison came to.
     *
     * @param size how many entries the checkpoint covers; 0 if it is none of this case
     * @param earlierKey whether a key signed it that the case no longer signs with
     */
    public record Compared(Since since, long size, boolean earlierKey) {}

    static Ledger of(List<SignedNote.Key> signers, List<byte[]> leaves) {
        return new Ledger(signers.stream().map(SignedNote.Key::verifier).toList(), leaves);
    }

    public long size() {
        return leaves.size();
    }

    /**
     * Makes the proof of RFC 9162 that the log of the checkpoint grew into this one, from the leaves as they are
     * stored, and checks it against the root that the checkpoint names.
     *
     * @param note a signed note
     */
    public Compared compare(String note) {
        for (int i = signers.size() - 1; i >= 0; i--) {
            var text = signers.get(i).verify(note);
            if (text.isPresent()) {
                return compare(Checkpoint.parse(text.get()), signers.get(i).name(), i < signers.size() - 1);
            }
        }
        boolean names = signers.stream().anyMatch(signer -> note.startsWith(signer.name() + "\n"));
        if (names) {
            return new Compared(Since.BROKEN, 0, false);
        }
        boolean checkpoint = NoteVerifier.text(note)
                .flatMap(Checkpoint::parse)
                .filter(one -> !one.origin().isBlank())
                .isPresent();
        return new Compared(checkpoint ? Since.NOT_OURS : Since.NO_CHECKPOINT, 0, false);
    }

    private Compared compare(Optional<Checkpoint> signed, String origin, boolean earlier) {
        if (signed.isEmpty() || !signed.get().origin().equals(origin)) {
            return new Compared(Since.NO_CHECKPOINT, 0, earlier);
        }
        var checkpoint = signed.get();
        if (checkpoint.size() > size()) {
            return new Compared(Since.OLDER, checkpoint.size(), earlier);
        }
        return new Compared(grewFrom(checkpoint) ? Since.UNCHANGED : Since.CHANGED, checkpoint.size(), earlier);
    }

    private boolean grewFrom(Checkpoint checkpoint) {
        byte[] root = MerkleTree.of(leaves).root();
        List<byte[]> proof = checkpoint.size() == 0
                ? List.of()
                : MerkleTree.consistencyProof(Math.toIntExact(checkpoint.size()), leaves);
        return MerkleTree.verifyConsistency(checkpoint.size(), checkpoint.rootBytes(), size(), root, proof);
    }
}
