package org.afterword.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How often values met in the same unit: the coincidence matrix of Krippendorff's alpha for nominal data, any number of
 * observers, and values that are missing. Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011.
 *
 * <p>Sums of matrices are matrices, so that what was counted apart can be put together.
 */
public final class Coincidences {
    private final double[][] met;

    /**
     * @param values how many values there are; each is a number from 0 to one less
     */
    public Coincidences(int values) {
        met = new double[values][values];
    }

    /**
     * A unit.
     *
     * @param given what the observers who judged it gave it; a unit that fewer than two judged adds nothing
     */
    public void unit(int... given) {
        for (int i = 0; i < given.length; i++) {
            for (int j = 0; j < given.length; j++) {
                if (i != j) {
                    met[given[i]][given[j]] += 1.0 / (given.length - 1);
                }
            }
        }
    }

    /** What another counted as well, over the same values. */
    public void add(Coincidences other) {
        Matrix.add(met, other.met);
    }

    /** How many values could be paired; the n of the paper. */
    public double pairable() {
        return Matrix.sum(met);
    }

    /** How many of them were of this value. */
    public double pairable(int value) {
        return Arrays.stream(met[value]).sum();
    }

    /** 1 for perfect agreement, 0 for what chance gives; empty if all values are the same, or none could be paired. */
    public OptionalDouble alpha() {
        double n = pairable();
        double differ = n - Matrix.trace(met);
        double expected = n * n;
        for (int value = 0; value < met.length; value++) {
            expected -= pairable(value) * pairable(value);
        }
        return expected <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (n - 1) * differ / expected);
    }
}
