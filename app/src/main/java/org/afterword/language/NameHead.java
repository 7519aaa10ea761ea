package org.afterword.language;

import java.util.Arrays;
import java.util.List;
import org.afterword.language.NameWeights.Part;

/**
 * A small network on the states of words: whether each begins a name, goes on with it, or is none.
 *
 * <p>For every word its states and looks and those of its two neighbours go through one hidden layer; what follows what
 * is weighed by a conditional random field (Lafferty et al. 2001), in which a name cannot go on that has not begun.
 */
final class NameHead {
    /** What a word can be, in the order of the weights. */
    static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG");

    /** Values that describe a word. */
    static final int INPUT = Encoded.LAYERS * Encoded.WIDTH + NameWords.FEATURES;

    /** Words that are looked at together. */
    static final int WINDOW = 3;

    /** Units of the hidden layer. */
    static final int HIDDEN = 96;

    static final int COUNT = LABELS.size();
    static final float NEVER = -1e9f;

    static final int STATES = Encoded.LAYERS * Encoded.WIDTH;
    private static final int BLOCK = 64;

    private final float[] mean;
    private final float[] scale;
    private final float[][] weights;
    private final float[] bias;
    private final float[] labels;
    private final float[] labelBias;

    NameHead(NameWeights weights) {
        mean = weights.part(Part.MEAN);
        scale = weights.part(Part.SCALE);
        this.weights = rows(weights.part(Part.HIDDEN), HIDDEN);
        bias = weights.part(Part.HIDDEN_BIAS);
        labels = weights.part(Part.LABELS);
        labelBias = weights.part(Part.LABEL_BIAS);
    }

    /** Whether a word may be the second thing after one that is the first. */
    static boolean follows(int first, int second) {
        boolean inside = second > 0 && second % 2 == 0;
        return !inside || first == second || first == second - 1;
    }

    /**
     * What describes the words of a stretch, not yet standardised.
     *
     * @return {@link #INPUT} values for each word: its pieces' mean state of each layer, and its looks
     */
    static float[] inputs(Encoded encoded, NameWords words) {
        var inputs = new float[words.size() * INPUT];
        int piece = 0;
        for (int word = 0; word < words.size(); word++) {
            while (piece < encoded.pieces()
                    && encoded.end(piece) <= words.span(word).start()) {
                piece++;
            }
            int count = 0;
            for (int p = piece;
                    p < encoded.pieces() && encoded.start(p) < words.span(word).end();
                    p++) {
                for (int layer = 0; layer < Encoded.LAYERS; layer++) {
                    encoded.add(p, layer, inputs, word * INPUT + layer * Encoded.WIDTH);
                }
                count++;
            }
            for (int i = word * INPUT; count > 1 && i < word * INPUT + STATES; i++) {
                inputs[i] /= count;
            }
        }
        words.features(inputs, STATES, INPUT);
        return inputs;
    }

    /** How much speaks for each label of each word, {@code words} × {@link #LABELS}. */
    float[] scores(float[] inputs, int words) {
        standardise(inputs, words, mean, scale);
        return standardisedScores(inputs, words);
    }

    float[] standardisedScores(float[] inputs, int words) {
        float[][] hidden = hidden(inputs, words);
        var scores = new float[words * COUNT];
        for (int word = 0; word < words; word++) {
            for (int label = 0; label < COUNT; label++) {
                float sum = labelBias[label];
                for (int i = 0; i < HIDDEN; i++) {
                    sum += Math.max(0, hidden[word][i]) * labels[i * COUNT + label];
                }
                scores[word * COUNT + label] = sum;
            }
        }
        return scores;
    }

    static void standardise(float[] inputs, int words, float[] mean, float[] scale) {
        for (int word = 0; word < words; word++) {
            int row = word * INPUT;
            for (int i = 0; i < STATES; i++) {
                inputs[row + i] = (inputs[row + i] - mean[i]) * scale[i];
            }
        }
    }

    /** In blocks of the weights that stay in the processor's cache for all the words. */
    private float[][] hidden(float[] inputs, int words) {
        var hidden = new float[words][];
        for (int word = 0; word < words; word++) {
            hidden[word] = bias.clone();
        }
        for (int offset = 0; offset < WINDOW; offset++) {
            for (int from = 0; from < INPUT; from += BLOCK) {
                int to = Math.min(INPUT, from + BLOCK);
                for (int word = 0; word < words; word++) {
                    int neighbour = word + offset - WINDOW / 2;
                    if (neighbour >= 0 && neighbour < words) {
                        multiply(inputs, neighbour * INPUT, from, to, weights, offset * INPUT, hidden[word]);
                    }
                }
            }
        }
        return hidden;
    }

    /** The rows of a table of numbers, a copy. Java computes with whole rows several times as fast as with parts of a table. */
    static float[][] rows(float[] table, int width) {
        var rows = new float[table.length / width][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(table, i * width, (i + 1) * width);
        }
        return rows;
    }

    /** Adds so many inputs of a row, each times its row of weights, to the sums. */
    static void multiply(float[] inputs, int row, int from, int to, float[][] weights, int first, float[] sums) {
        int i = from;
        for (; i + 3 < to; i += 4) {
            add(
                    inputs[row + i],
                    weights[first + i],
                    inputs[row + i + 1],
                    weights[first + i + 1],
                    inputs[row + i + 2],
                    weights[first + i + 2],
                    inputs[row + i + 3],
                    weights[first + i + 3],
                    sums);
        }
        for (; i < to; i++) {
            float x = inputs[row + i];
            float[] w = weights[first + i];
            for (int j = 0; j < HIDDEN; j++) {
                sums[j] += x * w[j];
            }
        }
    }

    /** Adds four rows, each times a number, to the sums. */
    static void add(float a, float[] ra, float b, float[] rb, float c, float[] rc, float d, float[] rd, float[] sums) {
        for (int j = 0; j < HIDDEN; j++) {
            sums[j] += a * ra[j] + b * rb[j] + c * rc[j] + d * rd[j];
        }
    }
}
