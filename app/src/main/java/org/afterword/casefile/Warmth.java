package org.afterword.casefile;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM starts at a fiftieth of its speed: the JDK's fast code for it comes with the calls of a method, not with
 * its bytes, and calls with large chunks are few. So once there is much to do, a thread beside makes many calls with
 * little in them, under a key of zeros.
 */
final class Warmth {
    private static final long MUCH = 1 << 20;
    private static final int ENOUGH = 512;
    private static final int ROUND = 2000;
    private static final int PROBE = 1 << 17;
    private static final long FAST = 150_000;
    private static final long LONGEST = 500_000_000;
    private static final AtomicLong done = new AtomicLong();

    private Warmth() {}

    /** So many bytes are about to be encrypted or decrypted. */
    static void count(int bytes) {
        long before = done.get();
        if (before < MUCH && done.addAndGet(bytes) >= MUCH && before < MUCH) {
            begin();
        }
    }

    private static synchronized void begin() {
        if (done.get() < Long.MAX_VALUE / 2) {
            done.set(Long.MAX_VALUE / 2);
            Thread.ofPlatform().daemon().name("afterword-warmth").start(Warmth::warm);
        }
    }

    private static void warm() {
        long start = System.nanoTime();
        var in = new byte[PROBE];
        var out = new byte[PROBE + Crypto.TAG];
        var key = new SecretKeySpec(new byte[Crypto.KEY], "AES");
        try {
            for (long number = 0; System.nanoTime() - start < LONGEST; number++) {
                var cipher = cipher(Cipher.ENCRYPT_MODE, key, number);
                for (int i = 0; i < ROUND; i++) {
                    cipher.update(in, 0, ENOUGH, out, 0);
                }
                cipher.doFinal();
                int length = cipher(Cipher.ENCRYPT_MODE, key, number).doFinal(in, 0, PROBE, out, 0);
                var opening = cipher(Cipher.DECRYPT_MODE, key, number);
                long before = System.nanoTime();
                opening.doFinal(out, 0, length, in, 0);
                if (System.nanoTime() - before < FAST) {
                    return;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(Crypto.TAG * 8, Crypto.nonce(number)));
        return cipher;
    }
}
