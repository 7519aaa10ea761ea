package org.afterword.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Sha256;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Notes signed with Ed25519 ({@code c2sp.org/signed-note}), and checkpoints as such ({@code c2sp.org/tlog-checkpoint}). */
public final class SignedNote {
    private static final String DASH = "\u2014 ";
    private static final byte ED25519 = 1;

    private SignedNote() {}

    /**
     * @param text ends with a line feed
     */
    public static String sign(String text, Key key) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(key.seed()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        byte[] signature = Crypto.concat(key.id(), signer.generateSignature());
        return text + "\n" + DASH + key.name() + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** The note's text, if one of the keys signed it. */
    static Optional<String> verify(String note, List<Key> keys) {
        return verifyWith(note, keys.stream().map(Key::verifier).toList());
    }

    /** The note's text, if the key that belongs to the verifier signed it. */
    public static Optional<String> verify(String note, Verifier verifier) {
        return verifyWith(note, List.of(verifier));
    }

    private static Optional<String> verifyWith(String note, List<Verifier> keys) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            return Optional.empty();
        }
        var text = note.substring(0, end + 1);
        return note.substring(end + 2)
                        .lines()
                        .anyMatch(line -> keys.stream().anyMatch(key -> isSignature(line, text, key)))
                ? Optional.of(text)
                : Optional.empty();
    }

    private static boolean isSignature(String line, String text, Verifier key) {
        var start = DASH + key.name() + " ";
        if (!line.startsWith(start)) {
            return false;
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(line.substring(start.length()));
        } catch (IllegalArgumentException e) {
            return false;
        }
        byte[] id = key.id();
        // spare bits of the last digit decode to nothing: without this, a flipped byte could pass
        if (!line.substring(start.length()).equals(Base64.getEncoder().encodeToString(signature))) {
            return false;
        }
        if (signature.length != id.length + Ed25519PrivateKeyParameters.SIGNATURE_SIZE
                || !Arrays.equals(id, Arrays.copyOf(signature, id.length))) {
            return false;
        }
        return isSignature(
                key.publicKey(),
                text.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(signature, id.length, signature.length));
    }

    /** Ed25519, RFC 8032. */
    static boolean isSignature(byte[] publicKey, byte[] message, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    /**
     * @param name of the key: the log's origin
     * @param seed 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    public record Key(String name, byte[] seed) {
        public Verifier verifier() {
            return new Verifier(name, publicKey());
        }

        byte[] publicKey() {
            return new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        }

        byte[] id() {
            return verifier().id();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What everybody may have, to check a key's signatures.
     *
     * @param name of the key
     * @param publicKey 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Verifier(String name, byte[] publicKey) {
        /** The first four bytes of SHA-256(name ‖ LF ‖ 1 ‖ public key). */
        byte[] id() {
            var digest = Sha256.digest();
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(publicKey), 4);
        }

        /** The text form of c2sp.org/signed-note: name, key id and key, with plus signs between. */
        @Override
        public String toString() {
            return name + "+" + HexFormat.of().formatHex(id()) + "+"
                    + Base64.getEncoder().encodeToString(Crypto.concat(new byte[] {ED25519}, publicKey));
        }

        /** Reads the text form; empty if it is none. */
        public static Optional<Verifier> parse(String text) {
            String[] parts = text.split("\\+", 3);
            if (parts.length != 3 || parts[0].isEmpty()) {
                return Optional.empty();
            }
            try {
                byte[] key = Base64.getDecoder().decode(parts[2]);
                if (key.length != 33 || key[0] != ED25519) {
                    return Optional.empty();
                }
                var verifier = new Verifier(parts[0], Arrays.copyOfRange(key, 1, 33));
                return verifier.toString().equals(text) ? Optional.of(verifier) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** How long the log is, and the root of its tree. */
    record Checkpoint(String origin, long size, Sha256 root) {
        String text() {
            return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root.bytes()) + "\n";
        }

        static Optional<Checkpoint> parse(String text) {
            var lines = text.split("\n", -1);
            if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
                return Optional.empty();
            }
            try {
                byte[] root = Base64.getDecoder().decode(lines[2]);
                return root.length == 32
                        ? Optional.of(new Checkpoint(lines[0], Long.parseLong(lines[1]), Sha256.ofDigest(root)))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
