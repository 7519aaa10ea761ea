package org.afterword.verifier;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/**
 * Checks signatures of Ed25519 (RFC 8032), strictly: no other bytes pass for the same key or signature, and no key
 * that fits any message. So S is below the group's order, and neither R nor the key is a point of small order or
 * written with a coordinate of p or more.
 */
public final class Ed25519 {
    private static final int LENGTH = 64;
    private static final byte[] KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    /** The y of all eight points of small order; their x differ in sign alone. */
    private static final Set<BigInteger> SMALL = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            P.subtract(BigInteger.ONE),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

    private Ed25519() {}

    /**
     * Whether the key signed the message; also false for whatever is no key or no signature.
     *
     * @param publicKey 32 bytes
     * @param signature 64 bytes
     */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != 32
                || signature.length != LENGTH
                || !isPoint(publicKey)
                || !isPoint(signature)
                || littleEndian(signature, 32).compareTo(ORDER) >= 0) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            byte[] info = new byte[KEY_INFO.length + 32];
            System.arraycopy(KEY_INFO, 0, info, 0, KEY_INFO.length);
            System.arraycopy(publicKey, 0, info, KEY_INFO.length, 32);
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isPoint(byte[] encoded) {
        var y = littleEndian(encoded, 0).clearBit(255);
        return y.compareTo(P) < 0 && !SMALL.contains(y);
    }

    private static BigInteger littleEndian(byte[] bytes, int from) {
        byte[] reversed = new byte[32];
        for (int i = 0; i < 32; i++) {
            reversed[31 - i] = bytes[from + i];
        }
        return new BigInteger(1, reversed);
    }
}
