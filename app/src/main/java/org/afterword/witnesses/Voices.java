package org.afterword.witnesses;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;

/** Who says what in one account, and what of it others have as well. */
record Voices(List<Speaker> speakers, List<Turn> turns, Optional<Copied> copied) {
    /** Who says the words of the span as their own; where it crosses turns, who says those with which it begins. */
    Optional<Id> speaker(Span span) {
        return innermost(span)
                .or(() -> innermost(new Span(span.start(), span.start())))
                .filter(turn -> turn.voice() == Turn.Voice.OWN)
                .map(turn -> speakers.get(turn.speaker()).id());
    }

    private Optional<Turn> innermost(Span span) {
        return turns.stream()
                .filter(turn -> turn.span().contains(span))
                .min((a, b) -> Integer.compare(a.span().length(), b.span().length()));
    }
}
