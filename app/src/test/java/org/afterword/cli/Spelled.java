package org.afterword.cli;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** Whether a name stands in some bytes, however it is spelled; on its own, without the program's folding. */
final class Spelled {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String plain;
    private final String marked;

    /** What a stranger finds in a file: its bytes as text, and with the escapes of HTML and JSON undone. */
    Spelled(String text) {
        String all = text + "\n" + Parser.unescapeEntities(text, false) + "\n" + text.replaceAll("<[^>]*>", "");
        marked = all.toLowerCase(Locale.ROOT);
        plain = fold(all);
    }

    static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(apart).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    boolean has(String name) {
        return standsAlone(marked, name.toLowerCase(Locale.ROOT))
                || spellings(name).stream().anyMatch(spelling -> standsAlone(plain, spelling));
    }

    /** A short name inside a longer word is another word; its possessive is not. */
    private static boolean standsAlone(String text, String name) {
        String edge = "[\\p{L}\\p{N}]";
        // most names stand nowhere, and to say so needs no pattern
        return text.contains(name)
                && Pattern.compile("(?<!" + edge + ")" + Pattern.quote(name) + "(?:'?s)?(?!" + edge + ")")
                        .matcher(text)
                        .find();
    }

    /** As it is; and a name of two or more parts as one makes a handle or an address of it. */
    private static Set<String> spellings(String name) {
        var spellings = new LinkedHashSet<>(Set.of(fold(name)));
        List<String> parts = Stream.of(BETWEEN.split(fold(name)))
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.size() > 1) {
            Stream.of("", " ", "_", "-", ".", "+", "%20").forEach(joint -> spellings.add(String.join(joint, parts)));
        }
        return spellings;
    }
}
