package org.afterword.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.language.Folding;

/** What stands before and after a name, and what it tells. Every word asked for is in the form of {@link Folding}. */
final class Honorifics {
    private static final Set<String> BEFORE_SURNAMES = new HashSet<>();
    private static final Set<String> BEFORE_FIRST_NAMES = new HashSet<>();
    private static final Set<String> RANKS = new HashSet<>();
    private static final Set<String> EPITHETS = new HashSet<>();
    private static final Set<String> SUFFIXES = new HashSet<>();
    private static final Map<String, Gender> GENDERS = new HashMap<>();
    private static final Map<String, Gender> FIRST_NAMES = new HashMap<>();
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("doctor", "dr"),
            Map.entry("doc", "dr"),
            Map.entry("professor", "prof"),
            Map.entry("captain", "capt"),
            Map.entry("colonel", "col"),
            Map.entry("general", "gen"),
            Map.entry("sergeant", "sgt"),
            Map.entry("lieutenant", "lt"),
            Map.entry("reverend", "rev"),
            Map.entry("revd", "rev"),
            Map.entry("father", "fr"),
            Map.entry("brother", "bro"),
            Map.entry("sister", "sis"),
            Map.entry("aunt", "auntie"),
            Map.entry("aunty", "auntie"),
            Map.entry("mister", "mr"),
            Map.entry("saint", "st"));

    static {
        for (String line : Gazetteer.lines("forms-of-address.txt")) {
            List<String> words =
                    List.of(line.split(" ")).stream().map(Folding::fold).toList();
            switch (words.getFirst()) {
                case "surname" -> titles(words, BEFORE_SURNAMES);
                case "first" -> titles(words, BEFORE_FIRST_NAMES);
                case "rank" -> RANKS.addAll(words.subList(1, words.size()));
                case "epithet" -> EPITHETS.addAll(words.subList(1, words.size()));
                case "suffix" -> SUFFIXES.addAll(words.subList(1, words.size()));
                default -> throw new IllegalStateException("nobody knows what '" + words.getFirst() + "' is");
            }
        }
        for (String line : Gazetteer.lines("genders.txt")) {
            List<String> words =
                    List.of(line.split(" ")).stream().map(Folding::fold).toList();
            Gender gender = gender(words.getFirst()).orElseThrow();
            words.subList(1, words.size()).forEach(name -> FIRST_NAMES.put(name, gender));
        }
    }

    private Honorifics() {}

    enum Gender {
        FEMALE,
        MALE
    }

    private static Optional<Gender> gender(String word) {
        return switch (word) {
            case "female" -> Optional.of(Gender.FEMALE);
            case "male" -> Optional.of(Gender.MALE);
            default -> Optional.empty();
        };
    }

    private static void titles(List<String> line, Set<String> before) {
        List<String> titles = line.subList(2, line.size());
        before.addAll(titles);
        gender(line.get(1)).ifPresent(gender -> titles.forEach(title -> GENDERS.put(title, gender)));
    }

    /** Mrs, Dr, Uncle; not what may be somebody's first name, like Don. */
    static boolean title(String word) {
        return (BEFORE_SURNAMES.contains(word) || BEFORE_FIRST_NAMES.contains(word) || RANKS.contains(word))
                && !(Gazetteer.firstName(word) && !Gazetteer.genderedTitle(word));
    }

    /** Whether what follows it is a first name rather than a surname: Uncle, Sir. */
    static boolean beforeFirstName(String title) {
        return BEFORE_FIRST_NAMES.contains(title);
    }

    /** Whether one who has another title is somebody else: King, Pope. */
    static boolean rank(String title) {
        return RANKS.contains(title);
    }

    /** Poor, old, the: no part of the name. */
    static boolean epithet(String word) {
        return EPITHETS.contains(word);
    }

    /** Jr, PhD. */
    static boolean suffix(String word) {
        return SUFFIXES.contains(word);
    }

    /** "dr" for "doctor". */
    static String plain(String title) {
        return SHORT.getOrDefault(title, title);
    }

    static Optional<Gender> ofTitle(String title) {
        return Optional.ofNullable(GENDERS.get(title));
    }

    /** Of a first name that nearly always tells it. */
    static Optional<Gender> ofFirstName(String word) {
        return Optional.ofNullable(FIRST_NAMES.get(word));
    }
}
