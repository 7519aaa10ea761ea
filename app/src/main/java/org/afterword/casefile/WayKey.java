package org.afterword.casefile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.afterword.model.Id;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * What a passphrase or a recovery code gives: the key that opens what was sealed for it (HPKE, RFC 9180, mode_psk with
 * DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM).
 *
 * <p>With a pre-shared key, because what is sealed to a public key alone could be made by anybody: without it, who has
 * the file could put a case of their own in its place that opens with the same passphrase.
 */
final class WayKey {
    private static final byte[] INFO = "afterword/way/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int ENCAPSULATED = 32;
    private final AsymmetricCipherKeyPair pair;
    private final byte[] psk;

    private WayKey(AsymmetricCipherKeyPair pair, byte[] psk) {
        this.pair = pair;
        this.psk = psk;
    }

    /**
     * @param secret what Argon2id made of the passphrase, or the recovery code
     */
    static WayKey of(byte[] secret, Id caseId, Id way) {
        byte[] salt = Crypto.concat(caseId.bytes(), way.bytes());
        byte[] seed = Crypto.hkdf(secret, salt, "afterword/way/v1/key");
        try {
            return new WayKey(hpke().deriveKeyPair(seed), Crypto.hkdf(secret, salt, "afterword/way/v1/psk"));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    static HPKE hpke() {
        return new HPKE(HPKE.mode_psk, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    Lock lock() {
        return new Lock(hpke().serializePublicKey(pair.getPublic()), psk.clone());
    }

    /** Empty if it was not sealed for this way, here and in this epoch, by somebody who had the lock. */
    Optional<byte[]> open(byte[] sealed, Binding binding) {
        if (sealed.length < ENCAPSULATED + Crypto.TAG) {
            return Optional.empty();
        }
        byte[] encapsulated = Arrays.copyOf(sealed, ENCAPSULATED);
        byte[] text = Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length);
        try {
            return Optional.of(hpke().open(
                            encapsulated,
                            pair,
                            INFO,
                            binding.wrap(),
                            text,
                            psk,
                            binding.item().bytes(),
                            null));
        } catch (InvalidCipherTextException | IllegalStateException e) {
            return Optional.empty(); // IllegalStateException: a point of low order
        }
    }

    @Override
    public String toString() {
        return "a way's key";
    }

    /**
     * Seals for the way without knowing what opens it.
     *
     * @param publicKey X25519
     * @param psk 32 bytes that the way's own secret gives as well
     */
    @SuppressWarnings("ArrayRecordComponent") // a secret, never compared
    record Lock(byte[] publicKey, byte[] psk) {
        byte[] seal(byte[] plain, Binding binding) {
            var hpke = hpke();
            try {
                byte[][] sealed = hpke.seal(
                        hpke.deserializePublicKey(publicKey),
                        INFO,
                        binding.wrap(),
                        plain,
                        psk,
                        binding.item().bytes(),
                        null);
                return Crypto.concat(sealed[1], sealed[0]);
            } catch (InvalidCipherTextException e) {
                throw new IllegalStateException("what is sealed has no tag to be wrong", e);
            }
        }

        @Override
        public String toString() {
            return "a lock";
        }
    }
}
