package org.afterword.posts.share;

/**
 * The upper tail of a sum of independent Poisson variables with whole weights, exactly: its distribution by Panjer's
 * recursion (Panjer 1981), summed from the value up, so that a tail of 10⁻³⁰ keeps its digits.
 *
 * <p>An upper bound of the tail of a weighted sum of independent indicators as well, if the rate of each is −ln(1 − p):
 * an indicator is stochastically smaller than a Poisson variable that is 0 with the same probability.
 */
final class Tail {
    /** From here e^−rate is too small to begin with, and Chernoff's bound is used. */
    private static final double MANY = 600;

    private static final double NOTHING = 1e-12;

    private final int[] weights;
    private final double[] rates;
    private final int parts;
    private final double total;
    private final double mean;
    private final int heaviest;

    /**
     * @param weights at least 1
     * @param rates how often each is expected, at least 0
     */
    Tail(int[] weights, double[] rates) {
        double sum = 0;
        double weighted = 0;
        int most = 0;
        int kept = 0;
        this.weights = weights.clone();
        this.rates = rates.clone();
        for (int i = 0; i < weights.length; i++) {
            if (rates[i] > 0) {
                this.weights[kept] = weights[i];
                this.rates[kept++] = rates[i];
                sum += rates[i];
                weighted += rates[i] * weights[i];
                most = Math.max(most, weights[i]);
            }
        }
        parts = kept;
        total = sum;
        mean = weighted;
        heaviest = most;
    }

    /** The probability that the sum is at least the value, at most 1. */
    double atLeast(int value) {
        if (value <= 0) {
            return 1;
        }
        if (total == 0) {
            return 0;
        }
        return total > MANY ? bound(value) : exact(value);
    }

    private double exact(int value) {
        int size = Math.max(value + 8 * heaviest, (int) (mean * 2)) + 64;
        var p = new double[size];
        p[0] = Math.exp(-total);
        double tail = 0;
        int quiet = 0;
        for (int x = 1; ; x++) {
            if (x == p.length) {
                p = java.util.Arrays.copyOf(p, p.length * 2);
            }
            double sum = 0;
            for (int i = 0; i < parts; i++) {
                int w = weights[i];
                if (w <= x) {
                    sum += w * rates[i] * p[x - w];
                }
            }
            p[x] = sum / x;
            if (x >= value) {
                tail += p[x];
                quiet = p[x] <= tail * NOTHING ? quiet + 1 : 0;
                if (x > mean && quiet > heaviest) {
                    return Math.min(1, tail);
                }
            }
        }
    }

    /** Chernoff: the least of E e^(θS) e^(−θs) over θ; found by halving, as its logarithm is convex. */
    private double bound(int value) {
        if (value <= mean) {
            return 1;
        }
        double low = 0;
        double high = 1;
        while (slope(high) < value) {
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (slope(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double log = -low * value;
        for (int i = 0; i < parts; i++) {
            log += rates[i] * Math.expm1(low * weights[i]);
        }
        return Math.min(1, Math.exp(log));
    }

    private double slope(double theta) {
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += rates[i] * weights[i] * Math.exp(theta * weights[i]);
        }
        return sum;
    }
}
