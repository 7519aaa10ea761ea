package org.afterword.language;

import java.util.ArrayList;
import java.util.List;
import org.afterword.model.Span;

/**
 * A word of a text, a number, or a mark of punctuation; white space is none.
 *
 * <p>Apostrophes and hyphens between letters belong to the word ("O'Neil", "Anna-Lena", "don't").
 *
 * @param span UTF-16 code units
 * @param text as written
 */
public record Token(Span span, String text, Shape shape) {

    /** How a token is written. */
    public enum Shape {
        /** "went" */
        LOWER,
        /** "Went", "Anna-Lena", "O'Neil", and a single capital. */
        CAPITALISED,
        /** Two or more letters, all of them capitals: "WENT". */
        UPPER,
        /** Capitals inside: "McNeil", "iPhone". */
        MIXED,
        /** Letters of a script without capitals. */
        UNCASED,
        /** Begins with a digit. */
        NUMBER,
        /** Anything else, one code point. */
        MARK
    }

    /** Whether it begins with a capital. */
    public boolean capital() {
        return shape == Shape.CAPITALISED
                || shape == Shape.UPPER
                || (shape == Shape.MIXED && Character.isUpperCase(text.codePointAt(0)));
    }

    public boolean word() {
        return shape != Shape.NUMBER && shape != Shape.MARK;
    }

    /** Tokens of the text in order. */
    public static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int size = Character.charCount(codePoint);
            if (Character.isLetterOrDigit(codePoint)) {
                int end = wordEnd(text, at + size);
                String word = text.substring(at, end);
                Shape shape = Character.isDigit(codePoint) ? Shape.NUMBER : shape(word);
                tokens.add(new Token(new Span(at, end), word, shape));
                at = end;
            } else {
                if (!Character.isWhitespace(codePoint) && !Character.isSpaceChar(codePoint)) {
                    tokens.add(new Token(new Span(at, at + size), text.substring(at, at + size), Shape.MARK));
                }
                at += size;
            }
        }
        return List.copyOf(tokens);
    }

    private static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int size = Character.charCount(codePoint);
            boolean inside = Character.isLetterOrDigit(codePoint)
                    || Character.getType(codePoint) == Character.NON_SPACING_MARK
                    || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK
                    || Character.getType(codePoint) == Character.FORMAT
                    || (joins(codePoint)
                            && at + size < text.length()
                            && Character.isLetter(text.codePointAt(at + size)));
            if (!inside) {
                break;
            }
            at += size;
        }
        return at;
    }

    private static boolean joins(int codePoint) {
        return switch (codePoint) {
            case '\'', '’', 'ʼ', '-', '‐', '‑' -> true;
            default -> false;
        };
    }

    private static Shape shape(String word) {
        int upper = 0;
        int lower = 0;
        boolean startsUpper = false;
        boolean upperAfterLower = false;
        boolean partStart = true;
        int at = 0;
        while (at < word.length()) {
            int codePoint = word.codePointAt(at);
            if (joins(codePoint)) {
                partStart = true;
            } else if (Character.isUpperCase(codePoint) || Character.isTitleCase(codePoint)) {
                startsUpper |= upper + lower == 0;
                upperAfterLower |= lower > 0 && !partStart;
                upper++;
                partStart = false;
            } else if (Character.isLowerCase(codePoint)) {
                lower++;
                partStart = false;
            }
            at += Character.charCount(codePoint);
        }
        if (upper == 0) {
            return lower == 0 ? Shape.UNCASED : Shape.LOWER;
        }
        if (lower == 0) {
            return upper == 1 ? Shape.CAPITALISED : Shape.UPPER;
        }
        return startsUpper && !upperAfterLower ? Shape.CAPITALISED : Shape.MIXED;
    }
}
