package org.afterword.comparison;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Beta;

/**
 * 95 % intervals of shares from counts, with Jeffreys' prior: x of n people give the posterior Beta(x + 1/2, n - x +
 * 1/2), of which 2.5 % are cut off at each end. Nothing is drawn by chance: the same counts give the same interval.
 *
 * <p>They say how far a share may be from what was counted if those who were counted had been drawn by chance from all.
 * Who writes about a group was not, and no interval reckons with that.
 */
final class Jeffreys {
    private static final double TAIL = 0.025;
    private static final int EVALUATIONS = 200;
    private static final double EXACT = 1e-9;
    private static final double NOTHING = 1e-12;
    private static final int NODES = 20;
    private static final GaussIntegratorFactory RULES = new GaussIntegratorFactory();

    private final double a;
    private final double b;

    /**
     * @param a greater than 0
     * @param b greater than 0
     */
    Jeffreys(double a, double b) {
        this.a = a;
        this.b = b;
    }

    private static Jeffreys of(int x, int n) {
        if (x < 0 || n < 1 || x > n) {
            throw new IllegalArgumentException("not a share of people: " + x + " of " + n);
        }
        return new Jeffreys(x + 0.5, n - x + 0.5);
    }

    /**
     * The share that x of n people are. Where nobody is, it begins at 0; where all are, it ends at 1 (Brown, Cai,
     * DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16, 2001, section 3.1.3).
     *
     * @param x 0 to n
     * @param n at least 1
     */
    static Interval share(int x, int n) {
        Jeffreys posterior = of(x, n);
        return new Interval(x == 0 ? 0 : posterior.quantile(TAIL), x == n ? 1 : posterior.quantile(1 - TAIL));
    }

    /** By how much the share that x1 of n1 are is greater than the one that x2 of n2 are, the two being independent. */
    static Interval difference(int x1, int n1, int x2, int n2) {
        Jeffreys one = of(x1, n1);
        Jeffreys other = of(x2, n2);
        return new Interval(one.differenceQuantile(other, TAIL), one.differenceQuantile(other, 1 - TAIL));
    }

    /** P(share at most t). */
    private double cumulative(double t) {
        return t <= 0 ? 0 : t >= 1 ? 1 : Beta.regularizedBeta(t, a, b);
    }

    private double quantile(double p) {
        return solve(t -> cumulative(t) - p, 0, 1);
    }

    private double differenceQuantile(Jeffreys other, double p) {
        double low = quantile(NOTHING);
        double high = quantile(1 - NOTHING);
        double otherLow = other.quantile(NOTHING);
        double otherMiddle = other.quantile(0.5);
        double otherHigh = other.quantile(1 - NOTHING);
        double[] own = {0, low, quantile(0.5), high, 1};
        double[] others = {0, otherLow, otherMiddle, otherHigh, 1};
        return solve(d -> other.expect(this, d, own, others) - p, -1, 1);
    }

    /** P(one - other at most d), for tests of the integration. */
    static double atMost(Jeffreys one, Jeffreys other, double d) {
        return other.expect(one, d, new double[] {0, one.quantile(0.5), 1}, new double[] {0, other.quantile(0.5), 1});
    }

    /**
     * The integral of P(one at most t + d) over this posterior of t. With t = sin² the density has no poles at the ends;
     * it is cut where the integrand bends, and summed by Gauss and Legendre's rule.
     */
    private double expect(Jeffreys one, double d, double[] own, double[] others) {
        double from = others[0];
        double to = others[others.length - 1];
        double[] cuts = DoubleStream.concat(
                        DoubleStream.of(others), DoubleStream.of(own).map(cut -> cut - d))
                .filter(cut -> cut >= from && cut <= to)
                .map(cut -> Math.asin(Math.sqrt(cut)))
                .sorted()
                .toArray();
        UnivariateFunction integrand = angle -> density(angle) * one.cumulative(square(angle) + d);
        double sum = 0;
        for (int i = 1; i < cuts.length; i++) {
            if (cuts[i] - cuts[i - 1] > NOTHING) {
                sum += RULES.legendre(NODES, cuts[i - 1], cuts[i]).integrate(integrand);
            }
        }
        return sum;
    }

    private static double square(double angle) {
        double sine = Math.sin(angle);
        return sine * sine;
    }

    /** Of the angle whose sine squared is the share. */
    private double density(double angle) {
        double logarithm = (2 * a - 1) * Math.log(Math.sin(angle)) + (2 * b - 1) * Math.log(Math.cos(angle));
        return 2 * Math.exp(logarithm - Beta.logBeta(a, b));
    }

    private static double solve(UnivariateFunction rising, double from, double to) {
        return new BrentSolver(EXACT).solve(EVALUATIONS, rising, from, to);
    }
}
