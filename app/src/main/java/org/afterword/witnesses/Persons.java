package org.afterword.witnesses;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.afterword.model.Id;

/**
 * The smallest number of people that witnesses can be ({@code docs/method.md}, "At least"): anybody without a name may
 * be anybody; two with one name may be one; two with different names are two, except that "Jo" may be "Jo Marsh"; two
 * whom a person told apart are two.
 */
final class Persons {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

    /** More witnesses than this that are told apart by hand are reckoned by their names alone. */
    private static final int MOST = 2_000;

    private final Map<Id, Set<Id>> apart;
    private final Map<Id, String> nameOf = new HashMap<>();
    private final Map<String, Name> names = new HashMap<>();

    /** All the ways in which one is called whom a person knows under several. */
    private record Name(Set<String> single, Set<String> longer) {
        boolean onlyShort() {
            return longer.isEmpty();
        }
    }

    /**
     * @param named the names of each witness; none for who has no name
     * @param apart whom a person told apart, both ways
     */
    Persons(Map<Id, Set<String>> named, Map<Id, Set<Id>> apart) {
        this.apart = apart;
        var same = new Classes<String>();
        for (Set<String> all : named.values()) {
            String first = key(all.iterator().next());
            all.forEach(name -> same.join(first, key(name)));
        }
        named.forEach((witness, all) -> all.forEach(name -> {
            String key = same.of(key(name));
            nameOf.put(witness, key);
            var words = words(name);
            var forms = names.computeIfAbsent(key, _ -> new Name(new TreeSet<>(), new TreeSet<>()));
            (words.size() < 2 ? forms.single() : forms.longer()).addAll(words);
        }));
    }

    private static String key(String name) {
        String folded = WordList.fold(name);
        return folded.isEmpty() ? name.strip() : folded;
    }

    private static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .map(WordList::fold)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * @param witnesses representatives
     */
    int atLeast(Collection<Id> witnesses) {
        var set = new TreeSet<>(witnesses);
        if (set.isEmpty()) {
            return 0;
        }
        var called = new TreeMap<String, List<Id>>();
        set.stream()
                .filter(nameOf::containsKey)
                .forEach(w -> called.computeIfAbsent(nameOf.get(w), _ -> new ArrayList<>())
                        .add(w));
        called.keySet().removeAll(shortForms(called));
        var busy = set.stream()
                .filter(w -> apart.getOrDefault(w, Set.of()).stream().anyMatch(set::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        return Math.max(1, busy.isEmpty() || busy.size() > MOST ? called.size() : coloured(called, busy));
    }

    private int coloured(Map<String, List<Id>> called, Set<Id> busy) {
        long unnamed = busy.stream()
                .filter(w -> !called.containsKey(nameOf.getOrDefault(w, "")))
                .count();
        List<String> free = called.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(busy::contains))
                .map(Map.Entry::getKey)
                .toList();
        // each unnamed one may be one of the freely named, so that more of these than of those only add up
        int kept = (int) Math.min(free.size(), unnamed);
        var vertices = new ArrayList<>(busy);
        free.stream().limit(kept).forEach(name -> vertices.add(called.get(name).getFirst()));
        var neighbours = new ArrayList<BitSet>();
        for (Id one : vertices) {
            var row = new BitSet();
            for (int i = 0; i < vertices.size(); i++) {
                row.set(i, two(one, vertices.get(i), called.keySet()));
            }
            neighbours.add(row);
        }
        return free.size() - kept + Colouring.atLeast(neighbours);
    }

    private boolean two(Id one, Id other, Set<String> called) {
        String a = nameOf.getOrDefault(one, "");
        String b = nameOf.getOrDefault(other, "");
        return apart.getOrDefault(one, Set.of()).contains(other)
                || (called.contains(a) && called.contains(b) && !a.equals(b));
    }

    /** As many single names as can at once stand for longer ones: a largest matching, by augmenting paths. */
    private Set<String> shortForms(Map<String, List<Id>> called) {
        var byWord = new HashMap<String, List<String>>();
        called.keySet().stream()
                .filter(name -> !names.get(name).onlyShort())
                .forEach(name -> names.get(name)
                        .longer()
                        .forEach(word -> byWord.computeIfAbsent(word, _ -> new ArrayList<>())
                                .add(name)));
        var shortOf = new HashMap<String, String>();
        called.keySet().stream()
                .filter(name -> names.get(name).onlyShort())
                .forEach(name -> match(name, called, byWord, shortOf, new HashSet<>()));
        return Set.copyOf(shortOf.values());
    }

    private boolean match(
            String single,
            Map<String, List<Id>> called,
            Map<String, List<String>> byWord,
            Map<String, String> shortOf,
            Set<String> seen) {
        for (String word : names.get(single).single()) {
            for (String longer : byWord.getOrDefault(word, List.of())) {
                if (!toldApart(called.get(single), called.get(longer)) && seen.add(longer)) {
                    String other = shortOf.get(longer);
                    if (other == null || match(other, called, byWord, shortOf, seen)) {
                        shortOf.put(longer, single);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean toldApart(List<Id> some, List<Id> others) {
        return some.stream()
                .anyMatch(one -> apart.getOrDefault(one, Set.of()).stream().anyMatch(others::contains));
    }
}
