package org.afterword.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.Span;

/**
 * The words of a text, folded ({@link Folding}), as they are compared in searching. A run of letters and digits is a
 * word. Scripts that are written without blanks, or that join particles to words, are taken character by character
 * (Hangul by syllables), so that a word of theirs is found wherever its characters stand in a row. Emoji and signs of
 * currency are words of their own.
 */
final class Words {
    /** In folded UTF-16 code units; what is longer is cut, in texts and in queries alike. */
    private static final int LONGEST = 100;

    private static final Set<UnicodeScript> BY_CHARACTER = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    /**
     * @param form what is compared
     * @param span where it stands in the text as it was given (UTF-16 code units)
     */
    record Word(String form, Span span) {}

    private enum Kind {
        NONE,
        MARK,
        LETTER,
        ALONE,
        SYLLABLE,
        SYLLABLE_PART
    }

    private interface Taking {
        void take(int start, int end);
    }

    private Words() {}

    /** The forms alone, in order. */
    static List<String> forms(String text) {
        String folded = Folding.fold(text);
        var forms = new ArrayList<String>();
        scan(folded, (start, end) -> forms.add(folded.substring(start, end)));
        return forms;
    }

    static List<Word> of(String text) {
        var folding = Folding.of(text);
        var words = new ArrayList<Word>();
        scan(
                folding.text(),
                (start, end) -> words.add(
                        new Word(folding.text().substring(start, end), folding.origin(new Span(start, end)))));
        return words;
    }

    private static void scan(String text, Taking each) {
        int at = 0;
        while (at < text.length()) {
            int first = text.codePointAt(at);
            int end = at + Character.charCount(first);
            Kind kind = kind(first);
            if (kind == Kind.NONE || kind == Kind.MARK) {
                at = end;
                continue;
            }
            while (end < text.length()) {
                int next = text.codePointAt(end);
                if (!goesOn(kind, kind(next)) || end - at >= LONGEST) {
                    break;
                }
                end += Character.charCount(next);
            }
            each.take(at, end);
            at = end;
        }
    }

    private static boolean goesOn(Kind word, Kind next) {
        return switch (next) {
            case MARK -> true;
            case LETTER -> word == Kind.LETTER;
            case SYLLABLE_PART -> word == Kind.SYLLABLE;
            case NONE, ALONE, SYLLABLE -> false;
        };
    }

    private static Kind kind(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
                    ? Kind.LETTER
                    : c == '$' ? Kind.ALONE : Kind.NONE;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.MARK;
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER -> letter(c);
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Kind.LETTER;
            case Character.CURRENCY_SYMBOL -> Kind.ALONE;
            default -> picture(c) ? Kind.ALONE : Kind.NONE;
        };
    }

    private static Kind letter(int c) {
        if (c < 0x0e00) {
            return Kind.LETTER;
        }
        if (c >= 0x1100 && c <= 0x11ff) { // what folding leaves of Hangul
            return c < 0x1160 ? Kind.SYLLABLE : Kind.SYLLABLE_PART;
        }
        return BY_CHARACTER.contains(UnicodeScript.of(c)) ? Kind.ALONE : Kind.LETTER;
    }

    private static boolean picture(int c) {
        boolean flag = c >= 0x1f1e6 && c <= 0x1f1ff;
        return flag || Character.isExtendedPictographic(c) || Character.isEmojiPresentation(c);
    }
}
