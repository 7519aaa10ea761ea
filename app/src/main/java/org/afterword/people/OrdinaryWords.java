package org.afterword.people;

import java.util.List;
import java.util.Set;
import org.afterword.language.Folding;

/**
 * The one list of ordinary words: what looks like one of them may be a word where it stands, and everything else that
 * may be a name is taken for one.
 */
public final class OrdinaryWords {
    private static final Set<String> COMMON = Gazetteer.words("ordinary-words.txt");
    private static final Set<String> FOREIGN = Gazetteer.words("function-words.txt");

    private OrdinaryWords() {}

    /**
     * Whether it is an English word as any dictionary has it, or a small word of another language; also one with a
     * regular ending.
     *
     * @param word in the form of {@link Folding}
     */
    public static boolean contain(String word) {
        return common(word) || FOREIGN.contains(word);
    }

    private static boolean common(String word) {
        if (COMMON.contains(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        if (hyphen > 0 && hyphen < word.length() - 1) {
            return common(word.substring(0, hyphen)) && common(word.substring(hyphen + 1));
        }
        return !Gazetteer.listed(word) && (derived(word) || prefixed(word));
    }

    private static boolean prefixed(String word) {
        for (String prefix : List.of("un", "re", "non", "ex", "co")) {
            String rest = word.startsWith(prefix) ? word.substring(prefix.length()) : "";
            if (rest.length() > 3 && (COMMON.contains(rest) || derived(rest))) {
                return true;
            }
        }
        return false;
    }

    /** Regular endings: -s -es -ies -ed -ing -er -ers -est -ly -ness -ism -ist -able -ful -ment. */
    private static boolean derived(String word) {
        for (String ending : ENDINGS) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                String stem = word.substring(0, word.length() - ending.length());
                boolean doubled = stem.length() > 3 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
                if (COMMON.contains(stem)
                        || (COMMON.contains(stem + "e") && !ending.startsWith("s"))
                        || (doubled && COMMON.contains(stem.substring(0, stem.length() - 1)))
                        || (stem.endsWith("i") && COMMON.contains(stem.substring(0, stem.length() - 1) + "y"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static final List<String> ENDINGS = List.of(
            "s", "es", "ed", "ing", "ings", "er", "ers", "est", "ly", "ness", "ism", "ist", "able", "ful", "'s",
            "ment");
}
