package org.afterword.posts.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/** Clusters of accounts: what hangs together by pairs that stand out. */
final class Clusters {
    private static final int NONE = -1;

    private final int[] parent;

    private Clusters(int accounts) {
        parent = new int[accounts];
        Arrays.setAll(parent, i -> i);
    }

    /**
     * The clusters.
     *
     * @param large those of ten accounts and more, the largest first
     * @param smaller how many have fewer
     * @param accounts how many accounts are in any
     */
    record Found(List<Cluster> large, int smaller, int accounts) {}

    static Found of(ShareParts shares, long window, long[] pairs) {
        var clusters = new Clusters(shares.accounts());
        for (long key : pairs) {
            clusters.join((int) (key >>> 32), (int) key);
        }
        return clusters.found(shares, window, pairs);
    }

    private int root(int account) {
        int at = account;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int a, int b) {
        parent[root(a)] = root(b);
    }

    private Found found(ShareParts shares, long window, long[] pairs) {
        var sizes = new int[parent.length];
        for (int a = 0; a < parent.length; a++) {
            sizes[root(a)]++;
        }
        var number = new int[parent.length];
        Arrays.fill(number, NONE);
        int large = 0;
        int smaller = 0;
        int accounts = 0;
        for (int a = 0; a < parent.length; a++) {
            accounts += sizes[a] > 1 ? sizes[a] : 0;
            if (sizes[a] >= Cluster.LEAST) {
                number[a] = large++;
            } else if (sizes[a] > 1) {
                smaller++;
            }
        }
        var sums = new Sums[large];
        Arrays.setAll(sums, i -> new Sums());
        var of = new int[parent.length];
        for (int a = 0; a < parent.length; a++) {
            of[a] = number[root(a)];
            if (of[a] >= 0) {
                sums[of[a]].accounts++;
            }
        }
        for (long key : pairs) {
            if (of[(int) key] >= 0) {
                sums[of[(int) key]].pairs++;
            }
        }
        if (large > 0) {
            shares.each(part -> together(part, window, of, sums));
        }
        List<Cluster> list = new ArrayList<>();
        for (Sums sum : sums) {
            list.add(sum.done());
        }
        list.sort(Comparator.comparingInt(Cluster::accounts)
                .thenComparingLong(Cluster::pairs)
                .thenComparingLong(Cluster::together)
                .thenComparingLong(Cluster::shares)
                .thenComparingInt(Cluster::objects)
                .thenComparingDouble(Cluster::medianGap)
                .reversed());
        return new Found(List.copyOf(list), smaller, accounts);
    }

    private static void together(Shares shares, long window, int[] of, Sums[] sums) {
        for (Sums sum : sums) {
            sum.lastObject = NONE;
        }
        for (int o = 0; o < shares.objects(); o++) {
            int begin = shares.start()[o];
            int end = shares.start()[o + 1];
            for (int i = begin; i < end; i++) {
                int account = shares.account()[i];
                int cluster = of[account];
                if (cluster == NONE) {
                    continue;
                }
                sums[cluster].shares++;
                long before = gap(shares, of, i, -1, begin - 1, window);
                long after = gap(shares, of, i, 1, end, window);
                if (before >= 0 || after >= 0) {
                    // Of shares at one time neither came first, whatever their order here.
                    sums[cluster].together(o, after == 0 ? 0 : before);
                }
            }
        }
    }

    /** How far the next share by another account of the same cluster is, −1 if it is outside the window. */
    private static long gap(Shares shares, int[] of, int i, int step, int end, long window) {
        int account = shares.account()[i];
        long[] time = shares.time();
        for (int j = i + step; j != end && Math.abs(time[j] - time[i]) <= window; j += step) {
            int other = shares.account()[j];
            if (other != account && of[other] == of[account]) {
                return Math.abs(time[j] - time[i]);
            }
        }
        return -1;
    }

    private static final class Sums {
        private int accounts;
        private long pairs;
        private long shares;
        private long together;
        private int objects;
        private int lastObject = NONE;
        private long[] gaps = new long[16];
        private int gapCount;

        private void together(int object, long before) {
            together++;
            objects += object == lastObject ? 0 : 1;
            lastObject = object;
            if (before >= 0) {
                if (gapCount == gaps.length) {
                    gaps = Arrays.copyOf(gaps, gapCount * 2);
                }
                gaps[gapCount++] = before;
            }
        }

        private Cluster done() {
            Arrays.sort(gaps, 0, gapCount);
            double median = gapCount == 0 ? 0 : (gaps[(gapCount - 1) / 2] + gaps[gapCount / 2]) / 2000.0;
            return new Cluster(accounts, pairs, shares, together, objects, median);
        }
    }
}
