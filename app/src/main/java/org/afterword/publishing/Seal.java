package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.afterword.casefile.SignedNote;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.verifier.DisclosureCheck;
import org.afterword.verifier.NoteVerifier;
import org.afterword.verifier.SiteCheck;

/**
 * What makes a published site checkable without the case, and betrays nothing of it: commitments to the exhibits
 * behind its passages, a tree of its own over them, and a signed note over tree and files.
 *
 * <p>Everything here follows from the case's secret for the publication, so publishing twice gives the same bytes.
 */
final class Seal {
    private static final String LABEL = DisclosureCheck.LABEL;
    /** No tree is smaller, so that the size does not tell how little there is. */
    private static final int SMALLEST = 16;

    private final byte[] secret;

    /**
     * @param secret 32 bytes
     */
    Seal(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("the secret for a publication has 32 bytes, not " + secret.length);
        }
        this.secret = secret.clone();
    }

    /**
     * SHA-256({@code "afterword/pub/v1"} ‖ r ‖ exhibit's hash), with r = HMAC-SHA-256(secret, id); {@link
     * DisclosureCheck} makes it anew.
     *
     * @param published the passage, or the account that is shown whole
     */
    Sha256 commitment(Id published, Sha256 exhibit) {
        return Sha256.ofDigest(DisclosureCheck.commitment(salt(published), exhibit.bytes()));
    }

    /** The r of a commitment: who has it and the exhibit can make the commitment. */
    byte[] salt(Id published) {
        return hmac(published.bytes());
    }

    /** An order of ids that follows nothing of the case. */
    byte[] shuffle(Id id) {
        return hmac(concat("order", id.bytes()));
    }

    /** A number below 2^28 that stays a group's in every publication of the case, and follows from nothing else of it. */
    int lasting(Id group) {
        byte[] digest = hmac(concat("citation", group.bytes()));
        return ((digest[0] & 15) << 24) | ((digest[1] & 255) << 16) | ((digest[2] & 255) << 8) | (digest[3] & 255);
    }

    /** The name under which something of the case is known outside: the same each time, and of no use inside. */
    byte[] outside(Id id) {
        return hmac(concat("exchange", id.bytes()));
    }

    /**
     * A tree of commitments.
     *
     * @param leaves sorted by their bytes, each once
     */
    record Tree(List<String> leaves, Sha256 root) {
        byte[] lines() {
            return (String.join("\n", leaves) + "\n").getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Whether the bytes are nothing but {@link Tree#lines}: digests of which no name can be part but by chance. */
    static boolean isLines(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i % 65 == 64 ? bytes[i] != '\n' : !isDigit(bytes[i])) {
                return false;
            }
        }
        return bytes.length % 65 == 0;
    }

    private static boolean isDigit(byte one) {
        return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f');
    }

    /** Adds the list of commitments, the sums and the signed note to the files of a site. */
    void close(SortedMap<String, Finished> files, Tree tree) {
        files.put(SiteCheck.COMMITMENTS, Finished.of(tree.lines()));
        var sums = new StringBuilder();
        files.forEach((name, file) ->
                sums.append(file.sha256()).append("  ").append(name).append('\n'));
        Finished list = Finished.of(sums.toString().getBytes(StandardCharsets.UTF_8));
        files.put(SiteCheck.SUMS, list);
        String note = note(SiteCheck.FORM, tree, list.sha256());
        files.put(SiteCheck.CHECKPOINT, Finished.of(note.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The signed note over a tree of commitments and a list of files.
     *
     * @param form what the note is about
     * @param files the hash of the list
     */
    String note(String form, Tree tree, Sha256 files) {
        SignedNote.Key key = key();
        String text = key.name() + "\n" + tree.leaves().size() + "\n"
                + Base64.getEncoder().encodeToString(tree.root().bytes()) + "\n"
                + form + "\n"
                + "files " + files + "\n"
                + "key " + key.verifier() + "\n";
        return SignedNote.sign(text, key);
    }

    /** The key of publications, for those who check. */
    NoteVerifier verifier() {
        return key().verifier();
    }

    private SignedNote.Key key() {
        return new SignedNote.Key(
                HexFormat.of().formatHex(hmac(concat("origin", new byte[0])), 0, 16),
                hmac(concat("signing key", new byte[0])));
    }

    /** What is added to hide their number looks like the others. */
    Tree tree(Collection<Sha256> commitments) {
        var leaves = commitments.stream().map(Sha256::hex).distinct().collect(Collectors.toCollection(ArrayList::new));
        int size = SMALLEST;
        while (size < leaves.size()) {
            size *= 2;
        }
        for (int i = 0; leaves.size() < size; i++) {
            leaves.add(HexFormat.of().formatHex(hmac(concat("padding " + i, new byte[0]))));
        }
        List<String> sorted = leaves.parallelStream().sorted().toList();
        return new Tree(sorted, Sha256.ofDigest(SiteCheck.root(sorted)));
    }

    /** Labels are longer or shorter than the 16 bytes of an id, so that nothing is derived twice. */
    private static byte[] concat(String label, byte[] rest) {
        byte[] first = (LABEL + " " + label + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[first.length + rest.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
