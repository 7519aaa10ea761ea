package org.afterword.reading;

import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Warning;

/** Whether a page that a program wrote is there to its end. */
final class PageEnd {
    private static final int TAIL = 200;

    private PageEnd() {}

    static Optional<Warning> missing(Source source) {
        String text = source.text();
        String tail = text.substring(Math.max(0, text.length() - TAIL)).toLowerCase(Locale.ROOT);
        return tail.contains("</html")
                ? Optional.empty()
                : Optional.of(new Warning(
                        "byte " + source.size(), "the page ends in the middle; what stands before is read"));
    }
}
