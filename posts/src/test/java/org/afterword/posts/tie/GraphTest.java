package org.afterword.posts.tie;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.afterword.posts.group.Estimate;
import org.junit.jupiter.api.Test;

final class GraphTest {
    /** Zachary 1977: who of a karate club met whom outside it. The numbers after each member are of later members. */
    private static final int[][] KARATE = {
        {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32},
        {2, 3, 4, 8, 14, 18, 20, 22, 31},
        {3, 4, 8, 9, 10, 14, 28, 29, 33},
        {4, 8, 13, 14},
        {5, 7, 11},
        {6, 7, 11, 17},
        {7, 17},
        {9, 31, 33, 34},
        {10, 34},
        {14, 34},
        {15, 33, 34},
        {16, 33, 34},
        {19, 33, 34},
        {20, 34},
        {21, 33, 34},
        {23, 33, 34},
        {24, 26, 28, 30, 33, 34},
        {25, 26, 28, 32},
        {26, 32},
        {27, 30, 34},
        {28, 34},
        {29, 32, 34},
        {30, 33, 34},
        {31, 33, 34},
        {32, 33, 34},
        {33, 34}
    };

    /** Where they went when the club split. */
    private static final int[] FIRST_CLUB = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 17, 18, 20, 22};

    private static long[] karatePairs() {
        return Arrays.stream(KARATE)
                .flatMapToLong(row -> Arrays.stream(row).skip(1).mapToLong(other -> Graph.pair(row[0] - 1, other - 1)))
                .toArray();
    }

    private static Graph karate() {
        var group = new int[34];
        Arrays.fill(group, 1);
        Arrays.stream(FIRST_CLUB).forEach(member -> group[member - 1] = 0);
        return Graph.of(group, karatePairs());
    }

    static long[] randomPairs(int accounts, int ties, SplittableRandom random) {
        return IntStream.generate(() -> random.nextInt(accounts * accounts))
                .filter(i -> i / accounts < i % accounts)
                .mapToLong(i -> Graph.pair(i / accounts, i % accounts))
                .distinct()
                .limit(ties)
                .toArray();
    }

    /** Of 78 ties 11 lead from one club to the other; modularity of this split is .3582 (networkx 3, Zachary's club). */
    @Test
    void theKarateClub() {
        Graph karate = karate();
        assertEquals(78, karate.ties());
        Mixing mixing = Mixing.of(karate, karate.group(), 2);
        assertArrayEquals(new long[] {35, 32}, mixing.inside());
        assertArrayEquals(new long[] {11, 11}, mixing.outside());
        assertEquals((11 - 67) / 78.0, mixing.index(), 1e-12);
        assertEquals((11 - 35) / 46.0, mixing.index(0), 1e-12);
        assertEquals(.3582, Modularity.of(karate, 2), 5e-5);
    }

    @Test
    void leavingAccountsOutIsTheSameAsANetworkWithoutThem() {
        Graph karate = karate();
        Mixing mixing = Mixing.of(karate, karate.group(), 2);
        Estimate index = mixing.estimate(karate, 0);
        Estimate modularity = Modularity.estimate(karate, 2);
        Graph[] without = IntStream.range(0, 34)
                .mapToObj(a -> Graph.of(
                        karate.group(),
                        Arrays.stream(karatePairs())
                                .filter(pair -> (int) pair != a && (int) (pair >>> 32) != a)
                                .toArray()))
                .toArray(Graph[]::new);
        assertEquals(
                Estimate.jackknife(
                        mixing.index(0),
                        34,
                        a -> Mixing.of(without[a], karate.group(), 2).index(0),
                        -1,
                        1),
                index);
        Estimate slow = Estimate.jackknife(Modularity.of(karate, 2), 34, a -> Modularity.of(without[a], 2), -0.5, 1);
        assertEquals(slow.low(), modularity.low(), 1e-12);
        assertEquals(slow.high(), modularity.high(), 1e-12);
    }

    @Test
    void whereNothingLeadsOutTheIntervalHasAWidth() {
        var group = new int[20];
        Arrays.fill(group, 10, 20, 1);
        long[] pairs = {Graph.pair(0, 1), Graph.pair(2, 3), Graph.pair(11, 12)};
        Graph graph = Graph.of(group, pairs);
        Estimate index = Mixing.of(graph, group, 2).estimate(graph, 0);
        assertEquals(-1, index.low());
        assertEquals(-0.4, index.high(), 1e-12);
    }

    /** Four accounts in a ring, each side's first the one where walks end: half of the walks of the others go astray. */
    @Test
    void controversyByHand() {
        int[] group = {0, 1, 0, 1};
        Graph ring =
                Graph.of(group, new long[] {Graph.pair(0, 2), Graph.pair(1, 2), Graph.pair(0, 3), Graph.pair(1, 3)});
        assertEquals(.75 * .75 - .25 * .25, Controversy.of(ring, 0), 1e-5);
        Graph apart = Graph.of(group, new long[] {Graph.pair(0, 2), Graph.pair(1, 3)});
        assertEquals(1, Controversy.of(apart, 0), 1e-9);
    }

    @Test
    void controversyIsWhatWalkersFind() {
        var random = new SplittableRandom(3);
        int accounts = 60;
        var group = new int[accounts];
        Arrays.setAll(group, a -> a < 25 ? 0 : 1);
        Graph graph = Graph.of(group, randomPairs(accounts, 150, random));
        var begun = new double[2][2];
        boolean[] end = new boolean[accounts];
        for (int side = 0; side < 2; side++) {
            int own = side;
            long size = IntStream.of(group).filter(g -> g == own).count();
            IntStream.range(0, accounts)
                    .filter(a -> group[a] == own)
                    .boxed()
                    .sorted((a, b) -> graph.degree(b) - graph.degree(a))
                    .limit((size + 9) / 10)
                    .forEach(a -> end[a] = true);
        }
        for (int walk = 0; walk < 400_000; walk++) {
            int side = walk % 2;
            int at = random.nextInt(accounts);
            while (group[at] != side || graph.degree(at) == 0) {
                at = random.nextInt(accounts);
            }
            while (!end[at]) {
                at = graph.neighbour()[graph.start()[at] + random.nextInt(graph.degree(at))];
            }
            begun[side][group[at]]++;
        }
        double in0 = begun[0][0] + begun[1][0];
        double in1 = begun[0][1] + begun[1][1];
        double walked = begun[0][0] / in0 * (begun[1][1] / in1) - begun[0][1] / in1 * (begun[1][0] / in0);
        assertEquals(walked, Controversy.of(graph, 0), 0.01);
        assertEquals(Controversy.of(graph, 0), Controversy.of(graph, 1), 1e-5);
    }

    @Test
    void rewiredEveryoneHasAsManyTies() {
        Graph karate = karate();
        var rewiring = new Rewiring(karate.group(), karatePairs(), 1);
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            Graph other = rewiring.next();
            for (int a = 0; a < 34; a++) {
                assertEquals(karate.degree(a), other.degree(a));
                int[] neighbours = Arrays.copyOfRange(other.neighbour(), other.start()[a], other.start()[a + 1]);
                assertEquals(
                        neighbours.length, Arrays.stream(neighbours).distinct().count());
                int self = a;
                assertTrue(Arrays.stream(neighbours).noneMatch(b -> b == self));
            }
            sum += Modularity.of(other, 2);
        }
        assertTrue(Math.abs(sum / 300) < 0.05, "mean modularity " + sum / 300);
        assertNotEquals(0.3582, Modularity.of(rewiring.next(), 2), 0.1);
    }
}
