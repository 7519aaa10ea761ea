package org.afterword.posts.alike;

import java.util.Arrays;
import java.util.Optional;
import org.afterword.posts.read.Texts;

/**
 * Lays two texts beside each other: the run of words in both, with words of their own in between, that says most (local
 * alignment, Smith and Waterman 1981). A word in common adds its weight, a word that only one has takes a little.
 */
final class Overlap {
    private static final int GAP = Weights.BIT / 2;

    private final Texts texts;
    private final Weights weights;
    private int[] score = new int[0];

    Overlap(Texts texts, Weights weights) {
        this.texts = texts;
        this.weights = weights;
    }

    /**
     * The common run that says most, unless it says too little. What it says is the same whichever text comes first.
     *
     * @param least sixteenths of a bit
     */
    Optional<Repeat> of(int one, int other, int least) {
        int[] all = texts.words();
        int a = texts.start()[one];
        int b = texts.start()[other];
        int rows = texts.start()[one + 1] - a;
        int columns = texts.start()[other + 1] - b;
        int wide = columns + 1;
        if (score.length < Math.multiplyExact(rows + 1, wide)) {
            score = new int[(rows + 1) * wide];
        }
        Arrays.fill(score, 0, wide, 0);
        int best = 0;
        int at = 0;
        for (int i = 0; i < rows; i++) {
            int word = all[a + i];
            int weight = weights.weight(a + i);
            int cell = (i + 1) * wide;
            score[cell++] = 0;
            int left = 0;
            for (int j = 0; j < columns; j++, cell++) {
                int value = Math.max(0, Math.max(left, score[cell - wide]) - GAP);
                if (all[b + j] == word) {
                    value = Math.max(value, score[cell - wide - 1] + Math.min(weight, weights.weight(b + j)));
                }
                score[cell] = value;
                left = value;
                if (value > best) {
                    best = value;
                    at = cell;
                }
            }
        }
        return best < least ? Optional.empty() : Optional.of(back(one, other, at, wide));
    }

    /** Goes back from where the run ends. */
    private Repeat back(int one, int other, int last, int wide) {
        int a = texts.start()[one];
        int b = texts.start()[other];
        int cell = last;
        int from = last;
        int words = 0;
        while (score[cell] > 0) {
            int here = a + cell / wide - 1;
            int there = b + cell % wide - 1;
            if (texts.words()[here] == texts.words()[there]
                    && score[cell] == score[cell - wide - 1] + Math.min(weights.weight(here), weights.weight(there))) {
                words++;
                cell -= wide + 1;
                from = cell;
            } else {
                cell -= score[cell] == score[cell - wide] - GAP ? wide : 1;
            }
        }
        return new Repeat(
                one,
                from / wide,
                last / wide,
                other,
                from % wide,
                last % wide,
                words,
                score[last] / (double) Weights.BIT);
    }
}
