package org.afterword.posts.read;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Numbers for strings, in the order of their first coming. The strings are not kept, only 64 bits of a hash with a key
 * of this run: nobody finds an account's id in here, and two strings get one number once in 10⁷ runs with a million of
 * them.
 */
final class Labels {
    private final long key;
    private long[] hashes = new long[1 << 12];
    private int[] numbers = new int[1 << 12];
    private char[] letters = new char[256];
    private int size;

    Labels() {
        this(new SecureRandom().nextLong());
    }

    /**
     * @param key of the hash; a fixed one gives the same hashes in every run
     */
    Labels(long key) {
        this.key = key | 1;
    }

    int size() {
        return size;
    }

    /** The number of a string, a new one if it has none. */
    int of(String string) {
        return of(hash(string));
    }

    /** The number of a hash, a new one if it has none. */
    int of(long hash) {
        long known = hash == 0 ? 1 : hash;
        int slot = slot(known);
        if (hashes[slot] == known) {
            return numbers[slot];
        }
        hashes[slot] = known;
        numbers[slot] = size;
        if (++size > hashes.length / 8 * 5) {
            grow();
        }
        return size - 1;
    }

    /** The number of a hash, -1 if it has none. */
    int known(long hash) {
        int slot = slot(hash == 0 ? 1 : hash);
        return hashes[slot] == 0 ? -1 : numbers[slot];
    }

    long hash(String string) {
        return hash(string, 0, string.length());
    }

    /** Four letters at a time. */
    long hash(String string, int from, int to) {
        int length = to - from;
        if (length > letters.length - 3) {
            letters = new char[length * 2];
        }
        string.getChars(from, to, letters, 0);
        letters[length] = 0;
        letters[length + 1] = 0;
        letters[length + 2] = 0;
        long hash = key ^ length;
        for (int i = 0; i < length; i += 4) {
            long four = letters[i]
                    | ((long) letters[i + 1] << 16)
                    | ((long) letters[i + 2] << 32)
                    | ((long) letters[i + 3] << 48);
            long mixed = (hash ^ four) * 0x9E3779B97F4A7C15L;
            hash = mixed ^ (mixed >>> 32);
        }
        return last(hash);
    }

    long seed() {
        return key;
    }

    /** A hash that goes on with another character. */
    static long next(long hash, char c) {
        long mixed = (hash ^ c) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** A hash that goes on with another number. */
    static long join(long hash, long other) {
        long mixed = (hash ^ other) * 0xD6E8FEB86659FD93L;
        return last(mixed ^ (mixed >>> 32));
    }

    static long last(long hash) {
        long mixed = hash * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 32);
    }

    private int slot(long hash) {
        int slot = (int) hash & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[old.length * 2];
        numbers = new int[hashes.length];
        for (int i = 0; i < old.length; i++) {
            if (old[i] != 0) {
                int slot = slot(old[i]);
                hashes[slot] = old[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    /** A random order of the numbers, new in every run. */
    int[] shuffled() {
        var order = new int[size];
        Arrays.setAll(order, i -> i);
        var random = new java.util.SplittableRandom(new SecureRandom().nextLong());
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }
}
