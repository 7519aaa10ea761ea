package org.afterword.casefile;

import java.util.Arrays;
import java.util.Optional;

/** A random key for one thing that is written once, in numbered pieces (AES-256-GCM). */
public final class LoneKey implements AutoCloseable {
    /** In bytes. */
    public static final int LENGTH = Crypto.KEY;

    /** How much longer a piece is when it is sealed, in bytes. */
    public static final int TAG = Crypto.TAG;

    private static final byte[] NOTHING = {};
    private final byte[] key;

    private LoneKey(byte[] key) {
        this.key = key;
    }

    public static LoneKey random() {
        return new LoneKey(Crypto.random(LENGTH));
    }

    /**
     * @param bytes 32, copied
     */
    public static LoneKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a key has " + LENGTH + " bytes");
        }
        return new LoneKey(bytes.clone());
    }

    public byte[] bytes() {
        return key.clone();
    }

    /**
     * @param number of the piece; never twice under one key
     */
    public byte[] seal(long number, byte[] plain) {
        return Crypto.encrypt(key, number, plain, NOTHING);
    }

    /** Empty if it was not sealed so. */
    public Optional<byte[]> open(long number, byte[] sealed) {
        return Crypto.decrypt(key, number, sealed, NOTHING);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "a key";
    }
}
