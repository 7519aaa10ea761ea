package org.afterword.casefile;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is kept of a passphrase that opens nothing, but lets its owner in where the case is open already: what Argon2id
 * made of it.
 *
 * @param salt 16 random bytes in hex
 * @param key 32 bytes in hex
 * @param cost of trying one passphrase
 */
public record Verifier(String salt, String key, Cost cost) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT = 16;
    private static final String PURPOSE = "afterword/user/v1";

    public static Verifier of(Passphrase passphrase, Cost cost) {
        byte[] salt = Crypto.random(SALT);
        return new Verifier(HEX.formatHex(salt), derived(passphrase, salt, cost), cost);
    }

    /** Takes as long whether it is the one or not. */
    public boolean matches(Passphrase typed) {
        byte[] right = HEX.parseHex(key);
        byte[] given = HEX.parseHex(derived(typed, HEX.parseHex(salt), cost));
        return MessageDigest.isEqual(right, given);
    }

    private static String derived(Passphrase passphrase, byte[] salt, Cost cost) {
        byte[] secret = passphrase.bytes();
        try (var stretched = Stretched.of(secret, salt, cost)) {
            return HEX.formatHex(stretched.key(PURPOSE));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "what is kept of a passphrase";
    }
}
