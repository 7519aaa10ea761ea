package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Span;

/** Finds numbers however they are grouped: "+44 20 7946 0958" and "(020) 79460958". */
final class Digits {
    /** So many last digits make a telephone number the same, with or without the country's. */
    private static final int SAME = 8;

    private static final int LONGEST = 40;
    private static final int WIDEST_GAP = 3;
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");

    private final Map<String, List<FormMatcher.Match>> byKey = new HashMap<>();
    /** The first unit of each key, and its first two; only the country's digits may come before those. */
    private final Hashes beginnings = new Hashes();

    /**
     * @param telephone whether the country's digits may be missing
     */
    void add(Id identity, Forms.Form form, boolean telephone) {
        String bare = OTHER.matcher(form.text()).replaceAll("");
        String key = telephone ? key(bare) : bare;
        if (!key.isEmpty()) {
            List<FormMatcher.Match> same = byKey.computeIfAbsent(key, k -> new ArrayList<>());
            if (same.stream().noneMatch(other -> other.identity().equals(identity))) {
                same.add(new FormMatcher.Match(identity, new Span(0, 0), form));
            }
            beginnings.add(key.substring(0, 1).hashCode());
            beginnings.add(key.substring(0, Math.min(2, key.length())).hashCode());
        }
    }

    List<FormMatcher.Match> find(Folding folding) {
        if (byKey.isEmpty()) {
            return List.of();
        }
        String text = folding.text();
        var matches = new ArrayList<FormMatcher.Match>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfPart(text, at);
            if (end > at && mayBegin(text, at, end)) {
                end = Math.max(end, longest(folding, at, end, matches));
            }
            at = Math.max(end, at + 1);
        }
        return matches;
    }

    private boolean mayBegin(String text, int start, int end) {
        return mayBegin(text.charAt(start), end == start + 1 ? 0 : text.charAt(start + 1));
    }

    /** The same of a folded text's units; {@link #find} alone knows what a part is in other scripts. */
    boolean mayBegin(char[] units, int start, int end) {
        return !byKey.isEmpty()
                && (mayBegin(units[start], 0) || (end > start + 1 && mayBegin(units[start], units[start + 1])));
    }

    private boolean mayBegin(int first, int second) {
        return digit(first) || beginnings.mayHave(second == 0 ? first : 31 * first + second);
    }

    /** So many parts the longest may have. */
    int longest() {
        return byKey.isEmpty() ? 0 : LONGEST + 2;
    }

    /** Adds the longest number that begins there; gives its end, or -1. */
    private int longest(Folding folding, int start, int firstEnd, List<FormMatcher.Match> matches) {
        String text = folding.text();
        var number = new StringBuilder();
        List<FormMatcher.Match> found = List.of();
        int last = -1;
        int from = start;
        int to = firstEnd;
        while (to > from && number.length() <= LONGEST) {
            number.append(text, from, to);
            String bare = number.toString();
            var here = byKey.getOrDefault(bare, byKey.getOrDefault(key(bare), List.of()));
            if (!here.isEmpty()) {
                found = here;
                last = to;
            }
            from = to;
            while (from < text.length() && from - to < WIDEST_GAP && !inPart(text, from)) {
                from++;
            }
            to = endOfPart(text, from);
        }
        if (last >= 0) {
            int before = start;
            while (before > 0 && "(+".indexOf(text.charAt(before - 1)) >= 0) {
                before--;
            }
            Span span = folding.origin(new Span(before, last));
            for (var match : found) {
                matches.add(new FormMatcher.Match(match.identity(), span, match.form()));
            }
        }
        return last;
    }

    private static int endOfPart(String text, int start) {
        int end = start;
        while (end < text.length() && inPart(text, end)) {
            end += Character.isHighSurrogate(text.charAt(end)) ? 2 : 1;
        }
        return end;
    }

    private static boolean inPart(String text, int at) {
        char unit = text.charAt(at);
        if (unit < 0x80) {
            return (unit >= 'a' && unit <= 'z') || digit(unit);
        }
        int codePoint = text.codePointAt(at);
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER
                || Character.getType(codePoint) == Character.OTHER_NUMBER;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String key(String bare) {
        boolean telephone =
                bare.length() > SAME && bare.length() <= 15 && bare.chars().allMatch(Digits::digit);
        return telephone ? bare.substring(bare.length() - SAME) : bare;
    }
}
