package org.afterword.model;

import java.util.Optional;

/**
 * One speaker's stretch of an account. An essay has one turn.
 *
 * @param index from 0, in the order of the text
 * @param span where it stands in the account's text (UTF-16 code units), without the speaker's label and the stamp
 * @param speaker who speaks: the position in {@link Account#speakers()}
 * @param voice whose words they are
 * @param prompted whether a question of another speaker came first
 * @param date when it was said, as the source gives it
 * @param answers the index of the turn that it answers, where the source says so
 */
public record Turn(
        int index,
        Span span,
        int speaker,
        Voice voice,
        boolean prompted,
        Optional<When> date,
        Optional<Integer> answers) {
    public Turn(int index, Span span, int speaker, Voice voice, boolean prompted, Optional<When> date) {
        this(index, span, speaker, voice, prompted, date, Optional.empty());
    }

    public enum Voice {
        /** The speaker's own. */
        OWN,
        /** Repeated from another: a block quote, "Quoting worker:", a retweet. Never evidence of its own. */
        QUOTED,
        /** The platform's. */
        SYSTEM
    }
}
