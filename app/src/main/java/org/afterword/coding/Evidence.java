package org.afterword.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.afterword.language.Cue;
import org.afterword.model.Access;
import org.afterword.model.Claim;
import org.afterword.model.Polarity;

/**
 * What one sentence has to say of one code.
 *
 * @param sentence its number in the paragraph
 * @param found the phrases; none if only its meaning says so
 * @param likely how likely its meaning is that of the code; 0 if nobody looked
 * @param says whether that is likely enough
 */
record Evidence(
        int sentence, Polarity polarity, Access access, Claim claim, List<Found> found, double likely, boolean says) {
    /** From this weight on, phrases are enough for a suggestion. */
    static final double LEAST = 0.5;

    private static final int LONGEST_PASSAGE = 3;

    /** A phrase that stands in the sentence. */
    record Found(Cue cue, Cue.Match match, double weight) {}

    double weight() {
        return found.stream().mapToDouble(Found::weight).sum();
    }

    /** Whether two sentences can be one passage: not if both say enough alone, and are known differently. */
    boolean goesWith(Evidence next) {
        return sentence + 1 == next.sentence
                && polarity == next.polarity
                && ((access == next.access && claim == next.claim) || !enough(List.of(this)) || !enough(List.of(next)));
    }

    static boolean enough(List<Evidence> unit) {
        return score(unit) >= LEAST || unit.stream().anyMatch(Evidence::says);
    }

    static double score(List<Evidence> unit) {
        var weights = new LinkedHashMap<String, Double>();
        unit.forEach(evidence ->
                evidence.found().forEach(found -> weights.put(found.cue().written(), found.weight())));
        return 1 - weights.values().stream().reduce(1.0, (rest, weight) -> rest * (1 - weight));
    }

    /** Neighbouring sentences that say the same of the same practice are one unit of meaning. */
    static List<List<Evidence>> units(List<Evidence> evidence) {
        var units = new ArrayList<List<Evidence>>();
        for (Evidence next : evidence) {
            List<Evidence> last = units.isEmpty() ? List.of() : units.getLast();
            if (!last.isEmpty()
                    && last.size() < LONGEST_PASSAGE
                    && last.getLast().goesWith(next)) {
                last.add(next);
            } else {
                units.add(new ArrayList<>(List.of(next)));
            }
        }
        return units;
    }
}
