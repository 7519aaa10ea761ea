package org.afterword.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;

/** Imports, decisions and undos in any order. */
class AliasPropertyTest {
    private static final long SEED = 20261122;
    private static final List<String> SENTENCES = List.of(
            "We met Joanna Kerrigan at the hall.",
            "Then Joanna said no.",
            "I wrote to Tobias Kerrigan.",
            "Mr Kerrigan was late.",
            "Mrs Kerrigan told me.",
            "Kerrigan left.",
            "I asked Tobias.",
            "We saw Jo Kerrigan.",
            "It was signed J. Kerrigan.",
            "I asked @jo_kerrigan.",
            "Ann Thomas drove.",
            "Thomas told me.",
            "I met Joana Kerrigan.",
            "Elizabeth Oskwith came.",
            "Lizzy said so.",
            "Анна Оскви came.",
            "I met Maarten Oskwith.",
            "I met Maarten Piet Oskwith.",
            "We asked Oskwith.");

    private static Account account(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append(' ');
        }
        return Case.account(text.toString());
    }

    private static Id other(Suggestion suggestion) {
        return suggestion.proposal() instanceof Proposal.Alias(Id other) ? other : suggestion.target();
    }

    private static Set<Set<String>> pairs(List<Suggestion> suggestions, Case contents) {
        Map<Id, String> names = contents.identities().stream()
                .collect(Collectors.toMap(Identity::id, identity -> Keys.of(identity.name(), identity.kind())));
        return suggestions.stream()
                .map(one -> Set.of(names.get(one.target()), names.get(other(one))))
                .collect(Collectors.toSet());
    }

    /** Which names are together, as the case has it. */
    private static Map<Id, Set<Id>> partition(Case contents) {
        var of = new HashMap<Id, Set<Id>>();
        Clusters.of(contents).forEach(cluster -> cluster.members().forEach(id -> of.put(id, cluster.members())));
        return of;
    }

    @Test
    void whatPeopleDecidedHoldsWhateverIsImportedLater() {
        for (int round = 0; round < 60; round++) {
            String seed = "seed " + SEED + " round " + round;
            var random = new Random(SEED + round);
            var contents = new Case();
            var made = new ArrayList<Decision>();
            for (int step = 0; step < 14; step++) {
                Map<Id, Set<Id>> before = partition(contents);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        contents.add(account(random));
                        Map<Id, Set<Id>> after = partition(contents);
                        before.forEach((id, members) -> assertEquals(members, after.get(id), seed));
                    }
                    case 1 -> decide(contents, random, made, seed);
                    case 2 -> {
                        if (!made.isEmpty()) {
                            contents.undo(made.remove(random.nextInt(made.size())));
                        }
                    }
                    default -> {
                        contents.add(account(random));
                        contents.suggest(Clusters.aliases(contents));
                    }
                }
                proposalsAreNew(contents, seed);
            }
        }
    }

    private static void decide(Case contents, Random random, List<Decision> made, String seed) {
        List<Suggestion> open = Clusters.aliases(contents);
        if (open.isEmpty()) {
            return;
        }
        Suggestion one = open.get(random.nextInt(open.size()));
        boolean same = random.nextBoolean();
        made.add(contents.decide(
                one.target(), same ? new Verdict.SameAs(other(one)) : new Verdict.DistinctFrom(other(one))));
        Map<Id, Set<Id>> after = partition(contents);
        assertEquals(same, after.get(one.target()).contains(other(one)), seed);
    }

    /** Nothing that is decided is proposed, nothing twice, and nothing is joined by proposing it. */
    private static void proposalsAreNew(Case contents, String seed) {
        Map<Id, Set<Id>> partition = partition(contents);
        var seen = new HashSet<Set<Set<Id>>>();
        var decided = new HashSet<Set<Set<Id>>>();
        for (Decision decision : contents.decisions()) {
            if (decision.verdict() instanceof Verdict.DistinctFrom(Id other)) {
                decided.add(new HashSet<>(List.of(partition.get(decision.target()), partition.get(other))));
            }
        }
        contents.suggestions()
                .forEach(old ->
                        decided.add(new HashSet<>(List.of(partition.get(old.target()), partition.get(other(old))))));
        for (Suggestion suggestion : Clusters.aliases(contents)) {
            Set<Id> a = partition.get(suggestion.target());
            Set<Id> b = partition.get(other(suggestion));
            assertFalse(a.equals(b), () -> seed + ": already one: " + suggestion.reason());
            Set<Set<Id>> pair = Set.of(a, b);
            assertTrue(seen.add(pair), () -> seed + ": twice: " + suggestion.reason());
            assertFalse(decided.contains(pair), () -> seed + ": settled: " + suggestion.reason());
        }
        assertEquals(partition, partition(contents), seed);
    }

    /** Where suggestions were logged on the way, some may be there besides, which fitted when they were made. */
    @Test
    void theOrderOfImportsDoesNotChangeWhatIsProposed() {
        for (int round = 0; round < 60; round++) {
            String seed = "seed " + SEED + " round " + round;
            var random = new Random(SEED + round);
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < 5; i++) {
                accounts.add(account(random));
            }
            var together = new Case();
            together.add(accounts);
            Set<Set<String>> expected = pairs(Clusters.aliases(together), together);
            Collections.shuffle(accounts, random);
            var apart = new Case();
            var onTheWay = new Case();
            for (Account account : accounts) {
                apart.add(account);
                onTheWay.add(account);
                onTheWay.suggest(Clusters.aliases(onTheWay));
            }
            assertEquals(sorted(expected), sorted(pairs(Clusters.aliases(apart), apart)), seed);
            Set<Set<String>> logged = pairs(onTheWay.suggestions(), onTheWay);
            assertTrue(logged.containsAll(expected), () -> seed + ": " + expected + " but only " + logged);
        }
    }

    private static Set<String> sorted(Set<Set<String>> pairs) {
        return pairs.stream()
                .map(pair -> new TreeSet<>(pair).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
