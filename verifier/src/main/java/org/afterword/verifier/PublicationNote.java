package org.afterword.verifier;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The signed note of something protected: a tree of commitments, and a list of files.
 *
 * @param size how many commitments
 * @param root of their tree, 64 hexadecimal digits
 * @param files the SHA-256 of the list of files
 * @param signedBy the key that signed it, in the text form of signed notes; empty if the signature does not fit
 */
record PublicationNote(String size, String root, String files, Optional<String> signedBy) {
    private static final Pattern NOTE = Pattern.compile("([^\\n]+)\\n([1-9][0-9]{0,8})\\n([A-Za-z0-9+/]{43}=)\\n"
            + "([^\\n]+)\\nfiles ([0-9a-f]{64})\\nkey ([^\\n]+)\\n\\n[\\s\\S]*");

    /**
     * @param form the fourth line
     */
    static Optional<PublicationNote> read(String form, String note) {
        var parts = NOTE.matcher(note);
        if (!parts.matches() || !parts.group(4).equals(form)) {
            return Optional.empty();
        }
        var signedBy = NoteVerifier.parse(parts.group(6))
                .filter(key -> key.name().equals(parts.group(1)))
                .filter(key -> key.verify(note)
                        .filter(text -> note.lines().count() == text.lines().count() + 2)
                        .isPresent())
                .map(NoteVerifier::toString);
        return Optional.of(new PublicationNote(
                parts.group(2), Hashes.hex(Base64.getDecoder().decode(parts.group(3))), parts.group(5), signedBy));
    }

    /** Whether the lines are the commitments of the signed tree. */
    boolean covers(String lines) {
        List<String> leaves = lines.lines().toList();
        return leaves.stream().allMatch(leaf -> leaf.matches("[0-9a-f]{64}"))
                && leaves.equals(leaves.stream().sorted().toList())
                && Integer.toString(leaves.size()).equals(size)
                && Hashes.hex(root(leaves)).equals(root);
    }

    static byte[] root(List<String> leaves) {
        return MerkleTree.of(leaves.parallelStream()
                        .map(leaf -> MerkleTree.leaf(HexFormat.of().parseHex(leaf)))
                        .toList())
                .root();
    }
}
