package org.afterword.protection;

import org.afterword.language.Folding;
import org.afterword.model.Span;

/** The line in which a word stands, and what stands beside it there. */
record Line(String text, int start, int end) {
    private static final int REACH = 300;

    static Line around(String text, Span span) {
        int start = span.start();
        while (start > 0 && span.start() - start < REACH && !breaks(text.charAt(start - 1))) {
            start--;
        }
        int end = span.end();
        while (end < text.length() && end - span.end() < REACH && !breaks(text.charAt(end))) {
            end++;
        }
        return new Line(text, start, end);
    }

    /** A tag ends a line as well, for pages that are looked at as they are. */
    private static boolean breaks(char c) {
        return c == '\n' || c == '<' || c == '>';
    }

    /** Empty at the start of the line or of a sentence. */
    String wordBefore(int at) {
        return before(at).of(text);
    }

    /** Where the word before stands; of no length at the start of the line or of a sentence. */
    Span before(int at) {
        int to = at;
        while (to > start && !Character.isLetterOrDigit(text.charAt(to - 1))) {
            char c = text.charAt(--to);
            if (c != ' ' && c != ',' && c != ';' && c != '\u00a0' && c != '@' && c != '/') {
                return new Span(at, at);
            }
        }
        int from = to;
        while (from > start && inWord(text.charAt(from - 1))) {
            from--;
        }
        return new Span(from, to);
    }

    /** Whether nothing but one blank stands between a word and the one before. */
    boolean blankBefore(int at) {
        return at - 1 > start
                && Character.isSpaceChar(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at - 2));
    }

    /** Empty unless only blanks stand between. */
    String wordRightAfter(int at) {
        int from = at;
        while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\u00a0')) {
            from++;
        }
        return from == at || from == end || !inWord(text.charAt(from)) ? "" : wordAfter(from);
    }

    boolean possessive(int at) {
        return at + 1 < end
                && "'’ʼ＇".indexOf(text.charAt(at)) >= 0
                && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S');
    }

    /** Whether a word that is written large, and is none of the ordinary ones, follows on the next word. */
    boolean nameAfter(int at, String next) {
        int from = text.indexOf(next, at);
        String after = from < 0 ? "" : wordRightAfter(from + next.length());
        return after.length() > 1
                && Character.isUpperCase(after.charAt(0))
                && Character.isLowerCase(after.charAt(1))
                && !NameOrWord.contain(Folding.fold(after))
                && !headline(new Span(at, at));
    }

    String wordAfter(int at) {
        int from = at;
        while (from < end && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < end && inWord(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    /** Whether all but one of the longer words beside it begin with a capital, and there are three or more. */
    boolean headline(Span word) {
        int large = 0;
        int small = 0;
        int at = start;
        while (at < end) {
            int from = at;
            while (at < end && inWord(text.charAt(at))) {
                at++;
            }
            if (at - from >= 4 && (at <= word.start() || from >= word.end())) {
                if (Character.isLowerCase(text.charAt(from))) {
                    small++;
                } else {
                    large++;
                }
            }
            at = at == from ? at + 1 : at;
        }
        return large >= 3 && small <= 1;
    }

    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
    }
}
