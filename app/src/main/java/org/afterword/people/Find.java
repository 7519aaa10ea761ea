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
 * @param name by which it is known over the case: the text, or of a telephone number its international form, or of an
 *     age the words that make it one ("I was 19")
 */
public record Find(Span span, String text, IdentityKind kind, String by, double score, String name) {

    public Find(Span span, String text, IdentityKind kind, String by, double score) {
        this(span, text, kind, by, score, text);
    }

    /** The same at another place of its text. */
    Find at(Span other, String whole) {
        String written = other.of(whole);
        return new Find(other, written, kind, by, score, name.equals(text) ? written : name);
    }
}
