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
import org.afterword.people.OrdinaryWords;

/**
 * Names that are ordinary words too ({@link OrdinaryWords}): Will, May, Rose, Marsh, Paris.
 *
 * <p>Where such a word is written small it is a word, unless it stands as names do ({@link SmallWord}); where it is
 * written large in the middle of a sentence it names somebody. At a sentence's start, in a headline in which every word is written large, and between words in
 * capitals its capital says nothing; there the word after it may tell ("Will you", "Mark my words", "North said"), or
 * nothing does. A month or a well-known place is a word after a preposition of time or place, or beside a number. A
 * single letter names nobody. A word that is no ordinary one always names, in any case of letters: in doubt, it is
 * covered.
 */
final class NameOrWord {
    private static final Set<String> TIME_OR_PLACE = read("[time-or-place]");
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

    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern DAY = Pattern.compile("(?:[12]?\\d|3[01])(?:st|nd|rd|th)?");

    private NameOrWord() {}

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
        return word.codePointCount(0, word.length()) < 2 || OrdinaryWords.contain(word) || TIME_OR_PLACE.contains(word);
    }

    /** A word that holds sentences together; written large inside one it may be a name all the same. */
    static boolean small(String word) {
        return SMALL.contains(word);
    }

    static Reading at(String text, Span span) {
        String written = span.of(text);
        if (smallPhrase(written)) {
            return Reading.EITHER;
        }
        String word = bare(Folding.fold(written));
        boolean small = small(word);
        if (!small && !contain(word)) {
            return Reading.NAME;
        }
        if (word.codePointCount(0, word.length()) < 2) {
            return Reading.WORD;
        }
        Line line = Line.around(text, span);
        if (!Character.isUpperCase(written.codePointAt(0))) {
            return small || timeOrNumber(word, span, line) ? Reading.WORD : new SmallWord(line, word, span).read();
        }
        String before = line.wordBefore(span.start());
        boolean shouted = capitals(written) && (capitals(before) || capitals(line.wordAfter(span.end())));
        boolean owed = before.isEmpty() || shouted || line.headline(span);
        if (small) {
            return owed ? Reading.WORD : Reading.EITHER;
        }
        if (TIME_OR_PLACE.contains(word)) {
            if (timeOrNumber(word, span, line)) {
                return Reading.WORD;
            }
            if (PREPOSITIONS.contains(preposition(span, line))) {
                return Reading.EITHER;
            }
        }
        return owed ? byWhatFollows(word, span.end(), line) : Reading.NAME;
    }

    /** Whether it is a name of several words, all of them ordinary and written small: "hope north". */
    static boolean smallPhrase(String written) {
        String[] words = BLANKS.split(Folding.fold(written));
        return words.length > 1
                && written.codePoints().noneMatch(Character::isUpperCase)
                && Arrays.stream(words).allMatch(OrdinaryWords::contain);
    }

    private static String preposition(Span span, Line line) {
        return line.blankBefore(span.start()) ? Folding.fold(line.wordBefore(span.start())) : "";
    }

    /** "In May", "April 3", "1 June". */
    private static boolean timeOrNumber(String word, Span span, Line line) {
        return TIME_OR_PLACE.contains(word)
                && (TIMES.contains(preposition(span, line))
                        || DAY.matcher(line.wordBefore(span.start())).matches()
                        || number(line.wordRightAfter(span.end())));
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

    static boolean number(String word) {
        return !word.isEmpty() && Character.isDigit(word.codePointAt(0));
    }

    /** The words of a section of the rules. */
    static Set<String> read(String section) {
        var words = new HashSet<String>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameOrWord.class.getResourceAsStream("name-or-word.txt")),
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
