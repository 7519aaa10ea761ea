package org.afterword.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.casefile.Reading;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.PersonRole;
import org.afterword.people.Cluster;
import org.afterword.protection.Exposure;

/** For somebody who is here with what they tell themselves: what there is, and who could be harmed by it. */
final class MinePage {
    static final String TIME = "/mine/time";
    static final String PEOPLE = "/mine/people";
    static final String PRINT = "/mine/print";
    private static final int CLUES = 8;
    private static final int PAGE = 50;

    private MinePage() {}

    /** @param number of the page of accounts, from 1 */
    static MineSheets.Have of(Desk desk, int number) {
        State state = desk.state();
        Slice<Lines.Line> told = Slice.of(state.lines().all(), number, PAGE);
        int exhibits = state.lines().exhibits();
        List<String> unreadable = unreadable(desk);
        return new MineSheets.Have(
                desk.frame("Afterword", "/"),
                exhibits == 0
                        ? ""
                        : Phrases.count(exhibits, "file", "files") + " kept"
                                + (unreadable.isEmpty() ? "" : ", " + unreadable.size() + " unreadable but safe") + ".",
                unreadable,
                CasePage.unreadSentence(desk),
                told.shown().stream().map(MinePage::told).toList(),
                told.previous("/?page="),
                told.next("/?page="),
                desk.opened().file().path().toAbsolutePath().normalize().toString());
    }

    private static List<String> unreadable(Desk desk) {
        Set<Id> empty = new HashSet<>();
        for (Reading reading : desk.contents().readings()) {
            if (reading.accounts() + reading.parts() == 0) {
                empty.add(reading.exhibit());
            }
        }
        return desk.contents().exhibits().stream()
                .filter(exhibit -> empty.contains(exhibit.id()))
                .map(exhibit -> exhibit.name())
                .toList();
    }

    private static MineSheets.Told told(Lines.Line line) {
        var about = new ArrayList<String>();
        if (!line.by().isBlank()) {
            about.add(line.by());
        }
        about.add(line.file());
        line.date().ifPresent(when -> about.add(Phrases.date(when)));
        return new MineSheets.Told("/account/" + line.id(), line.title(), String.join(", ", about));
    }

    /**
     * People first of all, the teller among them.
     *
     * @param number of the page of others, from 1
     */
    static MineSheets.People people(Desk desk, int number) {
        State state = desk.state();
        var you = new ArrayList<Cluster>();
        var others = new ArrayList<Cluster>();
        state.protection().clusters().stream()
                .filter(Cluster::mayBePerson)
                .sorted(Comparator.comparing(MinePage::perhaps)
                        .thenComparing(Cluster::mentions, Comparator.reverseOrder()))
                .forEach(cluster -> (isTeller(cluster) ? you : others).add(cluster));
        Slice<Cluster> shown = Slice.of(others, number, PAGE);
        return new MineSheets.People(
                desk.frame("Afterword: who is named", PEOPLE),
                you.stream().map(one -> person(one, state)).toList(),
                shown.shown().stream().map(one -> person(one, state)).toList(),
                shown.previous(PEOPLE + "?page="),
                shown.next(PEOPLE + "?page="),
                clues(desk));
    }

    /** Whether it is not even sure that it is a person. */
    private static boolean perhaps(Cluster cluster) {
        return cluster.kind() == IdentityKind.UNKNOWN && !cluster.facts().person();
    }

    private static boolean isTeller(Cluster cluster) {
        return cluster.facts().is().equals(Optional.of(PersonRole.WITNESS));
    }

    private static MineSheets.Person person(Cluster cluster, State state) {
        return new MineSheets.Person(
                cluster.id().toString(),
                cluster.name(),
                cluster.forms().stream()
                        .filter(form -> !form.equals(cluster.name()))
                        .toList(),
                "named " + Phrases.times(cluster.mentions()) + " in "
                        + Phrases.count(cluster.accounts(), "account", "accounts"),
                "/people/" + cluster.id(),
                state.isOpen(cluster) ? "" : state.protection().shown(cluster).orElse(""),
                WhoPart.seen(cluster.facts().role()));
    }

    private static List<MineSheets.Clues> clues(Desk desk) {
        Map<String, Set<String>> words = new LinkedHashMap<>();
        for (Exposure exposure : desk.exposures(Set.of())) {
            exposure.clues().stream()
                    .filter(Exposure.Seen::readable)
                    .map(Exposure.Seen::clue)
                    .forEach(clue -> words.computeIfAbsent(clue.kind().says(), none -> new LinkedHashSet<>())
                            .add("“" + clue.words() + "”"));
        }
        return words.entrySet().stream()
                .map(kind -> new MineSheets.Clues(
                        kind.getKey(), kind.getValue().stream().limit(CLUES).toList()))
                .toList();
    }
}
