package org.afterword.posts.share;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.afterword.posts.read.ShareParts;
import org.afterword.posts.read.Shares;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the shares of each object in the order of time, and counts for every pair of accounts. The pairs stream
 * by; where there may be more than a table holds, they are gone through several times, each time for another part of
 * them, so that memory has a bound whatever the window.
 */
final class Sweep {
    /** Pairs of accounts in the table at a time; one takes 64 bytes of memory. */
    static final int AT_A_TIME = 2_500_000;

    private final ShareParts shares;
    private final long window;
    private final int atATime;

    /**
     * @param window in milliseconds, inclusive
     * @param atATime how many pairs of accounts may be held at a time
     */
    Sweep(ShareParts shares, long window, int atATime) {
        this.shares = shares;
        this.window = window;
        this.atATime = atATime;
    }

    /** Gets each pair of accounts once, with its place in the counts. */
    interface Each {
        void pair(long key, int[] counts, int at);
    }

    /**
     * @param most how many pairs there may be
     * @param weight of an object, by how often it is shared; added up for each pair of accounts over the objects that it
     *     shares
     */
    void each(long most, IntUnaryOperator weight, Each each) {
        int rounds = (int) Math.min(1 << 12, most / atATime + 1);
        var table = new PairTable(most / rounds + (rounds > 1 ? most / rounds / 8 : 0));
        for (int round = 0; round < rounds; round++) {
            if (round > 0) {
                table.clear();
            }
            var filling = new Filling(table, weight, round, rounds);
            shares.each(filling::take);
            table.each(each);
        }
    }

    /** The same without weights. */
    void each(long most, Each each) {
        each(most, _ -> 0, each);
    }

    /**
     * Counts pairs of which one side is among certain shares, all in one round: these see both what came before and what
     * came after, so that a pair of shares counts where its earlier one is, and a share that has a partner where it is.
     */
    void each(long most, BitSet own, IntUnaryOperator weight, Each each) {
        var table = new PairTable(Math.min(most, atATime));
        var filling = new Filling(table, weight, 0, 1);
        shares.each(part -> filling.take(part, own));
        table.each(each);
    }

    /** Where the shares of one account in a row end: a million posts of one account are passed in one step. */
    private static int[] runEnds(int[] account) {
        var ends = new int[account.length];
        for (int i = account.length - 1; i >= 0; i--) {
            ends[i] = i + 1 < account.length && account[i] == account[i + 1] ? ends[i + 1] : i + 1;
        }
        return ends;
    }

    private final class Filling {
        private final PairTable table;
        private final IntUnaryOperator weight;
        private final int round;
        private final int rounds;
        private int passed;

        Filling(PairTable table, IntUnaryOperator weight, int round, int rounds) {
            this.table = table;
            this.weight = weight;
            this.round = round;
            this.rounds = rounds;
        }

        void take(Shares part) {
            take(part, null);
        }

        /** @param own where pairs are counted; nothing for everywhere */
        void take(Shares part, @Nullable BitSet own) {
            int[] runEnd = runEnds(part.account());
            for (int o = 0; o < part.objects(); o++) {
                object(part, part.start()[o], part.start()[o + 1], runEnd, own);
            }
            passed = Math.addExact(passed, part.account().length);
        }

        private void object(Shares part, int begin, int end, int[] runEnd, @Nullable BitSet owned) {
            long[] time = part.time();
            int[] account = part.account();
            int heavy = weight.applyAsInt(end - begin);
            int first = passed + begin;
            int from = begin;
            int to = begin;
            for (int i = begin; i < end; i++) {
                if (owned != null && !owned.get(i)) {
                    continue;
                }
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
                    if (counts[at + PairTable.LAST_OF_LOWER] < first && counts[at + PairTable.LAST_OF_HIGHER] < first) {
                        counts[at + PairTable.OBJECTS]++;
                        counts[at + PairTable.WEIGHT] += heavy;
                    }
                    int side = own < other ? 0 : 1;
                    if (counts[at + PairTable.LAST_OF_LOWER + side] != passed + i) {
                        counts[at + PairTable.LAST_OF_LOWER + side] = passed + i;
                        counts[at + PairTable.POSTS_OF_LOWER + side]++;
                    }
                }
            }
        }
    }
}
