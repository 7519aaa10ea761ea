package org.afterword.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.witnesses.Copies;
import org.afterword.witnesses.Copy;

/**
 * From what it follows what a stranger may see. It does not change: after a decision there is another, which has all
 * but what was decided about in common with it ({@code docs/decisions/0035}).
 *
 * @param clusters as they are decided about
 * @param order the decisions on names that hold, in the order in which they were made
 * @param groups what the groups are called, which is published as it is
 */
record Grounds(
        Mentioned mentioned,
        List<Cluster> clusters,
        List<Id> order,
        List<String> groups,
        List<Copy> copies,
        AccountRules rules) {
    /** After more decisions than that all is made anew. */
    private static final int FEW = 1000;

    Grounds {
        clusters = List.copyOf(clusters);
        order = List.copyOf(order);
    }

    static Grounds of(Contents contents) {
        var mentioned = new Mentioned(contents);
        List<Copy> copies = Copies.list(contents);
        return new Grounds(
                mentioned,
                mentioned.clusters(),
                NameOrder.of(contents),
                groups(contents),
                copies,
                AccountRules.of(contents, mentioned.clusters(), copies));
    }

    private static List<String> groups(Contents contents) {
        return Stream.concat(
                        contents.groups().stream().map(Group::name),
                        contents.decisions(Set.of("also:")).stream()
                                .map(Decision::verdict)
                                .flatMap(verdict -> verdict instanceof Verdict.Also(String name, var _)
                                        ? Stream.of(name)
                                        : Stream.empty()))
                .toList();
    }

    /**
     * What they are once something was decided or undone about these, and nothing else has changed. Empty if all has to
     * be made anew: names were joined or parted, somebody was restricted or said to be a minor, or this was taken back.
     */
    Optional<Grounds> after(Contents contents, Set<Id> targets) {
        if (targets.size() > FEW) {
            return Optional.empty();
        }
        Map<Id, List<Decision>> about = new HashMap<>();
        targets.forEach(target -> about.put(target, contents.about(target)));
        var touched = new TreeSet<Integer>();
        targets.forEach(target -> mentioned.place(target).ifPresent(touched::add));
        boolean holds = about.entrySet().stream()
                .allMatch(one ->
                        mentioned.holds(one.getKey(), one.getValue()) && rules.holds(one.getKey(), one.getValue()));
        boolean inOrder = !mentioned.merged()
                || touched.stream()
                        .allMatch(place -> clusters.get(place).members().size() == 1);
        if (!holds || !inOrder) {
            return Optional.empty();
        }
        var now = new ArrayList<>(clusters);
        touched.forEach(place -> now.set(place, Clusters.now(clusters.get(place), contents)));
        List<Copy> found = Copies.after(copies, contents, targets);
        boolean grouped = contents.groups().stream().map(Group::id).anyMatch(targets::contains);
        return Optional.of(new Grounds(
                mentioned,
                now,
                NameOrder.after(
                        order,
                        touched.stream().map(clusters::get).toList(),
                        touched.stream().map(now::get).toList(),
                        mentioned.merged(),
                        contents),
                grouped ? groups(contents) : groups,
                found,
                rules.after(contents, about, found)));
    }
}
