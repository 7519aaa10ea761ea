package org.afterword.posts.share;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.afterword.posts.read.ShareParts;
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
    public record Rule(int leastObjects, double falseDiscovery) implements Serializable {
        public static final Rule USUAL = new Rule(2, 0.05);
    }

    /** Exact counts alone. */
    static Counts counts(ShareParts shares, long window, int atATime) {
        var sum = new Counts.Sum();
        new Sweep(shares, window, atATime)
                .each(Survey.of(shares, window).mostEdges(), (_, counts, at) -> add(sum, counts, at));
        return sum.done();
    }

    public static Coordination of(ShareParts shares, long window, Rule rule) {
        return of(shares, window, rule, Sweep.AT_A_TIME);
    }

    /**
     * @param atATime how many pairs of accounts may be held at a time; one takes 64 bytes
     */
    public static Coordination of(ShareParts shares, long window, Rule rule, int atATime) {
        Look look = look(shares, window, rule, atATime);
        return look.screen().of(window, look.counts(), shares, look.threshold(), look.outstanding());
    }

    /**
     * The pairs of accounts that share at least so many different objects within the window: to be summed by groups, and
     * for nobody to see. The lower account is in the upper half of a number, the higher in the lower.
     */
    public static long[] together(ShareParts shares, long window, int leastObjects) {
        var network = new Network();
        new Sweep(shares, window, Sweep.AT_A_TIME)
                .each(Survey.of(shares, window).mostEdges(), (key, counts, at) -> {
                    if (counts[at + PairTable.OBJECTS] >= leastObjects) {
                        network.add(key, 0, 0);
                    }
                });
        return network.upTo(0);
    }

    /** The pairs that stand out, in the same form: for clusters, sums and tests, and for nobody to see. */
    public static long[] outstanding(ShareParts shares, long window, Rule rule) {
        return look(shares, window, rule, Sweep.AT_A_TIME).outstanding();
    }

    /** Gets each pair of accounts once, with what is counted of it. */
    public interface Pair {
        /**
         * @param pairs of posts
         * @param objects different ones
         * @param ofLower posts of the account with the lower number that have a partner
         * @param ofHigher those of the other
         * @param weight of the objects, added up
         */
        void pair(int lower, int higher, long pairs, int objects, int ofLower, int ofHigher, int weight);
    }

    /**
     * Counts for part of a dataset, to be added up with those of the others: for whoever spreads it over machines, and for
     * nobody to see.
     *
     * @param own the shares that are counted here; what lies within the window before and after each of them must be there,
     *     in the order of time, and among equal times in one that is the same wherever these shares are
     * @param weight of an object, by how many of its shares are here
     */
    public static void pairs(Shares shares, BitSet own, long window, IntUnaryOperator weight, Pair each) {
        new Sweep(shares, window, Sweep.AT_A_TIME)
                .each(
                        4 * shares.size(),
                        own,
                        weight,
                        (key, counts, at) -> each.pair(
                                (int) (key >>> 32),
                                (int) key,
                                PairTable.pairs(counts, at),
                                counts[at + PairTable.OBJECTS],
                                counts[at + PairTable.POSTS_OF_LOWER],
                                counts[at + PairTable.POSTS_OF_HIGHER],
                                counts[at + PairTable.WEIGHT]));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Look(Screen screen, Counts counts, double threshold, long[] outstanding) {}

    private static Look look(ShareParts shares, long window, Rule rule, int atATime) {
        Survey survey = Survey.of(shares, window);
        int[] activity = survey.activity();
        var screen = new Screen(survey.tally(shares, window), rule);
        var sum = new Counts.Sum();
        var network = new Network();
        new Sweep(shares, window, atATime).each(survey.mostEdges(), screen::weight, (key, counts, at) -> {
            add(sum, counts, at);
            screen.add(
                    network,
                    key,
                    counts[at + PairTable.OBJECTS],
                    activity[(int) (key >>> 32)],
                    activity[(int) key],
                    counts[at + PairTable.WEIGHT]);
        });
        double threshold = screen.threshold(network, shares, activity, _ -> 0);
        return new Look(screen, sum.done(), threshold, network.upTo(threshold));
    }

    private static void add(Counts.Sum sum, int[] counts, int at) {
        sum.add(
                PairTable.pairs(counts, at),
                counts[at + PairTable.OBJECTS],
                counts[at + PairTable.POSTS_OF_LOWER],
                counts[at + PairTable.POSTS_OF_HIGHER]);
    }
}
