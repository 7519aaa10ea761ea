package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.afterword.posts.group.Against;
import org.afterword.posts.group.Estimate;

/**
 * What chance makes of a network: groups dealt out anew to the same accounts (for the E-I index), and the configuration
 * model with the same groups (for modularity and controversy, which are high in networks of chance as well: Salloum, Chen
 * and Kivelä 2022).
 */
final class Chance {
    private static final int PARTS = 20;
    private static final double STEPS = 2e8;
    private static final double WALKS = 1e7;

    private final Network network;
    private final Graph graph;
    private final int groups;
    private final int[] part;
    private final double[][] index;
    private final double[] modularity;
    private final double[][] controversy;

    Chance(Network network) {
        this(network, (int) Math.clamp(STEPS / network.graph().ties(), 999, 9_999), (int)
                Math.clamp(WALKS / network.graph().ties() / network.names().size(), 19, 199));
    }

    /**
     * @param deals how often groups are dealt out anew
     * @param rewired how many networks of the configuration model are looked at
     */
    Chance(Network network, int deals, int rewired) {
        this.network = network;
        graph = network.graph();
        groups = network.names().size();
        part = parts();
        index = new double[groups + 1][deals];
        deal(deals);
        modularity = new double[rewired];
        controversy = new double[groups][rewired];
        rewire(rewired);
    }

    /** Accounts of each group dealt out to twenty parts, in the order that is the same in every run. */
    private int[] parts() {
        var next = new int[groups];
        var parts = new int[graph.size()];
        Arrays.setAll(parts, a -> next[graph.group()[a]]++ % PARTS);
        return parts;
    }

    private void deal(int times) {
        var random = new SplittableRandom(Insularity.SEED);
        int[] dealt = graph.group().clone();
        for (int t = 0; t < times; t++) {
            for (int i = dealt.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int held = dealt[i];
                dealt[i] = dealt[j];
                dealt[j] = held;
            }
            Mixing mixing = Mixing.of(graph, dealt, groups);
            for (int g = 0; g < groups; g++) {
                index[g][t] = mixing.index(g);
            }
            index[groups][t] = mixing.index();
        }
    }

    private void rewire(int times) {
        var rewiring = new Rewiring(graph.group(), network.pairs(), Insularity.SEED);
        for (int t = 0; t < times; t++) {
            Graph other = rewiring.next();
            modularity[t] = Modularity.of(other, groups);
            for (int g = 0; g < groups; g++) {
                controversy[g][t] = Controversy.roughly(other, g);
            }
        }
    }

    Insularity.Whole whole() {
        Mixing mixing = Mixing.of(graph, graph.group(), groups);
        return new Insularity.Whole(
                Against.of(mixing.estimate(graph), index[groups], -1),
                Against.of(Modularity.estimate(graph, groups), modularity, 1));
    }

    Insularity.Measures measures(int group) {
        Mixing mixing = Mixing.of(graph, graph.group(), groups);
        Estimate walks = Estimate.jackknife(
                Controversy.of(graph, group), PARTS, i -> new Controversy(graph, part, i).of(group), -1, 1);
        return new Insularity.Measures(
                Against.of(mixing.estimate(graph, group), index[group], -1), Against.of(walks, controversy[group], 1));
    }
}
