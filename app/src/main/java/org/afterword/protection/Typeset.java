package org.afterword.protection;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What setting does to words: it parts them at the end of lines, and spaces their letters. */
final class Typeset {
    private static final List<String> PARTING = List.of("-", "\u00ad", "\u2010");
    private static final Pattern LINE_END =
            Pattern.compile("[-\u00ad\u2010](?<=[\\p{L}\\p{M}][-\u00ad\u2010])\\r?\\n[ \\t]*(?=\\p{L})");
    private static final String LETTER = "\\p{L}\\p{M}*";
    private static final Pattern SPACED = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + LETTER
            + "(?<mark>[^\\p{L}\\p{N}\\p{M}])(?:" + LETTER + "\\k<mark>)+" + LETTER + "(?![\\p{L}\\p{N}])");
    private static final Pattern INSIDE = Pattern.compile("(?<=[\\p{L}\\p{M}])[^\\p{L}\\p{N}\\p{M}](?=\\p{L})");

    private Typeset() {}

    /** The text with its parted words whole; empty if there is none. */
    static Optional<String> unhyphenated(String text) {
        return PARTING.stream().anyMatch(mark -> parted(text, mark + "\n") || parted(text, mark + "\r\n"))
                ? Optional.of(LINE_END.matcher(text).replaceAll(""))
                : Optional.empty();
    }

    private static boolean parted(String text, String mark) {
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (at > 0 && (Character.isLetter(text.charAt(at - 1)) || accent(text.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The text with its spaced words closed ("M a r s h", "M.a.r.s.h"); empty if there is none. */
    static Optional<String> closed(String text) {
        if (!mayBeSpaced(text) || !SPACED.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(SPACED.matcher(text)
                .replaceAll(run ->
                        Matcher.quoteReplacement(INSIDE.matcher(run.group()).replaceAll(""))));
    }

    /** Whether one mark stands between three letters. */
    static boolean mayBeSpaced(String text) {
        for (int at = 0; at + 4 < text.length(); at++) {
            // Two letters side by side, as nearly everywhere, are in no spaced word, which has five units or more.
            while (at + 4 < text.length() && plainLetter(text.charAt(at + 4)) && plainLetter(text.charAt(at + 3))) {
                at += 4;
            }
            if (at + 4 >= text.length() || plainLetter(text.charAt(at + 1))) {
                continue;
            }
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int mark = begins ? afterLetter(text, at) : -1;
            int next = mark < 0 ? -1 : afterLetter(text, mark + 1);
            if (next >= 0 && text.charAt(mark) == text.charAt(next) && ends(text, next + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean plainLetter(char c) {
        return (c | 0x20) - 'a' >= 0 && (c | 0x20) <= 'z';
    }

    /** Where something else follows on one letter and its accents, before the end; -1 if that is not so. */
    private static int afterLetter(String text, int at) {
        if (at + 2 >= text.length() || !Character.isLetter(text.charAt(at))) {
            return -1;
        }
        int end = at + 1;
        while (end < text.length() - 1 && accent(text.charAt(end))) {
            end++;
        }
        return end < text.length() - 1 && !Character.isLetterOrDigit(text.charAt(end)) ? end : -1;
    }

    /** Whether one letter stands there alone. */
    private static boolean ends(String text, int at) {
        int end = at + 1;
        while (end < text.length() && accent(text.charAt(end))) {
            end++;
        }
        return Character.isLetter(text.charAt(at))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean accent(char c) {
        int type = c < 0x300 ? 0 : Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
