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
public final class Surroundings {
    /** Practices that people report of good groups, too. */
    private static final Set<String> PEACEFUL =
            Set.of("practice/positive-experience", "practice/open-criticism", "practice/recruitment-step");

    /** Whether a practice is nothing that anybody would hold against a group, or somebody in it. */
    public static boolean isPeaceful(String code) {
        return PEACEFUL.contains(code);
    }

    private static final double SURE = 0.85;
    /** About a thousand words. */
    private static final int REACH = 6_000;

    /** Three sure ones in a thousand words are expected before anything is known, which weighs as five hundred words. */
    private static final double PRIOR = 1.5;

    private static final double PRIOR_WEIGHT = 0.5;
    private static final double THIN = 2.4;

    /** Less likely than this by their meaning, phrases are no evidence. */
    private static final double UNLIKELY = 0.15;

    /** What meaning says of one practice where it stands. */
    record Meant(Polarity polarity, double likely, boolean says, boolean bearsPhrases) {}

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
                        .filter(one -> codes.stream()
                                .anyMatch(code -> !PEACEFUL.contains(code)
                                        && one.getValue().said(code, Polarity.REPORTS) >= SURE))
                        .mapToInt(one -> one.getKey().start())
                        .sorted()
                        .toArray());
    }

    /** What the sentence that begins at a place says of the code: what is likelier, that it happened or that it did not. */
    Meant of(Meaning.Scores scores, int at, String code, Learned learned) {
        boolean thin = thin(at);
        Polarity polarity = scores.said(code, Polarity.DENIES) > scores.said(code, Polarity.REPORTS)
                ? Polarity.DENIES
                : Polarity.REPORTS;
        double likely = scores.likely(code, polarity, thin);
        double least = scores.least(code, polarity, thin);
        // what people accept makes nobody bolder; what they reject makes more careful
        double adjusted = Math.min(likely, learned.adjusted(code, likely));
        return new Meant(polarity, likely, adjusted >= least, adjusted >= UNLIKELY);
    }

    private boolean thin(int at) {
        int from = Math.max(0, Math.min(at - REACH / 2, length - REACH));
        int to = Math.min(length, from + REACH);
        long inside =
                Arrays.stream(sure).filter(start -> start >= from && start < to).count();
        return (inside + PRIOR) / ((double) (to - from) / REACH + PRIOR_WEIGHT) < THIN;
    }
}
