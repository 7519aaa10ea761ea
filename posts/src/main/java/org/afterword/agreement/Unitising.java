package org.afterword.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * Agreement of observers who mark units on continua and give them values: the family of Krippendorff's u-alpha. Klaus
 * Krippendorff, Yann Mathet, Stéphane Bouvry, Antoine Widlöcher, "On the reliability of unitizing textual continua:
 * Further developments", Quality &amp; Quantity 50, 2016; the numbers of equations are that paper's.
 *
 * <p>What pairs is length: of what two observers gave the same stretch. By chance, a unit never meets itself; what lies
 * between units has no inner bounds, and is taken by its smallest parts. Continua that were counted apart can be put
 * together, as if they were one after the other.
 */
public final class Unitising {
    private final double[][] met;
    private final double[] self;
    private final double[] selfMet;

    /**
     * @param values how many values units can have; they are 1 to this, 0 is what lies between
     */
    public Unitising(int values) {
        met = new double[values + 1][values + 1];
        self = new double[values + 1];
        selfMet = new double[values + 1];
    }

    /**
     * A continuum.
     *
     * @param length in its smallest parts
     * @param observers the units of each observer who looked at it, in any order; fewer than two add nothing
     * @throws IllegalArgumentException if one observer's units overlap, or reach over the end
     */
    public void continuum(int length, List<List<Segment>> observers) {
        if (observers.size() < 2) {
            return;
        }
        List<List<Segment>> sorted = observers.stream()
                .map(units -> units.stream()
                        .sorted(Comparator.comparingInt(Segment::start))
                        .toList())
                .toList();
        sorted.forEach(units -> check(units, length));
        double share = 1.0 / (observers.size() - 1);
        for (List<Segment> units : sorted) {
            int marked = 0;
            for (Segment unit : units) {
                marked += unit.length();
                self[unit.value()] += (double) unit.length() * unit.length();
            }
            self[0] += length - marked;
        }
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = 0; j < sorted.size(); j++) {
                if (i != j) {
                    pair(sorted.get(i), sorted.get(j), length, share);
                }
            }
        }
    }

    private static void check(List<Segment> units, int length) {
        int end = 0;
        for (Segment unit : units) {
            if (unit.start() < end || unit.end() > length) {
                throw new IllegalArgumentException("units of one observer do not overlap, and end with the continuum");
            }
            end = unit.end();
        }
    }

    /** Equation 1, for one observer and another; and what equation 10 takes from the chance of meeting oneself. */
    private void pair(List<Segment> one, List<Segment> other, int length, double share) {
        double[] alone = new double[met.length];
        other.forEach(unit -> alone[unit.value()] += unit.length());
        double neither = length;
        int from = 0;
        for (Segment unit : one) {
            while (from < other.size() && other.get(from).end() <= unit.start()) {
                from++;
            }
            double both = 0;
            for (int at = from; at < other.size() && other.get(at).start() < unit.end(); at++) {
                int common = unit.common(other.get(at));
                met[unit.value()][other.get(at).value()] += common * share;
                alone[other.get(at).value()] -= common;
                both += common;
            }
            met[unit.value()][0] += (unit.length() - both) * share;
            selfMet[unit.value()] += both * both * share;
            neither -= unit.length();
        }
        for (int value = 1; value < alone.length; value++) {
            met[0][value] += alone[value] * share;
            neither -= alone[value];
        }
        met[0][0] += neither * share;
    }

    /** Other continua as well, over the same values. */
    public void add(Unitising other) {
        Matrix.add(met, other.met);
        Matrix.add(self, other.self);
        Matrix.add(selfMet, other.selfMet);
    }

    /** u-alpha (equation 5): bounds and values together. Empty if nobody marked anything, or everybody one and the same. */
    public OptionalDouble all() {
        return alpha(met, expected(met, self));
    }

    /** |u-alpha (equation 6): what is marked at all and what is not, whatever the values. */
    public OptionalDouble relevant() {
        IntPredicate marked = value -> value > 0;
        return alpha(collapsed(met, marked), collapsed(expected(met, self), marked));
    }

    /** cu-alpha (equation 11): the values, where two observers marked something. Empty if there is one value alone. */
    public OptionalDouble coding() {
        return alpha(marked(), expectedMarked());
    }

    /**
     * (k)u-alpha (equation 13) of one value, or of several taken for one.
     *
     * @param value which values are meant
     */
    public OptionalDouble coding(IntPredicate value) {
        double[][] observed = collapsed(marked(), value);
        double[][] expected = collapsed(expectedMarked(), value);
        double meant = observed[0][1] + observed[1][1];
        double byChance = expected[0][1] + expected[1][1];
        return meant <= 0 || expected[0][1] <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - byChance / meant * observed[0][1] / expected[0][1]);
    }

    /** The share of what was marked with these values where another observer marked something as well; 0 to 1. */
    public double coverage(IntPredicate value) {
        double all = 0;
        double both = 0;
        for (int i = 1; i < met.length; i++) {
            if (value.test(i)) {
                for (int j = 0; j < met.length; j++) {
                    all += met[i][j];
                    both += j > 0 ? met[i][j] : 0;
                }
            }
        }
        return all == 0 ? 0 : both / all;
    }

    private double[][] marked() {
        double[][] marked = new double[met.length][met.length];
        for (int i = 1; i < met.length; i++) {
            System.arraycopy(met[i], 1, marked[i], 1, met.length - 1);
        }
        return marked;
    }

    private double[][] expectedMarked() {
        return expected(marked(), selfMet);
    }

    /** Equations 4 and 10: as the lengths would meet by chance, but for meeting themselves. */
    private static double[][] expected(double[][] observed, double[] self) {
        double total = Matrix.sum(observed);
        double[][] expected = new double[observed.length][observed.length];
        double withoutSelf = total * total;
        double[] margins = new double[observed.length];
        for (int i = 0; i < observed.length; i++) {
            double margin = 0;
            for (double cell : observed[i]) {
                margin += cell;
            }
            margins[i] = margin;
            withoutSelf -= self[i];
        }
        for (int i = 0; withoutSelf > 0 && i < observed.length; i++) {
            for (int j = 0; j < observed.length; j++) {
                double meet = margins[i] * margins[j] - (i == j ? self[i] : 0);
                expected[i][j] = total * meet / withoutSelf;
            }
        }
        return expected;
    }

    private static double[][] collapsed(double[][] table, IntPredicate values) {
        double[][] two = new double[2][2];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                two[values.test(i) ? 1 : 0][values.test(j) ? 1 : 0] += table[i][j];
            }
        }
        return two;
    }

    private static OptionalDouble alpha(double[][] observed, double[][] expected) {
        double differ = Matrix.sum(observed) - Matrix.trace(observed);
        double byChance = Matrix.sum(expected) - Matrix.trace(expected);
        return byChance <= 1e-12 ? OptionalDouble.empty() : OptionalDouble.of(1 - differ / byChance);
    }
}
