package org.afterword.posts.share;

import java.util.Arrays;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/** Goes through all shares before pairs are counted. */
final class Survey {
    private final int[] activity;
    private final double[] pairs = new double[Tally.CLASSES];
    private final double[] mostPairs = new double[Tally.CLASSES];
    private int classes;
    private double possible;
    private double edges;

    private Survey(int accounts) {
        activity = new int[accounts];
    }

    /**
     * @param window in milliseconds, inclusive
     */
    static Survey of(ShareParts shares, long window) {
        var survey = new Survey(shares.accounts());
        var seen = new Seen(shares.accounts());
        shares.each(part -> survey.take(part, window, seen));
        return survey;
    }

    /** In which object each account was seen last, and how often. */
    private static final class Seen {
        private final int[] object;
        private final int[] times;
        private int current;

        Seen(int accounts) {
            object = new int[accounts];
            times = new int[accounts];
        }

        void next() {
            if (++current == 0) {
                Arrays.fill(object, 0);
                current = 1;
            }
        }

        /** How often the account was seen in this object before. */
        int again(int account) {
            times[account] = object[account] == current ? times[account] + 1 : 0;
            object[account] = current;
            return times[account];
        }
    }

    private void take(Shares part, long window, Seen seen) {
        for (int o = 0; o < part.objects(); o++) {
            int from = part.start()[o];
            int end = part.start()[o + 1];
            double all = end - from;
            int c = Tally.classOf(end - from);
            double near = pairs(part.time(), from, end, window);
            double accounts = 0;
            double ofOneAccount = 0;
            seen.next();
            for (int i = from; i < end; i++) {
                int before = seen.again(part.account()[i]);
                accounts += before == 0 ? 1 : 0;
                ofOneAccount += before;
                activity[part.account()[i]]++;
            }
            classes = Math.max(classes, c + 1);
            pairs[c] += near;
            mostPairs[c] = Math.max(mostPairs[c], near);
            possible += all * (all - 1) / 2 - ofOneAccount;
            edges += Math.min(near, accounts * (accounts - 1) / 2);
        }
    }

    /** How many pairs of shares lie within the window, those of one account with itself as well. */
    private static double pairs(long[] time, int from, int end, long window) {
        double pairs = 0;
        int to = from;
        for (int i = from; i < end; i++) {
            while (to < end && time[to] - time[i] <= window) {
                to++;
            }
            pairs += to - i - 1;
        }
        return pairs;
    }

    /** How much each account shares. Do not change it. */
    int[] activity() {
        return activity;
    }

    /**
     * What there is to be known.
     *
     * @param shares those that were gone through
     * @param window in milliseconds, inclusive
     */
    Tally tally(ShareParts shares, long window) {
        var near = new Near(window);
        shares.times(near::take);
        return new Tally(
                shares.accounts(),
                shares.size(),
                near.pairs(),
                Arrays.copyOf(pairs, classes),
                Arrays.copyOf(mostPairs, classes),
                possible);
    }

    /** How many pairs of accounts there may be at most: in an object, not more than its accounts allow. */
    long mostEdges() {
        return (long) Math.min(edges, activity.length * (activity.length - 1.0) / 2);
    }
}
