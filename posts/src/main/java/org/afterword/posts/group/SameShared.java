package org.afterword.posts.group;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;

/**
 * How often two accounts of one group share the same, whenever: of all pairs of shares by different accounts of it, the
 * part that is of one object. Counted in whole numbers, so that the order and the parts in which shares come change nothing.
 */
final class SameShared {
    private final int[] group;
    private final long[] inGroup;
    private final long[] squared;
    private final long[] same;
    private final long[] shares;
    private final long[] sameOf;

    /**
     * @param group of each account, negative for none
     */
    SameShared(ShareParts all, int[] group, int groups) {
        this(group, groups, counted(all, group, groups));
    }

    private SameShared(int[] group, int groups, Sums sums) {
        this(group, groups, sums.shares, sums.same);
    }

    /**
     * @param shares how many each account of a group has
     * @param sameOf how many pairs there are of a share of the account and one of another account of its group, both of one
     *     object
     */
    SameShared(int[] group, int groups, long[] shares, long[] sameOf) {
        this.group = group;
        this.shares = shares;
        this.sameOf = sameOf;
        inGroup = new long[groups];
        squared = new long[groups];
        same = new long[groups];
        for (int a = 0; a < group.length; a++) {
            if (group[a] >= 0) {
                inGroup[group[a]] += shares[a];
                squared[group[a]] += shares[a] * shares[a];
                same[group[a]] += sameOf[a];
            }
        }
    }

    /** Of each account, as above. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sums(long[] shares, long[] same) {}

    private static Sums counted(ShareParts all, int[] group, int groups) {
        var sums = new Sums(new long[group.length], new long[group.length]);
        all.each(part -> add(part, group, groups, sums));
        return sums;
    }

    private static void add(Shares part, int[] group, int groups, Sums sums) {
        var ofObject = new long[groups];
        for (int o = 0; o < part.objects(); o++) {
            int[] accounts = Arrays.copyOfRange(part.account(), part.start()[o], part.start()[o + 1]);
            Arrays.sort(accounts);
            for (int account : accounts) {
                if (group[account] >= 0) {
                    ofObject[group[account]]++;
                    sums.shares[account]++;
                }
            }
            for (int from = 0, to; from < accounts.length; from = to) {
                int account = accounts[from];
                for (to = from; to < accounts.length && accounts[to] == account; ) {
                    to++;
                }
                if (group[account] >= 0) {
                    sums.same[account] += (to - from) * (ofObject[group[account]] - (to - from));
                }
            }
            for (int account : accounts) {
                if (group[account] >= 0) {
                    ofObject[group[account]] = 0;
                }
            }
        }
    }

    /** Empty if fewer than ten accounts of the group share anything. */
    Optional<Estimate> of(int some) {
        int[] sharing = IntStream.range(0, group.length)
                .filter(a -> group[a] == some && shares[a] > 0)
                .toArray();
        if (sharing.length < Group.LEAST) {
            return Optional.empty();
        }
        double pairs = (double) inGroup[some] * inGroup[some] - squared[some];
        return Optional.of(
                Estimate.jackknife(same[some] / pairs, sharing.length, i -> without(sharing[i], some), 0, 1));
    }

    private double without(int account, int some) {
        double others = inGroup[some] - shares[account];
        double pairs = others * others - (squared[some] - shares[account] * shares[account]);
        return (same[some] - 2 * sameOf[account]) / pairs;
    }
}
