package org.afterword.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Sha256;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Notes signed with Ed25519 ({@code c2sp.org/signed-note}), and checkpoints as such ({@code c2sp.org/tlog-checkpoint}). */
final class SignedNote {
    private static final String DASH = "\u2014 ";
    private static final byte ED25519 = 1;

    private SignedNote() {}

    /**
     * @param text ends with a line feed
     */
    static String sign(String text, Key key) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(key.seed()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        byte[] signature = Crypto.concat(key.verifier().id(), signer.generateSignature());
        return text + "\n" + DASH + key.name() + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** The note's text, if one of the keys signed it. */
    static Optional<String> verify(String note, List<Verifier> keys) {
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
        if (signature.length != id.length + Ed25519PrivateKeyParameters.SIGNATURE_SIZE
                || !Arrays.equals(id, Arrays.copyOf(signature, id.length))) {
            return false;
        }
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key.publicKey()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(Arrays.copyOfRange(signature, id.length, signature.length));
    }

    /**
     * What signs.
     *
     * @param name of the key: the log's origin
     * @param seed 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    record Key(String name, byte[] seed) {
        Verifier verifier() {
            return new Verifier(
                    name,
                    new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What verifies.
     *
     * @param publicKey 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Verifier(String name, byte[] publicKey) {
        /** The first four bytes of SHA-256(name ‖ LF ‖ 1 ‖ public key). */
        byte[] id() {
            var digest = Sha256.digest();
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            return Arrays.copyOf(digest.digest(publicKey), 4);
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
