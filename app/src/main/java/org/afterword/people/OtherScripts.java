package org.afterword.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.people.Transcription.Way;

/** Names that are the same when written in Latin letters. Each is written so once. */
final class OtherScripts {
    private record Written(Name name, int script, Set<List<String>> words) {}

    /** Of names of one word, of whole names in both orders, and of the first words of longer ones. */
    private static final class Keys {
        private final Map<String, List<Written>> lone = new HashMap<>();
        private final Map<String, List<Written>> full = new HashMap<>();
        private final Map<String, List<Written>> first = new HashMap<>();
    }

    private final List<Written> foreign = new ArrayList<>();
    private final Map<Way, Keys> ways = new EnumMap<>(Way.class);
    private final AliasRules.Proposing proposing;

    OtherScripts(List<Name> names, AliasRules.Proposing proposing) {
        this.proposing = proposing;
        for (Name name : names) {
            Way way = name.handle() ? Way.LATIN : Transcription.way(name.text());
            if (way != Way.LATIN) {
                foreign.add(written(name));
                ways.computeIfAbsent(way, w -> new Keys());
            }
        }
        if (!foreign.isEmpty()) {
            names.stream()
                    .filter(name -> !name.handle())
                    .map(OtherScripts::written)
                    .forEach(one -> ways.forEach((way, keys) -> enter(one, way, keys)));
        }
    }

    private static Written written(Name name) {
        return new Written(name, Transcription.script(name.text()), Transcription.latin(name));
    }

    private static void enter(Written one, Way way, Keys keys) {
        for (List<String> words : one.words()) {
            if (words.size() == 1) {
                put(keys.lone, Transcription.key(words, way), one);
            } else {
                for (List<String> order : orders(words)) {
                    put(keys.full, Transcription.key(order, way), one);
                }
                put(keys.first, Transcription.key(words.subList(0, 1), way), one);
            }
        }
    }

    private static Set<List<String>> orders(List<String> words) {
        if (words.size() < 2) {
            return Set.of(words);
        }
        Set<List<String>> orders = new LinkedHashSet<>();
        orders.add(words);
        orders.add(List.of(words.getFirst(), words.getLast()));
        orders.add(List.of(words.getLast(), words.getFirst()));
        var turned = new ArrayList<>(words);
        Collections.rotate(turned, 1);
        orders.add(turned);
        return orders;
    }

    private static void put(Map<String, List<Written>> names, String key, Written one) {
        if (key.length() > 1) {
            names.computeIfAbsent(key, k -> new ArrayList<>(1)).add(one);
        }
    }

    void propose() {
        for (Written one : foreign) {
            Way way = Transcription.way(one.name().text());
            Keys keys = ways.get(way);
            boolean whole = propose(one, keys.full, way, .7);
            if (!whole && one.name().lone() && !propose(one, keys.lone, way, .6)) {
                propose(one, keys.first, way, .5);
            }
        }
    }

    private boolean propose(Written one, Map<String, List<Written>> keys, Way way, double score) {
        var same = new LinkedHashSet<Name>();
        boolean little = way == Way.CONSONANTS && one.name().lone();
        one.words().stream()
                .flatMap(words -> orders(words).stream())
                .flatMap(words -> keys.getOrDefault(Transcription.key(words, way), List.of()).stream())
                .filter(other -> other.script() != one.script())
                .filter(other -> !little || one.name().meets(other.name()))
                .forEach(other -> same.add(other.name()));
        return !same.isEmpty()
                && proposing.propose(
                        one.name(),
                        List.copyOf(same),
                        way == Way.CONSONANTS ? score * .75 : score,
                        way == Way.CONSONANTS
                                ? "“%s” may be “%s”: the same consonants in Latin letters"
                                : "“%s” may be “%s”: the same in Latin letters");
    }
}
