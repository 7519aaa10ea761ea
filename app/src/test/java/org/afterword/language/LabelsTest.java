package org.afterword.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final int COUNT = NameHead.COUNT;
    private final Random random = new Random(5);

    private float[] steps() {
        var steps = new float[(COUNT + 1) * COUNT];
        for (int i = 0; i < steps.length; i++) {
            int from = i / COUNT == COUNT ? 0 : i / COUNT;
            steps[i] = NameHead.follows(from, i % COUNT) ? random.nextFloat() * 4 - 2 : NameHead.NEVER;
        }
        return steps;
    }

    /** All rows of labels are tried, one by one. */
    @Test
    void theBestRowAndTheLikelihoodsAreThoseOfTryingAll() {
        for (int round = 0; round < 20; round++) {
            int words = 1 + random.nextInt(4);
            var scores = new float[words * COUNT];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat() * 6 - 3;
            }
            var field = new Labels(scores, words, steps(), random.nextFloat(), random.nextFloat());
            double total = 0;
            double most = Double.NEGATIVE_INFINITY;
            var best = new int[words];
            var likely = new double[words * COUNT];
            for (int row = 0; row < Math.pow(COUNT, words); row++) {
                var labels = new int[words];
                for (int word = 0, rest = row; word < words; word++, rest /= COUNT) {
                    labels[word] = rest % COUNT;
                }
                double sum = field.sum(labels);
                total += Math.exp(sum);
                for (int word = 0; word < words; word++) {
                    likely[word * COUNT + labels[word]] += Math.exp(sum);
                }
                if (sum > most) {
                    most = sum;
                    best = labels;
                }
            }
            for (int i = 0; i < likely.length; i++) {
                likely[i] /= total;
            }
            assertArrayEquals(best, field.best());
            assertArrayEquals(likely, field.likelihoods(), 1e-6);
            assertEquals(Math.log(total), field.total(field.forward()), 1e-4);
        }
    }

    @Test
    void aNameNeverGoesOnThatHasNotBegun() {
        for (int round = 0; round < 50; round++) {
            int words = 1 + random.nextInt(30);
            var scores = new float[words * COUNT];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = random.nextFloat() * 20 - 10;
            }
            int before = 0;
            for (int label : new Labels(scores, words, steps(), 0, 0).best()) {
                assertTrue(NameHead.follows(before, label));
                before = label;
            }
        }
    }
}
