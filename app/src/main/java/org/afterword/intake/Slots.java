package org.afterword.intake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file of equal slots, written full of random bytes once and changed in place from then on: neither its length nor
 * its order says anything.
 */
final class Slots implements AutoCloseable {
    /** In bytes, on the disk. */
    static final int CELL = 1 << 16;

    private static final SecureRandom RANDOM = new SecureRandom();
    private final FileChannel file;
    private final int size;

    private Slots(FileChannel file, int size) {
        this.file = file;
        this.size = size;
    }

    static void create(Path path, int size, int count) throws IOException {
        try (FileChannel made = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long left = (long) size * count;
            var zeros = new byte[1 << 20];
            Cipher noise = noise();
            while (left > 0) {
                var some = ByteBuffer.wrap(noise.update(zeros), 0, (int) Math.min(left, zeros.length));
                left -= some.remaining();
                while (some.hasRemaining()) {
                    made.write(some);
                }
            }
            made.force(true);
        }
    }

    /** By a key that nobody keeps (AES-256 in counter mode): what follows looks random, and comes faster. */
    private static Cipher noise() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static Slots open(Path path, int size) throws IOException {
        return new Slots(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE), size);
    }

    byte[] read(int number) throws IOException {
        var slot = ByteBuffer.allocate(size);
        while (slot.hasRemaining()) {
            if (file.read(slot, (long) number * size + slot.position()) < 0) {
                throw new EOFException("a file of the inbox is cut");
            }
        }
        return slot.array();
    }

    void write(int number, byte[] bytes) throws IOException {
        if (bytes.length != size) {
            throw new IllegalArgumentException("a slot has " + size + " bytes");
        }
        var slot = ByteBuffer.wrap(bytes);
        while (slot.hasRemaining()) {
            file.write(slot, (long) number * size + slot.position());
        }
    }

    /** What was there is gone, as far as the disk writes in place. */
    void wipe(int number) throws IOException {
        var noise = new byte[size];
        RANDOM.nextBytes(noise);
        write(number, noise);
    }

    /** What was written is on the disk. */
    void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
