package org.afterword.protection;

import java.util.List;
import org.afterword.model.Span;

/**
 * Text that a stranger may see. Only this package makes it; everything that is published is made from it.
 */
public final class Redacted {
    private final String text;
    private final List<Replacement> replacements;

    Redacted(String text, List<Replacement> replacements) {
        this.text = text;
        this.replacements = List.copyOf(replacements);
    }

    public String text() {
        return text;
    }

    /** In the order of the text. */
    public List<Replacement> replacements() {
        return replacements;
    }

    /**
     * One name that was replaced.
     *
     * @param original where it stood in the account's text (UTF-16 code units)
     * @param shown where its substitute stands in {@link #text()} (UTF-16 code units)
     */
    public record Replacement(Span original, Span shown) {}
}
