package org.afterword.language;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.afterword.model.Span;

/**
 * Sentences of a text, by ICU's rules for the locale (Unicode Standard Annex 29), mended where those go wrong in
 * letters and chats: titles and abbreviations ("Mr. Ford", "e.g. this"), initials ("J. Ford"), lines that a mail
 * program wrapped.
 *
 * <p>An empty line ends a sentence always. A single line end does too, unless the line looks wrapped: the next one
 * goes on in lower case, or the line is long and has no closing punctuation.
 */
public final class Sentences {
    private static final int MOST_LOCALES = 50;
    private static final Map<Locale, BreakIterator> RULES = new ConcurrentHashMap<>();
    private static final int WRAPPED_LINE = 58;
    private static final int LONGEST_WRAPPED_LINE = 100;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "mx", "dr", "prof", "st", "rev", "fr", "sr", "jr", "hon", "capt", "col", "gen", "lt",
            "sgt", "e.g", "i.e", "eg", "ie", "cf", "vs", "approx", "no", "nr", "vol", "pp", "fig", "ca", "dept", "z.b",
            "bzw", "usw", "ggf", "hr", "d.h", "u.a", "sra", "srta", "ud", "mme", "mlle", "dott", "sig");
    private static final String OPENING = "\"'“‘«([*_-–—";

    private Sentences() {}

    /**
     * @param locale whose rules apply; {@link Locale#ROOT} where the language is not known
     * @return in the order of the text, without the white space around them, none of them empty; UTF-16 code units
     */
    public static List<Span> of(String text, Locale locale) {
        var sentences = new ArrayList<Span>();
        String unwrapped = unwrap(text);
        var breaks = breaks(locale);
        breaks.setText(unwrapped);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < unwrapped.length() && goesOn(unwrapped, start, end)) {
                continue;
            }
            add(sentences, text, start, end);
            start = end;
        }
        add(sentences, text, start, text.length());
        return List.copyOf(sentences);
    }

    /** ICU reads the rules from its jar each time that it is asked for those of another locale than before. */
    private static BreakIterator breaks(Locale locale) {
        BreakIterator known = RULES.get(locale);
        if (known == null) {
            known = BreakIterator.getSentenceInstance(locale);
            if (RULES.size() < MOST_LOCALES) {
                RULES.put(locale, known);
            }
        }
        return known.clone();
    }

    private static void add(List<Span> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (start < end && blank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new Span(start, end));
        }
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
    }

    /** The same text, as long, with a blank for every line end that only wraps. */
    private static String unwrap(String text) {
        char[] units = text.toCharArray();
        int lineStart = 0;
        for (int i = 0; i < units.length; i++) {
            if (units[i] == '\n') {
                if (wraps(text, lineStart, i)) {
                    units[i] = ' ';
                }
                lineStart = i + 1;
            }
        }
        return new String(units);
    }

    private static boolean wraps(String text, int lineStart, int lineEnd) {
        int last = lineEnd - 1;
        while (last >= lineStart && blank(text.charAt(last))) {
            last--;
        }
        int next = lineEnd + 1;
        while (next < text.length() && text.charAt(next) != '\n' && blank(text.charAt(next))) {
            next++;
        }
        if (last < lineStart || next >= text.length() || text.charAt(next) == '\n') {
            return false;
        }
        char before = text.charAt(last);
        if (".!?…:;\"”»)]*_>".indexOf(before) >= 0) {
            return false;
        }
        char after = text.charAt(next);
        int length = last - lineStart + 1;
        boolean filled = length >= WRAPPED_LINE && length <= LONGEST_WRAPPED_LINE;
        boolean sentenceGoesOn = Character.isLetter(after) || (OPENING.indexOf(after) >= 0 && !listItem(text, next));
        return (filled && sentenceGoesOn) || (before == ',' && Character.isLowerCase(after));
    }

    private static boolean listItem(String text, int at) {
        return "-*–—".indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && text.charAt(at + 1) == ' ';
    }

    /** Whether what ICU takes for an end is none. */
    private static boolean goesOn(String text, int start, int end) {
        int last = end - 1;
        while (last >= start && blank(text.charAt(last))) {
            if (text.charAt(last) == '\n') {
                return false;
            }
            last--;
        }
        if (last < start) {
            return false;
        }
        char mark = text.charAt(last);
        char next = text.charAt(end);
        if (mark != '.') {
            // "Go!" she said
            return "\"”’»)".indexOf(mark) >= 0 && Character.isLowerCase(next);
        }
        int word = last;
        while (word > start && !blank(text.charAt(word - 1)) && "(\"“‘'[".indexOf(text.charAt(word - 1)) < 0) {
            word--;
        }
        String before = text.substring(word, last).toLowerCase(Locale.ROOT);
        if (before.length() == 1 && Character.isLetter(before.charAt(0))) {
            // an initial, but "so did I." ends
            return Character.isUpperCase(text.charAt(word)) && text.charAt(word) != 'I';
        }
        if (before.equals("no") || before.equals("fig") || before.equals("nr")) {
            return Character.isDigit(next);
        }
        return ABBREVIATIONS.contains(before);
    }
}
