package org.afterword.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Actor;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;

/**
 * What the witnesses of one group say of one practice: a partition of the witnesses whose accounts a person has read,
 * each part a range because it may be unknown who is who. {@code docs/method.md} has the rules.
 *
 * @param code the practice's id
 * @param statement one sentence that claims no more than the code's definition
 * @param accounts how many accounts tell of the group
 * @param read how many of them a person has read
 * @param witnesses all whose accounts were read
 * @param report say that it happened (reviewed codings only)
 * @param firstHand of those, who say it first-hand
 * @param apart into how many parts they fall if all who are known to be tied to each other are taken as one; as many as
 *     there are witnesses if nothing is known to tie them
 * @param by who did it, by those who say it first-hand: how many of them speak of whom; one may speak of several, and
 *     where no coding says, nobody is in it
 * @param hearsay only pass on what others told
 * @param deny say that it did not happen
 * @param mixed say both
 * @param notMentioned say nothing of it
 * @param notInPosition could not know
 * @param unreviewed how many suggestions nobody has decided
 * @param disputed how many codings coders see differently, and nobody has settled
 * @param passages the accepted codings behind it: their suggestions' ids
 */
public record Finding(
        Group group,
        String code,
        String statement,
        int accounts,
        int read,
        Range witnesses,
        Range report,
        Range firstHand,
        int apart,
        Map<Actor, Range> by,
        Range hearsay,
        Range deny,
        Range mixed,
        Range notMentioned,
        Range notInPosition,
        int unreviewed,
        int disputed,
        List<Id> passages) {

    /** Fewer who say the same first-hand could be told apart by what else they say. */
    private static final int ENOUGH_TO_PUBLISH = 5;

    /** Who did it, in a sentence; empty if no coding says. */
    public Optional<String> byWhom() {
        return by.isEmpty() ? Optional.empty() : Optional.of(Sentence.byWhom(by));
    }

    /** Whether by whom cannot tell who somebody is. */
    public boolean publishesByWhom() {
        return firstHand.low() >= ENOUGH_TO_PUBLISH;
    }

    /** The statement, and where it cannot tell who somebody is by whom, as it may be published. */
    public String published() {
        return publishesByWhom() ? told() : statement;
    }

    /** The statement, and by whom. */
    public String told() {
        return statement + byWhom().map(words -> " " + words).orElse("");
    }
}
