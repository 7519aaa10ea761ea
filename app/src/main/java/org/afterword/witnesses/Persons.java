package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.model.Id;

/**
 * The smallest number of people that witnesses can be ({@code docs/method.md}, "At least"): anybody without a name may
 * be anybody; two with one name may be one; two with different names are two, except that "Jo" may be "Jo Marsh"; two
 * whom a person told apart are two.
 *
 * <p>The number is exact, and has to be: if it fell short of the truth in one case and not in another, taking somebody
 * out of a count could raise it.
 */
final class Persons {
    /** More witnesses than this that are told apart by hand are reckoned by their names alone. */
    private static final int MOST = 2_000;

    private final Map<Id, Set<Id>> apart;
    private final Map<Id, Called> called;

    /**
     * @param called of each witness who has a name
     * @param apart whom a person told apart, both ways
     */
    Persons(Map<Id, Called> called, Map<Id, Set<Id>> apart) {
        this.called = Map.copyOf(called);
        this.apart = apart;
    }

    /**
     * @param witnesses representatives
     */
    int atLeast(Collection<Id> witnesses) {
        var set = new TreeSet<>(witnesses);
        if (set.isEmpty()) {
            return 0;
        }
        Set<Id> busy = set.stream()
                .filter(w -> apart.getOrDefault(w, Set.of()).stream().anyMatch(set::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        if (busy.size() > MOST) {
            busy.clear();
        }
        List<Id> unnamed =
                busy.stream().filter(w -> !called.containsKey(w)).toList();
        int named = 0;
        var knot = new ArrayList<>(unnamed);
        for (List<Id> bearers : kindred(set)) {
            List<Id> different = different(bearers, busy);
            // two of different kindreds are two, so that their numbers add up, unless somebody may be of either
            if (unnamed.isEmpty() || different.stream().noneMatch(busy::contains)) {
                named += people(different);
            } else {
                knot.addAll(different);
            }
        }
        // each unnamed one may be one of those who are named elsewhere; more of these than of those only add up
        int others = Math.min(named, unnamed.size());
        return Math.max(1, named - others + coloured(knot, others));
    }

    /** Those with names, in such parts that nobody may be somebody of another part. */
    private Collection<List<Id>> kindred(Set<Id> set) {
        var words = set.stream()
                .flatMap(w -> name(w).stream())
                .flatMap(name -> name.shortFor().stream())
                .collect(Collectors.toSet());
        var kin = new Classes<String>();
        set.forEach(w -> name(w).ifPresent(name -> {
            name.shortFor().forEach(word -> kin.join(name.known(), ' ' + word));
            name.words().stream().filter(words::contains).forEach(word -> kin.join(name.known(), ' ' + word));
        }));
        var parts = new TreeMap<String, List<Id>>();
        set.forEach(w -> name(w).ifPresent(
                name -> parts.computeIfAbsent(kin.of(name.known()), _ -> new ArrayList<>())
                        .add(w)));
        return parts.values();
    }

    /** Without those who may be whoever another one may be. */
    private List<Id> different(List<Id> bearers, Set<Id> busy) {
        var names = new HashSet<Called>();
        var different = new LinkedHashSet<Id>();
        bearers.stream().filter(busy::contains).forEach(w -> {
            names.add(called.get(w));
            different.add(w);
        });
        bearers.stream().filter(w -> names.add(called.get(w))).forEach(different::add);
        return List.copyOf(different);
    }

    private int people(List<Id> different) {
        var names = different.stream().map(called::get).toList();
        boolean plain = names.stream().map(Called::known).distinct().count() == names.size()
                && names.stream().allMatch(name -> name.shortFor().isEmpty() || name.words().isEmpty())
                && different.stream().noneMatch(apart::containsKey);
        return plain ? names.size() - shortForms(names) : coloured(different, 0);
    }

    /** How many single names can at once stand for longer ones: a largest matching, by augmenting paths. */
    private static int shortForms(List<Called> names) {
        var shortOf = new HashMap<Called, Called>();
        return (int) names.stream()
                .filter(name -> !name.shortFor().isEmpty())
                .filter(name -> match(name, names, shortOf, new HashSet<>()))
                .count();
    }

    private static boolean match(Called single, List<Called> names, Map<Called, Called> shortOf, Set<Called> seen) {
        for (Called longer : names) {
            if (!longer.equals(single) && longer.maybe(single) && seen.add(longer)) {
                Called other = shortOf.get(longer);
                if (other == null || match(other, names, shortOf, seen)) {
                    shortOf.put(longer, single);
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * @param others how many more there are, each of whom may be any of the unnamed ones, and nobody else
     */
    private int coloured(List<Id> witnesses, int others) {
        int size = witnesses.size() + others;
        var neighbours = new ArrayList<BitSet>();
        for (int i = 0; i < size; i++) {
            var row = new BitSet();
            for (int j = 0; j < size; j++) {
                boolean oneOfOthers = i >= witnesses.size() || j >= witnesses.size();
                row.set(j, i != j && (oneOfOthers ? named(witnesses, i) && named(witnesses, j) : two(witnesses, i, j)));
            }
            neighbours.add(row);
        }
        return Colouring.atLeast(neighbours);
    }

    private boolean named(List<Id> witnesses, int i) {
        return i >= witnesses.size() || called.containsKey(witnesses.get(i));
    }

    private boolean two(List<Id> witnesses, int i, int j) {
        Id one = witnesses.get(i);
        Id other = witnesses.get(j);
        return apart.getOrDefault(one, Set.of()).contains(other)
                || (named(witnesses, i)
                        && named(witnesses, j)
                        && !called.get(one).maybe(called.get(other)));
    }

    private Optional<Called> name(Id witness) {
        return Optional.ofNullable(called.get(witness));
    }
}
