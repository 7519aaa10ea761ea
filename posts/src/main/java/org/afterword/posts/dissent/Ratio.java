package org.afterword.posts.dissent;

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
     * With the interval of a share of as many rows that are independent as would have that variance (Korn and Graubard
     * 1998, with Wilson's interval); of as many as there are clusters where all agree.
     */
    Estimate estimate() {
        double value = value();
        double variance = variance();
        double worth = variance == 0 ? clusters() : Math.min(rows, value * (1 - value) / variance);
        return Estimate.share(value, Math.max(1, worth));
    }
}
