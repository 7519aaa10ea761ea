package org.afterword.reading;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A text's language by its commonest words; empty where that does not tell. */
final class Language {
    private static final Map<String, Set<String>> WORDS = words();
    private static final List<String> LANGUAGES = List.copyOf(WORDS.keySet());
    private static final int[] NONE = {};
    private static final Map<String, int[]> BY_WORD = byWord();
    private static final int LONGEST =
            BY_WORD.keySet().stream().mapToInt(String::length).max().orElse(0);
    private static final int SAMPLE = 20_000;

    private Language() {}

    private static Map<String, Set<String>> words() {
        var words = new LinkedHashMap<String, Set<String>>();
        words.put(
                "en", Set.of("the", "and", "was", "that", "of", "to", "they", "with", "my", "it", "is", "for", "you"));
        words.put(
                "de",
                Set.of("der", "die", "und", "das", "ich", "nicht", "war", "mit", "ist", "wir", "den", "ein", "zu"));
        words.put("es", Set.of("que", "el", "los", "las", "y", "una", "por", "con", "para", "yo", "se", "lo", "pero"));
        words.put(
                "fr",
                Set.of("le", "les", "et", "je", "que", "une", "dans", "pas", "est", "nous", "des", "mais", "pour"));
        return words;
    }

    private static Map<String, int[]> byWord() {
        var byWord = new HashMap<String, int[]>();
        for (int i = 0; i < LANGUAGES.size(); i++) {
            for (String word : WORDS.getOrDefault(LANGUAGES.get(i), Set.of())) {
                byWord.merge(
                        word,
                        new int[] {i},
                        (a, b) -> IntStream.concat(IntStream.of(a), IntStream.of(b))
                                .toArray());
            }
        }
        return byWord;
    }

    static Optional<String> of(String text) {
        String sample = text.substring(0, Math.min(text.length(), SAMPLE)).toLowerCase(Locale.ROOT);
        var counts = new int[LANGUAGES.size()];
        int tokens = 1;
        int start = -1;
        boolean between = false;
        for (int i = 0; i <= sample.length(); ) {
            int codePoint = i < sample.length() ? sample.codePointAt(i) : ' ';
            boolean letter = codePoint < 0x80 ? codePoint >= 'a' && codePoint <= 'z' : Character.isLetter(codePoint);
            if (letter) {
                start = start < 0 ? i : start;
            } else {
                if (start >= 0 && i - start <= LONGEST) {
                    count(sample.substring(start, i), counts);
                }
                tokens += between || i == sample.length() ? 0 : 1;
                start = -1;
            }
            between = !letter;
            i += Character.charCount(codePoint);
        }
        int best = 0;
        int next = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                next = counts[best];
                best = i;
            } else {
                next = Math.max(next, counts[i]);
            }
        }
        int most = counts[best];
        return most >= 3 && most * 20 >= tokens && most > 1.5 * next
                ? Optional.of(LANGUAGES.get(best))
                : Optional.empty();
    }

    private static void count(String token, int[] counts) {
        for (int language : BY_WORD.getOrDefault(token, NONE)) {
            counts[language]++;
        }
    }
}
