package org.afterword.verifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What everybody may have, to check the notes that a key signed with Ed25519 ({@code c2sp.org/signed-note}).
 *
 * @param name of the key
 * @param publicKey 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NoteVerifier(String name, byte[] publicKey) {
    /** What a line of signature begins with. */
    public static final String DASH = "\u2014 ";

    private static final byte ED25519 = 1;
    private static final int ID = 4;
    private static final int SIGNATURE = 64;

    /** The first four bytes of SHA-256(name ‖ LF ‖ 1 ‖ public key). */
    public byte[] id() {
        return Arrays.copyOf(
                Hashes.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, publicKey), ID);
    }

    /** The note's text, if the key that belongs to this signed it. */
    public Optional<String> verify(String note) {
        return text(note)
                .filter(text -> note.substring(text.length() + 1).lines().anyMatch(line -> isSignature(line, text)));
    }

    /** What stands above the signatures, whoever made them; empty if it is no signed note. */
    public static Optional<String> text(String note) {
        int end = note.lastIndexOf("\n\n");
        return end < 0 || !note.endsWith("\n") ? Optional.empty() : Optional.of(note.substring(0, end + 1));
    }

    private boolean isSignature(String line, String text) {
        var start = DASH + name + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(line.substring(start.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        // spare bits of the last digit decode to nothing: without this, a flipped byte could pass
        if (!line.substring(start.length()).equals(Base64.getEncoder().encodeToString(signature))) {
            return false;
        }
        return signature.length == ID + SIGNATURE
                && Arrays.equals(id(), Arrays.copyOf(signature, ID))
                && Ed25519.verify(
                        publicKey,
                        text.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(signature, ID, signature.length));
    }

    /** The text form of c2sp.org/signed-note: name, key id and key, with plus signs between. */
    @Override
    public String toString() {
        byte[] key = new byte[1 + publicKey.length];
        key[0] = ED25519;
        System.arraycopy(publicKey, 0, key, 1, publicKey.length);
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(key);
    }

    /** Reads the text form; empty if it is none. */
    public static Optional<NoteVerifier> parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(parts[2]);
            if (key.length != 33 || key[0] != ED25519) {
                return Optional.empty();
            }
            var verifier = new NoteVerifier(parts[0], Arrays.copyOfRange(key, 1, 33));
            return verifier.toString().equals(text) ? Optional.of(verifier) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
