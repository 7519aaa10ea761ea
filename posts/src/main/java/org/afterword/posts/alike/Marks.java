package org.afterword.posts.alike;

import java.util.Arrays;
import org.afterword.posts.read.Texts;

/**
 * The marks by which texts find each other: pairs of rare words that stand near each other, in their order. Edits, cuts
 * and other words in between leave many of them.
 */
final class Marks {
    /** A text's rarer half is its rare words; of a short text, so many at least. */
    private static final int LEAST = 15;

    /** A rare word makes a pair with so many rare words after it. */
    private static final int AHEAD = 4;

    /** Gets each mark of each text. */
    interface Each {
        void mark(int text, long hash);
    }

    private final int[] start;
    private final int[] rare;
    private final Weights weights;
    private final int needed;

    /** What a pair must say to be a mark: that by chance less than one text of all has it at a given place. */
    Marks(Texts texts, Weights weights) {
        this.weights = weights;
        needed = (int) (Weights.BIT * Math.log(Math.max(1, texts.posts())) / Math.log(2));
        start = new int[texts.posts() + 1];
        for (int t = 0; t < texts.posts(); t++) {
            start[t + 1] = start[t] + kept(texts.start()[t + 1] - texts.start()[t]);
        }
        rare = new int[start[texts.posts()]];
        var order = new long[64];
        for (int t = 0; t < texts.posts(); t++) {
            int length = texts.start()[t + 1] - texts.start()[t];
            order = order.length < length ? new long[length * 2] : order;
            choose(texts, t, order);
        }
    }

    /** Keeps the rarest words of a text in the order in which they stand; among equals the first. */
    private void choose(Texts texts, int text, long[] order) {
        int from = texts.start()[text];
        int length = texts.start()[text + 1] - from;
        for (int i = 0; i < length; i++) {
            order[i] = ((long) -weights.rarity(texts.words()[from + i]) << 32) | i;
        }
        Arrays.sort(order, 0, length);
        int kept = start[text + 1] - start[text];
        for (int i = 0; i < kept; i++) {
            order[i] &= 0xffffffffL;
        }
        Arrays.sort(order, 0, kept);
        for (int i = 0; i < kept; i++) {
            rare[start[text] + i] = texts.words()[from + (int) order[i]];
        }
    }

    /** How many of a text's words are its rare ones. */
    private static int kept(int length) {
        return Math.min(length, Math.max(LEAST, length / 2));
    }

    long count() {
        var count = new long[1];
        each((_, _) -> count[0]++);
        return count[0];
    }

    void each(Each each) {
        for (int t = 0; t + 1 < start.length; t++) {
            for (int i = start[t]; i < start[t + 1]; i++) {
                int first = rare[i];
                int lack = needed - weights.rarity(first);
                int to = Math.min(start[t + 1], i + 1 + AHEAD);
                for (int j = i + 1; j < to; j++) {
                    int second = rare[j];
                    if (first != second && weights.rarity(second) >= lack) {
                        each.mark(t, hash(first, second));
                    }
                }
            }
        }
    }

    static long hash(int a, int b) {
        long mixed = (((long) a << 32) ^ b) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return mixed ^ (mixed >>> 32);
    }
}
