package org.afterword.language;

import java.util.Map;
import java.util.SplittableRandom;
import org.afterword.language.NameWeights.Part;

/** One example's way through the head and back, with what each weight did to its loss. */
final class NamePassage {
    private static final int HIDDEN = NameHead.HIDDEN;
    private static final int BLOCK = 64;
    private static final int COUNT = NameHead.COUNT;

    private final Map<Part, float[]> weights;
    private final Map<Part, float[]> gradients;
    private final float[][] rows;
    private final float[][] gradientRows;

    NamePassage(Map<Part, float[]> weights, Map<Part, float[]> gradients) {
        this.weights = weights;
        rows = NameHead.rows(weights.get(Part.HIDDEN), HIDDEN);
        gradientRows = new float[rows.length][HIDDEN];
        this.gradients = gradients;
    }

    /**
     * @param dropped share of inputs and hidden units that are left out
     * @return the negative logarithm of the likelihood of the example's labels
     */
    double learn(Example example, boolean lower, float dropped, SplittableRandom chance) {
        int words = example.size();
        if (words == 0) {
            return 0;
        }
        int width = NameHead.WINDOW * NameHead.INPUT;
        var inputs = new float[(words + 3) / 4 * 4 * width];
        for (int word = 0; word < words; word++) {
            for (int offset = 0; offset < NameHead.WINDOW; offset++) {
                int neighbour = word + offset - NameHead.WINDOW / 2;
                if (neighbour >= 0 && neighbour < words) {
                    fill(example, neighbour, lower, inputs, word * width + offset * NameHead.INPUT);
                }
            }
        }
        drop(inputs, dropped, chance);
        float[][] hidden = hidden(inputs, words, width);
        for (float[] row : hidden) {
            for (int i = 0; i < HIDDEN; i++) {
                row[i] = Math.max(0, row[i]);
            }
            drop(row, dropped, chance);
        }
        float[] scores = scores(hidden, words);
        float[] steps = weights.get(Part.STEPS);
        var field = new Labels(scores, words, steps, 0, 0);
        double[] likely = field.likelihoods();
        double loss = stepsBack(field, scores, example.labels());
        var back = new float[(words + 3) / 4 * 4][HIDDEN];
        float[] labels = weights.get(Part.LABELS);
        float[] toLabels = gradients.get(Part.LABELS);
        float[] toLabelBias = gradients.get(Part.LABEL_BIAS);
        for (int word = 0; word < words; word++) {
            for (int label = 0; label < COUNT; label++) {
                float wrong = (float) likely[word * COUNT + label] - (example.labels()[word] == label ? 1 : 0);
                toLabelBias[label] += wrong;
                for (int i = 0; i < HIDDEN; i++) {
                    toLabels[i * COUNT + label] += wrong * hidden[word][i];
                    back[word][i] += wrong * labels[i * COUNT + label];
                }
            }
        }
        float[] toBias = gradients.get(Part.HIDDEN_BIAS);
        for (int word = 0; word < words; word++) {
            for (int i = 0; i < HIDDEN; i++) {
                back[word][i] = hidden[word][i] > 0 ? back[word][i] / (1 - dropped) : 0;
                toBias[i] += back[word][i];
            }
        }
        hiddenBack(inputs, words, width, back);
        return loss;
    }

    private static void fill(Example example, int word, boolean lower, float[] inputs, int at) {
        System.arraycopy(example.inputs(), word * NameHead.INPUT, inputs, at, NameHead.INPUT);
        for (int i = NameHead.STATES; lower && i < NameHead.INPUT; i++) {
            inputs[at + i] = example.lower(word, i);
        }
    }

    private static void drop(float[] values, float share, SplittableRandom chance) {
        float kept = 1 / (1 - share);
        int limit = (int) (share * (1 << 16));
        long bits = 0;
        for (int i = 0; i < values.length; i++) {
            bits = i % 4 == 0 ? chance.nextLong() : bits >>> 16;
            values[i] = (bits & 0xffff) < limit ? 0 : values[i] * kept;
        }
    }

    /** In blocks of the weights that stay in the processor's cache for all the words. */
    private float[][] hidden(float[] inputs, int words, int width) {
        var hidden = new float[words][];
        for (int word = 0; word < words; word++) {
            hidden[word] = weights.get(Part.HIDDEN_BIAS).clone();
        }
        for (int from = 0; from < width; from += BLOCK) {
            for (int word = 0; word < words; word++) {
                NameHead.multiply(inputs, word * width, from, Math.min(width, from + BLOCK), rows, 0, hidden[word]);
            }
        }
        return hidden;
    }

    private float[] scores(float[][] hidden, int words) {
        float[] labels = weights.get(Part.LABELS);
        var scores = new float[words * COUNT];
        for (int word = 0; word < words; word++) {
            for (int label = 0; label < COUNT; label++) {
                float sum = weights.get(Part.LABEL_BIAS)[label];
                for (int i = 0; i < HIDDEN; i++) {
                    sum += hidden[word][i] * labels[i * COUNT + label];
                }
                scores[word * COUNT + label] = sum;
            }
        }
        return scores;
    }

    /** @param back a row for each word; rows of nothing up to a multiple of four */
    private void hiddenBack(float[] inputs, int words, int width, float[][] back) {
        for (int from = 0; from < width; from += BLOCK) {
            int until = Math.min(width, from + BLOCK);
            for (int word = 0; word < words; word += 4) {
                for (int i = from; i < until; i++) {
                    int at = word * width + i;
                    NameHead.add(
                            inputs[at],
                            back[word],
                            inputs[at + width],
                            back[word + 1],
                            inputs[at + 2 * width],
                            back[word + 2],
                            inputs[at + 3 * width],
                            back[word + 3],
                            gradientRows[i]);
                }
            }
        }
    }

    /** Adds what was gathered in rows to the gradients. */
    void end() {
        float[] table = gradients.get(Part.HIDDEN);
        for (int i = 0; i < gradientRows.length; i++) {
            System.arraycopy(gradientRows[i], 0, table, i * HIDDEN, HIDDEN);
        }
    }

    /** @return the loss */
    private double stepsBack(Labels field, float[] scores, int[] labels) {
        float[] toSteps = gradients.get(Part.STEPS);
        float[] steps = weights.get(Part.STEPS);
        double[] forward = field.forward();
        double[] backward = field.backward();
        double total = field.total(forward);
        for (int word = 0; word < labels.length; word++) {
            toSteps[(word == 0 ? COUNT : labels[word - 1]) * COUNT + labels[word]] -= 1;
            for (int to = 0; to < COUNT; to++) {
                double rest = scores[word * COUNT + to] + backward[word * COUNT + to] - total;
                if (word == 0) {
                    toSteps[COUNT * COUNT + to] += (float) Math.exp(steps[COUNT * COUNT + to] + rest);
                    continue;
                }
                for (int from = 0; from < COUNT; from++) {
                    double before = forward[(word - 1) * COUNT + from] + steps[from * COUNT + to];
                    toSteps[from * COUNT + to] += (float) Math.exp(before + rest);
                }
            }
        }
        return total - field.sum(labels);
    }
}
