package org.afterword.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A percentile interval by the bootstrap: what the coefficient would be if other things of the same kind had been drawn.
 * Bradley Efron, Robert Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13.
 *
 * @param low the 2.5th percentile
 * @param high the 97.5th
 */
public record Interval(double low, double high) {
    /** With fewer, no interval is given: the same few things drawn again and again look surer than they are. */
    public static final int FEWEST = 10;

    private static final int RESAMPLES = 1000;
    private static final long SEED = 20160901;

    /**
     * The same for the same parts in the same order, whenever it is asked for.
     *
     * @param parts what is drawn with replacement: whole accounts, since what stands in one account hangs together
     * @param coefficient of the parts drawn; empty where it is not defined
     * @return empty for fewer than {@link #FEWEST} parts, or if the coefficient is undefined in more than one of twenty
     *     draws
     */
    public static <T> Optional<Interval> of(List<T> parts, Function<List<T>, OptionalDouble> coefficient) {
        if (parts.size() < FEWEST) {
            return Optional.empty();
        }
        var random = new SplittableRandom(SEED);
        double[] drawn = new double[RESAMPLES];
        int defined = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            List<T> draw = random.ints(parts.size(), 0, parts.size())
                    .mapToObj(parts::get)
                    .toList();
            OptionalDouble value = coefficient.apply(draw);
            if (value.isPresent()) {
                drawn[defined++] = value.getAsDouble();
            }
        }
        if (defined < RESAMPLES - RESAMPLES / 20) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(drawn, defined);
        Arrays.sort(sorted);
        return Optional.of(new Interval(percentile(sorted, 0.025), percentile(sorted, 0.975)));
    }

    /** The smallest that at least this share does not exceed. */
    private static double percentile(double[] sorted, double share) {
        return sorted[Math.clamp((long) Math.ceil(share * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
