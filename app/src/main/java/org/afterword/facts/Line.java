package org.afterword.facts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.Span;

/**
 * A sentence in pieces: words in lower case (hyphenated ones apart), numbers with their value, written dates and times,
 * marks.
 */
final class Line {
    enum Shape {
        WORD,
        NUMBER,
        DATE,
        TIME,
        MARK
    }

    /**
     * @param text in lower case; a word's short form is written out at its end only ("don't" stays)
     * @param span in the account's text
     * @param capital whether it begins with one
     * @param glued whether nothing stands between it and the piece before
     * @param value of a number
     */
    record Piece(Shape shape, String text, Span span, boolean capital, boolean glued, Optional<BigDecimal> value) {}

    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?![\\d-])|\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})(?![\\d/])");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[aApP]\\.?[mM]\\b\\.?)?");
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[.,'’\\u00a0\\u202f\\u2009 ]\\d{2,3}(?!\\d))*(?:[.,]\\d+)?[½¼¾]?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:([.,'’\\u00a0\\u202f\\u2009 ])(?:\\d{2}\\1)*\\d{3}(?:\\1\\d{3})*)");
    private static final Pattern TWO_GROUPS =
            Pattern.compile("\\d{1,3}(?:([.,'’ ])\\d{3})(?:\\1\\d{3})*([.,])\\d{1,2}");
    /** Behind an apostrophe: "'98". */
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d\\d(?![\\d\\p{L}.,:]\\S)(?![\\d\\p{L}])");

    static final int THIS_CENTURY = 40;
    private static final String JOINING = "'’ʼ";

    private final List<Piece> pieces = new ArrayList<>();

    /** @param span a sentence of the text */
    Line(String text, Span span) {
        Matcher date = DATE.matcher(text).region(span.start(), span.end());
        Matcher time = TIME.matcher(text).region(span.start(), span.end());
        Matcher number = NUMBER.matcher(text).region(span.start(), span.end());
        int at = span.start();
        int last = -1;
        while (at < span.end()) {
            int point = text.codePointAt(at);
            int size = Character.charCount(point);
            int from = at;
            if (Character.isLetter(point)) {
                at = wordEnd(text, at + size, span.end());
                add(Shape.WORD, text, from, at, last);
            } else if (point >= '0' && point <= '9') {
                at = number(text, from, span.end(), List.of(date, time), number, last);
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                at += size;
                continue;
            } else {
                at += size;
                add(Shape.MARK, text, from, Math.min(at, span.end()), last);
            }
            at = Math.min(Math.max(at, from + size), span.end());
            last = at;
        }
    }

    private int number(String text, int from, int end, List<Matcher> written, Matcher number, int last) {
        Matcher shortYear = SHORT_YEAR.matcher(text).region(from, end);
        boolean apostrophe = from > 0
                && "'’‘".indexOf(text.charAt(from - 1)) >= 0
                && last == from
                && !pieces.isEmpty()
                && !pieces.getLast().glued();
        if (apostrophe && shortYear.lookingAt()) {
            int year = Integer.parseInt(shortYear.group());
            Span whole = new Span(from - 1, from + 2);
            pieces.removeLast();
            String four = Integer.toString(year + (year < THIS_CENTURY ? 2000 : 1900));
            pieces.add(new Piece(Shape.NUMBER, four, whole, false, false, Optional.of(new BigDecimal(four))));
            return from + 2;
        }
        Shape[] shapes = {Shape.DATE, Shape.TIME};
        for (int i = 0; i < shapes.length; i++) {
            Matcher one = written.get(i).region(from, end);
            if (one.lookingAt()) {
                add(shapes[i], text, from, one.end(), last);
                return one.end();
            }
        }
        number.region(from, end);
        boolean inWord = last == from && !pieces.isEmpty() && partOfName(pieces.getLast());
        if (inWord || !number.lookingAt()) {
            add(Shape.MARK, text, from, from + 1, last);
            return from + 1;
        }
        int to = number.end();
        String digits = text.substring(from, to);
        // "in 2016, 300 people": a blank joins only groups of three after one to three digits
        int blank = firstBlank(digits);
        if (blank > 0
                && !GROUPED.matcher(digits).matches()
                && !TWO_GROUPS.matcher(digits).matches()) {
            to = from + blank;
            digits = text.substring(from, to);
        }
        pieces.add(
                new Piece(Shape.NUMBER, digits, new Span(from, to), false, last == from, Optional.of(value(digits))));
        return to;
    }

    /** "R2" and "x86" are no numbers, "EUR50" is one. */
    private static boolean partOfName(Piece before) {
        boolean currency = before.capital() && before.text().length() <= 3 && Currencies.mayStandBefore(before.text());
        return (before.shape() == Shape.WORD && !currency) || before.text().equals("_");
    }

    private static int firstBlank(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (Character.isSpaceChar(c)) {
                return i;
            }
        }
        return -1;
    }

    /** Of digits with marks, as English and as Europe writes them: a mark before exactly three digits parts thousands. */
    static BigDecimal value(String written) {
        String digits = written;
        BigDecimal part = BigDecimal.ZERO;
        int fraction = "½¼¾".indexOf(digits.charAt(digits.length() - 1));
        if (fraction >= 0) {
            part = List.of(new BigDecimal("0.5"), new BigDecimal("0.25"), new BigDecimal("0.75"))
                    .get(fraction);
            digits = digits.substring(0, digits.length() - 1);
        }
        int point = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (point >= 0) {
            char mark = digits.charAt(point);
            boolean repeated = digits.indexOf(mark) < point;
            boolean other = digits.chars().anyMatch(c -> c != mark && !Character.isDigit(c));
            boolean three = digits.length() - point - 1 == 3;
            if (repeated || (three && !other && point <= 3 && digits.charAt(0) != '0')) {
                point = -1;
            }
        }
        String whole = (point < 0 ? digits : digits.substring(0, point)).replaceAll("\\D", "");
        String after = point < 0 ? "" : "." + digits.substring(point + 1);
        return new BigDecimal(whole + after).add(part);
    }

    private static int wordEnd(String text, int from, int end) {
        int at = from;
        while (at < end) {
            int point = text.codePointAt(at);
            int size = Character.charCount(point);
            boolean joins =
                    JOINING.indexOf(point) >= 0 && at + size < end && Character.isLetter(text.codePointAt(at + size));
            if (!Character.isLetter(point) && Character.getType(point) != Character.NON_SPACING_MARK && !joins) {
                break;
            }
            at += size;
        }
        return at;
    }

    private void add(Shape shape, String text, int from, int to, int last) {
        String written = text.substring(from, to);
        pieces.add(new Piece(
                shape,
                written.toLowerCase(Locale.ROOT).replace('’', '\''),
                new Span(from, to),
                Character.isUpperCase(written.codePointAt(0)),
                last == from,
                Optional.empty()));
    }

    int size() {
        return pieces.size();
    }

    Piece piece(int at) {
        return pieces.get(at);
    }

    /** The text of the piece; empty before the first and after the last. */
    String at(int at) {
        return at < 0 || at >= pieces.size() ? "" : pieces.get(at).text();
    }

    boolean is(int at, Set<String> words) {
        return words.contains(at(at));
    }

    boolean is(int at, String word) {
        return at(at).equals(word);
    }

    /** Whether these words stand there, one after another. */
    boolean stands(int at, String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!at(at + i).equals(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean shape(int at, Shape shape) {
        return at >= 0 && at < pieces.size() && pieces.get(at).shape() == shape;
    }

    boolean capital(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).capital();
    }

    boolean glued(int at) {
        return at >= 0 && at < pieces.size() && pieces.get(at).glued();
    }

    /** Whether a word, a number or a low line goes on behind it without a blank. */
    boolean goesOn(int at) {
        return glued(at + 1) && (!shape(at + 1, Shape.MARK) || is(at + 1, "_"));
    }

    Optional<BigDecimal> value(int at) {
        return at < 0 || at >= pieces.size() ? Optional.empty() : pieces.get(at).value();
    }

    /** @param to the piece after the last; greater than {@code from} */
    Span span(int from, int to) {
        return new Span(
                pieces.get(from).span().start(), pieces.get(to - 1).span().end());
    }
}
