package org.afterword.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a form ours, and good for once: a random number with a keyed hash, for six to twelve hours. Only those that
 * were used are remembered, in memory.
 */
final class Tokens {
    private static final long HOURS = 6;
    private static final int NONCE = 16;
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] key = new byte[32];
    private final LongSupplier hour;
    private final Set<String> used = new HashSet<>();
    private final Set<String> usedBefore = new HashSet<>();
    private long period;

    Tokens() {
        this(() -> System.currentTimeMillis() / 3_600_000);
    }

    Tokens(LongSupplier hour) {
        this.hour = hour;
        this.period = hour.getAsLong() / HOURS;
        RANDOM.nextBytes(key);
    }

    String token() {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        return written(nonce, hour.getAsLong() / HOURS);
    }

    private String written(byte[] nonce, long when) {
        byte[] whole = Arrays.copyOf(nonce, NONCE + LENGTH);
        System.arraycopy(hash(nonce, when), 0, whole, NONCE, LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    private byte[] hash(byte[] nonce, long when) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(nonce);
            return mac.doFinal(ByteBuffer.allocate(8).putLong(when).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** Whether it is one of ours, and was not used. */
    synchronized boolean good(String token) {
        long now = hour.getAsLong() / HOURS;
        if (now != period) {
            usedBefore.clear();
            if (now == period + 1) {
                usedBefore.addAll(used);
            }
            used.clear();
            period = now;
        }
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (given.length != NONCE + LENGTH || used.contains(token) || usedBefore.contains(token)) {
            return false;
        }
        byte[] nonce = Arrays.copyOf(given, NONCE);
        byte[] ours = token.getBytes(StandardCharsets.ISO_8859_1);
        return MessageDigest.isEqual(ours, written(nonce, now).getBytes(StandardCharsets.ISO_8859_1))
                || MessageDigest.isEqual(ours, written(nonce, now - 1).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether it was good until now. */
    synchronized boolean use(String token) {
        return good(token) && used.add(token);
    }
}
