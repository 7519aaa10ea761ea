package org.afterword.people;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.afterword.language.Folding;

/** Names that differ in one letter of one long word. */
final class Misspellings {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 60;
    /** What looks like more than these is not taken for a misspelling of any. */
    private static final int MANY = 40;

    private Misspellings() {}

    /** Proposes, for each name without a title, those that differ from it so. */
    static void near(List<Name> names, AliasRules.Proposing proposing) {
        List<Name> some = names.stream()
                .filter(name -> !name.handle() && !name.titled())
                .filter(name -> name.words().stream().anyMatch(word -> word.length() >= SHORTEST))
                .filter(name -> length(name) <= LONGEST)
                .toList();
        long[] keys = new long[some.stream().mapToInt(name -> length(name) + 1).sum()];
        int size = 0;
        for (int i = 0; i < some.size(); i++) {
            for (int hash : hashes(String.join(" ", some.get(i).words()))) {
                keys[size++] = (long) hash << 32 | i;
            }
        }
        Arrays.sort(keys);
        for (int i = 0; i < some.size(); i++) {
            Name name = some.get(i);
            var near = new TreeSet<Integer>();
            for (int hash : hashes(String.join(" ", name.words()))) {
                int at = Arrays.binarySearch(keys, (long) hash << 32);
                for (int k = at < 0 ? -at - 1 : at;
                        k < keys.length && keys[k] >> 32 == hash && near.size() <= MANY;
                        k++) {
                    near.add((int) keys[k]);
                }
            }
            if (near.size() > MANY) {
                continue;
            }
            List<Name> others = near.stream()
                    .map(some::get)
                    .filter(other -> differ(name.words(), other.words()))
                    .toList();
            if (!others.isEmpty()) {
                proposing.propose(name, others, .6, "“%s” may be “%s”: one letter differs");
            }
        }
    }

    private static int length(Name name) {
        return name.words().stream().mapToInt(String::length).sum()
                + name.words().size()
                - 1;
    }

    /** Of the text, and of the text without any one letter: two that differ in one letter share one of these. */
    private static int[] hashes(String text) {
        int length = text.length();
        int[] hashes = new int[length + 1];
        int tail = 0;
        int power = 1;
        hashes[length] = text.hashCode();
        int[] tails = new int[length + 1];
        int[] powers = new int[length + 1];
        for (int i = length; i >= 0; i--) {
            tails[i] = tail;
            powers[i] = power;
            if (i > 0) {
                tail += power * text.charAt(i - 1);
                power *= 31;
            }
        }
        int head = 0;
        for (int i = 0; i < length; i++) {
            hashes[i] = head * powers[i + 1] + tails[i + 1];
            head = 31 * head + text.charAt(i);
        }
        return hashes;
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
            if (!longEnough
                    || Character.isDigit(one.charAt(0))
                    || one.equals(two + "s")
                    || two.equals(one + "s")
                    || (known(one) && known(two))
                    || !atDistanceOne(one, two)) {
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
