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
import org.afterword.people.Roles;
import org.afterword.protection.Protection;
import org.afterword.protection.Quotability;
import org.afterword.witnesses.Copy;

/**
 * What follows from the protection, and stays as long as it does.
 *
 * @param open what to decide of each name that stands open
 * @param people under the filters of the page of names: the undecided first, then those who are named most
 * @param alike what is proposed to be the same, by either
 * @param looked what the list of names says of some, once somebody has looked
 */
record Names(
        Protection protection,
        Map<Id, String> open,
        Headed<Named> people,
        Map<Id, List<Suggestion>> alike,
        Map<Id, Looked> looked,
        Map<Id, Shown> shown) {
    private static final Comparator<Named> ORDER = Comparator.comparing((Named one) -> !one.open())
            .thenComparing(Comparator.comparingInt((Named one) -> one.cluster().mentions())
                    .reversed())
            .thenComparingInt(Named::place);

    /**
     * Somebody or something that is named.
     *
     * @param place in the order of the case, from 0
     */
    record Named(Cluster cluster, boolean open, int place) {}

    /**
     * What a stranger sees of an account; looked at once somebody asks.
     *
     * @param approved whether a person approved exactly what a stranger would see now
     */
    record Shown(Quotability may, boolean approved) {}

    /**
     * What the first mentions of a name say.
     *
     * @param cluster of which it was asked
     */
    record Looked(Cluster cluster, List<Sheets.Context> contexts, List<Roles.Suggested> roles) {}

    static Names of(Protection protection, Contents contents) {
        var open = new HashMap<Id, String>();
        List<List<Named>> each = new ArrayList<>();
        for (Cluster cluster : protection.clusters()) {
            Optional<String> decide = protection.toDecide(cluster);
            decide.ifPresent(sentence -> open.put(cluster.id(), sentence));
            each.add(List.of(new Named(cluster, decide.isPresent(), each.size())));
        }
        var alike = new HashMap<Id, List<Suggestion>>();
        for (Suggestion one : contents.suggestions(Proposal.Alias.class)) {
            if (one.proposal() instanceof Proposal.Alias(Id other)) {
                alike.computeIfAbsent(one.target(), _ -> new ArrayList<>()).add(one);
                alike.computeIfAbsent(other, _ -> new ArrayList<>()).add(one);
            }
        }
        return new Names(
                protection,
                open,
                Headed.of(each, ORDER, Names::filters),
                alike,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>());
    }

    /** What it is with a protection that has the {@linkplain Protection#sameNames same names}, and other decisions. */
    Names after(Protection now) {
        var decide = new HashMap<>(open);
        Headed<Named> all = people;
        for (int place = 0; place < now.clusters().size(); place++) {
            Cluster cluster = now.clusters().get(place);
            Named before = people.at(place).getFirst();
            Optional<String> sentence = now.toDecide(cluster);
            if (!cluster.equals(before.cluster()) || before.open() != sentence.isPresent()) {
                all = all.with(place, List.of(new Named(cluster, sentence.isPresent(), place)));
            }
            if (!sentence.equals(Optional.ofNullable(open.get(cluster.id())))) {
                decide.remove(cluster.id());
                sentence.ifPresent(one -> decide.put(cluster.id(), one));
            }
        }
        return new Names(now, decide, all, alike, looked, new ConcurrentHashMap<>());
    }

    private static Set<String> filters(Named one) {
        Cluster cluster = one.cluster();
        var filters = new HashSet<>(Set.of("all"));
        if (one.open()) {
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

    List<Copy> copies() {
        return protection.copies();
    }

    List<Copy> copies(Id account) {
        return copies().stream()
                .filter(copy -> copy.a().equals(account) || copy.b().equals(account))
                .toList();
    }
}
