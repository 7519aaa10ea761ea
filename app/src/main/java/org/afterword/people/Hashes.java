package org.afterword.people;

/** The hashes of a set of words, for telling quickly that a word is none of them: a Bloom filter of two functions. */
final class Hashes {
    private static final int BITS_FOR_EACH = 32;
    private static final int ONE = 0x9e3779b9;
    private static final int TWO = 0x85ebca6b;
    /** The number that times 31 is 1, in 32 bits. */
    private static final int ONE_BY_31 = 0xbdef7bdf;

    /** Each hash at its place or after it; 0 is none. */
    private int[] hashes = new int[8];

    private int size;
    private long[] bits = bits();
    private int shift = shift();

    private long[] bits() {
        return new long[Math.max(1, hashes.length / 2 * BITS_FOR_EACH / Long.SIZE)];
    }

    private int shift() {
        return Integer.numberOfLeadingZeros(bits.length * Long.SIZE - 1);
    }

    /**
     * @param hash a {@link String#hashCode()}
     */
    void add(int hash) {
        mark(hash);
        if (hash == 0 || !enter(hash)) {
            return;
        }
        if (++size * 2 > hashes.length) {
            int[] before = hashes;
            hashes = new int[before.length * 2];
            bits = bits();
            shift = shift();
            mark(0);
            for (int one : before) {
                if (one != 0) {
                    enter(one);
                    mark(one);
                }
            }
        }
    }

    /** Whether it was not there. */
    private boolean enter(int hash) {
        int at = ((hash * 0x9e3779b9) >>> 8) & (hashes.length - 1);
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = (at + 1) & (hashes.length - 1);
        }
        boolean fresh = hashes[at] == 0;
        hashes[at] = hash;
        return fresh;
    }

    private void mark(int hash) {
        int one = bit(hash, ONE);
        int two = bit(hash, TWO);
        bits[one >>> 6] |= 1L << one;
        bits[two >>> 6] |= 1L << two;
    }

    /** Wrong about one in two hundred words that are not in it, and about none that is. */
    boolean mayHave(int hash) {
        int one = bit(hash, ONE);
        if ((bits[one >>> 6] & (1L << one)) == 0) {
            return false;
        }
        int two = bit(hash, TWO);
        return (bits[two >>> 6] & (1L << two)) != 0;
    }

    private int bit(int hash, int factor) {
        return (hash * factor) >>> shift;
    }

    /** Of two words in a row: the second's, and something that tells the first's apart. */
    static int pair(int first, int second) {
        return first * 0x7feb352d + second;
    }

    /**
     * The same of a word, and of the word without an ending.
     *
     * @param before a {@link #pair} with nothing, or 0
     */
    boolean mayHave(char[] units, int from, int to, int before, int hash) {
        if (mayHave(before + hash)) {
            return true;
        }
        if (to - from < 4 || units[to - 1] != 's') {
            return false;
        }
        int stem = without(hash, 's');
        return mayHave(before + stem) || (units[to - 2] == 'e' && mayHave(before + without(stem, 'e')));
    }

    private static int without(int hash, char last) {
        return (hash - last) * ONE_BY_31;
    }
}
