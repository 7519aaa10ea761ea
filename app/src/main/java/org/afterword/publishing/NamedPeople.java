package org.afterword.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Surroundings;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Mention;
import org.afterword.model.PersonRole;
import org.afterword.model.Polarity;
import org.afterword.model.Standing;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.protection.Accusations;
import org.afterword.witnesses.Telling;
import org.afterword.witnesses.Witnesses;

/**
 * What is said of people whose names stay readable. What one person alone says of somebody, and what would be a crime, is
 * not published as it stands.
 */
final class NamedPeople {
    private static final int ENOUGH = 2;

    private final Material material;
    private final Witnesses witnesses;
    private final Map<Id, Account> shown = new LinkedHashMap<>();
    private final Map<Id, Cluster> named = new HashMap<>();
    private final Map<Id, List<Mention>> mentions = new HashMap<>();

    /** @param shown the accounts of which words go out */
    NamedPeople(Material material, Witnesses witnesses, Collection<Account> shown) {
        this.material = material;
        this.witnesses = witnesses;
        shown.forEach(account -> this.shown.put(account.id(), account));
        for (Cluster cluster : material.protection().clusters()) {
            if (isNamed(cluster)) {
                cluster.members().forEach(member -> named.put(member, cluster));
            }
        }
    }

    /** The long dead may be spoken of as in any book, and who agreed to be named tells of their own life. */
    private static boolean isNamed(Cluster cluster) {
        return cluster.decision().map(Decision::verdict).orElse(null) instanceof Verdict.Keep
                && cluster.mayBePerson()
                && !cluster.facts().agreed()
                && cluster.facts()
                        .is()
                        .filter(role -> role == PersonRole.HISTORICAL_FIGURE || role == PersonRole.NO_PERSON)
                        .isEmpty();
    }

    List<Obstacle> obstacles() {
        var obstacles = new ArrayList<Obstacle>();
        if (!named.isEmpty()) {
            alone(obstacles);
            crimes(obstacles);
        }
        return obstacles;
    }

    private record Said(Id cluster, String code) {}

    private void alone(List<Obstacle> obstacles) {
        var by = new LinkedHashMap<Said, Set<Id>>();
        var read = new LinkedHashMap<Said, Coded>();
        for (Coded coded : material.accepted().values()) {
            if (!tells(coded)) {
                continue;
            }
            for (Id cluster : in(coded)) {
                var said = new Said(cluster, coded.coding().code());
                witnesses
                        .telling(coded.passage())
                        .filter(Telling::certain)
                        .ifPresent(telling ->
                                by.computeIfAbsent(said, _ -> new HashSet<>()).add(telling.witness()));
                if (shown.containsKey(coded.passage().account()) && material.shows(coded)) {
                    read.putIfAbsent(said, coded);
                }
            }
        }
        read.forEach((said, coded) -> {
            if (witnesses.count(by.getOrDefault(said, Set.of())).low() < ENOUGH) {
                obstacles.add(new Obstacle(
                        "What is said of somebody who is named rests on one person: “"
                                + named.get(said.cluster()).name() + "”, " + said.code() + ".",
                        material.file(coded.passage().account()),
                        Optional.of(said.cluster()),
                        "Put something else for the name (role=TEXT, pseudonym), or leave the passage out, until a second"
                                + " person tells of it."));
            }
        });
    }

    /** Something that may be held against somebody, first-hand. */
    private static boolean tells(Coded coded) {
        return coded.coding().polarity() == Polarity.REPORTS
                && coded.coding().standing() == Standing.FIRST_HAND
                && Codebook.practices()
                        .code(coded.coding().code())
                        .flatMap(Code::statement)
                        .isPresent()
                && !Surroundings.isPeaceful(coded.coding().code());
    }

    /** The people who are named in a passage. */
    private Set<Id> in(Coded coded) {
        return mentions(coded.passage().account()).stream()
                .filter(mention -> coded.passage().span().contains(mention.span()))
                .map(mention -> cluster(mention).id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Cluster cluster(Mention mention) {
        return Optional.ofNullable(named.get(mention.identity())).orElseThrow();
    }

    private List<Mention> mentions(Id account) {
        return mentions.computeIfAbsent(
                account,
                id -> material.contents().mentions(id).stream()
                        .filter(mention -> named.containsKey(mention.identity()))
                        .toList());
    }

    private void crimes(List<Obstacle> obstacles) {
        var seen = new HashSet<Id>();
        for (Account account : shown.values()) {
            for (Mention mention : Accusations.in(account, mentions(account.id()))) {
                Cluster cluster = cluster(mention);
                if (reviewed(cluster).isEmpty() && seen.add(cluster.id())) {
                    obstacles.add(new Obstacle(
                            "A sentence with a word for a crime names somebody: “" + cluster.name() + "”.",
                            material.file(account.id()),
                            Optional.of(cluster.id()),
                            "Put something else for the name (role=TEXT, pseudonym); or record the court's document, or"
                                    + " who looked at it (legal-review=TEXT).",
                            List.of("legal-review=")));
                }
            }
        }
    }

    private Optional<Decision> reviewed(Cluster cluster) {
        String aspect = new Verdict.LegalReview("").aspect();
        return cluster.members().stream()
                .flatMap(member -> material.contents().decision(member, aspect).stream())
                .findFirst();
    }
}
