package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.people.Cluster;
import org.afterword.protection.Open;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;

/**
 * What follows from the protection, and stays as long as it does.
 *
 * @param open what to decide of each name that stands open
 * @param undecided how many names are undecided in each account
 * @param people under the filters of the page of names: the undecided first, then those who are named most
 * @param alike what is proposed to be the same, by either
 */
record Names(
        Protection protection,
        List<Open> all,
        Map<Id, String> open,
        Map<Id, Integer> undecided,
        Headed<Cluster> people,
        Map<Id, List<Suggestion>> alike,
        List<Copy> copies,
        Map<Id, Shown> shown) {

    /**
     * What a stranger sees of an account; looked at once somebody asks.
     *
     * @param approved whether a person approved exactly what a stranger would see now
     */
    record Shown(Quotability may, boolean approved) {}

    static Names of(Protection protection, Contents contents) {
        List<Open> all = protection.open();
        var open = new HashMap<Id, String>();
        var undecided = new HashMap<Id, Integer>();
        all.forEach(one -> {
            open.put(one.cluster().id(), one.decide());
            one.accounts().forEach(account -> undecided.merge(account, 1, Integer::sum));
        });
        var order = new HashMap<Id, Integer>();
        List<List<Cluster>> each = new ArrayList<>();
        for (Cluster cluster : protection.clusters()) {
            order.put(cluster.id(), order.size());
            each.add(List.of(cluster));
        }
        Headed<Cluster> people = Headed.of(
                each,
                Comparator.comparing((Cluster cluster) -> !open.containsKey(cluster.id()))
                        .thenComparing(
                                Comparator.comparingInt(Cluster::mentions).reversed())
                        .thenComparing(cluster -> order.getOrDefault(cluster.id(), 0)),
                cluster -> filters(cluster, open.containsKey(cluster.id())));
        var alike = new HashMap<Id, List<Suggestion>>();
        for (Suggestion one : contents.suggestions(Proposal.Alias.class)) {
            if (one.proposal() instanceof Proposal.Alias(Id other)) {
                alike.computeIfAbsent(one.target(), _ -> new ArrayList<>()).add(one);
                alike.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
            }
        }
        return new Names(
                protection, all, open, undecided, people, alike, Copies.list(contents), new ConcurrentHashMap<>());
    }

    private static Set<String> filters(Cluster cluster, boolean open) {
        var filters = new HashSet<>(Set.of("all"));
        if (open) {
            filters.add("undecided");
        }
        filters.add(
                cluster.kind().contact()
                        ? "addresses"
                        : switch (cluster.kind()) {
                            case PERSON, HANDLE -> "people";
                            case PLACE -> "places";
                            default -> "groups";
                        });
        return filters;
    }

    /** Empty if there is no such account. */
    Optional<Shown> shown(Id account, Contents contents) {
        return Optional.ofNullable(shown.get(account))
                .or(() -> contents.account(account).map(this::shown));
    }

    Shown shown(Account account) {
        return shown.computeIfAbsent(account.id(), _ -> {
            Quotability may = protection.quotability(account);
            return new Shown(may, (may.quotable() || may.rewordable()) && protection.approved(account));
        });
    }

    /** What is proposed about any of its members, each once. */
    List<Suggestion> alike(Cluster cluster) {
        return cluster.members().stream()
                .flatMap(member -> alike.getOrDefault(member, List.of()).stream())
                .distinct()
                .toList();
    }

    List<Copy> copies(Id account) {
        return copies.stream()
                .filter(copy -> copy.a().equals(account) || copy.b().equals(account))
                .toList();
    }
}
