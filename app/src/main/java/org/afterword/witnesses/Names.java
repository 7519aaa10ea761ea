package org.afterword.witnesses;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.afterword.model.Id;

/** What witnesses are called, as far as the speakers' names tell. */
final class Names {
    private final Map<Id, Witnesses.Teller> tellers;
    private final UnaryOperator<Id> witness;

    private Names(Map<Id, Witnesses.Teller> tellers, UnaryOperator<Id> witness) {
        this.tellers = tellers;
        this.witness = witness;
    }

    /**
     * @param tellers by speaker
     * @param oneOfSeveral speakers of whom nothing tells who wrote what they all say
     * @param joined speakers who are one by a person's decision
     * @param witness that a speaker is
     */
    static Map<Id, Called> of(
            Map<Id, Witnesses.Teller> tellers, Set<Id> oneOfSeveral, List<List<Id>> joined, UnaryOperator<Id> witness) {
        var names = new Names(tellers, witness);
        var together = joined.stream().flatMap(List::stream).map(witness).collect(Collectors.toSet());
        return Called.of(names.ofEach(oneOfSeveral), names.ofOne(together).values());
    }

    /** Where one of several put the text online again, the witness has one of several names. */
    private Map<Id, Set<Set<String>>> ofEach(Set<Id> oneOfSeveral) {
        var certain = new HashMap<Id, Set<String>>();
        var either = new HashMap<Id, Set<Set<String>>>();
        // one of them may be somebody who does not count, and whose name is nobody's here
        oneOfSeveral.stream()
                .filter(one -> !tellers.containsKey(one))
                .forEach(one -> either.computeIfAbsent(witness.apply(one), _ -> new HashSet<>())
                        .add(Set.of()));
        tellers.forEach((speaker, teller) -> {
            if (oneOfSeveral.contains(speaker)) {
                either.computeIfAbsent(witness.apply(speaker), _ -> new HashSet<>())
                        .add(teller.names());
            } else if (!teller.repeats()) {
                certain.computeIfAbsent(witness.apply(speaker), _ -> new TreeSet<>())
                        .addAll(teller.names());
            }
        });
        certain.forEach((one, names) -> either.put(one, Set.of(names)));
        either.values().removeIf(names -> names.contains(Set.of()));
        return either;
    }

    /**
     * The names that one person may bear, because a person said that they who bear them are one: also those that are
     * not certain, since a text that turns up under another name makes nobody two.
     */
    private Map<Id, Set<String>> ofOne(Set<Id> together) {
        var names = new HashMap<Id, Set<String>>();
        tellers.forEach((speaker, teller) -> {
            Id one = witness.apply(speaker);
            if ((!teller.repeats() || teller.nameless()) && together.contains(one)) {
                names.computeIfAbsent(one, _ -> new TreeSet<>()).addAll(teller.names());
            }
        });
        names.values().removeIf(Set::isEmpty);
        return names;
    }
}
