package org.afterword.posts.group;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How much more some use a word than others. */
final class Contrast {
    /** So many accounts that speak as all do are taken to be in each group before any is looked at. */
    static final double PRIOR = 10;

    /** Which part of the words that stand out may be chance. */
    private static final double FALSE_DISCOVERY = 0.05;

    private Contrast() {}

    /**
     * Monroe, Colaresi and Quinn 2008: the difference of log-odds by its standard deviation, with a prior that has the
     * rate of both together.
     *
     * @param some how many of {@code ofSome} use it
     */
    static double z(double some, double ofSome, double others, double ofOthers) {
        double rate = (some + others) / (ofSome + ofOthers);
        double a = PRIOR * rate;
        double rest = PRIOR - a;
        double difference =
                Math.log((some + a) / (ofSome - some + rest)) - Math.log((others + a) / (ofOthers - others + rest));
        return difference / Math.sqrt(1 / (some + a) + 1 / (others + a));
    }

    /** Dunning 1993: −2 log λ of two binomials. */
    static double g2(double some, double ofSome, double others, double ofOthers) {
        double all = (some + others) / (ofSome + ofOthers);
        return 2
                * (likelihood(some, ofSome, some / ofSome)
                        + likelihood(others, ofOthers, others / ofOthers)
                        - likelihood(some, ofSome, all)
                        - likelihood(others, ofOthers, all));
    }

    private static double likelihood(double hits, double of, double rate) {
        return times(hits, Math.log(rate)) + times(of - hits, Math.log(1 - rate));
    }

    /** Nothing of an impossible thing is certain. */
    private static double times(double count, double logarithm) {
        return count == 0 ? 0 : count * logarithm;
    }

    /** Those that stand out at a false-discovery rate of 5 % (Benjamini and Hochberg 1995), of all that were tested. */
    static List<LoadedWord> standOut(List<LoadedWord> tested) {
        var ordered = new ArrayList<>(tested);
        ordered.sort(Comparator.comparingDouble(LoadedWord::g2).reversed());
        int last = 0;
        for (int i = 0; i < ordered.size(); i++) {
            if (probability(ordered.get(i).g2()) <= FALSE_DISCOVERY * (i + 1) / ordered.size()) {
                last = i + 1;
            }
        }
        return ordered.subList(0, last).stream()
                .filter(word -> word.z() > 0)
                .sorted(Comparator.comparingDouble(LoadedWord::z).reversed().thenComparing(LoadedWord::words))
                .toList();
    }

    /** Of a χ² with one degree of freedom that is at least so large: erfc(√(x/2)). */
    static double probability(double chiSquare) {
        return erfc(Math.sqrt(chiSquare / 2));
    }

    /** Numerical Recipes (Press et al. 1992, 6.2): relative error below 1.2e-7 everywhere. */
    private static double erfc(double x) {
        double t = 1 / (1 + 0.5 * x);
        double sum = -1.26551223
                + t
                        * (1.00002368
                                + t
                                        * (0.37409196
                                                + t
                                                        * (0.09678418
                                                                + t
                                                                        * (-0.18628806
                                                                                + t
                                                                                        * (0.27886807
                                                                                                + t
                                                                                                        * (-1.13520398
                                                                                                                + t
                                                                                                                        * (1.48851587
                                                                                                                                + t
                                                                                                                                        * (-0.82215223
                                                                                                                                                + t
                                                                                                                                                        * 0.17087277))))))));
        return t * Math.exp(-x * x + sum);
    }
}
