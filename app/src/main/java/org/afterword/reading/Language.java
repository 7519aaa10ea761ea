package org.afterword.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text's language by its commonest words; empty where that does not tell. */
final class Language {
    private static final Map<String, Set<String>> WORDS = words();
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

    static Optional<String> of(String text) {
        String[] tokens = text.substring(0, Math.min(text.length(), SAMPLE))
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+", -1);
        String best = "";
        int most = 0;
        int next = 0;
        for (var language : WORDS.entrySet()) {
            int count = 0;
            for (String token : tokens) {
                count += language.getValue().contains(token) ? 1 : 0;
            }
            if (count > most) {
                next = most;
                most = count;
                best = language.getKey();
            } else {
                next = Math.max(next, count);
            }
        }
        return most >= 3 && most * 20 >= tokens.length && most > 1.5 * next ? Optional.of(best) : Optional.empty();
    }
}
