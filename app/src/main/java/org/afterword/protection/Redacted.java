package org.afterword.protection;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.List;
import org.afterword.model.Span;

/**
 * Text that a stranger may see. Only this package makes it; everything that is published is made from it.
 *
 * <p>Names that nobody decided are covered in it as well, but such a text is a preview: {@link
 * Protection#open(org.afterword.model.Account)} says what stands in the way of publishing it.
 */
public final class Redacted {
    private static final Redacted EMPTY = new Redacted("", List.of());

    private final String text;
    private final List<Replacement> replacements;

    Redacted(String text, List<Replacement> replacements) {
        this.text = text;
        this.replacements = List.copyOf(replacements);
    }

    /**
     * The parts one after the other. Positions of replacements in their originals stay as they were in each part.
     */
    public static Redacted concat(List<Redacted> parts) {
        var text = new StringBuilder();
        var replacements = new ArrayList<Replacement>();
        for (Redacted part : parts) {
            int shift = text.length();
            for (Replacement replacement : part.replacements) {
                Span shown = replacement.shown();
                replacements.add(
                        new Replacement(replacement.original(), new Span(shown.start() + shift, shown.end() + shift)));
            }
            text.append(part.text);
        }
        return new Redacted(text.toString(), replacements);
    }

    public static Redacted empty() {
        return EMPTY;
    }

    /**
     * The program's own wording, which no case had a part in: a literal in our code, and the compiler refuses anything
     * else. Everything that came from a case or from a person goes through {@link Protection#line}.
     */
    public static Redacted ours(@CompileTimeConstant String fixed) {
        return new Redacted(fixed, List.of());
    }

    public String text() {
        return text;
    }

    /** In the order of the text. */
    public List<Replacement> replacements() {
        return replacements;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Redacted redacted
                && text.equals(redacted.text)
                && replacements.equals(redacted.replacements);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text, so that it can be written into a template. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * One name that was replaced.
     *
     * @param original where it stood in the account's text (UTF-16 code units)
     * @param shown where its substitute stands in {@link #text()} (UTF-16 code units)
     */
    public record Replacement(Span original, Span shown) {}
}
