package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names by the words in them, so that each is compared with few others only. Of handles nothing is entered. */
final class Bearers {
    /** Of a name with more words, those in the middle are not looked at. */
    private static final int MOST_WORDS = 8;

    private final Map<String, List<Name>> byFirst = new HashMap<>();
    private final Map<String, List<Name>> byLater = new HashMap<>();
    private final Map<String, List<Name>> byFirstAndLater = new HashMap<>();
    private final Map<String, List<Name>> byEnds = new HashMap<>();
    private final Map<String, List<Name>> byJoined = new HashMap<>();
    private final Map<String, List<Name>> byInitials = new HashMap<>();
    private final Map<String, List<Name>> lones = new HashMap<>();

    void add(Name name) {
        if (name.lone()) {
            put(lones, name.first(), name);
            return;
        }
        List<String> words = name.words();
        put(byFirst, name.first(), name);
        put(byEnds, name.first() + " " + name.last(), name);
        put(byJoined, name.first() + name.last(), name);
        put(byInitials, initials(name), name);
        Set<String> later = new LinkedHashSet<>(words.subList(1, Math.min(words.size(), MOST_WORDS)));
        later.add(name.last());
        boolean hyphen = name.text().indexOf('-') >= 0;
        for (String word : later) {
            boolean surname =
                    hyphen || word.equals(name.last()) || (Gazetteer.surname(word) && !Gazetteer.firstName(word));
            if (surname) {
                put(byLater, word, name);
            }
            put(byFirstAndLater, name.first() + " " + word, name);
        }
    }

    private static void put(Map<String, List<Name>> names, String key, Name name) {
        names.computeIfAbsent(key, k -> new ArrayList<>(1)).add(name);
    }

    static String initials(Name name) {
        return name.first().charAt(0) + "" + name.last().charAt(0);
    }

    /** Longer names of which it is the first word. */
    List<Name> first(String word) {
        return byFirst.getOrDefault(word, List.of());
    }

    /** Longer names of which it is a surname. */
    List<Name> later(String word) {
        return byLater.getOrDefault(word, List.of());
    }

    /** Longer names that begin with the one word and have the other behind it. */
    List<Name> firstAndLater(String first, String word) {
        return byFirstAndLater.getOrDefault(first + " " + word, List.of());
    }

    /** Longer names that begin with the one word and end with the other. */
    List<Name> ends(String first, String last) {
        return byEnds.getOrDefault(first + " " + last, List.of());
    }

    /** Longer names whose first and last word are this when joined. */
    List<Name> joined(String word) {
        return byJoined.getOrDefault(word, List.of());
    }

    /** Longer names with these two initials. */
    List<Name> initialled(String initials) {
        return byInitials.getOrDefault(initials, List.of());
    }

    /** Names of this word alone, with a title or without. */
    List<Name> lone(String word) {
        return lones.getOrDefault(word, List.of());
    }
}
