package org.afterword.posts.alike;

import org.afterword.posts.read.Texts;

/**
 * Words that many put one after the other, more often than chance explains: how people talk, and what they repeat by
 * heart. Counted exactly; a table of small counters first sifts out the rest.
 */
final class Phrases {
    /** What fewer places have may be a copy and its copies. */
    private static final int MANY = 20;

    /** So many times more often than the two words would meet by chance. */
    private static final int TOGETHER = 2;

    private final Texts texts;
    private final byte[] sieve;
    private final int shift;
    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    Phrases(Texts texts) {
        this.texts = texts;
        int log = Math.clamp(33 - Integer.numberOfLeadingZeros(texts.words().length), 10, 28);
        sieve = new byte[1 << log];
        shift = 64 - log;
        each((first, second) -> {
            int place = place(first, second);
            if (sieve[place] <= MANY) {
                sieve[place]++;
            }
        });
        each((first, second) -> {
            if (sieve[place(first, second)] > MANY) {
                add(key(first, second));
            }
        });
    }

    private interface Each {
        void two(int first, int second);
    }

    private void each(Each each) {
        for (int t = 0; t < texts.posts(); t++) {
            for (int i = texts.start()[t] + 1; i < texts.start()[t + 1]; i++) {
                each.two(texts.words()[i - 1], texts.words()[i]);
            }
        }
    }

    /**
     * Whether the two words are part of a phrase.
     *
     * @param words how often each word stands in all texts
     */
    boolean continued(int first, int second, int[] words) {
        if (sieve[place(first, second)] <= MANY) {
            return false;
        }
        int slot = slot(key(first, second));
        double chance = words[first] * (double) words[second] / texts.words().length;
        return counts[slot] > MANY && counts[slot] > TOGETHER * chance;
    }

    private static long key(int first, int second) {
        return ((long) first + 1 << 32) | second;
    }

    private int place(int first, int second) {
        return (int) (Marks.hash(first, second) >>> shift);
    }

    private void add(long key) {
        int slot = slot(key);
        if (counts[slot]++ == 0) {
            keys[slot] = key;
            if (++size > keys.length / 2) {
                grow();
            }
        }
    }

    private int slot(long key) {
        int slot = (int) Marks.hash((int) (key >>> 32), (int) key) & (keys.length - 1);
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = keys;
        int[] oldCounts = counts;
        keys = new long[old.length * 2];
        counts = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(old[i]);
                keys[slot] = old[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
