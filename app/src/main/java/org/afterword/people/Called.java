package org.afterword.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.afterword.language.Folding;

/**
 * A name taken apart.
 *
 * @param words its own, folded; at least one
 * @param titles that stand before it, in their short form
 * @param generation "ii", "jr"; empty if there is none
 */
record Called(List<String> words, Set<String> titles, String generation) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ROMAN = Pattern.compile("II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI");
    private static final Set<String> JUNIOR = Set.of("jr", "sr", "jun", "sen", "junior", "senior");
    private static final int LONGEST = 200;

    /** Empty if the name has neither letter nor digit. */
    static Optional<Called> of(String text) {
        String some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<String> parts = new ArrayList<>(List.of(BLANKS.split(Keys.bare(some), -1)));
        var titles = new LinkedHashSet<String>();
        String generation = after(parts);
        before(parts, titles);
        List<String> words = Forms.words(String.join(" ", parts));
        if (words.size() == 2 && epithet(words.get(0), words.get(1))) {
            words = words.subList(1, 2);
        }
        List<String> own = words.isEmpty() ? Forms.words(some) : words;
        return own.isEmpty() ? Optional.empty() : Optional.of(new Called(List.copyOf(own), titles, generation));
    }

    /** Takes off what stands behind the name; gives the generation. */
    private static String after(List<String> parts) {
        String generation = "";
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).equals("of") || parts.get(i).equals("the")) {
                parts.subList(i, parts.size()).clear();
            }
        }
        while (parts.size() > 1) {
            String last = parts.getLast();
            String word = String.join("", Forms.words(last));
            if (ROMAN.matcher(last).matches() || JUNIOR.contains(word)) {
                generation = word;
            } else if (!Honorifics.suffix(word)) {
                break;
            }
            parts.removeLast();
        }
        return generation;
    }

    private static void before(List<String> parts, Set<String> titles) {
        boolean capitals =
                parts.stream().anyMatch(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)));
        while (parts.size() > 1) {
            String written = parts.getFirst();
            String word = String.join("", Forms.words(written));
            boolean small = capitals && !written.isEmpty() && Character.isLowerCase(written.codePointAt(0));
            if (Honorifics.title(word)) {
                titles.add(Honorifics.plain(word));
            } else if (!word.isEmpty() && !Honorifics.epithet(word) && (!small || Gazetteer.particle(word))) {
                return;
            }
            parts.removeFirst();
        }
    }

    /** "Ragged Dick", "Honest Jemima". */
    private static boolean epithet(String word, String name) {
        return OrdinaryWords.contain(word)
                && !Gazetteer.firstName(word)
                && !Gazetteer.surname(word)
                && Gazetteer.firstName(name);
    }

    /** The title with which a mention begins, in its short form. */
    static Optional<String> title(String mention) {
        int blank = mention.indexOf(' ');
        if (blank < 1 || blank > 12) {
            return Optional.empty();
        }
        String word = Folding.fold(mention.substring(0, mention.charAt(blank - 1) == '.' ? blank - 1 : blank));
        return Honorifics.title(word) ? Optional.of(Honorifics.plain(word)) : Optional.empty();
    }
}
