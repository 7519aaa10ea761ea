package org.afterword.comparison;

import java.util.Optional;
import org.afterword.findings.Portion;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Range;

/**
 * One side of a comparison: what the people of one group who speak from one vantage say of one practice.
 *
 * @param group as it is called
 * @param ordinary whether the group is an ordinary one
 * @param from empty for those of whom nobody decided it; they are not compared
 * @param all whose accounts a person has read
 * @param speak of those, who say first-hand that it happened or that it did not
 * @param say of those, who say that it happened
 * @param deny who say that it did not
 * @param both who say both
 */
public record Side(
        String group,
        boolean ordinary,
        String code,
        Optional<Vantage> from,
        Range all,
        Range speak,
        Range say,
        Range deny,
        Range both) {
    /** A side with fewer people, at least, is not compared. */
    static final int LEAST = 5;

    /** With fewer people, at least, a side has no percentages. */
    static final int LEAST_FOR_SHARES = 20;

    public static Side of(Portion portion) {
        return new Side(
                portion.group().name(),
                portion.group().baseline(),
                portion.code(),
                portion.from(),
                portion.all(),
                portion.speak(),
                portion.say(),
                portion.deny(),
                portion.both());
    }

    /** Those who say neither that it happened nor that it did not. */
    public Range silent() {
        return new Range(Math.max(0, all.low() - speak.high()), Math.max(0, all.high() - speak.low()));
    }

    boolean anythingSaid() {
        return speak.high() > 0;
    }
}
