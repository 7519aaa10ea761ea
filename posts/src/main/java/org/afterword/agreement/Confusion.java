package org.afterword.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What two observers gave the same units, in a table: Cohen's kappa. Jacob Cohen, "A Coefficient of Agreement for Nominal
 * Scales", 1960.
 */
public final class Confusion {
    private final double[][] units;

    /**
     * @param values how many values there are; each is a number from 0 to one less
     */
    public Confusion(int values) {
        units = new double[values][values];
    }

    /** A unit that both judged. */
    public void unit(int one, int other) {
        units[one][other]++;
    }

    /** What was counted elsewhere for the same two, over the same values. */
    public void add(Confusion other) {
        Matrix.add(units, other.units);
    }

    /** How many units both judged. */
    public long units() {
        return Math.round(Matrix.sum(units));
    }

    /** How many units got this value from the first and that from the second. */
    public long units(int one, int other) {
        return Math.round(units[one][other]);
    }

    /** 1 for perfect agreement, 0 for what chance gives; empty if both gave one and the same value throughout. */
    public OptionalDouble kappa() {
        double n = Matrix.sum(units);
        double observed = Matrix.trace(units) / n;
        double expected = 0;
        for (int value = 0; value < units.length; value++) {
            double one = Arrays.stream(units[value]).sum();
            double other = 0;
            for (double[] row : units) {
                other += row[value];
            }
            expected += one * other / (n * n);
        }
        return n == 0 || expected >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((observed - expected) / (1 - expected));
    }
}
