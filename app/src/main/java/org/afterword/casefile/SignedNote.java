package org.afterword.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.afterword.verifier.NoteVerifier;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs notes with Ed25519 ({@code c2sp.org/signed-note}). */
public final class SignedNote {
    private SignedNote() {}

    /**
     * @param text ends with a line feed
     */
    public static String sign(String text, Key key) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(key.seed()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        byte[] signature = Crypto.concat(key.verifier().id(), signer.generateSignature());
        return text + "\n" + NoteVerifier.DASH + key.name() + " "
                + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    /** The note's text, if one of the keys signed it. */
    static Optional<String> verify(String note, List<Key> keys) {
        return keys.stream()
                .flatMap(key -> key.verifier().verify(note).stream())
                .findFirst();
    }

    /**
     * @param name of the key: the log's origin
     * @param seed 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    public record Key(String name, byte[] seed) {
        public NoteVerifier verifier() {
            return new NoteVerifier(
                    name,
                    new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
