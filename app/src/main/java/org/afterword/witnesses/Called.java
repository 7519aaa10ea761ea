package org.afterword.witnesses;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.afterword.model.Id;

/**
 * How somebody is called, as far as it tells who may be whom. Equal for two whom nothing in their names tells apart.
 *
 * @param known one of the names under which the person is known, the same for all of them; several if it is unknown who
 *     of several people it is
 * @param shortFor of a person without longer names: those that are words of somebody's longer one
 * @param words of all longer names under which the person is known
 */
record Called(Set<String> known, Set<String> shortFor, Set<String> words) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

    /**
     * @param named for each witness what they may be called: all the names in one of the sets
     * @param ofOne further sets of names each of which may be one person's, because somebody said so
     */
    static Map<Id, Called> of(Map<Id, Set<Set<String>>> named, Collection<Set<String>> ofOne) {
        var same = new Classes<String>();
        List<Set<String>> sets = Stream.concat(named.values().stream().flatMap(Set::stream), ofOne.stream())
                .toList();
        for (Set<String> names : sets) {
            String first = key(names.iterator().next());
            names.forEach(name -> same.join(first, key(name)));
        }
        var longer = new HashMap<String, Set<String>>();
        var anywhere = new HashSet<String>();
        sets.stream().flatMap(Set::stream).filter(Called::isLonger).forEach(name -> {
            longer.computeIfAbsent(same.of(key(name)), _ -> new TreeSet<>()).addAll(words(name));
            anywhere.addAll(words(name));
        });
        var called = new HashMap<Id, Called>();
        named.forEach((witness, alternatives) -> alternatives.forEach(names -> {
            String known = same.of(key(names.iterator().next()));
            var shortFor = new TreeSet<String>();
            if (names.stream().noneMatch(Called::isLonger)) {
                names.forEach(name -> shortFor.addAll(words(name)));
                shortFor.retainAll(anywhere);
            }
            called.merge(
                    witness, new Called(Set.of(known), shortFor, longer.getOrDefault(known, Set.of())), Called::or);
        }));
        return called;
    }

    private static String key(String name) {
        String folded = WordList.fold(name);
        return folded.isEmpty() ? name.strip() : folded;
    }

    private static boolean isLonger(String name) {
        return words(name).size() > 1;
    }

    private static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(name)
                .map(WordList::fold)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** One of the two, without knowing which. */
    Called or(Called other) {
        return new Called(both(known, other.known), both(shortFor, other.shortFor), both(words, other.words));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Whether the two may be one person: "Jo" may be "Jo Marsh", but not "Tomas". */
    boolean maybe(Called other) {
        return !Collections.disjoint(known, other.known)
                || !Collections.disjoint(shortFor, other.words)
                || !Collections.disjoint(words, other.shortFor);
    }
}
