package org.afterword.people;

import java.util.Arrays;

/** The hashes of a set of words, for telling quickly that a word is none of them: a Bloom filter of one function. */
final class Hashes {
    private static final int BITS_FOR_EACH = 16;
    /** The number that times 31 is 1, in 32 bits. */
    private static final int ONE_BY_31 = 0xbdef7bdf;

    private int[] hashes = new int[4];
    private int size;
    private long[] bits = new long[hashes.length * BITS_FOR_EACH / Long.SIZE];

    /**
     * @param hash a {@link String#hashCode()}
     */
    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            bits = new long[hashes.length * BITS_FOR_EACH / Long.SIZE];
            for (int i = 0; i < size; i++) {
                mark(hashes[i]);
            }
        }
        hashes[size++] = hash;
        mark(hash);
    }

    private void mark(int hash) {
        int bit = bit(hash);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** Wrong about one in twenty words that are not in it, and about none that is. */
    boolean mayHave(int hash) {
        int bit = bit(hash);
        return (bits[bit >>> 6] & 1L << bit) != 0;
    }

    private int bit(int hash) {
        return (hash * 0x9e3779b9) >>> Integer.numberOfLeadingZeros(bits.length * Long.SIZE - 1);
    }

    /** Of two words in a row: the second's, and something that tells the first's apart. */
    static int pair(int first, int second) {
        return first * 0x7feb352d + second;
    }

    /** The hash of a text without its last unit. */
    static int without(int hash, char last) {
        return (hash - last) * ONE_BY_31;
    }
}
