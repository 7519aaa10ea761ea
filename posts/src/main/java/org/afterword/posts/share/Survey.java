package org.afterword.posts.share;

import java.util.Arrays;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/**
 * What is to be known of all shares before pairs are counted. Objects that are shared about equally often are in one class;
 * class c has those with 2ᶜ to 2ᶜ⁺¹ − 1 shares.
 */
final class Survey {
    static final int CLASSES = 32;

    private final int[] activity;
    private final double[] pairs = new double[CLASSES];
    private final double[] mostPairs = new double[CLASSES];
    private int classes;
    private double within;
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
            int c = classOf(end - from);
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
            within += near;
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

    /** How often an object is shared, in powers of 2. */
    static int classOf(int shares) {
        return shares == 0 ? 0 : 31 - Integer.numberOfLeadingZeros(shares);
    }

    /** How much each account shares. Do not change it. */
    int[] activity() {
        return activity;
    }

    /** How many classes there are. */
    int classes() {
        return classes;
    }

    /** How many pairs of shares of the same object lie within the window, over the objects of a class. */
    double pairs(int c) {
        return pairs[c];
    }

    /** The same of that object of the class that has the most. */
    double mostPairs(int c) {
        return mostPairs[c];
    }

    /** How many pairs of shares of the same object lie within the window. */
    double within() {
        return within;
    }

    /** How many pairs of shares of the same object are of different accounts, at whatever times. */
    double possible() {
        return possible;
    }

    /** How many pairs of accounts there may be at most: in an object, not more than its accounts allow. */
    long mostEdges() {
        return (long) Math.min(edges, activity.length * (activity.length - 1.0) / 2);
    }
}
