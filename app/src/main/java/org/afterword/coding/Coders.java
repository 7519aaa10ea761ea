package org.afterword.coding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;

/** Who codes in a case. */
public final class Coders {
    /**
     * @param name as {@link Decision#coder()} gives it
     * @param read how many accounts this person has marked as read
     * @param byHand how many passages this person coded by hand, also such as were rejected later
     * @param judged how many codings this person accepted, rejected or changed
     * @param adjudicated how many this person settled for others
     */
    public record Coder(String name, int read, int byHand, int judged, int adjudicated) {}

    private static final class Count {
        private int read;
        private int byHand;
        private int judged;
        private int adjudicated;
    }

    private Coders() {}

    /** By name. */
    public static List<Coder> of(Contents contents) {
        Map<String, Count> counts = new HashMap<>();
        for (Suggestion suggestion : contents.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Coding && Codings.isByHand(suggestion)) {
                count(counts, Decision.coder(suggestion.by())).byHand++;
            }
        }
        for (Decision decision : contents.decisions()) {
            switch (decision.verdict()) {
                case Verdict.Read _ -> count(counts, decision.coder()).read++;
                case Verdict.Accept _, Verdict.Reject _, Verdict.Change _ -> {
                    Count count = count(counts, decision.coder());
                    if (decision.adjudicates()) {
                        count.adjudicated++;
                    } else {
                        count.judged++;
                    }
                }
                default -> {}
            }
        }
        return counts.entrySet().stream()
                .map(entry -> {
                    Count count = entry.getValue();
                    return new Coder(entry.getKey(), count.read, count.byHand, count.judged, count.adjudicated);
                })
                .sorted(Comparator.comparing(Coder::name))
                .toList();
    }

    private static Count count(Map<String, Count> counts, String coder) {
        return counts.computeIfAbsent(coder, name -> new Count());
    }
}
