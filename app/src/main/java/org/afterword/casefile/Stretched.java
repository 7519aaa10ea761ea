package org.afterword.casefile;

import java.util.Arrays;

/** A secret that people carry, made costly to guess (Argon2id, RFC 9106), and the keys that follow from it. */
public final class Stretched implements AutoCloseable {
    private final byte[] secret;
    private final byte[] salt;

    private Stretched(byte[] secret, byte[] salt) {
        this.secret = secret;
        this.salt = salt;
    }

    /**
     * Takes as long and as much memory as the cost says.
     *
     * @param secret not kept; the caller wipes it
     * @param salt of 16 bytes at least, the same for all secrets of one place
     */
    public static Stretched of(byte[] secret, byte[] salt, Cost cost) {
        return new Stretched(Crypto.argon2id(secret, salt, cost), salt.clone());
    }

    /**
     * HKDF-SHA-256 (RFC 5869); keys of different purposes tell nothing of each other.
     *
     * @param purpose in ASCII
     * @return 32 bytes, which the caller wipes
     */
    public byte[] key(String purpose) {
        return Crypto.hkdf(secret, salt, purpose);
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }

    @Override
    public String toString() {
        return "a stretched secret";
    }
}
