package org.afterword.coding;

import java.util.List;

/**
 * Logistic regression with a quadratic penalty, fitted by accelerated gradients from zero: the same rows in the same
 * order give the same weights.
 */
final class Regression {
    private static final int STEPS = 300;
    private static final int POWER_STEPS = 20;

    private final float[][] rows;
    private final double[] mean;
    private final double[] scale;
    private final double curvature;
    private final double strength;

    /**
     * @param rows the inputs of each example
     * @param strength how much an example counts against the penalty (1/2 of the squared weights of inputs of variance one)
     */
    Regression(List<float[]> rows, double strength) {
        int inputs = rows.getFirst().length;
        this.strength = strength;
        mean = new double[inputs];
        scale = new double[inputs];
        for (int i = 0; i < inputs; i++) {
            double sum = 0;
            double square = 0;
            for (float[] row : rows) {
                sum += row[i];
                square += (double) row[i] * row[i];
            }
            mean[i] = sum / rows.size();
            scale[i] = 1 / Math.sqrt(Math.max(1e-12, square / rows.size() - mean[i] * mean[i]));
        }
        this.rows = rows.stream()
                .map(row -> {
                    var standard = new float[inputs];
                    for (int i = 0; i < inputs; i++) {
                        standard[i] = (float) ((row[i] - mean[i]) * scale[i]);
                    }
                    return standard;
                })
                .toArray(float[][]::new);
        curvature = 1 + strength * (largest() + rows.size()) / 4;
    }

    /** The largest eigenvalue of the rows' products, nearly. */
    private double largest() {
        var direction = new double[mean.length];
        java.util.Arrays.fill(direction, 1);
        double size = 0;
        for (int step = 0; step < POWER_STEPS; step++) {
            var next = new double[mean.length];
            for (float[] row : rows) {
                double product = 0;
                for (int i = 0; i < row.length; i++) {
                    product += row[i] * direction[i];
                }
                for (int i = 0; i < row.length; i++) {
                    next[i] += product * row[i];
                }
            }
            size = 0;
            for (double one : next) {
                size += one * one;
            }
            size = Math.sqrt(size);
            for (int i = 0; i < next.length; i++) {
                direction[i] = next[i] / size;
            }
        }
        return 1.2 * size;
    }

    /**
     * @param yes of each example, whether it is one
     * @param least the threshold that goes with the weights
     */
    PracticeWeights.Row fit(boolean[] yes, float least) {
        int inputs = mean.length;
        var at = new double[inputs + 1];
        int many = 0;
        for (boolean one : yes) {
            many += one ? 1 : 0;
        }
        at[inputs] = Math.log((many + .5) / (yes.length - many + .5));
        var before = at;
        for (int step = 1; step <= STEPS; step++) {
            double momentum = (step - 1.0) / (step + 2);
            var ahead = new double[inputs + 1];
            for (int i = 0; i <= inputs; i++) {
                ahead[i] = at[i] + momentum * (at[i] - before[i]);
            }
            var gradient = new double[inputs + 1];
            for (int n = 0; n < rows.length; n++) {
                float[] row = rows[n];
                double sum = ahead[inputs];
                for (int i = 0; i < inputs; i++) {
                    sum += ahead[i] * row[i];
                }
                double wrong = 1 / (1 + Math.exp(-sum)) - (yes[n] ? 1 : 0);
                for (int i = 0; i < inputs; i++) {
                    gradient[i] += wrong * row[i];
                }
                gradient[inputs] += wrong;
            }
            before = at;
            at = new double[inputs + 1];
            for (int i = 0; i <= inputs; i++) {
                double slope = strength * gradient[i] + (i < inputs ? ahead[i] : 0);
                at[i] = ahead[i] - slope / curvature;
            }
        }
        var weights = new float[inputs];
        double bias = at[inputs];
        for (int i = 0; i < inputs; i++) {
            weights[i] = (float) (at[i] * scale[i]);
            bias -= at[i] * scale[i] * mean[i];
        }
        return new PracticeWeights.Row(weights, (float) bias, least);
    }
}
