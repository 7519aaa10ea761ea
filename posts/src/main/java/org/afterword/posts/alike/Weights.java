package org.afterword.posts.alike;

import java.util.BitSet;
import org.afterword.posts.read.Texts;

/**
 * How much it says that two texts have a word in common: the rarer the word, the more; and less in a phrase of
 * many.
 */
final class Weights {
    /** Fixed point: so many units are one bit. */
    static final int BIT = 16;

    /** A word says no more than this, so that three rare names in common are no copy. */
    private static final int MOST = 15 * BIT;

    /** A word in a phrase says so many times less. */
    private static final int PHRASE = 2;

    /** What many repeat at greater length is a text, not a phrase; in words. */
    private static final int LONGEST = 12;

    private final int[] byWord;
    private final short[] byPlace;

    private Weights(int[] byWord, short[] byPlace) {
        this.byWord = byWord;
        this.byPlace = byPlace;
    }

    static Weights of(Texts texts) {
        var counts = new int[texts.vocabulary()];
        for (int word : texts.words()) {
            counts[word]++;
        }
        var rarity = new int[counts.length];
        double all = Math.max(1, texts.words().length);
        for (int w = 0; w < counts.length; w++) {
            rarity[w] = (int) Math.round(BIT * Math.log(all / Math.max(1, counts[w])) / Math.log(2));
        }
        BitSet continued = Phrases.continued(texts, counts);
        var byPlace = new short[texts.words().length];
        for (int t = 0; t < texts.posts(); t++) {
            int to = texts.start()[t + 1];
            int from = texts.start()[t];
            while (from < to) {
                int end = from + 1;
                while (end < to && continued.get(end)) {
                    end++;
                }
                boolean phrase = end - from > 1 && end - from <= LONGEST;
                for (int i = from; i < end; i++) {
                    int weight = rarity[texts.words()[i]];
                    byPlace[i] = (short) (phrase ? weight / PHRASE : weight);
                }
                from = end;
            }
        }
        return new Weights(rarity, byPlace);
    }

    /**
     * How rare the word at a place is: the bits of its probability, in sixteenths; in a phrase less.
     *
     * @param place among the words of all texts
     */
    int rarity(int place) {
        return byPlace[place];
    }

    /** What the word at a place says if another text has it as well, in sixteenths of a bit. */
    int weight(int place) {
        return Math.min(MOST, byPlace[place]);
    }

    /** What a word says at most, in sixteenths of a bit. */
    int most(int word) {
        return Math.min(MOST, byWord[word]);
    }
}
