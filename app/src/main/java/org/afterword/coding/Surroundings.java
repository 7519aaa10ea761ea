package org.afterword.coding;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.model.Polarity;
import org.afterword.model.Span;

/**
 * How much of an account's neighbourhood surely speaks of practices. Where little does, what is only likely is not
 * suggested: in an ordinary group's account most of it would be wrong, and a page full of false suggestions is worse than
 * none. Nothing of this is shown or kept; it says nothing about the group.
 */
final class Surroundings {
    /** Practices that people report of good groups, too. */
    private static final Set<String> PEACEFUL =
            Set.of("practice/positive-experience", "practice/open-criticism", "practice/recruitment-step");

    private static final double SURE = 0.85;
    /** About a thousand words. */
    private static final int REACH = 6_000;

    /** Three sure ones in a thousand words are expected before anything is known, which weighs as five hundred words. */
    private static final double PRIOR = 1.5;

    private static final double PRIOR_WEIGHT = 0.5;
    private static final double THIN = 2;
    private static final double LEAST_ALARM = 0.9;
    private static final double LEAST_OTHER = 0.6;

    /** Less likely than this by their meaning, phrases are no evidence. */
    private static final double UNLIKELY = 0.03;

    private static final double UNLIKELY_WHERE_THIN = 0.2;

    private final int length;
    private final int[] sure;

    private Surroundings(int length, int[] sure) {
        this.length = length;
        this.sure = sure;
    }

    static Surroundings of(String text, Map<Span, Meaning.Scores> meant, List<String> codes) {
        return new Surroundings(
                text.length(),
                meant.entrySet().stream()
                        .filter(one -> !one.getValue().denies()
                                && codes.stream()
                                        .anyMatch(code -> !PEACEFUL.contains(code)
                                                && one.getValue().likely(code) >= SURE))
                        .mapToInt(one -> one.getKey().start())
                        .sorted()
                        .toArray());
    }

    /** How likely a practice must be there to be suggested, 0 to 1. */
    double least(int at, String code, Polarity polarity, double otherwise) {
        if (!thin(at)) {
            return otherwise;
        }
        boolean alarm = polarity == Polarity.REPORTS && !PEACEFUL.contains(code);
        return Math.max(otherwise, alarm ? LEAST_ALARM : LEAST_OTHER);
    }

    /** Whether phrases are evidence of a practice that is so likely by their meaning. */
    boolean bears(int at, double likely) {
        return likely >= (thin(at) ? UNLIKELY_WHERE_THIN : UNLIKELY);
    }

    private boolean thin(int at) {
        int from = Math.max(0, Math.min(at - REACH / 2, length - REACH));
        int to = Math.min(length, from + REACH);
        long inside =
                Arrays.stream(sure).filter(start -> start >= from && start < to).count();
        return (inside + PRIOR) / ((double) (to - from) / REACH + PRIOR_WEIGHT) < THIN;
    }
}
