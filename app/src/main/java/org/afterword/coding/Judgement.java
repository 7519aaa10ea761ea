package org.afterword.coding;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Proposal;

/**
 * What one person holds of a coding.
 *
 * @param coder as {@link Decision#coder()} gives it
 * @param decision that says so; empty for who coded the passage by hand and said no more
 * @param accepts whether the passage is coded, for this person
 * @param passage where, for this person
 * @param coding as what, for this person
 */
public record Judgement(
        String coder, Optional<Decision> decision, boolean accepts, Passage passage, Proposal.Coding coding) {
    /** In the order in which they were made, as far as clocks tell; the same whoever merged with whom. */
    static final Comparator<Judgement> ORDER = Comparator.comparing(
                    (Judgement one) -> one.decision().map(Decision::at),
                    Comparator.comparing(at -> at.orElse(Instant.MIN)))
            .thenComparing(one -> one.decision().map(Decision::id).orElse(new Id(0, 0)));

    /** Why, in the person's words; may be empty. */
    public String reason() {
        return decision.map(Decision::reason).orElse("");
    }

    /** Whether a finding comes out the same by both. */
    boolean agreesWith(Judgement other) {
        return accepts == other.accepts
                && (!accepts
                        || (coding.code().equals(other.coding.code())
                                && coding.polarity() == other.coding.polarity()
                                && coding.standing() == other.coding.standing()
                                && coding.group().equals(other.coding.group())));
    }

    /** Whether both found the same practice, and that it happened or did not. */
    boolean saysTheSameOf(Judgement other) {
        return accepts
                && other.accepts
                && coding.code().equals(other.coding.code())
                && coding.polarity() == other.coding.polarity()
                && coding.group().equals(other.coding.group());
    }
}
