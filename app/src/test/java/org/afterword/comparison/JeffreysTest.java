package org.afterword.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Intervals, against what was published and against laws that can be written down. */
class JeffreysTest {
    private static String printed(Interval interval, int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " " + number, interval.low(), interval.high());
    }

    /**
     * Fagerland, Lydersen and Laake, "Statistical Analysis of Contingency Tables" (2017), chapter 2: 13 of 16, as their
     * package contingencytables prints it in its tests; Laud's ratesci (Pharmaceutical Statistics 16, 2017): 5 of 56, as
     * its reference prints it.
     */
    @Test
    void sharesAreAsPublished() {
        assertEquals("0.5792 0.9442", printed(Jeffreys.share(13, 16), 4));
        assertEquals("0.0348915 0.1846509", printed(Jeffreys.share(5, 56), 7));
    }

    /** Brown, Cai, DasGupta (2001): the limits are 0 and 1 where nobody does, or all do. */
    @Test
    void theEndsAreReached() {
        assertEquals(0, Jeffreys.share(0, 20).low());
        assertEquals(1, Jeffreys.share(20, 20).high());
        assertEquals(1 - Jeffreys.share(0, 20).high(), Jeffreys.share(20, 20).low(), 1e-8);
        assertTrue(Jeffreys.share(1, 20).low() > 0);
    }

    /**
     * Agresti, "An Introduction to Categorical Data Analysis" (3rd edition, 2019), section 2.6: the trial of ECMO, 11 of
     * 11 beside 0 of 1, with Jeffreys' priors; printed there from a million draws, so to three digits.
     */
    @Test
    void aDifferenceIsAsPublished() {
        assertEquals("0.099 0.993", printed(Jeffreys.difference(11, 11, 0, 1), 3));
    }

    /** Computed with SciPy 1.17 (integrate.quad over beta.cdf, brentq), another library and another rule. */
    @Test
    void differencesAreWhatAnotherProgramComputes() {
        assertEquals("0.05382 0.33608", printed(Jeffreys.difference(56, 70, 48, 80), 5));
        assertEquals("0.18527 0.82959", printed(Jeffreys.difference(9, 10, 3, 10), 5));
        assertEquals("-0.10100 0.10100", printed(Jeffreys.difference(0, 20, 0, 20), 5));
        assertEquals("0.82971 0.99875", printed(Jeffreys.difference(20, 20, 0, 20), 5));
        assertEquals("0.05647 0.14315", printed(Jeffreys.difference(600, 1000, 500, 1000), 5));
        assertEquals("-0.81194 -0.44029", printed(Jeffreys.difference(5, 30, 25, 30), 5));
    }

    /** The difference of two uniform shares has the triangular law. */
    @Test
    void uniformSharesDifferByTheTriangularLaw() {
        var uniform = new Jeffreys(1, 1);
        for (double d = 0; d <= 1; d += 0.05) {
            assertEquals(1 - (1 - d) * (1 - d) / 2, Jeffreys.atMost(uniform, uniform, d), 1e-9);
            assertEquals((1 - d) * (1 - d) / 2, Jeffreys.atMost(uniform, uniform, -d), 1e-9);
        }
    }

    @Test
    void whatMustHoldOfEveryInterval() {
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            int n1 = 5 + random.nextInt(i < 2 ? 20_000 : 200);
            int n2 = 5 + random.nextInt(i < 2 ? 20_000 : 200);
            int x1 = random.nextInt(n1 + 1);
            int x2 = random.nextInt(n2 + 1);
            Interval share = Jeffreys.share(x1, n1);
            double counted = (double) x1 / n1;
            assertTrue(0 <= share.low() && share.low() <= counted && counted <= share.high() && share.high() <= 1);
            Interval difference = Jeffreys.difference(x1, n1, x2, n2);
            Interval turned = Jeffreys.difference(x2, n2, x1, n1);
            String what = x1 + " of " + n1 + ", " + x2 + " of " + n2;
            assertTrue(-1 <= difference.low() && difference.low() < difference.high() && difference.high() <= 1, what);
            assertEquals(difference.low(), -turned.high(), 1e-6, what);
            assertEquals(difference.high(), -turned.low(), 1e-6, what);
            assertEquals(difference, Jeffreys.difference(x1, n1, x2, n2));
            if (x1 < n1) {
                Interval more = Jeffreys.difference(x1 + 1, n1, x2, n2);
                assertTrue(more.low() >= difference.low() - 1e-7 && more.high() >= difference.high() - 1e-7, what);
            }
        }
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Jeffreys.share(6, 5));
        assertThrows(IllegalArgumentException.class, () -> Jeffreys.share(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> Jeffreys.share(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
    }
}
