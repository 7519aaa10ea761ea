package org.afterword.people;

import org.afterword.model.IdentityKind;
import org.afterword.model.Span;

/**
 * Something in an account that seems to name somebody or something.
 *
 * @param span in the account's text (UTF-16 code units); empty at 0 if it is in the account's metadata
 * @param text as written there
 * @param by the rule that found it: "rule:title", "gazetteer:first-names"
 * @param score how sure, 0 to 1
 */
public record Find(Span span, String text, IdentityKind kind, String by, double score) {

    /** The same at another place of its text. */
    Find at(Span other, String whole) {
        return new Find(other, other.of(whole), kind, by, score);
    }
}
