package org.afterword.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Era;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Verdict;

/**
 * What people know of a group besides what its accounts tell: its names and when it had them, groups that it came from or
 * has to do with, and how many people it says it has and was seen to have. A finding is about all of it, under whichever
 * name.
 *
 * @param same the ids under which it is in the case
 * @param names besides its own, each with its time, in the order in which they were given
 */
public record GroupHistory(
        Group group,
        List<Id> same,
        List<Era.Behind> names,
        List<Verdict.Related> related,
        List<Verdict.Size> sizes,
        List<Group> sameLetters) {
    public GroupHistory {
        same = List.copyOf(same);
        names = List.copyOf(names);
        related = List.copyOf(related);
        sizes = List.copyOf(sizes);
        sameLetters = List.copyOf(sameLetters);
    }

    /** Of a group of which nothing more is known. */
    public static GroupHistory none(Group group) {
        return new GroupHistory(group, List.of(group.id()), List.of(), List.of(), List.of(), List.of());
    }

    /** Of each group of the case, in the order in which they came. */
    public static List<GroupHistory> of(Contents contents) {
        var lineages = new Lineages(contents);
        return lineages.all().stream()
                .map(lineage -> of(lineage.group(), lineages, contents))
                .toList();
    }

    private static GroupHistory of(Group group, Lineages lineages, Contents contents) {
        List<Group> same = contents.groups().stream()
                .filter(one -> isOf(one.id(), group, lineages))
                .toList();
        List<Verdict> verdicts = contents.decisions().stream()
                .filter(decision -> isOf(decision.target(), group, lineages))
                .map(decision -> decision.verdict())
                .toList();
        var names = new ArrayList<Era.Behind>();
        Stream.concat(
                        same.stream().map(one -> new Era.Behind(one.name(), Optional.empty())),
                        verdicts.stream()
                                .filter(Verdict.Also.class::isInstance)
                                .map(Verdict.Also.class::cast)
                                .map(also -> new Era.Behind(also.name(), also.era())))
                .forEach(name -> {
                    names.removeIf(known ->
                            known.text().equals(name.text()) && known.era().isEmpty());
                    if (names.stream().noneMatch(known -> known.text().equals(name.text()))
                            && (!name.text().equals(group.name()) || name.era().isPresent())) {
                        names.add(name);
                    }
                });
        return new GroupHistory(
                group,
                same.stream().map(Group::id).toList(),
                names,
                only(verdicts, Verdict.Related.class),
                only(verdicts, Verdict.Size.class),
                lineages.all().stream()
                        .map(Lineages.Lineage::group)
                        .filter(other ->
                                !other.id().equals(group.id()) && other.name().equalsIgnoreCase(group.name()))
                        .toList());
    }

    private static <T extends Verdict> List<T> only(List<Verdict> verdicts, Class<T> kind) {
        return verdicts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static boolean isOf(Id id, Group group, Lineages lineages) {
        return lineages.of(id)
                .filter(one -> one.group().id().equals(group.id()))
                .isPresent();
    }
}
