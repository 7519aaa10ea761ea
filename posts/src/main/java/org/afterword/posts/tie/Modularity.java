package org.afterword.posts.tie;

import org.afterword.posts.group.Estimate;

/**
 * Which part of the ties stays inside groups, less what would if only the numbers of ties counted (Newman and Girvan
 * 2004): Σ (I/m − (d/2m)²), with I the ties inside a group, d the ends of ties at its accounts and m all ties.
 */
final class Modularity {
    private Modularity() {}

    static double of(Graph graph, int groups) {
        Mixing mixing = Mixing.of(graph, graph.group(), groups);
        double value = 0;
        for (int g = 0; g < groups; g++) {
            value += term((double) mixing.inside()[g], (double) mixing.outside()[g], graph.ties());
        }
        return value;
    }

    private static double term(double inside, double outside, double ties) {
        double ends = (2 * inside + outside) / (2 * ties);
        return inside / ties - ends * ends;
    }

    /** With an interval, by leaving out each account with its ties. */
    static Estimate estimate(Graph graph, int groups) {
        Mixing mixing = Mixing.of(graph, graph.group(), groups);
        return Estimate.jackknife(of(graph, groups), graph.size(), a -> without(graph, mixing, a, groups), -0.5, 1);
    }

    private static double without(Graph graph, Mixing mixing, int account, int groups) {
        double ties = graph.ties() - graph.degree(account);
        int own = graph.group()[account];
        double value = 0;
        for (int g = 0; g < groups && ties > 0; g++) {
            int to = graph.to(account, g);
            double inside = mixing.inside()[g] - (g == own ? to : 0);
            double outside = mixing.outside()[g] - (g == own ? graph.degree(account) - to : to);
            value += term(inside, outside, ties);
        }
        return value;
    }
}
