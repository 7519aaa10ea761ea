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
import java.util.stream.Collectors;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Refused;
import org.afterword.labelled.LabelledAccount.Kind;
import org.afterword.labelled.Review.Deed;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.people.Cluster;

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
        join();
        reject();
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

    /** What is proposed and right is accepted; what is not proposed is said by hand. */
    private void join() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        var root = new HashMap<Id, Id>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> root.put(member, cluster.id())));
        var same = new HashMap<Id, Id>();
        var requests = new ArrayList<Request>();
        for (Suggestion suggestion : opened.contents().suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                Id a = root.get(suggestion.target());
                Id b = root.get(other);
                String one = meanings.get(a);
                if (one != null && one.equals(meanings.get(b)) && !top(same, a).equals(top(same, b))) {
                    same.put(top(same, a), top(same, b));
                    requests.add(new Request(suggestion.id().toString(), "accept", ""));
                    count(Deed.ACCEPT);
                }
            }
        }
        var heads = new LinkedHashMap<String, Id>();
        clusters.stream()
                .filter(cluster -> !cluster.kind().contact() && meanings.containsKey(cluster.id()))
                .sorted(Comparator.comparingInt((Cluster cluster) -> -cluster.mentions()))
                .forEach(cluster -> {
                    Id top = top(same, cluster.id());
                    Id head = heads.putIfAbsent(meanings.get(cluster.id()), top);
                    if (head != null && !top(same, head).equals(top)) {
                        same.put(top, top(same, head));
                        requests.add(new Request(cluster.id().toString(), "same-as=" + head, ""));
                        count(Deed.JOIN);
                        told.add("not proposed: " + cluster.name() + " is " + meanings.get(cluster.id()));
                    }
                });
        opened.deciding().record(requests);
    }

    private static Id top(Map<Id, Id> same, Id id) {
        Id at = id;
        while (same.containsKey(at)) {
            at = same.get(at);
        }
        return at;
    }

    private void reject() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        var root = new HashMap<Id, Cluster>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> root.put(member, cluster)));
        var seen = new HashSet<Set<Id>>();
        var requests = new ArrayList<Request>();
        for (Suggestion suggestion : opened.contents().suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Alias(Id other)) {
                Cluster a = root.get(suggestion.target());
                Cluster b = root.get(other);
                boolean names = meanings.containsKey(a.id()) && meanings.containsKey(b.id());
                if (names && !a.id().equals(b.id()) && seen.add(Set.of(a.id(), b.id()))) {
                    requests.add(new Request(suggestion.id().toString(), "reject", ""));
                    told.add("wrongly proposed: " + a.name() + " and " + b.name());
                    count(Deed.REJECT);
                }
            }
        }
        opened.deciding().record(requests);
    }

    private void decide() throws IOException {
        List<Cluster> clusters = opened.people();
        Map<Id, String> meanings = meanings(clusters);
        var requests = new ArrayList<Request>();
        for (Cluster cluster : clusters) {
            if (open(cluster)) {
                Optional<Kind> kind =
                        Optional.ofNullable(meanings.get(cluster.id())).map(kinds::get);
                if (kind.isEmpty()) {
                    told.add("no name: " + cluster.kind() + " " + cluster.name());
                }
                count(kind.map(Reviewer::deed).orElse(Deed.NOT_A_NAME));
                requests.add(new Request(
                        cluster.id().toString(), kind.map(Reviewer::decision).orElse("not-a-name"), ""));
            }
        }
        opened.deciding().record(requests);
        splits(clusters, meanings);
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

    private static Deed deed(Kind kind) {
        return switch (kind) {
            case PERSON -> Deed.PERSON;
            case PLACE, GROUP, CONTACT -> Deed.PLACE_OR_GROUP;
            case PUBLIC_PERSON, PUBLIC_THING -> Deed.KEEP;
        };
    }

    private static String decision(Kind kind) {
        return switch (kind) {
            case PERSON -> "pseudonym";
            case PLACE, GROUP, CONTACT -> "redact";
            case PUBLIC_PERSON, PUBLIC_THING -> "keep";
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
        opened.addName(mention.words(), kind(mention.kind()));
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
