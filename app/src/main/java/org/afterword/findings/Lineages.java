package org.afterword.findings;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/** The groups of a case as people settled them: with all their names, and as baselines or not. */
final class Lineages {
    private final Map<Id, Lineage> byGroup = new LinkedHashMap<>();

    /** Whom a person told apart, though they have the same letters. */
    private final Set<Set<Id>> apart = new HashSet<>();

    /**
     * One group under all its names.
     *
     * @param group the first of that came into the case
     * @param names folded
     */
    record Lineage(Group group, Set<String> names) {
        boolean called(String name) {
            return names.contains(fold(name));
        }
    }

    Lineages(Contents contents) {
        List<Group> groups = contents.groups();
        var names = new HashMap<Id, Set<String>>();
        groups.forEach(
                group -> names.computeIfAbsent(group.id(), _ -> new HashSet<>()).add(fold(group.name())));
        var baselines = new HashSet<Id>();
        groups.stream().filter(Group::baseline).map(Group::id).forEach(baselines::add);
        List<Decision> decisions = contents.decisions(Set.of("also:", "baseline", "same:"));
        for (Decision decision : decisions) {
            if (names.containsKey(decision.target())) {
                if (decision.verdict() instanceof Verdict.Also also) {
                    names.get(decision.target()).add(fold(also.name()));
                } else if (decision.verdict() instanceof Verdict.Baseline) {
                    baselines.add(decision.target());
                }
            }
        }
        decisions.forEach(decision -> {
            if (decision.verdict() instanceof Verdict.DistinctFrom(Id other)
                    && names.containsKey(decision.target())
                    && names.containsKey(other)) {
                apart.add(Set.of(decision.target(), other));
            }
        });
        var left = new ArrayList<>(groups);
        while (!left.isEmpty()) {
            gather(left, names, baselines);
        }
    }

    private void gather(List<Group> left, Map<Id, Set<String>> names, Set<Id> baselines) {
        Group first = left.getFirst();
        var together = new ArrayList<Group>();
        var called = new HashSet<String>(names.getOrDefault(first.id(), Set.of()));
        int before = -1;
        while (before != together.size()) {
            before = together.size();
            for (Group group : List.copyOf(left)) {
                if (names.getOrDefault(group.id(), Set.of()).stream().anyMatch(called::contains)
                        && together.stream().noneMatch(one -> apart.contains(Set.of(one.id(), group.id())))) {
                    called.addAll(names.getOrDefault(group.id(), Set.of()));
                    together.add(group);
                    left.remove(group);
                }
            }
        }
        boolean baseline = together.stream().map(Group::id).anyMatch(baselines::contains);
        var lineage = new Lineage(new Group(first.id(), first.name(), baseline), Set.copyOf(called));
        together.forEach(group -> byGroup.put(group.id(), lineage));
    }

    private Lineages(Map<Id, Lineage> byGroup) {
        this.byGroup.putAll(byGroup);
    }

    /** All ordinary groups taken as one, and all others as one. */
    Lineages pooled() {
        var pooled = new LinkedHashMap<Id, Lineage>();
        byGroup.forEach((id, lineage) -> {
            boolean ordinary = lineage.group().baseline();
            var all = new HashSet<String>();
            List<Lineage> same = byGroup.values().stream()
                    .filter(other -> other.group().baseline() == ordinary)
                    .toList();
            same.forEach(other -> all.addAll(other.names()));
            pooled.put(
                    id,
                    new Lineage(
                            new Group(
                                    same.getFirst().group().id(),
                                    ordinary ? "ordinary groups" : "the others",
                                    ordinary),
                            Set.copyOf(all)));
        });
        return new Lineages(pooled);
    }

    Optional<Lineage> of(Id group) {
        return Optional.ofNullable(byGroup.get(group));
    }

    /** In the order in which the groups came into the case. */
    List<Lineage> all() {
        return byGroup.values().stream().distinct().toList();
    }

    private static String fold(String name) {
        return UCharacter.foldCase(name.strip(), true);
    }
}
