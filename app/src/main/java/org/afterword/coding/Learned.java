package org.afterword.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people's decisions on suggestions of a case say about the next ones: of each practice, how much likelier or less
 * likely it is than the program believes. Deterministic; nothing is learned of anybody but of practices.
 *
 * <p>It is the shift of the log-odds that makes the decisions likeliest (Platt 1999, with the slope left at one), held near
 * nothing by a normal prior of variance {@value #VARIANCE}, so that three decisions change little and thirty much.
 */
public final class Learned {
    /** Nobody has decided anything. */
    public static final Learned NOTHING = new Learned(Map.of());

    private static final double VARIANCE = 1;
    private static final int STEPS = 50;
    private static final double LEAST = 0.01;

    private final Map<String, Double> shifts;

    private Learned(Map<String, Double> shifts) {
        this.shifts = Map.copyOf(shifts);
    }

    /**
     * A suggestion on which somebody decided.
     *
     * @param score as it was suggested, 0 to 1
     */
    public record Decided(String code, double score, boolean accepted) {}

    /** From all decisions, in any order. */
    public static Learned from(List<Decided> decisions) {
        var byCode = new HashMap<String, List<Decided>>();
        decisions.forEach(one ->
                byCode.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one));
        var shifts = new HashMap<String, Double>();
        byCode.forEach((code, decided) -> shifts.put(code, shift(decided)));
        return new Learned(shifts);
    }

    /** Newton's method; the log-likelihood with the prior is concave. */
    private static double shift(List<Decided> decided) {
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            double slope = -shift / VARIANCE;
            double bend = 1 / VARIANCE;
            for (Decided one : decided) {
                double likely = logistic(logOdds(one.score()) + shift);
                slope += (one.accepted() ? 1 : 0) - likely;
                bend += likely * (1 - likely);
            }
            shift += slope / bend;
        }
        return shift;
    }

    /** How likely it is, with what was decided before. */
    double adjusted(String code, double likely) {
        double shift = shifts.getOrDefault(code, 0.0);
        return shift == 0 ? likely : logistic(logOdds(likely) + shift);
    }

    private static double logOdds(double likely) {
        double inside = Math.clamp(likely, LEAST, 1 - LEAST);
        return Math.log(inside / (1 - inside));
    }

    private static double logistic(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
