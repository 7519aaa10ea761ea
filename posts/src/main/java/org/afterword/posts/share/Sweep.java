package org.afterword.posts.share;

import org.afterword.posts.read.Shares;

/**
 * Goes through the shares of each object in the order of time, and counts for every pair of accounts. The pairs stream
 * by; where there may be more than a table holds, they are gone through several times, each time for another part of
 * them, so that memory has a bound whatever the window.
 */
final class Sweep {
    /** Pairs of accounts in the table at a time; one takes 64 bytes of memory. */
    static final int AT_A_TIME = 2_500_000;

    private final Shares shares;
    private final long window;
    private final int atATime;

    /**
     * @param window in milliseconds, inclusive
     * @param atATime how many pairs of accounts may be held at a time
     */
    Sweep(Shares shares, long window, int atATime) {
        this.shares = shares;
        this.window = window;
        this.atATime = atATime;
    }

    /** Gets each pair of accounts once, with its place in the counts. */
    interface Each {
        void pair(long key, int[] counts, int at);
    }

    /** How many pairs of shares of an object lie within the window, those of one account with itself as well. */
    long[] pairsOfEach() {
        var pairs = new long[shares.objects()];
        int[] start = shares.start();
        long[] time = shares.time();
        for (int o = 0; o < pairs.length; o++) {
            int end = start[o + 1];
            int to = start[o];
            for (int i = start[o]; i < end; i++) {
                while (to < end && time[to] - time[i] <= window) {
                    to++;
                }
                pairs[o] += to - i - 1;
            }
        }
        return pairs;
    }

    /** How many pairs of accounts there may be at most: in an object, not more than its accounts allow. */
    private long mostPairs(long[] pairsOf) {
        var seenIn = new int[shares.accounts()];
        double most = 0;
        for (int o = 0; o < pairsOf.length; o++) {
            long accounts = 0;
            for (int i = shares.start()[o]; i < shares.start()[o + 1]; i++) {
                int account = shares.account()[i];
                accounts += seenIn[account] == o + 1 ? 0 : 1;
                seenIn[account] = o + 1;
            }
            most += Math.min((double) pairsOf[o], accounts * (accounts - 1.0) / 2);
        }
        return (long) Math.min(most, shares.accounts() * (shares.accounts() - 1.0) / 2);
    }

    /**
     * @param pairsOf how many pairs of shares of each object lie within the window
     * @param weight of each object, added up for each pair of accounts over the objects that it shares
     */
    void each(long[] pairsOf, byte[] weight, Each each) {
        long pairs = mostPairs(pairsOf);
        int rounds = (int) Math.min(1 << 12, pairs / atATime + 1);
        var table = new PairTable(pairs / rounds + (rounds > 1 ? pairs / rounds / 8 : 0));
        for (int round = 0; round < rounds; round++) {
            if (round > 0) {
                table.clear();
            }
            fill(table, weight, round, rounds);
            for (int slot = 0; slot < table.slots(); slot++) {
                long key = table.keyIn(slot);
                if (key != 0) {
                    each.pair(key, table.counts(), PairTable.place(slot));
                }
            }
        }
    }

    /** Where the shares of one account in a row end: a million posts of one account are passed in one step. */
    private int[] runEnds() {
        int[] account = shares.account();
        var ends = new int[account.length];
        for (int i = account.length - 1; i >= 0; i--) {
            ends[i] = i + 1 < account.length && account[i] == account[i + 1] ? ends[i + 1] : i + 1;
        }
        return ends;
    }

    private void fill(PairTable table, byte[] weight, int round, int rounds) {
        int[] start = shares.start();
        long[] time = shares.time();
        int[] account = shares.account();
        int[] runEnd = runEnds();
        for (int o = 0; o < shares.objects(); o++) {
            int begin = start[o];
            int end = start[o + 1];
            int from = begin;
            int to = begin;
            for (int i = begin; i < end; i++) {
                long now = time[i];
                while (now - time[from] > window) {
                    from++;
                }
                while (to < end && time[to] - now <= window) {
                    to++;
                }
                int own = account[i];
                for (int j = from; j < to; j++) {
                    int other = account[j];
                    if (other == own) {
                        j = runEnd[j] - 1;
                        continue;
                    }
                    long key = PairTable.key(own, other);
                    long hash = PairTable.hash(key);
                    if (rounds > 1 && (int) (((hash >>> 40) * rounds) >>> 24) != round) {
                        continue;
                    }
                    int at = table.at(key, hash);
                    int[] counts = table.counts();
                    if (j > i) {
                        counts[at + PairTable.PAIRS]++;
                    }
                    if (counts[at + PairTable.LAST_OF_LOWER] < begin && counts[at + PairTable.LAST_OF_HIGHER] < begin) {
                        counts[at + PairTable.OBJECTS]++;
                        counts[at + PairTable.WEIGHT] += weight[o];
                    }
                    int side = own < other ? 0 : 1;
                    if (counts[at + PairTable.LAST_OF_LOWER + side] != i) {
                        counts[at + PairTable.LAST_OF_LOWER + side] = i;
                        counts[at + PairTable.POSTS_OF_LOWER + side]++;
                    }
                }
            }
        }
    }
}
