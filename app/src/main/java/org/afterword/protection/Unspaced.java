package org.afterword.protection;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.language.Folding;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.people.FormMatcher;

/**
 * Names in scripts that set no blanks between words or hang particles on them (Chinese, Japanese, Korean, Thai, Lao,
 * Khmer, Burmese): found anywhere inside a run of letters. In Arabic and Hebrew up to two letters, which stand for
 * "and", "to", "the", may come before a name of three letters or more.
 */
final class Unspaced implements FormMatcher.Alongside {
    private static final Set<UnicodeScript> ANYWHERE = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);
    private static final Set<UnicodeScript> PREFIXED = Set.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW);

    private final Map<String, List<Id>> names = new HashMap<>();
    private final TreeSet<Integer> lengths = new TreeSet<>();
    /** The first two units of each. */
    private final Set<Integer> beginnings = new HashSet<>();

    /**
     * @param name as written; of no effect in another script, or if it has a single letter
     */
    void add(String name, Id cluster) {
        String folded = Folding.fold(name).strip();
        if (folded.codePointCount(0, folded.length()) < 2) {
            return;
        }
        UnicodeScript script = UnicodeScript.of(folded.codePointAt(0));
        if (!ANYWHERE.contains(script) && !(PREFIXED.contains(script) && folded.length() > 2)) {
            return;
        }
        for (String written : new LinkedHashSet<>(List.of(folded, folded.replace(" ", "")))) {
            List<Id> clusters = names.computeIfAbsent(written, w -> new ArrayList<>());
            if (!clusters.contains(cluster)) {
                clusters.add(cluster);
            }
            lengths.add(written.length());
            beginnings.add(beginning(written, 0));
        }
    }

    private static int beginning(String folded, int at) {
        return folded.charAt(at) << 16 | folded.charAt(at + 1);
    }

    @Override
    public boolean nameAt(String folded, int at) {
        return at + 1 < folded.length() && beginnings.contains(beginning(folded, at));
    }

    @Override
    public int longest() {
        return lengths.isEmpty() ? 0 : lengths.last();
    }

    @Override
    public boolean spaced(String stretch) {
        return Typeset.mayBeSpaced(stretch);
    }

    @Override
    public int encoded(String text, int from, int to) {
        return Base64Runs.firstIn(text, from, to);
    }

    List<Occurrence> in(Folding folding) {
        if (names.isEmpty()) {
            return List.of();
        }
        String folded = folding.text();
        var found = new ArrayList<Occurrence>();
        for (int at = 0; at < folded.length(); at++) {
            char first = folded.charAt(at);
            if (first < 0x590 || !(startsAnywhere(folded, at) || startsAfterPrefix(folded, at))) {
                continue;
            }
            for (int length : lengths) {
                int end = at + length;
                if (end > folded.length()) {
                    break;
                }
                List<Id> clusters = names.get(folded.substring(at, end));
                if (clusters != null && (startsAnywhere(folded, at) || endsWord(folded, end))) {
                    found.add(new Occurrence(folding.origin(new Span(at, end)), clusters, length > 2, false));
                }
            }
        }
        return found;
    }

    private static boolean startsAnywhere(String folded, int at) {
        return ANYWHERE.contains(UnicodeScript.of(folded.codePointAt(at)));
    }

    private static boolean startsAfterPrefix(String folded, int at) {
        if (!PREFIXED.contains(UnicodeScript.of(folded.codePointAt(at)))) {
            return false;
        }
        int start = at;
        while (start > 0 && Character.isLetter(folded.charAt(start - 1))) {
            start--;
        }
        return at - start <= 2;
    }

    private static boolean endsWord(String folded, int end) {
        return end == folded.length() || !Character.isLetter(folded.charAt(end));
    }
}
