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
import java.util.regex.Pattern;
import org.afterword.language.Folding;
import org.afterword.model.Span;

/**
 * Single names that are ordinary words too: Will, May, Rose, Marsh, Paris.
 *
 * <p>Where such a word is written small it is a word, and where it is written large in the middle of a sentence it
 * names somebody. At a sentence's start, in a headline in which every word is written large, and between words in
 * capitals its capital says nothing; there the word after it may tell ("Will you", "Mark my words", "North said"), or
 * nothing does. A month or a well-known place is a word after a preposition of time or place, or beside a number. A
 * single letter names nobody. A word that is not in the list always names, in any case of letters: in doubt, it is
 * covered.
 */
final class OrdinaryWords {
    private static final Set<String> TIME_OR_PLACE = read("[time-or-place]");
    private static final Set<String> WORDS = read("[word]");
    private static final Set<String> MODALS = read("[modal]");
    private static final Set<String> AFTER_MODALS = read("[after-modal]");
    private static final Set<String> VERBS = read("[verb]");
    private static final Set<String> OBJECTS = read("[object]");
    private static final Set<String> ADVERBS = read("[adverb]");
    private static final Set<String> SUBJECTS = read("[subject]");
    private static final Set<String> SAYING = read("[saying]");
    private static final Set<String> TIMES = read("[time-preposition]");
    private static final Set<String> PREPOSITIONS = read("[preposition]");

    /** Words that hold a sentence together: at its start they name nobody. */
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "and", "or", "but", "if", "nor", "so", "as", "than", "then", "for", "of", "in", "on",
            "at", "by", "to", "from", "with", "without", "into", "about", "over", "under", "after", "before", "i", "we",
            "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "my", "our", "your", "his", "its",
            "their", "this", "that", "these", "those", "what", "which", "who", "whom", "whose", "when", "where", "why",
            "how", "not", "no", "yes", "is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have",
            "had", "all", "any", "some", "each", "every", "more", "most", "other", "there", "here", "one", "two");

    private static final Pattern DAY = Pattern.compile("(?:[12]?\\d|3[01])(?:st|nd|rd|th)?");

    private OrdinaryWords() {}

    /** What a single name that is also a word is at some place of a text. */
    enum Reading {
        NAME,
        WORD,
        /** It stands where nothing tells. */
        EITHER
    }

    /**
     * @param word a folded word without a possessive ending
     */
    static boolean contain(String word) {
        return word.codePointCount(0, word.length()) < 2 || WORDS.contains(word) || TIME_OR_PLACE.contains(word);
    }

    /** A word that holds sentences together; written large inside one it may be a name all the same. */
    static boolean small(String word) {
        return SMALL.contains(word);
    }

    static Reading at(String text, Span span) {
        String written = span.of(text);
        String word = bare(Folding.fold(written));
        boolean small = small(word);
        if (!small && !contain(word)) {
            return Reading.NAME;
        }
        if (word.codePointCount(0, word.length()) < 2 || !Character.isUpperCase(written.codePointAt(0))) {
            return Reading.WORD;
        }
        Line line = Line.around(text, span);
        String before = line.wordBefore(span.start());
        boolean shouted = capitals(written) && (capitals(before) || capitals(line.wordAfter(span.end())));
        boolean owed = before.isEmpty() || shouted || line.headline(span);
        if (small) {
            return owed ? Reading.WORD : Reading.EITHER;
        }
        if (TIME_OR_PLACE.contains(word)) {
            String preposition = line.blankBefore(span.start()) ? Folding.fold(before) : "";
            if (TIMES.contains(preposition)
                    || DAY.matcher(before).matches()
                    || number(line.wordRightAfter(span.end()))) {
                return Reading.WORD;
            }
            if (PREPOSITIONS.contains(preposition)) {
                return Reading.EITHER;
            }
        }
        return owed ? byWhatFollows(word, span.end(), line) : Reading.NAME;
    }

    /** Where the capital says nothing. */
    private static Reading byWhatFollows(String word, int end, Line line) {
        String next = Folding.fold(line.wordRightAfter(end));
        if (next.isEmpty()) {
            return line.possessive(end) && !TIME_OR_PLACE.contains(word) ? Reading.NAME : Reading.EITHER;
        }
        if (next.equals("and") && line.nameAfter(end, next)) {
            return Reading.NAME;
        }
        if ((MODALS.contains(word) && AFTER_MODALS.contains(next))
                || (VERBS.contains(word) && OBJECTS.contains(next))
                || (ADVERBS.contains(word) && SUBJECTS.contains(next))) {
            return Reading.WORD;
        }
        return SAYING.contains(next) ? Reading.NAME : Reading.EITHER;
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
}
