package org.afterword.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Span;

/** Words as somebody typed or copied them out of a text: exactly these, but for the blanks and lines between them. */
public final class Quotation {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

    private Quotation() {}

    /**
     * Where the words stand, also where two of these places overlap.
     *
     * @return in UTF-16 code units of the text, in order; empty if they stand nowhere, or there are none
     */
    public static List<Span> in(String text, String words) {
        var places = new ArrayList<Span>();
        Pattern said = pattern(words);
        if (!said.pattern().isEmpty()) {
            Matcher matcher = said.matcher(text);
            for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
                places.add(new Span(matcher.start(), matcher.end()));
            }
        }
        return places;
    }

    /** Whether exactly these words stand there. */
    public static boolean is(String text, String words) {
        return !words.isBlank() && pattern(words).matcher(text).matches();
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(BLANK.splitAsStream(words)
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .reduce((one, other) -> one + BLANK.pattern() + other)
                .orElse(""));
    }
}
