package org.afterword.posts.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailTest {
    private static double poisson(double rate, int atLeast) {
        return new Tail(new int[] {1}, new double[] {rate}).atLeast(atLeast);
    }

    /** Values of printed tables of the Poisson distribution. */
    @Test
    void isThatOfPoissonTables() {
        assertEquals(1 - 0.9197, poisson(1, 3), 5e-5);
        assertEquals(1 - 0.9473, poisson(2, 5), 5e-5);
        assertEquals(1 - 0.5830, poisson(10, 11), 5e-5);
        assertEquals(4.6498e-5, poisson(2, 10), 5e-9);
    }

    @Test
    void smallTailsKeepTheirDigits() {
        double rate = 1e-6;
        assertEquals(1, poisson(rate, 4) / (Math.pow(rate, 4) / 24), 1e-5);
        assertEquals(1, poisson(rate, 0));
        assertEquals(0, poisson(0, 1));
    }

    /** Beside sums over all numbers of each part. */
    @Test
    void weightedSumsAreConvolutions() {
        var random = new Random(3);
        for (int run = 0; run < 200; run++) {
            int[] weights = {1 + random.nextInt(9), 1 + random.nextInt(9)};
            double[] rates = {random.nextDouble() * 3, random.nextDouble() * 0.1};
            int value = random.nextInt(40);
            double below = 0;
            for (int i = 0; i * weights[0] < value; i++) {
                for (int j = 0; i * weights[0] + j * weights[1] < value; j++) {
                    below += probability(rates[0], i) * probability(rates[1], j);
                }
            }
            assertEquals(1 - below, new Tail(weights, rates).atLeast(value), 1e-10);
        }
    }

    private static double probability(double rate, int n) {
        double p = Math.exp(-rate);
        for (int i = 1; i <= n; i++) {
            p *= rate / i;
        }
        return p;
    }

    @Test
    void largeRatesHaveAnUpperBound() {
        double exact = poisson(590, 700);
        double bound = poisson(601, 712);
        assertTrue(exact > 1e-6 && exact < 1e-4, String.valueOf(exact));
        assertTrue(bound > exact / 10 && bound < exact * 100, String.valueOf(bound));
        assertEquals(1, poisson(700, 650));
    }

    /** The fifteen probabilities of Benjamini and Hochberg (1995): at a rate of .05 the first four stand out. */
    @Test
    void falseDiscoveriesAreThoseOfThePublishedExample() {
        double[] published = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
        };
        var network = new Network();
        for (int i = published.length - 1; i >= 0; i--) {
            network.add(i, 0, published[i]);
        }
        assertEquals(.0095, network.threshold(.05, 15));
        assertEquals(4, network.upTo(network.threshold(.05, 15)).length);
        assertEquals(0, network.threshold(.05, 1e9));
    }
}
