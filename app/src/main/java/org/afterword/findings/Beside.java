package org.afterword.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finding, and what is said of the same practice in ordinary groups: counts beside counts; no percentage, no ratio,
 * no score.
 *
 * @param baselines the findings that may stand beside it; none if either side has too few
 * @param tooFew said where a side has fewer than five people
 * @param caution said beside every comparison
 */
public record Beside(Finding finding, List<Finding> baselines, Optional<String> tooFew, String caution) {
    /** A side with fewer people (at least) is not compared. */
    public static final int LEAST = 5;

    private static final String CAUTION =
            "People choose whether to write about a group, and what; these counts do not reckon with that.";

    public Beside {
        baselines = List.copyOf(baselines);
    }

    /**
     * @param findings of any groups and practices; those of other practices and of groups that are no baselines are
     *     left out
     */
    public static Beside of(Finding finding, List<Finding> findings) {
        var enough = new ArrayList<Finding>();
        boolean few = finding.witnesses().low() < LEAST;
        for (Finding other : findings) {
            if (other.group().baseline()
                    && other.code().equals(finding.code())
                    && !other.group().id().equals(finding.group().id())) {
                if (other.witnesses().low() < LEAST || finding.witnesses().low() < LEAST) {
                    few = true;
                } else {
                    enough.add(other);
                }
            }
        }
        return new Beside(finding, enough, few ? Optional.of(said()) : Optional.empty(), CAUTION);
    }

    private static String said() {
        return "There is no comparison where the accounts of fewer than " + LEAST + " people were read on one side.";
    }
}
