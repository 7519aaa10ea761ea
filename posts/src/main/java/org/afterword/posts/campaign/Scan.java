package org.afterword.posts.campaign;

import java.util.SplittableRandom;

/**
 * The stretch of hours in which there is most beyond the expected: the scan statistic of a Poisson process that is not
 * even (Kulldorff 1997), over stretches of an hour to a week that begin at any hour.
 */
final class Scan {
    private static final int[] LENGTHS = {1, 2, 3, 6, 12, 24, 48, 72, 168};

    /** In fewer visits no burst is looked for. */
    private static final int LEAST = 10;

    private Scan() {}

    /**
     * A stretch.
     *
     * @param from its first hour
     * @param visits in it
     * @param expected in it
     * @param ratio the logarithm of the likelihood ratio; 0 if there is nothing beyond the expected
     */
    record Stretch(int from, int hours, int visits, double expected, double ratio) {}

    /**
     * @param visits in each hour
     * @param parts which part of all visits is expected in each hour
     */
    static Stretch best(int[] visits, double[] parts) {
        int hours = visits.length;
        var sums = new int[hours + 1];
        var expected = new double[hours + 1];
        for (int h = 0; h < hours; h++) {
            sums[h + 1] = sums[h] + visits[h];
            expected[h + 1] = expected[h] + parts[h];
        }
        int all = sums[hours];
        var best = new Stretch(0, 0, 0, 0, 0);
        for (int length : LENGTHS) {
            for (int from = 0; from + length <= hours && length <= hours / 2; from++) {
                int count = sums[from + length] - sums[from];
                if (count < LEAST) {
                    continue;
                }
                double mean = all * (expected[from + length] - expected[from]);
                if (count > mean) {
                    double ratio = ratio(count, mean, all);
                    if (ratio > best.ratio) {
                        best = new Stretch(from, length, count, mean, ratio);
                    }
                }
            }
        }
        return best;
    }

    static double ratio(int count, double mean, int all) {
        double rest = all - count;
        return count * Math.log(count / mean) + (rest == 0 ? 0 : rest * Math.log(rest / (all - mean)));
    }

    /** As many visits as there are, at hours drawn by their parts. */
    static int[] drawn(int visits, double[] parts, SplittableRandom random) {
        var upTo = new double[parts.length];
        double sum = 0;
        for (int h = 0; h < parts.length; h++) {
            sum += parts[h];
            upTo[h] = sum;
        }
        // where to begin the search for what falls into each of as many equal steps
        var begin = new int[parts.length + 1];
        for (int step = 1, hour = 0; step <= parts.length; step++) {
            while (hour < parts.length - 1 && upTo[hour] <= sum * step / parts.length) {
                hour++;
            }
            begin[step] = Math.max(0, hour - 1);
        }
        var drawn = new int[parts.length];
        for (int i = 0; i < visits; i++) {
            double at = random.nextDouble();
            int hour = begin[(int) (at * parts.length)];
            while (hour < parts.length - 1 && upTo[hour] <= at * sum) {
                hour++;
            }
            drawn[hour]++;
        }
        return drawn;
    }
}
