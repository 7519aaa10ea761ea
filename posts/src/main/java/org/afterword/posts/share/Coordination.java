package org.afterword.posts.share;

import java.util.Arrays;
import java.util.List;
import org.afterword.posts.read.Shares;

/**
 * Coordinated sharing within one window: pairs of accounts that share the same objects at about the same time.
 *
 * @param window in milliseconds, inclusive
 * @param counts how many pairs there are
 * @param byChance how many pairs of posts of the same object would lie within the window if times were shuffled
 * @param possible how many pairs of accounts there could be
 * @param standOut how many pairs share more than chance explains
 * @param threshold the largest probability among those; 0 if there are none
 * @param accounts how many accounts are in these pairs
 * @param clusters of ten accounts and more
 * @param smaller how many clusters have fewer
 */
public record Coordination(
        long window,
        Counts counts,
        double byChance,
        double possible,
        int standOut,
        double threshold,
        int accounts,
        List<Cluster> clusters,
        int smaller) {

    /**
     * What makes a pair stand out.
     *
     * @param leastObjects different objects, and posts of both sides, that a pair needs
     * @param falseDiscovery which part of the pairs that stand out may be chance, between 0 and 1
     */
    public record Rule(int leastObjects, double falseDiscovery) {
        public static final Rule USUAL = new Rule(2, 0.05);
    }

    /** Exact counts alone. */
    static Counts counts(Shares shares, long window, int atATime) {
        var sweep = new Sweep(shares, window, atATime);
        var sum = new Counts.Sum();
        sweep.each(sweep.pairsOfEach(), new byte[shares.objects()], (key, counts, at) -> add(sum, counts, at));
        return sum.done();
    }

    public static Coordination of(Shares shares, long window, Rule rule) {
        Look look = look(shares, window, rule);
        Clusters.Found found = Clusters.of(shares, window, look.outstanding());
        return new Coordination(
                window,
                look.counts(),
                look.byChance(),
                look.possible(),
                look.outstanding().length,
                look.threshold(),
                found.accounts(),
                found.large(),
                found.smaller());
    }

    /**
     * The pairs of accounts that share at least so many different objects within the window: to be summed by groups, and
     * for nobody to see. The lower account is in the upper half of a number, the higher in the lower.
     */
    public static long[] together(Shares shares, long window, int leastObjects) {
        var sweep = new Sweep(shares, window, Sweep.AT_A_TIME);
        var network = new Network();
        sweep.each(sweep.pairsOfEach(), new byte[shares.objects()], (key, counts, at) -> {
            if (counts[at + PairTable.OBJECTS] >= leastObjects) {
                network.add(key, 0);
            }
        });
        return network.upTo(0);
    }

    /** The pairs that stand out, in the same form: for clusters, sums and tests, and for nobody to see. */
    public static long[] outstanding(Shares shares, long window, Rule rule) {
        return look(shares, window, rule).outstanding();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Look(Counts counts, double byChance, double possible, double threshold, long[] outstanding) {}

    private static Look look(Shares shares, long window, Rule rule) {
        var sweep = new Sweep(shares, window, Sweep.AT_A_TIME);
        long[] pairsOf = sweep.pairsOfEach();
        double possible = shares.accounts() * (shares.accounts() - 1.0) / 2;
        var chance = new Chance(shares, window, pairsOf);
        var sum = new Counts.Sum();
        Network network = new Network();
        // Of so many pairs none with a larger probability can stand out.
        double most = Math.min(1, rule.falseDiscovery() * total(pairsOf) / Math.max(1, possible));
        sweep.each(pairsOf, chance.weights(), (key, counts, at) -> {
            add(sum, counts, at);
            if (counts[at + PairTable.OBJECTS] >= rule.leastObjects()) {
                double p = chance.of((int) (key >>> 32), (int) key, counts[at + PairTable.WEIGHT], most);
                if (p <= most) {
                    network.add(key, p);
                }
            }
        });
        double threshold = network.threshold(rule.falseDiscovery(), possible);
        return new Look(sum.done(), chance.expected(), possible, threshold, network.upTo(threshold));
    }

    private static long total(long[] pairsOf) {
        return Arrays.stream(pairsOf).sum();
    }

    private static void add(Counts.Sum sum, int[] counts, int at) {
        sum.add(
                counts[at + PairTable.PAIRS],
                counts[at + PairTable.OBJECTS],
                counts[at + PairTable.POSTS_OF_LOWER],
                counts[at + PairTable.POSTS_OF_HIGHER]);
    }
}
