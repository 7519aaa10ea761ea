package org.afterword.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.afterword.language.NameWeights.Part;
import org.afterword.model.Sha256;

/**
 * Trains the head: the likelihood of the marked rows of labels is made as great as it gets by Adam (Kingma and Ba 2015),
 * with drop-out (Srivastava et al. 2014). The same seed gives the same weights.
 */
final class NameTraining {
    private static final int EPOCHS = 8;
    private static final int BATCH = 32;
    private static final double RATE = .001;
    private static final double LAST_RATE = .2;
    private static final float DECAY = .00001f;
    private static final float DROPPED = .3f;
    private static final double LOWER = .2;
    private static final int WORKERS = 2;
    private static final List<Part> LEARNED =
            List.of(Part.HIDDEN, Part.HIDDEN_BIAS, Part.LABELS, Part.LABEL_BIAS, Part.STEPS);

    private final Map<Part, float[]> weights = new EnumMap<>(Part.class);
    private final Map<Part, float[]> means = new EnumMap<>(Part.class);
    private final Map<Part, float[]> squares = new EnumMap<>(Part.class);
    private final Random random;
    private final Sha256 model;
    private int step;

    NameTraining(long seed, Sha256 model, float[] mean, float[] scale) {
        random = new Random(seed);
        this.model = model;
        for (Part part : Part.values()) {
            weights.put(part, new float[part.size()]);
        }
        weights.put(Part.MEAN, mean);
        weights.put(Part.SCALE, scale);
        for (Part part : LEARNED) {
            means.put(part, new float[part.size()]);
            squares.put(part, new float[part.size()]);
        }
        fill(Part.HIDDEN, Math.sqrt(2.0 / (NameHead.WINDOW * NameHead.INPUT)));
        fill(Part.LABELS, Math.sqrt(2.0 / NameHead.HIDDEN));
        forbid();
    }

    private void fill(Part part, double deviation) {
        float[] numbers = weights.get(part);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) (random.nextGaussian() * deviation);
        }
    }

    private void forbid() {
        float[] steps = weights.get(Part.STEPS);
        for (int i = 0; i < steps.length; i++) {
            if (!allowed(i)) {
                steps[i] = NameHead.NEVER;
            }
        }
    }

    /** The row after the last label's is that before a sentence's first word, before which stands no name. */
    private static boolean allowed(int step) {
        int from = step / NameHead.COUNT;
        return NameHead.follows(from == NameHead.COUNT ? 0 : from, step % NameHead.COUNT);
    }

    /** Mean, and one over the standard deviation, of the states. */
    static float[][] spread(List<Example> examples) {
        var sum = new double[NameHead.STATES];
        var square = new double[NameHead.STATES];
        long words = 0;
        for (Example example : examples) {
            for (int word = 0; word < example.size(); word++) {
                for (int i = 0; i < NameHead.STATES; i++) {
                    double value = example.inputs()[word * NameHead.INPUT + i];
                    sum[i] += value;
                    square[i] += value * value;
                }
            }
            words += example.size();
        }
        var spread = new float[2][NameHead.STATES];
        for (int i = 0; i < NameHead.STATES; i++) {
            double mean = sum[i] / words;
            spread[0][i] = (float) mean;
            spread[1][i] = (float) (1 / Math.sqrt(square[i] / words - mean * mean + 1e-8));
        }
        return spread;
    }

    interface Judged {
        /** How good the weights are on what was held out; and what is to be taken from "no name" for that. */
        float[] of(NameWeights weights);
    }

    /** @return the best weights of all epochs */
    NameWeights train(List<Example> examples, Judged judged, System.Logger log) {
        var order = new ArrayList<>(examples);
        int steps = EPOCHS * ((order.size() + BATCH - 1) / BATCH);
        NameWeights best = snapshot(0);
        float most = -1;
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            double loss = 0;
            for (int from = 0; from < order.size(); from += BATCH) {
                loss += batch(order.subList(from, Math.min(order.size(), from + BATCH)), steps);
            }
            float[] quality = judged.of(snapshot(0));
            log.log(
                    System.Logger.Level.INFO,
                    "epoch {0}: loss {1}, held out {2} with {3}",
                    epoch,
                    loss / order.size(),
                    quality[0],
                    quality[1]);
            if (quality[0] > most) {
                most = quality[0];
                best = snapshot(quality[1]);
            }
        }
        return best;
    }

    private NameWeights snapshot(float bias) {
        var copy = new EnumMap<Part, float[]>(Part.class);
        weights.forEach((part, numbers) -> copy.put(part, numbers.clone()));
        copy.put(Part.BIAS, new float[] {bias, bias + 3});
        return new NameWeights(model, copy);
    }

    private double batch(List<Example> batch, int steps) {
        var seeds = random.longs(batch.size()).toArray();
        var gradients = new ArrayList<Map<Part, float[]>>();
        for (int i = 0; i < WORKERS; i++) {
            var gradient = new EnumMap<Part, float[]>(Part.class);
            LEARNED.forEach(part -> gradient.put(part, new float[part.size()]));
            gradients.add(gradient);
        }
        double[] losses = IntStream.range(0, WORKERS)
                .parallel()
                .mapToDouble(worker -> {
                    var passage = new NamePassage(weights, gradients.get(worker));
                    double loss = 0;
                    for (int i = worker; i < batch.size(); i += WORKERS) {
                        var chance = new SplittableRandom(seeds[i]);
                        loss += passage.learn(batch.get(i), chance.nextDouble() < LOWER, DROPPED, chance);
                    }
                    passage.end();
                    return loss;
                })
                .toArray();
        step++;
        double rate = RATE * (1 - (1 - LAST_RATE) * step / steps);
        for (Part part : LEARNED) {
            float[] gradient = gradients.getFirst().get(part);
            for (int worker = 1; worker < WORKERS; worker++) {
                float[] other = gradients.get(worker).get(part);
                for (int i = 0; i < gradient.length; i++) {
                    gradient[i] += other[i];
                }
            }
            adam(part, gradient, 1f / batch.size(), rate);
        }
        forbid();
        return Arrays.stream(losses).sum();
    }

    private void adam(Part part, float[] gradient, float share, double rate) {
        float[] numbers = weights.get(part);
        float[] mean = means.get(part);
        float[] square = squares.get(part);
        float size = (float) (rate * Math.sqrt(1 - Math.pow(.999, step)) / (1 - Math.pow(.9, step)));
        boolean decays = part == Part.HIDDEN || part == Part.LABELS;
        for (int i = 0; i < numbers.length; i++) {
            float g = gradient[i] * share + (decays ? DECAY * numbers[i] : 0);
            mean[i] = .9f * mean[i] + .1f * g;
            square[i] = .999f * square[i] + .001f * g * g;
            numbers[i] -= size * mean[i] / ((float) Math.sqrt(square[i]) + 1e-8f);
        }
    }
}
