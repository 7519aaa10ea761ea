package org.afterword.posts.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.afterword.posts.read.Shares;
import org.junit.jupiter.api.Test;

class ChanceTest {
    private static final double[] LEVELS = {.05, .01, .001};

    private interface Probability {
        double of(Chance chance, Tastes tastes, int[] activity, int a, int b, int weight);
    }

    /** How often the probability of a pair is at most each level. */
    private static double[] rates(Shares shares, long window, Probability probability) {
        Survey survey = Survey.of(shares, window);
        var chance = new Chance(survey.tally(shares, window));
        var everybody = new BitSet();
        everybody.set(0, shares.accounts());
        Tastes tastes = Tastes.of(shares, everybody, survey.activity(), _ -> 0);
        var found = new double[LEVELS.length];
        double possible = shares.accounts() * (shares.accounts() - 1.0) / 2;
        var sweep = new Sweep(shares, window, Sweep.AT_A_TIME);
        sweep.each(survey.mostEdges(), chance::weight, (key, counts, at) -> {
            double p = probability.of(
                    chance, tastes, survey.activity(), (int) (key >>> 32), (int) key, counts[at + PairTable.WEIGHT]);
            for (int i = 0; i < LEVELS.length; i++) {
                found[i] += p <= LEVELS[i] ? 1 / possible : 0;
            }
        });
        return found;
    }

    /** Many accounts and objects close together, so that probabilities of every size occur. */
    private static Corpus crowd(long seed) {
        var corpus = new Corpus(4_000, 80, 150, 7, 3, 0.7, true, seed);
        // Half of all shares of some objects come in a rush.
        for (int i = 300; i < corpus.time.length; i++) {
            if (corpus.object[i] % 10 == 0 && i % 2 == 0) {
                corpus.time[i] = 1_700_040_000_000L + corpus.object[i] * 1_000_000L + i % 900 * 1000L;
            }
        }
        return corpus;
    }

    private static void holds(Probability probability, boolean times, boolean labels, double atLeast) {
        var sum = new double[LEVELS.length];
        int runs = 15;
        for (int run = 0; run < runs; run++) {
            Corpus corpus = crowd(run);
            var random = new SplittableRandom(1_000 + run);
            if (times) {
                corpus.shuffleTimes(random);
            }
            if (labels) {
                Corpus.shuffle(corpus.account, random);
            }
            double[] rates = rates(corpus.shares(), 300_000, probability);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rates[i] / runs;
            }
        }
        for (int i = 0; i < sum.length; i++) {
            assertTrue(sum[i] <= LEVELS[i], "P(p <= " + LEVELS[i] + ") = " + sum[i]);
        }
        assertTrue(sum[0] >= atLeast, "the test says nothing: " + Arrays.toString(sum));
    }

    @Test
    void attentionHoldsItsLevelWhereAccountsAreExchanged() {
        holds(
                (chance, _, activity, a, b, weight) -> chance.byAttention(activity[a], activity[b], weight),
                false,
                true,
                0.005);
    }

    @Test
    void tasteHoldsItsLevelWhereTimesAreExchanged() {
        holds((chance, tastes, _, a, b, weight) -> chance.byTaste(tastes, a, b, weight), true, false, 0.005);
    }

    @Test
    void theLargerOfBothHoldsItsLevelWhereEitherIsExchanged() {
        Probability both = (chance, tastes, activity, a, b, weight) ->
                Math.max(chance.byAttention(activity[a], activity[b], weight), chance.byTaste(tastes, a, b, weight));
        holds(both, true, false, 0.0005);
        holds(both, false, true, 0.0005);
        holds(both, true, true, 0.0005);
    }

    @Test
    void plantedGroupsOfWhichHalfJoinsAreFoundAndHardlyAnythingElse() {
        for (boolean rhythm : new boolean[] {false, true}) {
            Corpus corpus = new Corpus(100_000, 5_000, 20_000, 30, 20, 0.5, rhythm, 11);
            Shares shares = corpus.shares();
            long[] outstanding = Coordination.outstanding(shares, 60_000, Coordination.Rule.USUAL);
            long planted = Arrays.stream(outstanding)
                    .filter(key -> (int) key < 200 && (int) (key >>> 32) / 10 == (int) key / 10)
                    .count();
            double recall = planted / (20 * 45.0);
            double precision = (double) planted / outstanding.length;
            assertTrue(recall >= .72, "recall " + recall + ", rhythm " + rhythm);
            assertTrue(precision >= .95, "precision " + precision + ", rhythm " + rhythm);
        }
    }

    @Test
    void nothingStandsOutWhereNothingIsPlanted() {
        for (int seed = 0; seed < 5; seed++) {
            Corpus corpus = new Corpus(50_000, 2_500, 10_000, 30, 0, 0, true, seed);
            assertEquals(
                    0,
                    Coordination.of(corpus.shares(), 60_000, Coordination.Rule.USUAL)
                            .standOut(),
                    2);
        }
    }

    @Test
    void clustersOfTenAreSumsAndSmallerOnesAreCounted() {
        Corpus corpus = new Corpus(30_000, 1_500, 6_000, 30, 6, 1, false, 5);
        // The last two groups are of five.
        for (int i = 400; i < 600; i++) {
            corpus.account[i] = corpus.account[i] / 10 * 10 + corpus.account[i] % 5;
        }
        Coordination found = Coordination.of(corpus.shares(), 60_000, Coordination.Rule.USUAL);
        assertEquals(4, found.clusters().size());
        assertEquals(2, found.smaller());
        assertEquals(4 * 45 + 2 * 10, found.standOut());
        for (Cluster cluster : found.clusters()) {
            assertEquals(10, cluster.accounts());
            assertEquals(1, cluster.density());
            assertTrue(Math.abs(cluster.together() - 100) <= 1);
            assertTrue(Math.abs(cluster.objects() - 10) <= 1);
        }
    }
}
