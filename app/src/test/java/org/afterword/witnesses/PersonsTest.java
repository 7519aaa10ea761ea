package org.afterword.witnesses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.model.Id;
import org.junit.jupiter.api.Test;

/** Whoever else the case has: the smallest number of people that some witnesses can be follows from these alone. */
class PersonsTest {
    private static final List<String> NAMES = List.of(
            "Jo",
            "Jo Marsh",
            "Marsh",
            "Tomas",
            "Tomas Wren",
            "Wren",
            "Lady Ashdown",
            "Kit",
            "Orla",
            "Orla Finch",
            "Ida");
    private static final int TRIES = 3_000;

    private final Random random = new Random(11);

    @Test
    void othersChangeNothing() {
        int most = 0;
        for (int i = 0; i < TRIES; i++) {
            List<Id> witnesses = new ArrayList<>();
            Map<Id, Set<Set<String>>> named = new HashMap<>();
            for (int j = 0; j < 14; j++) {
                Id id = Id.random();
                witnesses.add(id);
                if (random.nextInt(8) > 0) {
                    named.put(id, names());
                }
            }
            Map<Id, Called> called = Called.of(named, Set.of());
            Map<Id, Set<Id>> apart = apart(witnesses);
            List<Set<Id>> each = new ArrayList<>();
            for (int j = 0; j < 1 + random.nextInt(7); j++) {
                Set<Id> one = new TreeSet<>(Set.of(any(witnesses)));
                if (random.nextInt(5) == 0) {
                    one.add(any(witnesses));
                }
                each.add(one);
            }
            var meant = new HashSet<Id>();
            each.forEach(meant::addAll);
            var alone = new HashMap<>(called);
            alone.keySet().retainAll(meant);
            int among = new Persons(called, apart).atLeast(each);
            assertEquals(new Persons(alone, apart).atLeast(each), among, named + " " + each);
            assertEquals(gathered(alone, apart, each), among, named + " " + each);
            most = Math.max(most, among);
        }
        assertTrue(most > 3);
    }

    /** With everybody told apart from somebody who is not meant, so that no kindred is known beforehand. */
    private static int gathered(Map<Id, Called> called, Map<Id, Set<Id>> apart, List<Set<Id>> each) {
        Map<Id, Set<Id>> all = new HashMap<>();
        called.keySet().forEach(id -> {
            var others = new TreeSet<>(apart.getOrDefault(id, Set.of()));
            others.add(Id.random());
            all.put(id, others);
        });
        apart.forEach(all::putIfAbsent);
        return new Persons(called, all).atLeast(each);
    }

    private Set<Set<String>> names() {
        Set<Set<String>> names = new HashSet<>(Set.of(Set.of(any(NAMES))));
        if (random.nextInt(6) == 0) {
            names.add(Set.of(any(NAMES)));
        }
        return names;
    }

    private Map<Id, Set<Id>> apart(List<Id> witnesses) {
        Map<Id, Set<Id>> apart = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Id one = any(witnesses);
            Id other = any(witnesses);
            if (!one.equals(other)) {
                apart.computeIfAbsent(one, _ -> new TreeSet<>()).add(other);
                apart.computeIfAbsent(other, _ -> new TreeSet<>()).add(one);
            }
        }
        return apart;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
