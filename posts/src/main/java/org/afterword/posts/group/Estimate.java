package org.afterword.posts.group;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A number with an interval that reckons with which accounts are in the data.
 *
 * @param value of all
 * @param low the lower end of 95 %
 * @param high the upper end
 */
public record Estimate(double value, double low, double high) {
    /** Of the normal distribution, for 95 %. */
    private static final double NORMAL = 1.959964;

    /**
     * The jackknife: what the number would be without each account, or each part of the accounts (Tukey 1958; Efron and
     * Tibshirani 1993, equation 11.5). Posts are never left out one by one, since those of one account are alike.
     *
     * @param without the number without the account, or the part, of that index
     * @param least the number cannot be lower
     * @param most nor higher
     */
    public static Estimate jackknife(double value, int parts, IntToDoubleFunction without, double least, double most) {
        var left = new double[parts];
        for (int i = 0; i < parts; i++) {
            left[i] = without.applyAsDouble(i);
        }
        Arrays.sort(left); // in whatever order accounts come, the sum is the same
        double mean = Arrays.stream(left).sum() / parts;
        double squares = 0;
        for (double one : left) {
            squares += (one - mean) * (one - mean);
        }
        double error = Math.sqrt((parts - 1.0) / parts * squares);
        return new Estimate(value, Math.max(least, value - NORMAL * error), Math.min(most, value + NORMAL * error));
    }

    /**
     * A share, with an interval that has a width also where it is 0 or 1 (Wilson 1927).
     *
     * @param of how many were looked at, or how many that are independent they are worth; above 0
     */
    public static Estimate share(double value, double of) {
        double squared = NORMAL * NORMAL / of;
        double middle = (value + squared / 2) / (1 + squared);
        double half = NORMAL * Math.sqrt(value * (1 - value) / of + squared / (4 * of)) / (1 + squared);
        return new Estimate(value, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * How many times what was expected, with the interval of a Poisson count (Byar's approximation: Breslow and Day 1987,
     * equation 2.13).
     */
    public static Estimate times(int count, double expected) {
        double low = count == 0 ? 0 : count * Math.pow(1 - 1 / (9.0 * count) - NORMAL / (3 * Math.sqrt(count)), 3);
        double more = count + 1.0;
        double high = more * Math.pow(1 - 1 / (9 * more) + NORMAL / (3 * Math.sqrt(more)), 3);
        return new Estimate(count / expected, low / expected, high / expected);
    }
}
