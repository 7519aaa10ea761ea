package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Map<Id, Called> called;
    private final Map<Id, Set<Id>> apart;
    /**
     * Of kindreds of the whole case in which all are called the same and nobody is told apart, each witness's kindred, by
     * a number: they are one, whoever else is counted.
     */
    private final Map<Id, Integer> alike = new HashMap<>();

    /** One of several witnesses, without knowing which; mostly there is only one. */
    private record Somebody(Set<Id> witnesses, Optional<Called> called) {
        boolean named() {
            return called.isPresent();
        }

        Id any() {
            return witnesses.iterator().next();
        }
    }

    /**
     * @param called of each witness who has a name
     * @param apart whom a person told apart, both ways
     */
    Persons(Map<Id, Called> called, Map<Id, Set<Id>> apart) {
        this.called = Map.copyOf(called);
        this.apart = apart;
        int number = 0;
        for (List<Somebody> kindred : kindred(somebody(called.keySet().stream().map(Set::of)))) {
            boolean one = kindred.stream().map(Somebody::called).distinct().count() == 1;
            if (one && kindred.stream().noneMatch(who -> apart.containsKey(who.any()))) {
                int own = number++;
                kindred.forEach(who -> alike.put(who.any(), own));
            }
        }
    }

    /**
     * @param each sets of representatives, of each of which at least one is meant
     */
    int atLeast(Collection<Set<Id>> each) {
        if (each.isEmpty()) {
            return 0;
        }
        // where one of several is meant, their kindreds hang together
        var together = new BitSet();
        each.stream()
                .filter(witnesses -> witnesses.size() > 1)
                .flatMap(Set::stream)
                .filter(alike::containsKey)
                .forEach(witness -> together.set(alike.get(witness)));
        var alone = new BitSet();
        var rest = new ArrayList<Set<Id>>();
        for (Set<Id> witnesses : each) {
            Integer kindred = alike.get(witnesses.iterator().next());
            if (kindred == null || together.get(kindred)) {
                rest.add(witnesses);
            } else {
                alone.set(kindred);
            }
        }
        return Math.max(1, atLeast(rest, alone.cardinality()));
    }

    /** @param alone how many people there are besides, in kindreds of their own */
    private int atLeast(List<Set<Id>> each, int alone) {
        if (each.isEmpty()) {
            return alone;
        }
        List<Somebody> all = somebody(each.stream());
        Set<Id> meant = each.stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<Somebody> busy = all.stream()
                .filter(one -> one.witnesses().stream()
                        .anyMatch(w -> apart.getOrDefault(w, Set.of()).stream().anyMatch(meant::contains)))
                .collect(Collectors.toSet());
        if (busy.size() > MOST) {
            busy.clear();
        }
        List<Somebody> unnamed =
                all.stream().filter(one -> !one.named() && busy.contains(one)).toList();
        int named = alone;
        var knot = new ArrayList<>(unnamed);
        for (List<Somebody> kindred : kindred(all)) {
            List<Somebody> different = different(kindred, busy::contains);
            // two of different kindreds are two, so that their numbers add up, unless somebody may be of either
            if (unnamed.isEmpty() || different.stream().noneMatch(busy::contains)) {
                named += people(different, busy::contains);
            } else {
                knot.addAll(different);
            }
        }
        // each unnamed one may be one of those who are named elsewhere; more of these than of those only add up
        int others = Math.min(named, unnamed.size());
        return named - others + coloured(knot, others);
    }

    private List<Somebody> somebody(Stream<Set<Id>> each) {
        return each.map(TreeSet::new)
                .distinct()
                .map(witnesses -> new Somebody(witnesses, name(witnesses)))
                .toList();
    }

    private Optional<Called> name(Set<Id> witnesses) {
        return called.keySet().containsAll(witnesses)
                ? witnesses.stream().map(called::get).reduce(Called::or)
                : Optional.empty();
    }

    /** Those with names, in such parts that nobody may be somebody of another part. */
    private static Collection<List<Somebody>> kindred(List<Somebody> all) {
        var names =
                all.stream().flatMap(one -> one.called().stream()).distinct().toList();
        var words = names.stream().flatMap(name -> name.shortFor().stream()).collect(Collectors.toSet());
        var kin = new Classes<String>();
        names.forEach(name -> {
            String first = name.known().iterator().next();
            name.known().forEach(other -> kin.join(first, other));
            name.shortFor().forEach(word -> kin.join(first, ' ' + word));
            name.words().stream().filter(words::contains).forEach(word -> kin.join(first, ' ' + word));
        });
        var parts = new TreeMap<String, List<Somebody>>();
        all.stream()
                .filter(Somebody::named)
                .forEach(one -> parts.computeIfAbsent(
                                kin.of(one.called().get().known().iterator().next()), _ -> new ArrayList<>())
                        .add(one));
        return parts.values();
    }

    /** Without those who may be whoever another one may be. */
    private static List<Somebody> different(List<Somebody> kindred, Predicate<Somebody> busy) {
        var names = new HashSet<Optional<Called>>();
        var different = new ArrayList<>(kindred.stream().filter(busy).toList());
        different.forEach(one -> names.add(one.called()));
        kindred.stream().filter(one -> names.add(one.called())).forEach(different::add);
        return different;
    }

    private int people(List<Somebody> different, Predicate<Somebody> busy) {
        List<Called> names =
                different.stream().flatMap(one -> one.called().stream()).toList();
        boolean eitherShortOrLonger = different.stream().noneMatch(busy)
                && names.stream()
                                .flatMap(name -> name.known().stream())
                                .distinct()
                                .count()
                        == names.size()
                && names.stream()
                        .allMatch(name -> name.known().size() == 1
                                && (name.shortFor().isEmpty() || name.words().isEmpty()));
        return eitherShortOrLonger ? names.size() - shortForms(names) : coloured(different, 0);
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
    private int coloured(List<Somebody> some, int others) {
        int size = some.size() + others;
        var neighbours = new ArrayList<BitSet>();
        for (int i = 0; i < size; i++) {
            neighbours.add(new BitSet(size));
            for (int j = 0; j < i; j++) {
                boolean two = i < some.size()
                        ? two(some.get(i), some.get(j))
                        : j >= some.size() || some.get(j).named();
                neighbours.get(i).set(j, two);
                neighbours.get(j).set(i, two);
            }
        }
        return Colouring.atLeast(neighbours);
    }

    private boolean two(Somebody one, Somebody other) {
        return one.witnesses().stream().allMatch(a -> other.witnesses().stream().allMatch(b -> two(a, b)));
    }

    private boolean two(Id one, Id other) {
        return apart.getOrDefault(one, Set.of()).contains(other)
                || (called.containsKey(one)
                        && called.containsKey(other)
                        && !called.get(one).maybe(called.get(other)));
    }
}
