package org.afterword.protection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Span;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;

/**
 * Who is named where, and in which forms: what follows from the mentions and from which names were joined, and stays
 * whatever else is decided. It is by far the most of what takes time.
 */
final class Mentioned {
    private final List<Cluster> clusters;
    private final CaseNames names;
    /** Where each cluster stands, by its members. */
    private final Map<Id, Integer> places = new HashMap<>();

    private final Map<Id, List<Cover.Recorded>> byAccount = new HashMap<>();
    private final Map<Id, Set<Id>> accounts = new HashMap<>();
    private final Map<Id, Set<Id>> joined = new HashMap<>();
    private final boolean merged;

    Mentioned(Contents contents) {
        merged = contents.merged();
        for (Decision decision : contents.decisions(Set.of("same:"))) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)) {
                joined.computeIfAbsent(decision.target(), _ -> new HashSet<>()).add(other);
            }
        }
        clusters = Clusters.of(contents, (mention, cluster) -> {
            accounts.computeIfAbsent(cluster, _ -> new LinkedHashSet<>()).add(mention.account());
            byAccount
                    .computeIfAbsent(mention.account(), _ -> new ArrayList<>())
                    .add(new Cover.Recorded(mention.span(), cluster));
        });
        for (int i = 0; i < clusters.size(); i++) {
            int place = i;
            clusters.get(i).members().forEach(member -> places.put(member, place));
        }
        names = new CaseNames(clusters);
    }

    /** In the order of the case, with what was decided when this was made. */
    List<Cluster> clusters() {
        return clusters;
    }

    CaseNames names() {
        return names;
    }

    /** Of the cluster to which an identity belongs, from 0. */
    Optional<Integer> place(Id identity) {
        return Optional.ofNullable(places.get(identity));
    }

    List<Cover.Recorded> in(Id account) {
        return byAccount.getOrDefault(account, List.of());
    }

    /** Who is named in an account, for a text that stands beside it. */
    List<Cover.Recorded> beside(Id account) {
        return in(account).stream()
                .map(mention -> new Cover.Recorded(new Span(0, 0), mention.cluster()))
                .distinct()
                .toList();
    }

    /** The same for its title: one that is nothing but a name, as chats have, names its bearer, though it may be a word. */
    List<Cover.Recorded> entitled(Account account) {
        String title = account.title().strip();
        Stream<Cover.Recorded> named = names.in(title).stream()
                .filter(name -> name.span().length() == title.length())
                .flatMap(name -> name.clusters().stream())
                .map(cluster -> new Cover.Recorded(new Span(0, 0), cluster));
        return Stream.concat(beside(account.id()).stream(), named).distinct().toList();
    }

    /** The accounts that name it, in the order in which that was found. */
    Set<Id> accounts(Id cluster) {
        return Collections.unmodifiableSet(accounts.getOrDefault(cluster, Set.of()));
    }

    /** Whether decisions came from another copy of the case: then their order is not that of the log. */
    boolean merged() {
        return merged;
    }

    /**
     * Whether it stays what it is.
     *
     * @param now all that is decided about a thing by now
     */
    boolean holds(Id target, List<Decision> now) {
        var others = new HashSet<Id>();
        for (Decision decision : now) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)) {
                others.add(other);
            }
        }
        return joined.getOrDefault(target, Set.of()).equals(others);
    }
}
