package org.afterword.protection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.afterword.language.Folding;
import org.afterword.model.Span;

/**
 * Single names that are ordinary words too: Will, May, Rose, Marsh, Paris.
 *
 * <p>Such a word names somebody only where it is written large in the middle of a sentence. It does not at a sentence's
 * start, in a headline in which every word is written large, or between words in capitals; and a month or a well-known
 * place does not after a preposition of time or place, or beside a number. A single letter names nobody. A word that
 * is not in the list always counts, in any case of letters: in doubt, it is covered.
 */
final class OrdinaryWords {
    private static final Set<String> TIME_OR_PLACE = read("[time-or-place]");
    private static final Set<String> WORDS = read("[word]");
    private static final Set<String> PREPOSITIONS = Set.of(
            "in", "to", "from", "of", "at", "near", "since", "until", "till", "by", "for", "through", "via", "early",
            "late", "last", "next", "this", "mid", "during", "before", "after", "around", "every", "between", "across",
            "outside", "inside", "on");

    /** Words that hold a sentence together: alone they name nobody, however they are written. */
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "and", "or", "but", "if", "nor", "so", "as", "than", "then", "for", "of", "in", "on",
            "at", "by", "to", "from", "with", "without", "into", "about", "over", "under", "after", "before", "i", "we",
            "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "my", "our", "your", "his", "its",
            "their", "this", "that", "these", "those", "what", "which", "who", "whom", "whose", "when", "where", "why",
            "how", "not", "no", "yes", "is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have",
            "had", "all", "any", "some", "each", "every", "more", "most", "other", "there", "here", "one", "two");

    private OrdinaryWords() {}

    /**
     * @param word a folded word without a possessive ending
     */
    static boolean contain(String word) {
        return word.codePointCount(0, word.length()) < 2 || WORDS.contains(word) || TIME_OR_PLACE.contains(word);
    }

    /** Whether the single word there is no more than a word. */
    static boolean at(String text, Span span) {
        String written = span.of(text);
        String word = bare(Folding.fold(written));
        if (SMALL.contains(word)) {
            return true;
        }
        if (!contain(word)) {
            return false;
        }
        if (word.codePointCount(0, word.length()) < 2 || !Character.isUpperCase(written.codePointAt(0))) {
            return true;
        }
        Line line = Line.around(text, span);
        String before = line.wordBefore(span.start());
        String after = line.wordAfter(span.end());
        if (before.isEmpty() || (capitals(written) && (capitals(before) || capitals(after)))) {
            return true;
        }
        if (TIME_OR_PLACE.contains(word)
                && (PREPOSITIONS.contains(Folding.fold(before)) || number(before) || number(after))) {
            return true;
        }
        return line.headline(span);
    }

    private static String bare(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    private static boolean capitals(String word) {
        return word.length() > 1 && word.codePoints().noneMatch(Character::isLowerCase);
    }

    private static boolean number(String word) {
        return !word.isEmpty() && Character.isDigit(word.codePointAt(0));
    }

    private static Set<String> read(String section) {
        var words = new HashSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(OrdinaryWords.class.getResourceAsStream("ordinary-words.txt")),
                StandardCharsets.UTF_8))) {
            boolean inside = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    inside = line.equals(section);
                } else if (inside && !line.startsWith("#")) {
                    words.addAll(Arrays.asList(line.split(" ", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Set.copyOf(words);
    }

    /** The line in which a word stands. */
    private record Line(String text, int start, int end) {
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
            int to = at;
            while (to > start && !Character.isLetterOrDigit(text.charAt(to - 1))) {
                char c = text.charAt(--to);
                if (c != ' ' && c != ',' && c != ';' && c != '\u00a0' && c != '@' && c != '/') {
                    return "";
                }
            }
            int from = to;
            while (from > start && inWord(text.charAt(from - 1))) {
                from--;
            }
            return text.substring(from, to);
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
}
