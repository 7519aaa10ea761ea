package org.afterword.posts.alike;

import org.afterword.posts.read.Texts;

/** How much it says that two texts have a word in common: the rarer the word, the more. */
final class Weights {
    /** Fixed point: so many units are one bit. */
    static final int BIT = 16;

    /** A word says no more than this, so that three rare names in common are no copy. */
    private static final int MOST = 12 * BIT;

    private final int[] units;

    private Weights(int[] units) {
        this.units = units;
    }

    static Weights of(Texts texts) {
        var counts = new int[texts.vocabulary()];
        for (int word : texts.words()) {
            counts[word]++;
        }
        double all = Math.max(1, texts.words().length);
        for (int w = 0; w < counts.length; w++) {
            counts[w] = (int) Math.round(BIT * Math.log(all / Math.max(1, counts[w])) / Math.log(2));
        }
        return new Weights(counts);
    }

    /** How rare a word is: the bits of its probability, in sixteenths. */
    int rarity(int word) {
        return units[word];
    }

    /** What a common word says, in sixteenths of a bit. */
    int weight(int word) {
        return Math.min(MOST, units[word]);
    }
}
