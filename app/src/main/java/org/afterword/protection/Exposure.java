package org.afterword.protection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.people.Cluster;
import org.afterword.witnesses.Witnesses;

/**
 * By what a witness might be known to others who were there, and what of it could hurt them: for the archivist and the
 * teller, never for publication. Nothing here says that somebody is safe; what no rule of ours sees is not counted.
 *
 * @param witness the representative speaker
 * @param accounts in which the witness tells
 * @param witnesses how many the case has
 * @param clues in the order of the accounts
 * @param rare the smallest sets of readable clues that fit fewer than {@link #ENOUGH} witnesses of the case, the rarest
 *     first
 */
public record Exposure(Id witness, List<Account> accounts, int witnesses, List<Seen> clues, List<Rare> rare) {
    /** Fewer witnesses than this with the same clues are named as a risk (k-anonymity, Sweeney 2002, k = 5). */
    public static final int ENOUGH = 5;

    private static final int LARGEST_SET = 3;
    private static final int MOST_SETS = 8;
    /** The clues that are combined: of more, only those that fewest share. */
    private static final int MOST_COMBINED = 40;

    /**
     * @param readable whether its words stand in what a stranger would see as things stand now
     * @param shared how many witnesses of the case have it, this one included
     */
    public record Seen(Clue clue, boolean readable, int shared) {}

    /**
     * @param clues one of each, of one witness
     * @param shared how many witnesses of the case have all of them, this one included
     */
    public record Rare(List<Clue> clues, int shared) {}

    /**
     * Of every witness that has a clue, in the order of the case.
     *
     * @param chosen only of those who tell in one of these accounts; all if it is empty
     */
    public static List<Exposure> of(Contents contents, Protection protection, Witnesses witnesses, Set<Id> chosen) {
        return new Survey(contents, protection, witnesses).exposures(chosen);
    }

    private static final class Survey {
        private final Contents contents;
        private final Protection protection;
        private final Witnesses witnesses;
        private final Map<Id, IdentityKind> kinds = new HashMap<>();
        /** By their ids: the texts of a large case are not held together. */
        private final Map<Id, Set<Id>> accounts = new LinkedHashMap<>();

        private final Map<Id, List<Clue>> clues = new HashMap<>();
        private final Map<String, Set<Id>> bearers = new HashMap<>();
        private final Map<Id, List<Span>> covered = new HashMap<>();

        Survey(Contents contents, Protection protection, Witnesses witnesses) {
            this.contents = contents;
            this.protection = protection;
            this.witnesses = witnesses;
            for (Cluster cluster : protection.clusters()) {
                kinds.put(cluster.id(), cluster.kind());
            }
            try (Stream<Account> all = contents.accounts()) {
                all.forEach(this::read);
            }
            clues.forEach((witness, found) -> found.forEach(clue ->
                    bearers.computeIfAbsent(clue.key(), key -> new HashSet<>()).add(witness)));
        }

        private void read(Account account) {
            List<Clue> places = places(account);
            for (Turn turn : account.turns()) {
                Speaker speaker = account.speakerOf(turn);
                Optional<Id> witness = witnesses.witness(speaker.id());
                if (turn.voice() != Turn.Voice.OWN || witness.isEmpty()) {
                    continue;
                }
                var found = new ArrayList<>(ClueFinder.english().find(account.id(), account.text(), turn.span()));
                places.stream()
                        .filter(place -> turn.span().contains(place.span()))
                        .forEach(found::add);
                found.removeIf(
                        clue -> account.turnAt(clue.span()).filter(turn::equals).isEmpty());
                if (!found.isEmpty()) {
                    accounts.computeIfAbsent(witness.get(), id -> new LinkedHashSet<>())
                            .add(account.id());
                    clues.computeIfAbsent(witness.get(), id -> new ArrayList<>())
                            .addAll(found);
                }
            }
        }

        private List<Clue> places(Account account) {
            return protection.named(account).entrySet().stream()
                    .filter(named -> kinds.get(named.getValue()) == IdentityKind.PLACE)
                    .map(named -> new Clue(
                            ClueFinder.PLACE,
                            account.id(),
                            named.getKey(),
                            named.getKey().of(account.text()),
                            "place:" + named.getValue()))
                    .toList();
        }

        List<Exposure> exposures(Set<Id> chosen) {
            return accounts.entrySet().stream()
                    .filter(entry ->
                            chosen.isEmpty() || entry.getValue().stream().anyMatch(chosen::contains))
                    .map(entry -> {
                        Id witness = entry.getKey();
                        List<Account> told = entry.getValue().stream()
                                .flatMap(id -> contents.account(id).stream())
                                .toList();
                        told.forEach(this::cover);
                        List<Seen> seen = clues.getOrDefault(witness, List.of()).stream()
                                .map(clue -> new Seen(clue, readable(clue), shared(List.of(clue))))
                                .toList();
                        return new Exposure(witness, told, witnesses.all().size(), seen, rare(seen));
                    })
                    .toList();
        }

        private void cover(Account account) {
            covered.computeIfAbsent(
                    account.id(),
                    id -> protection.protect(account).replacements().stream()
                            .map(Redacted.Replacement::original)
                            .toList());
        }

        private boolean readable(Clue clue) {
            return covered.getOrDefault(clue.account(), List.of()).stream()
                    .noneMatch(span -> span.contains(clue.span()));
        }

        private int shared(List<Clue> set) {
            var left = new HashSet<>(bearers.getOrDefault(set.getFirst().key(), Set.of()));
            set.forEach(clue -> left.retainAll(bearers.getOrDefault(clue.key(), Set.of())));
            return left.size();
        }

        /** Smallest sets first; a set is left out if a part of it says the same. */
        private List<Rare> rare(List<Seen> seen) {
            var byKey = new LinkedHashMap<String, Clue>();
            seen.stream()
                    .filter(one -> one.readable() && one.clue().kind().points())
                    .sorted(Comparator.comparingInt(Seen::shared))
                    .forEach(one -> byKey.putIfAbsent(one.clue().key(), one.clue()));
            List<Clue> combined = byKey.values().stream().limit(MOST_COMBINED).toList();
            var rare = new ArrayList<Rare>();
            List<List<Clue>> sets = combined.stream().map(List::of).toList();
            for (int size = 1; size <= LARGEST_SET; size++) {
                List<List<Clue>> common = new ArrayList<>();
                for (List<Clue> set : sets) {
                    int shared = shared(set);
                    if (shared < ENOUGH) {
                        rare.add(new Rare(set, shared));
                    } else {
                        common.add(set);
                    }
                }
                sets = common.stream()
                        .flatMap(set -> combined.stream()
                                .skip(combined.indexOf(set.getLast()) + 1L)
                                .map(clue -> Stream.concat(set.stream(), Stream.of(clue))
                                        .toList()))
                        .filter(longer -> rare.stream().noneMatch(small -> longer.containsAll(small.clues())))
                        .toList();
            }
            rare.sort(Comparator.comparingInt(Rare::shared)
                    .thenComparingInt(one -> one.clues().size()));
            return rare.size() > MOST_SETS
                    ? Collections.unmodifiableList(rare.subList(0, MOST_SETS))
                    : List.copyOf(rare);
        }
    }
}
