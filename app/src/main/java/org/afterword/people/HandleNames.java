package org.afterword.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Handles that have somebody's name in them. */
final class HandleNames {
    private static final int SHORTEST_JOINED = 5;
    private static final int SHORTEST_START = 4;
    private static final int LONGEST = 64;
    /** A single name that is in more handles than these is no evidence: "anna" is in many. */
    private static final int MOST_HANDLES = 3;

    private final Map<String, List<Name>> wholes = new HashMap<>();
    private final Map<String, List<Name>> initialled = new HashMap<>();
    private final Map<String, List<Name>> lones = new HashMap<>();
    private final AliasRules.Proposing proposing;

    HandleNames(List<Name> names, AliasRules.Proposing proposing) {
        this.proposing = proposing;
        names.stream().filter(name -> !name.handle()).forEach(this::add);
    }

    private void add(Name name) {
        if (name.lone()) {
            put(lones, name.first(), name);
            return;
        }
        put(wholes, name.first() + name.last(), name);
        put(wholes, name.last() + name.first(), name);
        if (name.last().length() > 3) {
            put(initialled, name.first().charAt(0) + name.last(), name);
        }
    }

    private static void put(Map<String, List<Name>> names, String key, Name name) {
        names.computeIfAbsent(key, k -> new ArrayList<>(1)).add(name);
    }

    private record Inside(Name handle, List<Name> full, List<Name> part) {}

    void propose(List<Name> handles) {
        List<Inside> all = handles.stream().map(this::inside).toList();
        var claims = new HashMap<Name, Integer>();
        all.forEach(one -> one.part().forEach(name -> claims.merge(name, 1, Integer::sum)));
        for (Inside one : all) {
            List<Name> part = one.part().stream()
                    .filter(name -> claims.getOrDefault(name, 0) <= MOST_HANDLES)
                    .toList();
            if (!one.full().isEmpty()) {
                proposing.propose(one.handle(), one.full(), .8, "the handle “%s” has the name “%s” in it");
            } else if (!part.isEmpty()) {
                proposing.propose(one.handle(), part, .5, "the handle “%s” begins with or has the name “%s”");
            }
        }
    }

    private Inside inside(Name handle) {
        List<String> letters = handle.words().stream()
                .filter(word -> !Character.isDigit(word.charAt(0)))
                .toList();
        String all = String.join("", letters);
        String joined = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
        var full = new LinkedHashSet<Name>();
        var part = new LinkedHashSet<Name>();
        for (int from = 0; from < joined.length(); from++) {
            for (int to = from + SHORTEST_JOINED; to <= joined.length(); to++) {
                full.addAll(wholes.getOrDefault(joined.substring(from, to), List.of()));
            }
        }
        full.addAll(initialled.getOrDefault(joined, List.of()));
        for (String word : letters) {
            part.addAll(lones.getOrDefault(word, List.of()));
        }
        for (int to = SHORTEST_START; to <= joined.length(); to++) {
            part.addAll(lones.getOrDefault(joined.substring(0, to), List.of()));
        }
        return new Inside(handle, List.copyOf(full), full.isEmpty() ? List.copyOf(part) : List.of());
    }
}
