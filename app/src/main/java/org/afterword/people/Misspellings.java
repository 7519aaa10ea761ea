package org.afterword.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.afterword.language.Folding;

/** Names that differ in one letter of one long word. */
final class Misspellings {
    private static final int SHORTEST = 5;

    private Misspellings() {}

    /** The text, and the text without any one letter: two that differ in one letter share one of these. */
    static Set<String> deletions(String text) {
        var keys = new LinkedHashSet<String>();
        keys.add(text);
        for (int i = 0; i < text.length(); i++) {
            keys.add(text.substring(0, i) + text.substring(i + 1));
        }
        return keys;
    }

    /** Whether one long word of them differs in one letter, and not both are words that people bear. */
    static boolean differ(List<String> a, List<String> b) {
        if (a.size() != b.size()) {
            return false;
        }
        int different = 0;
        for (int i = 0; i < a.size(); i++) {
            String one = a.get(i);
            String two = b.get(i);
            if (one.equals(two)) {
                continue;
            }
            boolean longEnough = Math.min(one.length(), two.length()) >= SHORTEST;
            if (!longEnough || (known(one) && known(two)) || !atDistanceOne(one, two)) {
                return false;
            }
            different++;
        }
        return different == 1;
    }

    private static boolean known(String word) {
        return Gazetteer.firstName(word) || Gazetteer.surname(word);
    }

    /** One letter more, less, other, or two neighbours exchanged. */
    static boolean atDistanceOne(String a, String b) {
        String one = Folding.fold(a);
        String two = Folding.fold(b);
        int start = 0;
        int shorter = Math.min(one.length(), two.length());
        while (start < shorter && one.charAt(start) == two.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = two.length() - start - end;
        boolean exchanged = left == 2
                && right == 2
                && one.charAt(start) == two.charAt(start + 1)
                && one.charAt(start + 1) == two.charAt(start);
        return exchanged || (Math.max(left, right) == 1);
    }
}
