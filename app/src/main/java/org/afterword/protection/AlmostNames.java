package org.afterword.protection;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Folding;

/**
 * Words that are a name but for a letter, as a machine reads them that takes one letter for another. A word and a name
 * are near if they become the same once each lost at most one letter: it finds every pair at distance one, and some at
 * distance two.
 */
final class AlmostNames {
    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final int SHORTEST = 4;

    private final Set<String> known = new HashSet<>();

    AlmostNames(Collection<String> names) {
        names.stream()
                .flatMap(name -> PARTS.splitAsStream(Folding.fold(name)))
                .filter(word -> word.length() >= SHORTEST)
                .forEach(word -> known.addAll(shortened(word)));
    }

    /** Only for words that look like a name: with a capital at the beginning, or a number in it. */
    boolean near(String word) {
        return PARTS.splitAsStream(word)
                .filter(part -> !part.isEmpty())
                .filter(part -> Character.isUpperCase(part.codePointAt(0))
                        || part.chars().anyMatch(Character::isDigit))
                .map(Folding::fold)
                .filter(part -> part.length() >= SHORTEST && part.chars().anyMatch(c -> !Character.isDigit(c)))
                .anyMatch(part -> shortened(part).stream().anyMatch(known::contains));
    }

    private static Set<String> shortened(String word) {
        var all = new HashSet<String>();
        all.add(word);
        for (int i = 0; i < word.length(); i++) {
            all.add(word.substring(0, i) + word.substring(i + 1));
        }
        return all;
    }
}
