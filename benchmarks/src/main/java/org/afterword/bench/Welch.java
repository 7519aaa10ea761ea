package org.afterword.bench;

import java.util.Arrays;

/** Whether two means differ by more than chance, with unequal variances (Welch 1947). */
final class Welch {
    private Welch() {}

    /** The statistic; of two samples of hundreds from one distribution, beyond 4.5 in seven of a million cases. */
    static double t(double[] one, double[] other) {
        return (mean(one) - mean(other)) / Math.sqrt(variance(one) / one.length + variance(other) / other.length);
    }

    static double mean(double... values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** The same without the slowest twentieth of each, which is chance of the computer. */
    static double[] trimmed(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.copyOf(sorted, sorted.length - sorted.length / 20);
    }

    private static double variance(double... values) {
        double mean = mean(values);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
