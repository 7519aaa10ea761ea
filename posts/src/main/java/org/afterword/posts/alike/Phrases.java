package org.afterword.posts.alike;

import java.util.BitSet;
import org.afterword.posts.read.Texts;

/**
 * Words that many put one after the other, more often than chance explains: how people talk, and what they repeat by
 * heart.
 */
final class Phrases {
    /** What fewer places have may be a copy and its copies. */
    private static final int MANY = 11;

    /** So many times more often than the two words would meet by chance. */
    private static final int TOGETHER = 2;

    private Phrases() {}

    /**
     * The places, among the words of all texts, whose word goes on with a phrase of the word before it.
     *
     * @param counts how often each word stands in all texts
     */
    static BitSet continued(Texts texts, int[] counts) {
        int[] words = texts.words();
        var continued = new BitSet(words.length);
        var dealt = new Dealt(words.length);
        dealt.groups(key -> each(texts, counts, key), words.length, MANY, (keys, from, to) -> {
            int place = dealt.number(keys[from]);
            double chance = counts[words[place - 1]] * (double) counts[words[place]] / words.length;
            if (to - from > TOGETHER * chance) {
                for (int i = from; i < to; i++) {
                    continued.set(dealt.number(keys[i]));
                }
            }
        });
        return continued;
    }

    private static void each(Texts texts, int[] counts, Dealt.Key key) {
        int[] words = texts.words();
        for (int t = 0; t < texts.posts(); t++) {
            for (int i = texts.start()[t] + 1; i < texts.start()[t + 1]; i++) {
                if (counts[words[i - 1]] >= MANY && counts[words[i]] >= MANY) {
                    key.key(i, Dealt.hash(words[i - 1], words[i]));
                }
            }
        }
    }
}
