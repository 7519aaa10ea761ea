package org.afterword.protection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Turn;
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

    private static final String AT = "place:";
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
        return of(
                contents,
                protection,
                new Bearers(Clues.of(contents, id -> chosen.isEmpty() || chosen.contains(id)), witnesses),
                chosen);
    }

    /**
     * The same, of a case whose texts were looked through before.
     *
     * @param chosen only of those who tell in one of these accounts; all if it is empty
     */
    public static List<Exposure> of(Contents contents, Protection protection, Bearers bearers, Set<Id> chosen) {
        return new Survey(contents, protection, bearers).exposures(chosen);
    }

    private static final class Survey {
        private final Contents contents;
        private final Protection protection;
        private final Bearers bearers;
        private final Map<String, BitSet> sharing = new HashMap<>();
        private final Map<Id, List<Span>> covered = new HashMap<>();

        Survey(Contents contents, Protection protection, Bearers bearers) {
            this.contents = contents;
            this.protection = protection;
            this.bearers = bearers;
        }

        /**
         * What a witness says.
         *
         * @param first where the first of it stands, by account and turn
         */
        private record Told(Id witness, long first, List<Account> accounts, List<Clue> clues) {}

        List<Exposure> exposures(Set<Id> chosen) {
            return bearers.tellers(chosen)
                    .boxed()
                    .map(this::told)
                    .filter(told -> !told.clues().isEmpty())
                    .filter(told -> chosen.isEmpty()
                            || told.accounts().stream().map(Account::id).anyMatch(chosen::contains))
                    .sorted(Comparator.comparingLong(Told::first))
                    .map(this::exposure)
                    .toList();
        }

        private Told told(int witness) {
            var accounts = new ArrayList<Account>();
            var clues = new ArrayList<Clue>();
            long first = -1;
            for (int number : bearers.accounts(witness)) {
                Optional<Account> account = contents.account(bearers.clues().account(number));
                List<List<Clue>> found = account.map(bearers.clues()::in).orElse(List.of());
                int before = clues.size();
                for (int i = 0; i < found.size(); i++) {
                    Turn turn = account.orElseThrow().turns().get(i);
                    if (bearers.says(witness, account.get(), turn)) {
                        clues.addAll(found.get(i));
                        clues.addAll(places(account.get(), turn));
                        first = first < 0 && !clues.isEmpty() ? (long) number << Integer.SIZE | i : first;
                    }
                }
                if (clues.size() > before) {
                    accounts.add(account.orElseThrow());
                }
            }
            return new Told(bearers.witness(witness), first, accounts, clues);
        }

        private List<Clue> places(Account account, Turn turn) {
            return protection.places(account.id()).entrySet().stream()
                    .filter(named -> turn.span().contains(named.getKey())
                            && account.turnAt(named.getKey())
                                    .filter(turn::equals)
                                    .isPresent())
                    .map(named -> new Clue(
                            ClueFinder.PLACE,
                            account.id(),
                            named.getKey(),
                            named.getKey().of(account.text()),
                            AT + named.getValue()))
                    .toList();
        }

        private Exposure exposure(Told told) {
            told.accounts().forEach(this::cover);
            List<Seen> seen = told.clues().stream()
                    .map(clue -> new Seen(clue, readable(clue), shared(List.of(clue))))
                    .toList();
            return new Exposure(told.witness(), told.accounts(), bearers.witnesses(), seen, rare(seen));
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
            var left = (BitSet) sharing(set.getFirst()).clone();
            set.forEach(clue -> left.and(sharing(clue)));
            return left.cardinality();
        }

        private BitSet sharing(Clue clue) {
            return sharing.computeIfAbsent(
                    clue.key(),
                    key -> key.startsWith(AT)
                            ? bearers.at(Id.parse(key.substring(AT.length())), protection)
                            : bearers.of(key));
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
