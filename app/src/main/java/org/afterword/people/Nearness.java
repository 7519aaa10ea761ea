package org.afterword.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.afterword.model.IdTable;
import org.afterword.model.Mention;

/**
 * Whom a name that several bear means, by who was named last before it. Holds the places of those names only of which
 * that may be asked.
 */
final class Nearness {
    /** The share of the places at which the same one was named last. */
    private static final double MOST = .75;
    /** At fewer places nothing is clear. */
    private static final int LEAST = 2;

    private final IdTable asked = new IdTable();
    private final IdTable accounts = new IdTable();
    private long[][] places = {};
    private int[] counts = {};

    /** @param some names of which it may be asked, and those whom they may mean */
    void read(List<Name> some, Consumer<Consumer<Mention>> mentions) {
        some.forEach(name -> asked.add(name.id()));
        places = new long[asked.size()][];
        counts = new int[asked.size()];
        if (asked.size() > 0) {
            mentions.accept(this::add);
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = places[i] == null ? new long[0] : Arrays.copyOf(places[i], counts[i]);
            Arrays.sort(places[i]);
        }
    }

    private void add(Mention mention) {
        int name = asked.number(mention.identity());
        if (name < 0 || mention.span().length() == 0) {
            return;
        }
        if (places[name] == null) {
            places[name] = new long[2];
        } else if (counts[name] == places[name].length) {
            places[name] = Arrays.copyOf(places[name], 2 * counts[name]);
        }
        places[name][counts[name]++] =
                (long) accounts.add(mention.account()) << 32 | mention.span().start();
    }

    private long[] places(Name name) {
        int number = asked.number(name.id());
        return number < 0 ? new long[0] : places[number];
    }

    /** Those of them that are of the group that mostly was named last before the name; all if it is not clear. */
    <G> List<Name> likeliest(Name name, List<Name> candidates, Function<Name, G> group) {
        var last = new TreeMap<Long, G>();
        for (Name other : candidates) {
            for (long place : places(other)) {
                last.put(place, group.apply(other));
            }
        }
        var votes = new HashMap<G, Integer>();
        int all = 0;
        for (long place : places(name)) {
            Map.Entry<Long, G> before = last.lowerEntry(place);
            if (before != null && before.getKey() >> 32 == place >> 32) {
                votes.merge(before.getValue(), 1, Integer::sum);
                all++;
            }
        }
        int needed = (int) Math.ceil(all * MOST);
        return all < LEAST
                ? candidates
                : votes.entrySet().stream()
                        .filter(vote -> vote.getValue() >= needed)
                        .findFirst()
                        .map(vote -> candidates.stream()
                                .filter(other -> group.apply(other).equals(vote.getKey()))
                                .toList())
                        .orElse(candidates);
    }
}
