package org.afterword.people;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.afterword.language.Folding;

/** Numbers from 1 to 99 in words, as a dozen languages write them. */
final class NumberWords {
    private static final Map<String, Integer> VALUES = values();
    private static final Hashes HASHES = new Hashes();

    static {
        VALUES.keySet().forEach(word -> HASHES.add(word.hashCode()));
    }

    private NumberWords() {}

    private static Map<String, Integer> values() {
        var values = new HashMap<String, Integer>();
        for (String language : List.of("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb")) {
            var format = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
            for (int number = 1; number < 100; number++) {
                String word = Folding.fold(format.format(number)).replace("\u00ad", "");
                if (word.chars().allMatch(Character::isLetter)) {
                    values.putIfAbsent(word, number);
                }
            }
        }
        return Map.copyOf(values);
    }

    /** Whether a word with that {@link String#hashCode()} may be one. */
    static boolean mayBe(int hash) {
        return HASHES.mayHave(hash);
    }

    /**
     * @param word folded
     */
    static OptionalInt of(String word) {
        Integer value = VALUES.get(word);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** Of two words in a row: "twenty-one", "soixante-dix", "quatre-vingts". */
    static OptionalInt of(int first, int second) {
        if (first >= 10 && first % 10 == 0 && second < (first >= 60 ? 20 : 10)) {
            return OptionalInt.of(first + second);
        }
        return first == 4 && second == 20 ? OptionalInt.of(80) : OptionalInt.empty();
    }
}
