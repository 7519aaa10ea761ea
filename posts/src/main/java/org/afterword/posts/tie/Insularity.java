package org.afterword.posts.tie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.posts.group.Against;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Ties;
import org.afterword.posts.share.Coordination;

/**
 * How far groups keep to themselves.
 *
 * @param made what ties are made of
 * @param accounts how many have ties, of groups that have ten or more such accounts
 * @param ties pairs of these accounts
 * @param smaller groups of which fewer than ten accounts have ties; they are left out
 * @param elsewhere ties with accounts that are in no such group; they are left out
 * @param whole of all groups together; empty if there are fewer than two, or too few ties
 * @param groups by name
 */
public record Insularity(
        Made made, int accounts, int ties, int smaller, long elsewhere, Optional<Whole> whole, List<OfGroup> groups) {
    /** Of fewer ties nothing is said. */
    public static final int LEAST_TIES = 50;

    /** What is drawn at random begins here. */
    public static final long SEED = 1;

    /** What ties are made of. */
    public enum Made {
        ANSWERS("one answers or passes on a post of the other"),
        SHARING("both share the same within the window");

        private final String words;

        Made(String words) {
            this.words = words;
        }

        /** As it stands in reports: two accounts have a tie if … */
        public String words() {
            return words;
        }
    }

    /**
     * @param index the E-I index of all ties, beside groups dealt out anew
     * @param modularity beside the configuration model
     */
    public record Whole(Against index, Against modularity) {
        /** The E-I index, for whoever asked. */
        public String sentence() {
            return String.format(
                    Locale.ROOT,
                    "Groups: E-I index %.2f, %.2f by chance (-1: all ties stay inside).",
                    index.value().value(),
                    index.mean());
        }
    }

    /**
     * @param accounts how many of the group have ties
     * @param inside ties between its own accounts
     * @param outside ties to accounts of other groups
     * @param measures empty if accounts or ties are too few
     */
    public record OfGroup(String name, int accounts, long inside, long outside, Optional<Measures> measures) {}

    /**
     * @param index the E-I index, beside groups dealt out anew
     * @param controversy of this group and all others, beside the configuration model
     */
    public record Measures(Against index, Against controversy) {}

    /**
     * @param window in milliseconds, for ties by sharing
     * @param leastObjects how many different objects two accounts share to have a tie by sharing
     */
    public static Insularity of(Posts posts, Membership members, long window, int leastObjects) {
        var place = new int[posts.accounts()];
        var group = new int[place.length];
        for (int i = 0; i < group.length; i++) {
            place[posts.order()[i]] = i;
            group[i] = members.of()[posts.order()[i]];
        }
        long[] tied = posts.ties()
                .map(Insularity::pairs)
                .orElseGet(() -> Coordination.together(posts.shares(), window, leastObjects));
        long[] pairs = Arrays.stream(tied)
                .map(pair -> Graph.pair(place[(int) (pair >>> 32)], place[(int) pair]))
                .toArray();
        return of(posts.ties().isPresent() ? Made.ANSWERS : Made.SHARING, members.names(), group, pairs, pairs.length);
    }

    private static long[] pairs(Ties ties) {
        var pairs = new long[ties.size()];
        Arrays.setAll(pairs, i -> Graph.pair(ties.from()[i], ties.to()[i]));
        return Arrays.stream(pairs).sorted().distinct().toArray();
    }

    /**
     * The same of ties that whoever else found.
     *
     * @param names of the groups, sorted
     * @param of the group of each account, negative for none; accounts go by their place in the order that is the same in
     *     every run
     * @param pairs of accounts of groups that have a tie, each once: the lower in the upper half of a number, the higher in
     *     the lower
     * @param ties how many pairs there are, with those of accounts that are in no group
     */
    public static Insularity of(Made made, List<String> names, int[] of, long[] pairs, long ties) {
        Network network = Network.of(made, names, of, pairs, ties);
        Graph graph = network.graph();
        int groups = network.names().size();
        Mixing mixing = Mixing.of(graph, graph.group(), groups);
        boolean enough = groups >= 2 && graph.ties() >= LEAST_TIES;
        var chance = enough ? new Chance(network) : null;
        var list = new ArrayList<OfGroup>();
        for (int g = 0; g < groups; g++) {
            int group = g;
            long inside = mixing.inside()[g];
            long outside = mixing.outside()[g];
            list.add(new OfGroup(
                    network.names().get(g),
                    (int) Arrays.stream(graph.group())
                            .filter(one -> one == group)
                            .count(),
                    inside,
                    outside,
                    chance == null || inside + outside < LEAST_TIES
                            ? Optional.empty()
                            : Optional.of(chance.measures(g))));
        }
        return new Insularity(
                network.made(),
                graph.size(),
                graph.ties(),
                network.smaller(),
                network.elsewhere(),
                chance == null ? Optional.empty() : Optional.of(chance.whole()),
                List.copyOf(list));
    }
}
