package org.afterword.labelled;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Refused;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.labelled.Review.Deed;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.people.Cluster;
import org.afterword.people.Proposed;

/**
 * A careful person who knows who is who, goes through a case with the program's own decisions, and stops when nobody is
 * left exposed and nothing is undecided. Every deed counts.
 */
final class Reviewer {
    private static final int ROUNDS = 12;

    private final Case opened;
    private final Truth truth;
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<Deed, Integer> deeds = new EnumMap<>(Deed.class);
    private final List<String> told = new ArrayList<>();

    Reviewer(Case opened, Truth truth) {
        this.opened = opened;
        this.truth = truth;
        truth.mentions().forEach(mention -> kinds.put(mention.entity(), mention.kind()));
    }

    Review review() throws IOException {
        propose();
        join();
        decide();
        add();
        if (opened.people().stream().anyMatch(Reviewer::open)) {
            throw new AssertionError("something is undecided in the end");
        }
        return new Review(
                deeds,
                truth.entities(Set.of(Kind.PERSON, Kind.PUBLIC_PERSON)),
                truth.mentions().size(),
                told,
                seen(),
                truth.coveredWords(opened.protection()));
    }

    private List<String> seen() {
        List<String> seen = truth.exposed(opened.protection()).stream()
                .map(Placed.Mention::words)
                .toList();
        seen.forEach(words -> told.add("seen at the end: " + words));
        return seen;
    }

    private void count(Deed deed) {
        deeds.merge(deed, 1, Integer::sum);
    }

    private static boolean open(Cluster cluster) {
        return cluster.decision().isEmpty() && !cluster.kind().contact();
    }

    private Map<Id, String> meanings(List<Cluster> clusters) {
        var meanings = new HashMap<Id, String>();
        truth.meanings(opened.contents(), clusters)
                .forEach((id, counts) -> Truth.meaning(counts).ifPresent(entity -> meanings.put(id, entity)));
        return meanings;
    }

    /** Wrong proposals are turned down one by one, all others accepted at once; of several who fit, the one is chosen. */
    private void propose() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        var rejected = new ArrayList<Request>();
        var accepted = new ArrayList<Request>();
        for (Proposed proposed : Proposed.open(opened.contents(), clusters)) {
            String one = meanings.get(proposed.one().id());
            String other = meanings.get(proposed.other().id());
            boolean right = one != null && one.equals(other);
            boolean moot = one == null && other == null;
            String id = proposed.suggestion().id().toString();
            if (!proposed.alone()) {
                if (right) {
                    count(Deed.CHOOSE);
                    accepted.add(new Request(id, "accept", ""));
                }
            } else if (right || moot) {
                accepted.add(new Request(id, "accept", ""));
            } else {
                rejected.add(new Request(id, "reject", ""));
                told.add("wrongly proposed: " + proposed.one().name() + " and "
                        + proposed.other().name());
                count(Deed.REJECT);
            }
        }
        opened.deciding().record(rejected);
        if (!accepted.isEmpty()) {
            count(Deed.TOGETHER);
            opened.deciding().recordTogether(accepted);
        }
    }

    /** What is one's and was not proposed is said by hand. */
    private void join() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        var heads = new LinkedHashMap<String, Id>();
        var requests = new ArrayList<Request>();
        clusters.stream()
                .filter(cluster -> !cluster.kind().contact() && meanings.containsKey(cluster.id()))
                .sorted(Comparator.comparingInt((Cluster cluster) -> -cluster.mentions()))
                .forEach(cluster -> {
                    Id head = heads.putIfAbsent(meanings.get(cluster.id()), cluster.id());
                    if (head != null) {
                        requests.add(new Request(cluster.id().toString(), "same-as=" + head, ""));
                        count(Deed.JOIN);
                        told.add("not proposed: " + cluster.name() + " is " + meanings.get(cluster.id()));
                    }
                });
        opened.deciding().record(requests);
    }

    /** The exceptions one by one, then everybody and everything that is left at once. */
    private void decide() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        for (Cluster cluster : clusters) {
            Optional<Kind> kind =
                    Optional.ofNullable(meanings.get(cluster.id())).map(kinds::get);
            if (open(cluster) && (kind.isEmpty() || !kind.get().hidden())) {
                count(kind.isEmpty() ? Deed.NOT_A_NAME : Deed.KEEP);
                kind.ifPresentOrElse(_ -> {}, () -> told.add("no name: " + cluster.kind() + " " + cluster.name()));
                one(cluster, kind.map(known -> kept(cluster, known)).orElse("not-a-name"));
            }
        }
        together("pseudonym", Cluster::mayBePerson);
        together("redact", cluster -> true);
        splits(clusters, meanings);
    }

    private static String kept(Cluster cluster, Kind kind) {
        return kind == Kind.PUBLIC_PERSON
                ? "keep=historical-figure"
                : cluster.mayBePerson() ? "keep=no-person" : "keep";
    }

    private void one(Cluster cluster, String decision) throws IOException {
        try {
            opened.deciding().record(List.of(new Request(cluster.id().toString(), decision, "known to all", true)));
        } catch (Refused refused) {
            told.add("refused: " + decision + " " + cluster.name() + ": " + String.join(" ", refused.problems()));
        }
    }

    private void together(String decision, Predicate<Cluster> which) throws IOException {
        List<Request> requests = opened.people().stream()
                .filter(which)
                .filter(Reviewer::open)
                .map(cluster -> new Request(cluster.id().toString(), decision, ""))
                .toList();
        if (!requests.isEmpty()) {
            count(Deed.TOGETHER);
            opened.deciding().recordTogether(requests);
        }
    }

    private void splits(List<Cluster> clusters, Map<Id, String> meanings) {
        Set<String> own = Set.copyOf(meanings.values());
        var named = new LinkedHashMap<String, Integer>();
        truth.meanings(opened.contents(), clusters)
                .values()
                .forEach(counts -> counts.keySet().forEach(entity -> named.merge(entity, 1, Integer::sum)));
        named.keySet().stream()
                .filter(entity -> !own.contains(entity) && kinds.get(entity) != null)
                .filter(entity -> kinds.get(entity).hidden() && kinds.get(entity) != Kind.CONTACT)
                .forEach(entity -> {
                    count(Deed.SPLIT);
                    told.add("no find of its own: " + entity);
                });
    }

    private static String decision(Kind kind) {
        return switch (kind) {
            case PERSON -> "pseudonym";
            case PLACE, GROUP, CONTACT -> "redact";
            case PUBLIC_PERSON -> "keep=historical-figure";
            case PUBLIC_THING -> "keep";
        };
    }

    /** What is still seen is added, a name for each that is named, until nothing more is. */
    private void add() throws IOException {
        var tried = new HashSet<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var next = new LinkedHashMap<String, Placed.Mention>();
            truth.exposed(opened.protection()).stream()
                    .filter(mention -> !tried.contains(mention.entity() + " " + mention.words()))
                    .forEach(mention -> next.merge(
                            mention.entity(),
                            mention,
                            (one, other) ->
                                    one.words().length() >= other.words().length() ? one : other));
            if (next.isEmpty()) {
                return;
            }
            for (Placed.Mention mention : next.values()) {
                tried.add(mention.entity() + " " + mention.words());
                add(mention);
            }
        }
    }

    private void add(Placed.Mention mention) throws IOException {
        String owner = mention.owner().orElse(mention.entity());
        Map<Id, String> before = meanings(opened.people());
        opened.addNames(List.of(mention.words()), kind(mention.kind()));
        count(Deed.ADD);
        told.add("missed: " + mention.kind() + " " + mention.words());
        for (Cluster cluster : opened.people()) {
            boolean decided = cluster.decision()
                    .filter(decision -> !decision.verdict().text().equals("not-a-name"))
                    .isPresent();
            if (decided || before.containsKey(cluster.id()) || !cluster.forms().contains(mention.words())) {
                continue;
            }
            Optional<Id> same = before.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(owner))
                    .map(Map.Entry::getKey)
                    .findFirst();
            String id = cluster.id().toString();
            try {
                opened.deciding()
                        .record(List.of(new Request(
                                id,
                                same.map(other -> "same-as=" + other).orElseGet(() -> decision(mention.kind())),
                                "")));
            } catch (Refused refused) {
                told.add("refused: " + mention.words() + ": " + String.join(" ", refused.problems()));
            }
        }
        List<Request> left = opened.people().stream()
                .filter(Reviewer::open)
                .map(cluster -> new Request(cluster.id().toString(), decision(mention.kind()), ""))
                .collect(Collectors.toList());
        opened.deciding().record(left);
    }

    private static IdentityKind kind(Kind kind) {
        return switch (kind) {
            case PERSON, PUBLIC_PERSON -> IdentityKind.PERSON;
            case PLACE -> IdentityKind.PLACE;
            case GROUP, PUBLIC_THING -> IdentityKind.GROUP;
            case CONTACT -> IdentityKind.HANDLE;
        };
    }
}
