package org.afterword.publishing;

import java.util.List;
import java.util.Optional;
import org.afterword.model.CodePoints;
import org.afterword.model.Span;
import org.afterword.protection.Redacted;

/** An account's text as it goes out, and where in it a place of the account's text is. */
final class ShownText {
    private final String text;
    private final List<Redacted.Replacement> replacements;
    private final CodePoints points;

    /**
     * @param redacted the whole text as a stranger may see it; empty if it goes out as it is
     */
    ShownText(Optional<Redacted> redacted, String original) {
        text = redacted.map(Redacted::text).orElse(original);
        replacements = redacted.map(Redacted::replacements).orElse(List.of());
        points = new CodePoints(text);
    }

    String text() {
        return text;
    }

    /**
     * A substitute that the place touches belongs to it as a whole, and so does a surrogate pair.
     *
     * @param span in UTF-16 code units of the account's text
     * @return in code points of what goes out
     */
    Span codePoints(Span span) {
        int start = shown(span.start(), false);
        int end = Math.max(start, shown(span.end(), true));
        if (inPair(start)) {
            start--;
        }
        if (inPair(end)) {
            end++;
        }
        return new Span(points.of(start), points.of(end));
    }

    private boolean inPair(int at) {
        return at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private int shown(int at, boolean end) {
        int shift = 0;
        for (Redacted.Replacement one : replacements) {
            if (end ? at <= one.original().start() : at < one.original().start()) {
                break;
            }
            if (end ? at <= one.original().end() : at < one.original().end()) {
                return end ? one.shown().end() : one.shown().start();
            }
            shift = one.shown().end() - one.original().end();
        }
        return Math.min(text.length(), at + shift);
    }

    /**
     * @param span in code points of what goes out
     */
    String quote(Span span) {
        int start = points.toUtf16(span.start());
        return text.substring(start, text.offsetByCodePoints(start, span.length()));
    }
}
