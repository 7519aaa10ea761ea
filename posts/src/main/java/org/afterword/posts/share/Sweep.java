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

    /** From so many shares of an object on, and so many of each account, accounts are counted and not shares. */
    private static final int MANY = 32;

    private static final int REPEATED = 8;

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
        long bound = most > atATime ? Math.min(most, mostByAccounts()) : most;
        int rounds = (int) Math.min(1 << 12, bound / atATime + 1);
        var table = new PairTable(bound / rounds + (rounds > 1 ? bound / rounds / 8 : 0));
        for (int round = 0; round < rounds; round++) {
            if (round > 0) {
                table.clear();
            }
            var filling = new Filling(table, weight, round, rounds);
            shares.each(filling::take);
            table.each(each);
        }
    }

    /** How many pairs there may be, by how many accounts share each object, however often they do. */
    private long mostByAccounts() {
        var pairs = new long[1];
        shares.each(part -> {
            var met = new BitSet();
            for (int o = 0; o < part.objects(); o++) {
                long accounts = different(part, part.start()[o], part.start()[o + 1], met);
                pairs[0] += accounts * (accounts - 1) / 2;
            }
        });
        return pairs[0];
    }

    /** @param met empty, and empty again in the end */
    private static int different(Shares part, int begin, int end, BitSet met) {
        int different = 0;
        for (int i = begin; i < end; i++) {
            different += met.get(part.account()[i]) ? 0 : 1;
            met.set(part.account()[i]);
        }
        for (int i = begin; i < end; i++) {
            met.clear(part.account()[i]);
        }
        return different;
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
        private final BitSet met = new BitSet();
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
                int begin = part.start()[o];
                int end = part.start()[o + 1];
                if (end - begin >= MANY && different(part, begin, end, met) * REPEATED <= end - begin) {
                    repeated(part, begin, end, own);
                } else {
                    object(part, begin, end, runEnd, own);
                }
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
                    pair(own, other, passed + i, first, heavy, j > i ? 1 : 0);
                }
            }
        }

        /** Where few accounts share an object very often: goes through the accounts in the window, not their shares. */
        private void repeated(Shares part, int begin, int end, @Nullable BitSet owned) {
            long[] time = part.time();
            int[] account = part.account();
            int heavy = weight.applyAsInt(end - begin);
            var inWindow = new InWindow();
            int from = begin;
            int to = begin;
            for (int i = begin; i < end; i++) {
                while (to < end && time[to] - time[i] <= window) {
                    inWindow.enter(account[to++]);
                }
                while (time[i] - time[from] > window) {
                    inWindow.leave(account[from++]);
                }
                inWindow.reach(account[i]);
                if (owned == null || owned.get(i)) {
                    for (InWindow.Of other : inWindow.accounts()) {
                        if (other.account != account[i]) {
                            pair(account[i], other.account, passed + i, passed + begin, heavy, other.after);
                        }
                    }
                }
            }
        }

        /**
         * A share has partners of another account.
         *
         * @param share its number
         * @param first of the shares of the same object
         * @param after how many of the partners come after it
         */
        private void pair(int own, int other, int share, int first, int heavy, int after) {
            long key = PairTable.key(own, other);
            long hash = PairTable.hash(key);
            if (rounds > 1 && (int) (((hash >>> 40) * rounds) >>> 24) != round) {
                return;
            }
            int at = table.at(key, hash);
            int[] counts = table.counts();
            PairTable.addPairs(counts, at, after);
            if (counts[at + PairTable.LAST_OF_LOWER] < first && counts[at + PairTable.LAST_OF_HIGHER] < first) {
                counts[at + PairTable.OBJECTS]++;
                counts[at + PairTable.WEIGHT] += heavy;
            }
            int side = own < other ? 0 : 1;
            if (counts[at + PairTable.LAST_OF_LOWER + side] != share) {
                counts[at + PairTable.LAST_OF_LOWER + side] = share;
                counts[at + PairTable.POSTS_OF_LOWER + side]++;
            }
        }
    }
}
