package org.afterword.language;

/** The conditional random field over the labels of one sentence's words: the best row of labels, and how sure each is. */
final class Labels {
    private static final int COUNT = NameHead.COUNT;
    private static final int PERSON = NameHead.LABELS.indexOf("B-PER");

    private final float[] scores;
    private final int words;
    private final float[] steps;

    /**
     * @param scores of {@link NameHead#scores}; changed by what follows
     * @param bias taken from "no name"
     * @param persons given to the labels of persons
     */
    Labels(float[] scores, int words, float[] steps, float bias, float persons) {
        this.scores = scores;
        this.words = words;
        this.steps = steps;
        for (int word = 0; word < words; word++) {
            scores[word * COUNT] -= bias;
            scores[word * COUNT + PERSON] += persons;
            scores[word * COUNT + PERSON + 1] += persons;
        }
    }

    /** The most likely labels (Viterbi). */
    int[] best() {
        var best = new int[words];
        var sums = new float[words * COUNT];
        var from = new int[words * COUNT];
        for (int word = 0; word < words; word++) {
            for (int label = 0; label < COUNT; label++) {
                float most = word == 0 ? steps[COUNT * COUNT + label] : Float.NEGATIVE_INFINITY;
                for (int before = 0; word > 0 && before < COUNT; before++) {
                    float sum = sums[(word - 1) * COUNT + before] + steps[before * COUNT + label];
                    if (sum > most) {
                        most = sum;
                        from[word * COUNT + label] = before;
                    }
                }
                sums[word * COUNT + label] = most + scores[word * COUNT + label];
            }
        }
        int label = 0;
        for (int i = 1; words > 0 && i < COUNT; i++) {
            if (sums[(words - 1) * COUNT + i] > sums[(words - 1) * COUNT + label]) {
                label = i;
            }
        }
        for (int word = words - 1; word >= 0; word--) {
            best[word] = label;
            label = from[word * COUNT + label];
        }
        return best;
    }

    /** How likely each label of each word is, all rows of labels weighed. */
    double[] likelihoods() {
        double[] forward = forward();
        double[] backward = backward();
        var likely = new double[words * COUNT];
        double total = total(forward);
        for (int i = 0; i < likely.length; i++) {
            likely[i] = Math.exp(forward[i] + backward[i] - total);
        }
        return likely;
    }

    double[] forward() {
        var forward = new double[words * COUNT];
        var sum = new double[COUNT];
        for (int word = 0; word < words; word++) {
            for (int label = 0; label < COUNT; label++) {
                if (word == 0) {
                    forward[label] = steps[COUNT * COUNT + label] + scores[label];
                    continue;
                }
                for (int before = 0; before < COUNT; before++) {
                    sum[before] = forward[(word - 1) * COUNT + before] + steps[before * COUNT + label];
                }
                forward[word * COUNT + label] = logSum(sum) + scores[word * COUNT + label];
            }
        }
        return forward;
    }

    double[] backward() {
        var backward = new double[words * COUNT];
        var sum = new double[COUNT];
        for (int word = words - 2; word >= 0; word--) {
            for (int label = 0; label < COUNT; label++) {
                for (int after = 0; after < COUNT; after++) {
                    int next = (word + 1) * COUNT + after;
                    sum[after] = backward[next] + scores[next] + steps[label * COUNT + after];
                }
                backward[word * COUNT + label] = logSum(sum);
            }
        }
        return backward;
    }

    /** The logarithm of the sum over all rows of labels. */
    double total(double[] forward) {
        var last = new double[COUNT];
        System.arraycopy(forward, (words - 1) * COUNT, last, 0, COUNT);
        return logSum(last);
    }

    /** What speaks for one row of labels. */
    double sum(int[] labels) {
        double sum = 0;
        for (int word = 0; word < words; word++) {
            sum += steps[(word == 0 ? COUNT : labels[word - 1]) * COUNT + labels[word]]
                    + scores[word * COUNT + labels[word]];
        }
        return sum;
    }

    static double logSum(double[] values) {
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            most = Math.max(most, value);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - most);
        }
        return most + Math.log(sum);
    }
}
