package org.afterword.posts.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ContrastTest {
    /** Dunning 1993, table 2: −2 log λ, k(AB), k(A ~B), k(~A B), k(~A ~B) of pairs of words. */
    @Test
    void dunningsTable() {
        // the swiss: 110 2442 111 29114
        assertEquals(270.72, Contrast.g2(110, 2552, 111, 29225), 0.005);
        // can be: 29 13 123 31612
        assertEquals(263.90, Contrast.g2(29, 42, 123, 31735), 0.005);
        // previous year: 31 23 139 31584
        assertEquals(256.84, Contrast.g2(31, 54, 139, 31723), 0.005);
    }

    @Test
    void probabilitiesAreThoseOfTheTables() {
        assertEquals(0.05, Contrast.probability(3.841459), 1e-6);
        assertEquals(0.01, Contrast.probability(6.634897), 1e-6);
        assertEquals(0.001, Contrast.probability(10.827566), 1e-7);
    }

    @Test
    void theSameRateIsNoContrast() {
        assertEquals(0, Contrast.z(30, 100, 300, 1000), 1e-9);
        assertEquals(0, Contrast.g2(30, 100, 300, 1000), 1e-9);
        assertTrue(Contrast.z(40, 100, 300, 1000) > 0);
        assertEquals(-Contrast.z(40, 100, 300, 1000), Contrast.z(300, 1000, 40, 100), 1e-9);
    }

    /** On data in which no word sets anybody apart, words stand out in at most so many of the runs as is said. */
    @Test
    void nothingStandsOutOfNothing() {
        var random = new Random(11);
        int runs = 400;
        int with = 0;
        for (int run = 0; run < runs; run++) {
            var tested = new ArrayList<LoadedWord>();
            for (int word = 0; word < 50; word++) {
                double rate = 0.1 + random.nextDouble() * 0.5;
                int some = 0;
                int others = 0;
                for (int i = 0; i < 200; i++) {
                    some += random.nextDouble() < rate ? 1 : 0;
                    others += random.nextDouble() < rate ? 1 : 0;
                }
                tested.add(new LoadedWord(
                        "w" + word,
                        some,
                        200,
                        others,
                        200,
                        Contrast.z(some, 200, others, 200),
                        Contrast.g2(some, 200, others, 200)));
            }
            with += Contrast.standOut(tested).isEmpty() ? 0 : 1;
        }
        // half of those that stand out by chance do so with a lower rate, and are not listed
        assertTrue(with <= runs * 0.05, "in " + with + " of " + runs);
    }

    @Test
    void theStrongestComesFirst() {
        var strong = new LoadedWord("b", 90, 100, 10, 100, 9, 150);
        var weak = new LoadedWord("a", 60, 100, 30, 100, 4, 19);
        var none = new LoadedWord("c", 50, 100, 50, 100, 0, 0);
        assertEquals(List.of(strong, weak), Contrast.standOut(List.of(none, weak, strong)));
    }
}
