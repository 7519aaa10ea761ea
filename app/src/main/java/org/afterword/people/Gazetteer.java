package org.afterword.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.language.Folding;

/** Our lists of words. Every word asked for is in the form of {@link Folding}. */
final class Gazetteer {
    private static final Set<String> FIRST_NAMES = words("first-names.txt");
    private static final Set<String> SURNAMES = words("surnames.txt");
    private static final Set<String> TITLES = words("plain-titles.txt");
    private static final Set<String> GENDERED = new HashSet<>();
    private static final Set<String> FEMALE = new HashSet<>();
    private static final Set<String> MALE = new HashSet<>();
    private static final Set<String> PARTICLES = words("particles.txt");
    private static final Set<String> PLACES = phrases("places.txt");
    private static final Set<String> PLACE_WORDS = words("place-words.txt");
    private static final Set<String> GROUP_WORDS = words("group-words.txt");
    private static final Set<String> CAPITALISED = words("capitalised.txt");
    /** The first two lines: articles, pronouns, prepositions, auxiliaries. */
    private static final Set<String> SMALL = small();

    private static final Map<String, Set<String>> NICKNAMES = nicknames();
    private static final Set<String> SAYING = Set.of(
            ("said says say told tells asked asks replied replies answered answers wrote writes texted texts called"
                            + " calls messaged emailed posted posts commented comments thinks thought believes believed"
                            + " claims claimed explained explains insisted insists shouted shouts screamed whispered"
                            + " laughed laughs smiled smiles nodded cried cries admitted admits added adds announced"
                            + " announces suggested suggests argued argues warned warns invited invites introduced"
                            + " introduces convinced persuaded promised promises met meets came comes left leaves joined"
                            + " joins knew knows wanted wants loved loves hated hates liked likes felt feels seemed"
                            + " seems looked looks stood sat got gets went goes kept keeps made makes took takes gave"
                            + " gives used married moved died lives lived works worked")
                    .split(" "));

    static {
        for (String line : lines("gendered-titles.txt")) {
            List<String> words = List.of(line.split(" "));
            var of = words.subList(1, words.size()).stream().map(Folding::fold).toList();
            GENDERED.addAll(of);
            if (words.getFirst().equals("female")) {
                FEMALE.addAll(of);
            } else if (words.getFirst().equals("male")) {
                MALE.addAll(of);
            }
        }
    }

    private Gazetteer() {}

    static boolean firstName(String word) {
        if (SMALL.contains(word)) {
            return false;
        }
        int hyphen = word.indexOf('-');
        return FIRST_NAMES.contains(word)
                || (hyphen > 0
                        && FIRST_NAMES.contains(word.substring(0, hyphen))
                        && FIRST_NAMES.contains(word.substring(hyphen + 1)));
    }

    static boolean surname(String word) {
        int hyphen = word.indexOf('-');
        return SURNAMES.contains(word)
                || (hyphen > 0
                        && (SURNAMES.contains(word.substring(0, hyphen))
                                || SURNAMES.contains(word.substring(hyphen + 1))))
                || (word.startsWith("o'") && word.length() > 4)
                || (word.startsWith("mc") && word.length() > 4);
    }

    /** In a list of first names or surnames, just so. */
    static boolean listed(String word) {
        return FIRST_NAMES.contains(word) || SURNAMES.contains(word);
    }

    /** Dr, comrade, coach, friend: points to the name after it. */
    static boolean title(String word) {
        return TITLES.contains(word);
    }

    /** Mr, Mrs, Frau: part of the name after it. */
    static boolean genderedTitle(String word) {
        return GENDERED.contains(word);
    }

    static boolean female(String title) {
        return FEMALE.contains(title);
    }

    static boolean male(String title) {
        return MALE.contains(title);
    }

    static boolean particle(String word) {
        return PARTICLES.contains(word);
    }

    /** @param phrase words with one blank between them */
    static boolean place(String phrase) {
        return PLACES.contains(phrase);
    }

    static boolean placeWord(String word) {
        return PLACE_WORDS.contains(word);
    }

    static boolean groupWord(String word) {
        return GROUP_WORDS.contains(word);
    }

    /** Written with a capital though it names nobody: Tuesday, Swedish, God; and their plurals. */
    static boolean capitalised(String word) {
        return CAPITALISED.contains(word)
                || (word.length() > 5
                        && word.endsWith("s")
                        && CAPITALISED.contains(word.substring(0, word.length() - 1)));
    }

    static boolean saying(String word) {
        return SAYING.contains(word);
    }

    /** Articles, pronouns, prepositions, auxiliaries: never a name alone, though "will" and "may" can be. */
    static boolean small(String word) {
        return SMALL.contains(word);
    }

    private static Set<String> small() {
        var small = new HashSet<String>();
        for (String line : lines("ordinary-words.txt").subList(0, 2)) {
            small.addAll(List.of(line.split(" ")));
        }
        small.removeAll(Set.of("will", "may", "dare"));
        return small;
    }

    /** Others by which a person of that first name may go; in a fixed order, without itself. */
    static Set<String> nicknames(String firstName) {
        return NICKNAMES.getOrDefault(firstName, Set.of());
    }

    private static Map<String, Set<String>> nicknames() {
        var all = new HashMap<String, Set<String>>();
        for (String line : lines("nicknames.txt")) {
            List<String> names =
                    Arrays.stream(line.split(" ")).map(Folding::fold).toList();
            for (String name : names) {
                var others = all.computeIfAbsent(name, n -> new TreeSet<>());
                others.addAll(names);
            }
        }
        all.forEach((name, others) -> others.remove(name));
        return all;
    }

    static Set<String> words(String file) {
        var words = new HashSet<String>();
        for (String line : lines(file)) {
            for (String word : List.of(line.split(" "))) {
                words.add(Folding.fold(word));
            }
        }
        words.remove("");
        return words;
    }

    private static Set<String> phrases(String file) {
        var phrases = new HashSet<String>();
        for (String line : lines(file)) {
            for (String phrase : List.of(line.split("\\|"))) {
                phrases.add(Folding.fold(phrase.strip()));
            }
        }
        return phrases;
    }

    static List<String> lines(String file) {
        var lines = new ArrayList<String>();
        var in = Gazetteer.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the program is not whole: " + file + " is missing");
        }
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
