package org.afterword.publishing;

import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;

/**
 * Something that stands in the way of a publication. It is meant for the archivist, and names what it is about; it
 * never goes into a log.
 *
 * @param what what is in the way: a sentence
 * @param where the file, the account or the page; empty if it is nowhere in particular
 * @param target what a decision would be about
 * @param decide what to decide or do: a sentence
 * @param decisions verdicts about the target that settle it, as they are typed; what ends in "=" wants words
 */
public record Obstacle(String what, String where, Optional<Id> target, String decide, List<String> decisions) {
    public Obstacle {
        decisions = List.copyOf(decisions);
    }

    /** One that is settled elsewhere, or in many ways. */
    public Obstacle(String what, String where, Optional<Id> target, String decide) {
        this(what, where, target, decide, List.of());
    }
}
