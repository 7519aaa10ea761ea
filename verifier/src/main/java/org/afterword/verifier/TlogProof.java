package org.afterword.verifier;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in a signed tree ({@code c2sp.org/tlog-proof@v1}), or that one tree grew into another (the lines that
 * {@code c2sp.org/tlog-witness} asks for): a first part, hashes, an empty line, the checkpoint.
 *
 * @param number the leaf's index, from 0, or the size of the older tree
 * @param hashes 32 bytes each
 * @param checkpoint the signed note, verbatim
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TlogProof(long number, List<byte[]> hashes, String checkpoint) {
    private static final String FORM = "c2sp.org/tlog-proof@v1\n";
    private static final String INDEX = "index ";
    private static final String OLD = "old ";

    public TlogProof {
        hashes = List.copyOf(hashes);
    }

    /** As a proof that the leaf is in the tree. */
    public String inclusion() {
        return FORM + lines(INDEX);
    }

    /** As a proof that the older tree is the beginning of the tree. */
    public String growth() {
        return lines(OLD);
    }

    private String lines(String first) {
        var lines = new StringBuilder(first).append(number).append('\n');
        hashes.forEach(
                hash -> lines.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return lines.append('\n').append(checkpoint).toString();
    }

    /** Empty if it is no such proof. Extra data is none that we write. */
    static Optional<TlogProof> readInclusion(String text) {
        return text.startsWith(FORM) ? read(text.substring(FORM.length()), INDEX) : Optional.empty();
    }

    static Optional<TlogProof> readGrowth(String text) {
        return read(text, OLD);
    }

    private static Optional<TlogProof> read(String text, String first) {
        int end = text.indexOf("\n\n");
        if (end < 0 || !text.startsWith(first)) {
            return Optional.empty();
        }
        String[] lines = text.substring(first.length(), end).split("\n", -1);
        if (!lines[0].matches("0|[1-9][0-9]{0,17}") || lines.length > 64) {
            return Optional.empty();
        }
        var hashes = new ArrayList<byte[]>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].matches("[A-Za-z0-9+/]{43}=")) {
                return Optional.empty();
            }
            hashes.add(Base64.getDecoder().decode(lines[i]));
        }
        return Optional.of(new TlogProof(Long.parseLong(lines[0]), hashes, text.substring(end + 2)));
    }
}
