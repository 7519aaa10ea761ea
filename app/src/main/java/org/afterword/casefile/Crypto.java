package org.afterword.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The primitives of the format, as {@code docs/case-format.md} names them. */
final class Crypto {
    static final int KEY = 32;
    static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Finding one took as long as encrypting a small record. Holds no key longer than the next one needs. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Crypto::aesGcm);

    /** Sees every key and nonce that encrypts; for the test that none is used twice. */
    static volatile BiConsumer<byte[], byte[]> watch = (key, nonce) -> {};

    private Crypto() {}

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** AES-256-GCM with nonce 0³² ‖ number; the tag follows the ciphertext. */
    static byte[] encrypt(byte[] key, long number, byte[] plain, byte[] aad) {
        var sealed = new byte[plain.length + TAG];
        encrypt(key, number, plain, plain.length, aad, sealed);
        return sealed;
    }

    /**
     * The same for the first bytes of an array.
     *
     * @param sealed takes the result, which is longer by {@link #TAG}
     */
    static void encrypt(byte[] key, long number, byte[] plain, int length, byte[] aad, byte[] sealed) {
        var nonce = nonce(number);
        watch.accept(key, nonce);
        Warmth.count(length);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, aad).doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty if key, number, associated data or bytes are not those of the encryption. */
    static Optional<byte[]> decrypt(byte[] key, long number, byte[] sealed, byte[] aad) {
        var plain = new byte[Math.max(0, sealed.length - TAG)];
        return decrypt(key, number, sealed, aad, plain) ? Optional.of(plain) : Optional.empty();
    }

    /**
     * The same into an array that is there; false where the other is empty, and the array is zero then.
     *
     * @param plain takes the result, which is shorter by {@link #TAG}
     */
    static boolean decrypt(byte[] key, long number, byte[] sealed, byte[] aad, byte[] plain) {
        if (sealed.length < TAG) {
            return false;
        }
        Warmth.count(sealed.length);
        try {
            cipher(Cipher.DECRYPT_MODE, key, nonce(number), aad).doFinal(sealed, 0, sealed.length, plain, 0);
            return true;
        } catch (AEADBadTagException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        var cipher = CIPHER.get();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    private static Cipher aesGcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static byte[] nonce(long number) {
        return ByteBuffer.allocate(12).putInt(0).putLong(number).array();
    }

    /** A key used once, derived from a fresh salt, which leads. */
    static byte[] wrap(byte[] key, byte[] plain, byte[] aad) {
        var salt = random(KEY);
        var once = hkdf(key, salt, "afterword/wrap/v1");
        var sealed = encrypt(once, 0, plain, aad);
        Arrays.fill(once, (byte) 0);
        return concat(salt, sealed);
    }

    static Optional<byte[]> unwrap(byte[] key, byte[] wrap, byte[] aad) {
        if (wrap.length < KEY + TAG) {
            return Optional.empty();
        }
        var once = hkdf(key, Arrays.copyOf(wrap, KEY), "afterword/wrap/v1");
        var plain = decrypt(once, 0, Arrays.copyOfRange(wrap, KEY, wrap.length), aad);
        Arrays.fill(once, (byte) 0);
        return plain;
    }

    /** HKDF-SHA-256 (RFC 5869), 32 bytes. */
    static byte[] hkdf(byte[] key, byte[] salt, String info) {
        return new Expansion(key, salt).of(info);
    }

    /**
     * @param length at most 8160
     */
    static byte[] hkdf(byte[] key, byte[] salt, byte[] info, int length) {
        return new Expansion(key, salt).of(info, length);
    }

    /** HKDF-SHA-256 (RFC 5869) for several infos: extracts once (section 2.2), expands for each (2.3). */
    static final class Expansion {
        private static final int MOST = 255;
        private final Mac mac;

        Expansion(byte[] key, byte[] salt) {
            byte[] extracted = hmac(salt.length > 0 ? salt : new byte[KEY], key);
            mac = mac(extracted);
            Arrays.fill(extracted, (byte) 0);
        }

        /** 32 bytes. */
        byte[] of(String info) {
            return of(info.getBytes(StandardCharsets.UTF_8), KEY);
        }

        byte[] of(byte[] info, int length) {
            if (length > MOST * KEY) {
                throw new IllegalArgumentException("at most " + MOST * KEY + " bytes");
            }
            byte[] derived = new byte[length];
            byte[] block = new byte[0];
            for (int number = 1, at = 0; at < length; number++, at += KEY) {
                mac.update(block);
                mac.update(info);
                mac.update((byte) number);
                block = mac.doFinal();
                System.arraycopy(block, 0, derived, at, Math.min(KEY, length - at));
            }
            return derived;
        }
    }

    static byte[] hmac(byte[] key, byte[] message) {
        return mac(key).doFinal(message);
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    static byte[] argon2id(byte[] passphrase, byte[] salt, Cost cost) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        var key = new byte[KEY];
        argon2.generateBytes(passphrase, key);
        return key;
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
