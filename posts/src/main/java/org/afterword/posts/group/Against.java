package org.afterword.posts.group;

import java.util.Arrays;

/**
 * A number beside what chance makes of it.
 *
 * @param value with an interval that reckons with which accounts are in the data
 * @param mean by chance
 * @param low 95 % of what chance gave are not below
 * @param high nor above
 * @param probability how often chance alone goes at least as far, from 1 / (draws + 1) to 1; the data count as one of the
 *     draws, so that it holds its level
 * @param draws how often chance was let rule
 */
public record Against(Estimate value, double mean, double low, double high, double probability, int draws) {
    /**
     * @param sign 1 if it is large numbers that go far, -1 if it is small ones
     */
    public static Against of(Estimate value, double[] drawn, int sign) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        long asFar = Arrays.stream(drawn)
                .filter(one -> sign * one >= sign * value.value() - 1e-12)
                .count();
        int tail = (int) (sorted.length * 0.025);
        return new Against(
                value,
                Arrays.stream(sorted).average().orElse(Double.NaN),
                sorted[tail],
                sorted[sorted.length - 1 - tail],
                (1.0 + asFar) / (1 + drawn.length),
                drawn.length);
    }

    /** The value less the mean by chance. */
    public Estimate less() {
        return new Estimate(value.value() - mean, value.low() - mean, value.high() - mean);
    }
}
