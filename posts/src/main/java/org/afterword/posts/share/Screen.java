package org.afterword.posts.share;

import java.util.function.IntUnaryOperator;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/**
 * Finds the pairs of accounts that stand out, wherever pairs are counted: attention is asked of each pair as it comes,
 * taste of the few that are left, and which of them stand out is decided over all possible pairs. Pairs are for nobody to
 * see.
 */
public final class Screen {
    private final Coordination.Rule rule;
    private final Chance chance;
    private final double possible;
    private final double most;

    /**
     * @param tally of the whole dataset
     */
    public Screen(Tally tally, Coordination.Rule rule) {
        this.rule = rule;
        chance = new Chance(tally);
        possible = tally.accounts() * (tally.accounts() - 1.0) / 2;
        // Of so many pairs none with a larger probability can stand out.
        most = Math.min(1, rule.falseDiscovery() * tally.pairsOfAll() / Math.max(1, possible));
    }

    /** What an object weighs that is shared so often; for a pair, weights of the objects that it shares are added up. */
    public int weight(int shares) {
        return chance.weight(shares);
    }

    /**
     * Whether a pair is to be looked at more closely.
     *
     * @param objects different ones that it shares within the window
     * @param one how much one of its accounts shares in all
     * @param other how much the other does
     * @param weight of these objects
     */
    public boolean mayStandOut(int objects, int one, int other, int weight) {
        return objects >= rule.leastObjects() && chance.byAttention(one, other, weight) <= most;
    }

    void add(Network to, long key, int objects, int one, int other, int weight) {
        if (objects >= rule.leastObjects()) {
            double p = chance.byAttention(one, other, weight);
            if (p <= most) {
                to.add(key, weight, p);
            }
        }
    }

    /**
     * What stands out, and its clusters.
     *
     * @param window in milliseconds, inclusive
     * @param counts of all pairs
     * @param shares of all accounts of the pairs below, with all that each of them shares; others may be missing
     * @param popularity how often each object of these shares is shared by anybody
     * @param pairs that may stand out: the lower account in the upper half of a number, the higher in the lower
     * @param weights of each of them
     */
    public Coordination of(long window, Counts counts, Shares shares, int[] popularity, long[] pairs, int[] weights) {
        Network network = network(shares, pairs, weights);
        double threshold = threshold(network, shares, activity(shares), object -> popularity[object]);
        return of(window, counts, shares, threshold, network.upTo(threshold));
    }

    /** The pairs alone that stand out, of the same: for sums and tests, and for nobody to see. */
    public long[] outstanding(Shares shares, int[] popularity, long[] pairs, int[] weights) {
        Network network = network(shares, pairs, weights);
        return network.upTo(threshold(network, shares, activity(shares), object -> popularity[object]));
    }

    private Network network(Shares shares, long[] pairs, int[] weights) {
        int[] activity = activity(shares);
        var network = new Network();
        for (int i = 0; i < pairs.length; i++) {
            int one = activity[(int) (pairs[i] >>> 32)];
            int other = activity[(int) pairs[i]];
            network.add(pairs[i], weights[i], chance.byAttention(one, other, weights[i]));
        }
        return network;
    }

    private static int[] activity(Shares shares) {
        var activity = new int[shares.accounts()];
        for (int account : shares.account()) {
            activity[account]++;
        }
        return activity;
    }

    /** The largest probability among the pairs that stand out, 0 if there are none; taste is asked of them here. */
    double threshold(Network network, ShareParts shares, int[] activity, IntUnaryOperator popularity) {
        Tastes tastes = Tastes.of(shares, network.accounts(), activity, popularity);
        network.raise((lower, higher, weight) -> chance.byTaste(tastes, lower, higher, weight));
        return network.threshold(rule.falseDiscovery(), possible);
    }

    Coordination of(long window, Counts counts, ShareParts shares, double threshold, long[] outstanding) {
        Clusters.Found found = Clusters.of(shares, window, outstanding);
        return new Coordination(
                window,
                counts,
                chance.expected(),
                possible,
                outstanding.length,
                threshold,
                found.accounts(),
                found.large(),
                found.smaller());
    }
}
