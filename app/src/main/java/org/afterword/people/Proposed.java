package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/**
 * A proposal that two names are one's, about which nobody has decided yet.
 *
 * @param suggestion its target is a member of {@code one}
 */
public record Proposed(Suggestion suggestion, Cluster one, Cluster other) {

    /** Whether nobody else is proposed instead; if somebody is, it is a question and no answer. */
    public boolean alone() {
        return suggestion.score() >= Aliases.EITHER;
    }

    /**
     * Those that are open, each pair once, in the order in which they were made.
     *
     * @param clusters all of the case
     */
    public static List<Proposed> open(Contents contents, List<Cluster> clusters) {
        Map<Id, Cluster> of = new HashMap<>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> of.put(member, cluster)));
        var apart = new HashSet<Pair>();
        contents.decisions().forEach(decision -> {
            if (decision.verdict() instanceof Verdict.DistinctFrom(Id other)) {
                apart.add(Pair.of(decision.target(), other));
            }
        });
        var seen = new HashSet<Pair>();
        var open = new ArrayList<Proposed>();
        for (Suggestion suggestion : contents.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id far)
                    && !apart.contains(Pair.of(suggestion.target(), far))) {
                Cluster one = of.get(suggestion.target());
                Cluster other = of.get(far);
                if (one != null
                        && other != null
                        && !one.id().equals(other.id())
                        && seen.add(Pair.of(one.id(), other.id()))) {
                    open.add(new Proposed(suggestion, one, other));
                }
            }
        }
        return List.copyOf(open);
    }
}
