package org.afterword.posts.dissent;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.posts.group.Estimate;

/**
 * A share of weighted rows that come in clusters: a ratio, with the variance between clusters (Cochran 1977, 3.12 and
 * 6.4). As if clusters were drawn with putting back, and without regard to strata, which is rather too wide.
 */
final class Ratio {
    private final Map<Integer, double[]> sums = new TreeMap<>();
    private int rows;

    void add(int cluster, double weight, boolean holds) {
        double[] sum = sums.computeIfAbsent(cluster, _ -> new double[2]);
        sum[0] += weight;
        sum[1] += holds ? weight : 0;
        rows++;
    }

    int clusters() {
        return sums.size();
    }

    double value() {
        double all = 0;
        double holds = 0;
        for (double[] sum : sums.values()) {
            all += sum[0];
            holds += sum[1];
        }
        return holds / all;
    }

    double variance() {
        double value = value();
        double all = 0;
        double squares = 0;
        for (double[] sum : sums.values()) {
            all += sum[0];
            squares += Math.pow(sum[1] - value * sum[0], 2);
        }
        return sums.size() / (sums.size() - 1.0) * squares / (all * all);
    }

    /**
     * The mean of what several people coded, each for themselves. Their disagreement widens the interval as that between
     * several completions of data does (Rubin 1987, section 3.1): to the mean variance of one coder's share, (1 + 1/m)
     * times the variance between the shares of m coders is added.
     *
     * <p>The interval is that of a share of as many rows that are independent as would have that variance (Korn and
     * Graubard 1998, with Wilson's interval); of as many as there are clusters where all agree.
     *
     * @param coders at least one; of at least two clusters each
     */
    static Estimate estimate(List<Ratio> coders) {
        double m = coders.size();
        double value = coders.stream().mapToDouble(Ratio::value).sum() / m;
        double within = coders.stream().mapToDouble(Ratio::variance).sum() / m;
        double between = coders.stream()
                        .mapToDouble(coder -> Math.pow(coder.value() - value, 2))
                        .sum()
                / Math.max(1, m - 1);
        double variance = within + (m > 1 ? (1 + 1 / m) * between : 0);
        double rows = coders.stream().mapToInt(coder -> coder.rows).sum() / m;
        double clusters = coders.stream().mapToInt(Ratio::clusters).sum() / m;
        return Estimate.share(
                value, Math.max(1, variance == 0 ? clusters : Math.min(rows, value * (1 - value) / variance)));
    }

    Estimate estimate() {
        return estimate(List.of(this));
    }
}
