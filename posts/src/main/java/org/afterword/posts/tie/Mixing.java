package org.afterword.posts.tie;

import java.util.Arrays;
import org.afterword.posts.group.Estimate;

/**
 * How many ties lead out of groups, and how many stay inside.
 *
 * @param inside ties of each group between its own accounts
 * @param outside ties of each group to others
 */
@SuppressWarnings("ArrayRecordComponent")
record Mixing(long[] inside, long[] outside) {
    /** Of so many that could be and are not, the true part is at most 3 by their number, 19 times of 20. */
    private static final double RULE_OF_THREE = 3;

    /**
     * @param group of each account, which need not be the graph's own
     */
    static Mixing of(Graph graph, int[] group, int groups) {
        var inside = new long[groups];
        var outside = new long[groups];
        int[] neighbour = graph.neighbour();
        for (int a = 0; a < graph.size(); a++) {
            int own = group[a];
            int end = graph.start()[a + 1];
            int same = 0;
            for (int i = graph.start()[a]; i < end; i++) {
                same += group[neighbour[i]] == own ? 1 : 0;
            }
            inside[own] += same;
            outside[own] += graph.degree(a) - same;
        }
        Arrays.setAll(inside, g -> inside[g] / 2);
        return new Mixing(inside, outside);
    }

    /**
     * The E-I index of a group: (E − I) / (E + I), from -1 where all ties stay inside to 1 where all lead out (Krackhardt
     * and Stern 1988).
     */
    double index(int group) {
        return index((double) inside[group], (double) outside[group]);
    }

    /** Of all groups together; a tie between two of them counts once. */
    double index() {
        return index(
                (double) Arrays.stream(inside).sum(), Arrays.stream(outside).sum() / 2.0);
    }

    static double index(double inside, double outside) {
        return inside + outside == 0 ? 0 : (outside - inside) / (outside + inside);
    }

    /** With an interval, by leaving out each account with its ties. */
    Estimate estimate(Graph graph, int group) {
        return interval(
                graph.size(),
                accounts(graph, group),
                (double) inside[group],
                (double) outside[group],
                a -> graph.group()[a] == group ? graph.to(a, group) : 0,
                a -> graph.group()[a] == group ? graph.degree(a) - graph.to(a, group) : graph.to(a, group));
    }

    /** Of all groups together, with an interval. */
    Estimate estimate(Graph graph) {
        return interval(
                graph.size(),
                graph.size(),
                (double) Arrays.stream(inside).sum(),
                Arrays.stream(outside).sum() / 2.0,
                a -> graph.to(a, graph.group()[a]),
                a -> graph.degree(a) - graph.to(a, graph.group()[a]));
    }

    private interface Lost {
        int of(int account);
    }

    /** Where no tie leads out, or none stays inside, leaving accounts out would give no width. */
    private static Estimate interval(
            int parts, int accounts, double inside, double outside, Lost lostInside, Lost lostOutside) {
        if (outside == 0) {
            return new Estimate(-1, -1, Math.min(1, -1 + 2 * RULE_OF_THREE / accounts));
        }
        if (inside == 0) {
            return new Estimate(1, Math.max(-1, 1 - 2 * RULE_OF_THREE / accounts), 1);
        }
        return Estimate.jackknife(
                index(inside, outside),
                parts,
                a -> index(inside - lostInside.of(a), outside - lostOutside.of(a)),
                -1,
                1);
    }

    private static int accounts(Graph graph, int group) {
        return (int) Arrays.stream(graph.group()).filter(g -> g == group).count();
    }
}
