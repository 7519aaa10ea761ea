package org.afterword.posts.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.afterword.posts.group.Estimate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
final class BurstsTest {
    private static final double[] LEVELS = {.05, .01, .001};
    private static final int HOURS = 21 * 24;

    /** Quiet nights and weekends, from a Monday on. */
    private static double[] rhythm() {
        var parts = new double[HOURS];
        Arrays.setAll(parts, h -> (1.02 + Math.sin(Math.TAU * (h % 24 - 9) / 24)) * (h / 24 % 7 < 5 ? 1 : 0.4));
        double sum = Arrays.stream(parts).sum();
        Arrays.setAll(parts, h -> parts[h] / sum);
        return parts;
    }

    private static boolean[] open() {
        var open = new boolean[HOURS];
        Arrays.fill(open, true);
        return open;
    }

    private static void holds(int visits, int others) {
        int runs = 300;
        var found = new double[LEVELS.length];
        for (int run = 0; run < runs; run++) {
            var random = new SplittableRandom(run);
            var bursts = new Bursts(4 * 24, Scan.drawn(visits, rhythm(), random), Scan.drawn(others, rhythm(), random));
            assertEquals(others < 50 * visits, bursts.own());
            double p = bursts.next(open(), 999, random).probability();
            for (int i = 0; i < LEVELS.length; i++) {
                found[i] += p <= LEVELS[i] ? 1.0 / runs : 0;
            }
        }
        for (int i = 0; i < LEVELS.length; i++) {
            assertTrue(
                    found[i] <= LEVELS[i] + 2.5 * Math.sqrt(LEVELS[i] / runs),
                    "P(p <= " + LEVELS[i] + ") = " + found[i] + " of " + visits + " visits");
        }
        assertTrue(found[0] > 0.004, "the test says nothing: " + Arrays.toString(found));
    }

    @Test
    void theRhythmOfOthersMakesNoBursts() {
        holds(200, 10_000);
    }

    @Test
    void theVisitsOwnRhythmMakesNoBursts() {
        holds(200, 3_000);
    }

    @Test
    void moreThanTheRhythmIsFoundWhereItIs() {
        var random = new SplittableRandom(8);
        int[] visits = Scan.drawn(300, rhythm(), random);
        // Three in the morning is quiet otherwise.
        visits[9 * 24 + 3] += 14;
        visits[17 * 24 + 15] += 20;
        visits[17 * 24 + 16] += 20;
        for (int others : new int[] {0, 20_000}) {
            var found = new Bursts(4 * 24, visits, Scan.drawn(others, rhythm(), random)).found();
            assertEquals(2, found.size(), () -> found.toString());
            assertEquals(9 * 24 + 3, found.getFirst().stretch().from());
            assertEquals(1, found.getFirst().stretch().hours());
            assertEquals(17 * 24 + 15, found.getLast().stretch().from());
            assertEquals(2, found.getLast().stretch().hours());
        }
    }

    @Test
    void theRatioByHand() {
        // Kulldorff 1997: (c/E)^c ((N−c)/(N−E))^(N−c)
        double expected = Math.log(Math.pow(20 / 8.0, 20) * Math.pow(80 / 92.0, 80));
        assertEquals(expected, Scan.ratio(20, 8, 100), 1e-9);
        int[] visits = new int[48];
        visits[7] = 20;
        visits[30] = 80;
        var parts = new double[48];
        Arrays.fill(parts, 1 / 48.0);
        Scan.Stretch best = Scan.best(visits, parts);
        assertEquals(30, best.from());
        assertEquals(1, best.hours());
        assertEquals(80, best.visits());
        assertEquals(Scan.ratio(80, 100 / 48.0, 100), best.ratio(), 1e-9);
    }

    @Test
    void theRhythmIsThatOfDayAndWeek() {
        var rhythm = new Rhythm(4 * 24, open());
        double[] true0 = rhythm();
        int[] counts = Scan.drawn(2_000_000, true0, new SplittableRandom(1));
        double[] parts = rhythm.parts(rhythm.seen(counts));
        for (int h = 0; h < HOURS; h++) {
            assertEquals(true0[h], parts[h], 0.08 * true0[h] + 2e-5);
        }
        boolean[] open = open();
        open[5] = false;
        assertEquals(0, new Rhythm(0, open).parts(rhythm.seen(counts))[5]);
    }

    /** Of 15 seen where 10 are expected the exact interval is 0.84 to 2.47 (Breslow and Day 1987, table 2.11). */
    @Test
    void timesTheExpected() {
        Estimate times = Estimate.times(15, 10);
        assertEquals(0.84, times.low(), 0.005);
        assertEquals(2.47, times.high(), 0.006);
        assertFalse(Estimate.times(0, 2).high() < 1.8);
    }

    /** Newcombe 1998, table I: 81 of 263, .2553 to .3662; 0 of 20, 0 to .1611. */
    @Test
    void shares() {
        Estimate some = Estimate.share(81 / 263.0, 263);
        assertEquals(.2553, some.low(), 5e-5);
        assertEquals(.3662, some.high(), 5e-5);
        assertEquals(.1611, Estimate.share(0, 20).high(), 5e-5);
    }
}
