package org.afterword.posts.alike;

import java.util.Arrays;
import org.afterword.posts.read.Texts;

/**
 * The marks by which texts find each other: pairs of rare words that stand near each other, in their order, and any three
 * words in a row, if they say enough together. Edits, cuts and other words in between leave many of them.
 */
final class Marks {
    /** A text's rarer half is its rare words; of a short text, so many at least. */
    private static final int LEAST = 15;

    /** A rare word makes a pair with so many rare words after it. */
    private static final int AHEAD = 2;

    /** How many bits a mark says beyond those that tell one text among all: it stands in others too seldom to cost much. */
    private static final int BEYOND = 8;

    private final Texts texts;
    private final int[] start;
    private final int[] rare;
    private final Weights weights;
    private final int needed;

    Marks(Texts texts, Weights weights) {
        this.weights = weights;
        this.texts = texts;
        needed = (int) (Weights.BIT * (BEYOND + Math.log(Math.max(1, texts.posts())) / Math.log(2)));
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
            order[i] = ((long) -weights.rarity(from + i) << 32) | i;
        }
        Arrays.sort(order, 0, length);
        int kept = start[text + 1] - start[text];
        for (int i = 0; i < kept; i++) {
            order[i] &= 0xffffffffL;
        }
        Arrays.sort(order, 0, kept);
        for (int i = 0; i < kept; i++) {
            rare[start[text] + i] = from + (int) order[i];
        }
    }

    /** How many of a text's words are its rare ones. */
    private static int kept(int length) {
        return Math.min(length, Math.max(LEAST, length / 2));
    }

    /** No fewer than there are. */
    long most() {
        return (long) rare.length * AHEAD + texts.words().length;
    }

    /** Each text with the hash of each of its marks. */
    void each(Dealt.Key key) {
        int[] words = texts.words();
        for (int t = 0; t + 1 < start.length; t++) {
            for (int i = texts.start()[t] + 2; i < texts.start()[t + 1]; i++) {
                if (weights.rarity(i - 2) + weights.rarity(i - 1) + weights.rarity(i) >= needed) {
                    key.key(t, Dealt.hash(words[i - 2], words[i - 1] * 31 + words[i]));
                }
            }
            for (int i = start[t]; i < start[t + 1]; i++) {
                int lack = needed - weights.rarity(rare[i]);
                int first = words[rare[i]];
                int to = Math.min(start[t + 1], i + 1 + AHEAD);
                for (int j = i + 1; j < to; j++) {
                    int second = words[rare[j]];
                    if (weights.rarity(rare[j]) >= lack && first != second) {
                        key.key(t, Dealt.hash(first, second));
                    }
                }
            }
        }
    }
}
