package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Random-walk controversy of one group and all others (Garimella, De Francisci Morales, Gionis and Mathioudakis 2018):
 * P₁₁P₂₂ − P₁₂P₂₁, where P of two sides is the probability that a walk that ended with the most tied accounts of one
 * side began on the other. From about -1; 0 if it does not matter where one begins; 1 if nobody comes across.
 *
 * <p>Probabilities are solved for, and not drawn. Walks begin on either side as often, at any of its accounts from
 * which an end can be reached, and end at any of the most tied of either side: ten, or a hundredth of the side if that is
 * more, but never more than a tenth.
 */
final class Controversy {
    /** Until no probability is farther from the mean of its neighbours'. */
    private static final double EXACT = 1e-7;

    /** In networks of which only the mean counts. */
    private static final double ROUGH = 1e-4;

    private static final int ENDS = 10;
    private static final int ROUNDS = 2_000;
    private static final double UNREACHED = -1;

    private final Graph graph;
    private final int[] part;
    private final int without;
    private final double exact;

    /**
     * @param part of each account
     * @param without accounts of this part are left out; -1 for none
     */
    Controversy(Graph graph, int[] part, int without) {
        this(graph, part, without, EXACT);
    }

    private Controversy(Graph graph, int[] part, int without, double exact) {
        this.graph = graph;
        this.part = part;
        this.without = without;
        this.exact = exact;
    }

    static double roughly(Graph graph, int group) {
        return new Controversy(graph, new int[graph.size()], -1, ROUGH).of(group);
    }

    static double of(Graph graph, int group) {
        return new Controversy(graph, new int[graph.size()], -1).of(group);
    }

    double of(int group) {
        var home = new double[graph.size()];
        Arrays.fill(home, UNREACHED);
        var end = new boolean[graph.size()];
        ends(group, true).forEach(a -> {
            end[a] = true;
            home[a] = 1;
        });
        ends(group, false).forEach(a -> {
            end[a] = true;
            home[a] = 0;
        });
        int[] between = reached(home, end);
        solve(home, between);
        double stay = mean(home, group, true);
        double come = mean(home, group, false);
        double atHome = stay + come;
        double away = 2 - atHome;
        return atHome == 0 || away == 0 ? 0 : stay / atHome * ((1 - come) / away) - (1 - stay) / away * (come / atHome);
    }

    private boolean in(int account, int group, boolean own) {
        return (graph.group()[account] == group) == own && part[account] != without;
    }

    private IntStream ends(int group, boolean own) {
        int[] side = IntStream.range(0, graph.size())
                .filter(a -> in(a, group, own) && graph.degree(a) > 0)
                .toArray();
        return Arrays.stream(side)
                .boxed()
                .sorted(Comparator.comparingInt(graph::degree).reversed())
                .limit(Math.min(Math.max(ENDS, side.length / 100), (side.length + 9) / 10))
                .mapToInt(a -> a);
    }

    /** The accounts from which an end can be reached; they begin with even odds. */
    private int[] reached(double[] home, boolean[] end) {
        var queue = new int[graph.size()];
        int size = 0;
        for (int a = 0; a < end.length; a++) {
            if (end[a]) {
                queue[size++] = a;
            }
        }
        int ends = size;
        for (int at = 0; at < size; at++) {
            for (int i = graph.start()[queue[at]]; i < graph.start()[queue[at] + 1]; i++) {
                int next = graph.neighbour()[i];
                if (home[next] == UNREACHED && part[next] != without) {
                    home[next] = 0.5;
                    queue[size++] = next;
                }
            }
        }
        int[] between = Arrays.copyOfRange(queue, ends, size);
        Arrays.sort(between);
        return between;
    }

    /**
     * The odds of an account are the mean of its neighbours'. As ties go both ways that is symmetric and positive, so
     * conjugate gradients find it, scaled by the numbers of ties (Hestenes and Stiefel 1952), in some twenty rounds where
     * going from account to account takes hundreds.
     */
    private void solve(double[] home, int[] between) {
        int size = between.length;
        var ties = new int[size];
        var left = new double[size];
        // nothing but zero outside of what is solved for, so that sums over neighbours need not ask
        var step = new double[graph.size()];
        double scaled = 0;
        for (int k = 0; k < size; k++) {
            int a = between[k];
            double sum = 0;
            for (int i = graph.start()[a]; i < graph.start()[a + 1]; i++) {
                double odds = home[graph.neighbour()[i]];
                if (odds != UNREACHED) {
                    sum += odds;
                    ties[k]++;
                }
            }
            left[k] = sum - ties[k] * home[a];
            step[a] = left[k] / ties[k];
            scaled += left[k] * step[a];
        }
        var moved = new double[size];
        double change = 1;
        for (int round = 0; round < ROUNDS && change > exact && scaled > 0; round++) {
            double along = 0;
            for (int k = 0; k < size; k++) {
                int a = between[k];
                moved[k] = ties[k] * step[a] - neighbours(step, a);
                along += step[a] * moved[k];
            }
            double length = scaled / along;
            double next = 0;
            change = 0;
            for (int k = 0; k < size; k++) {
                home[between[k]] += length * step[between[k]];
                left[k] -= length * moved[k];
                next += left[k] * left[k] / ties[k];
                change = Math.max(change, Math.abs(left[k] / ties[k]));
            }
            for (int k = 0; k < size; k++) {
                step[between[k]] = left[k] / ties[k] + next / scaled * step[between[k]];
            }
            scaled = next;
        }
    }

    private double neighbours(double[] of, int account) {
        int[] neighbour = graph.neighbour();
        int end = graph.start()[account + 1];
        double sum = 0;
        for (int i = graph.start()[account]; i < end; i++) {
            sum += of[neighbour[i]];
        }
        return sum;
    }

    private double mean(double[] home, int group, boolean own) {
        double sum = 0;
        int count = 0;
        for (int a = 0; a < home.length; a++) {
            if (home[a] != UNREACHED && in(a, group, own)) {
                sum += home[a];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
