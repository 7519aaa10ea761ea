package org.afterword.posts.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.afterword.posts.read.Shares;
import org.junit.jupiter.api.Test;

/** The sweep beside a counter that looks at every pair of shares. */
class CountsTest {
    private record Pair(int a, int b) {}

    private static final class Weights {
        int pairs;
        final Set<Integer> objects = new HashSet<>();
        final Set<Integer> ofA = new HashSet<>();
        final Set<Integer> ofB = new HashSet<>();
    }

    @Test
    void countsAsOneWhoLooksAtEveryPair() {
        var random = new Random(7);
        for (int run = 0; run < 1_000; run++) {
            int size = random.nextInt(60);
            int accounts = 1 + random.nextInt(run % 7 == 0 ? 1 : 8);
            int objects = run % 11 == 0 ? 1 : 1 + random.nextInt(6);
            int span = run % 5 == 0 ? 1 : 1 + random.nextInt(400);
            var account = new int[size];
            var object = new int[size];
            var time = new long[size];
            for (int i = 0; i < size; i++) {
                account[i] = random.nextInt(accounts);
                object[i] = random.nextInt(objects);
                time[i] = 1_600_000_000_000L + random.nextInt(span) * 1000L * (run % 13 == 0 ? 86_400L * 30 : 1);
            }
            long window = random.nextInt(100) * 1000L;
            Shares shares = Shares.of(accounts, size == 0 ? 0 : objects, account, object, time);
            Counts expected = bySight(account, object, time, window);
            assertEquals(expected, counted(shares, window, Sweep.AT_A_TIME), "run " + run);
            assertEquals(expected, counted(shares, window, 1 + random.nextInt(9)), "in parts, run " + run);
        }
    }

    @Test
    void manyPairsAreCountedInPartsOfATableThatStaysSmall() {
        int size = 800;
        var account = new int[size];
        var object = new int[size];
        var time = new long[size];
        for (int i = 0; i < size; i++) {
            account[i] = i % 400;
        }
        Counts counts = counted(Shares.of(400, 1, account, object, time), 0, 5_000);
        assertEquals(400L * 399 / 2, counts.byPairs().getFirst());
        assertEquals(400L * 399 * 2, counts.pairsOfPosts());
        assertEquals(0, counts.byObjects().get(1));
        assertTrue(counts.byBothSides().get(1) > 0 && counts.byBothSides().get(2) == 0);
    }

    @Test
    void aMillionPostsOfOneAccountAreNoMillionTimesAMillion() {
        int size = 1_000_000;
        var account = new int[size];
        var object = new int[size];
        var time = new long[size];
        account[500_000] = 1;
        for (int i = 0; i < size; i++) {
            time[i] = i;
        }
        Counts counts = counted(Shares.of(2, 1, account, object, time), 100_000_000, Sweep.AT_A_TIME);
        assertEquals(999_999, counts.pairsOfPosts());
        assertEquals(1, counts.byPairs().getLast());
        assertEquals(0, counts.byBothSides().get(1));
    }

    @Test
    void fewAccountsThatShareTheSameVeryOftenAreCountedAsBySight() {
        var random = new Random(11);
        for (int run = 0; run < 200; run++) {
            int size = 32 + random.nextInt(200);
            int accounts = 1 + random.nextInt(5);
            var account = new int[size];
            var object = new int[size];
            var time = new long[size];
            for (int i = 0; i < size; i++) {
                account[i] = random.nextInt(accounts);
                object[i] = random.nextInt(8) == 0 ? 1 : 0;
                time[i] = 1_600_000_000_000L + random.nextInt(1 + random.nextInt(300)) * 1000L;
            }
            long window = random.nextInt(100) * 1000L;
            Shares shares = Shares.of(accounts, 2, account, object, time);
            Counts expected = bySight(account, object, time, window);
            assertEquals(expected, counted(shares, window, Sweep.AT_A_TIME), "run " + run);
            assertEquals(expected, counted(shares, window, 1 + random.nextInt(9)), "in parts, run " + run);
        }
    }

    @Test
    void twoAccountsWithAHundredThousandEqualLinksAreCountedInOneGo() {
        int size = 200_000;
        var account = new int[size];
        var time = new long[size];
        for (int i = 0; i < size; i++) {
            account[i] = i % 2;
            time[i] = i;
        }
        Counts counts = counted(Shares.of(2, 1, account, new int[size], time), 100_000_000, 1_000);
        assertEquals(10_000_000_000L, counts.pairsOfPosts());
        assertEquals(1, counts.byBothSides().getLast());
    }

    private static Counts counted(Shares shares, long window, int atATime) {
        return Coordination.counts(shares, window, atATime);
    }

    private static Counts bySight(int[] account, int[] object, long[] time, long window) {
        Map<Pair, Weights> all = new HashMap<>();
        for (int i = 0; i < account.length; i++) {
            for (int j = 0; j < account.length; j++) {
                if (account[i] < account[j] && object[i] == object[j] && Math.abs(time[i] - time[j]) <= window) {
                    Weights weights = all.computeIfAbsent(new Pair(account[i], account[j]), key -> new Weights());
                    weights.pairs++;
                    weights.objects.add(object[i]);
                    weights.ofA.add(i);
                    weights.ofB.add(j);
                }
            }
        }
        List<List<Long>> counts = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            var line = new ArrayList<Long>();
            for (int least : Counts.LEAST) {
                long found = 0;
                for (Weights w : all.values()) {
                    int a = w.ofA.size();
                    int b = w.ofB.size();
                    found += switch (kind) {
                        case 0 -> w.pairs >= least ? 1 : 0;
                        case 1 -> w.objects.size() >= least ? 1 : 0;
                        case 2 -> Math.min(a, b) >= least ? 1 : 0;
                        default -> (a >= least ? 1 : 0) + (b >= least ? 1 : 0);
                    };
                }
                line.add(found);
            }
            counts.add(line);
        }
        long pairs = all.values().stream().mapToLong(w -> w.pairs).sum();
        return new Counts(pairs, counts.get(0), counts.get(1), counts.get(2), counts.get(3));
    }
}
