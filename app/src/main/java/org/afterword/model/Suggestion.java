package org.afterword.model;

import java.util.Optional;

/**
 * What a machine (or a coder) proposes; a fact only once a person accepted it.
 *
 * @param target the account, identity or speaker that it is about
 * @param span for codings: where in the account's text (UTF-16 code units)
 * @param score how sure, 0 to 1
 * @param reason why, in words for the person who decides
 * @param by what made it: a name and a version
 */
public record Suggestion(
        Id id, Id target, Optional<Span> span, Proposal proposal, double score, String reason, String by) {
    public Suggestion {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score lies between 0 and 1, not " + score);
        }
    }
}
