package org.afterword.findings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.model.Id;
import org.afterword.model.When;
import org.afterword.witnesses.Witnesses;

/**
 * What a finding hangs on: how it would be without each source (one website, one file, one interviewer, one
 * leak or document that tellers draw on), and over which
 * time the accounts behind it were written.
 *
 * @param without by source, those first without which it says least; only sources that change its counts
 * @param sources from how many the passages behind it come
 * @param from the first day on which an account behind it can have been written; empty if of none it is known
 * @param to the last
 */
public record Robustness(
        Finding finding, List<Without> without, int sources, Optional<LocalDate> from, Optional<LocalDate> to) {
    /**
     * @param source what is left out
     * @param left the finding, as if nobody had read what came from there
     */
    public record Without(String source, Finding left) {}

    /** As few people as say first-hand that it happened, whichever one source is left out. */
    public int leastFirstHand() {
        return without.stream()
                .mapToInt(one -> one.left().firstHand().low())
                .reduce(finding.firstHand().low(), Math::min);
    }

    /**
     * Of every finding of the codebook that has passages behind it, in the findings' order.
     *
     * @param coded every coding of the case, whatever its status and codebook
     */
    public static List<Robustness> of(Contents contents, Witnesses witnesses, List<Coded> coded, Codebook codebook) {
        var ground = Ground.of(contents, witnesses);
        List<Finding> whole = Findings.of(ground, coded, codebook);
        var sources = new Sources(contents::places);
        var told = new HashMap<Id, Ground.Told>();
        var from = new HashMap<String, Set<Id>>();
        for (Ground.Told one : ground.told()) {
            told.put(one.account(), one);
            from.computeIfAbsent(sources.of(one), _ -> new HashSet<>()).add(one.account());
        }
        var drew = new HashMap<Id, List<String>>();
        ground.ties()
                .drewOn()
                .forEach((source, speakers) -> ground.told().stream()
                        .filter(one -> one.speakers().stream().anyMatch(speakers::contains))
                        .forEach(one -> {
                            String name = "what draws on " + source;
                            drew.computeIfAbsent(one.account(), _ -> new ArrayList<>())
                                    .add(name);
                            from.computeIfAbsent(name, _ -> new HashSet<>()).add(one.account());
                        }));
        Map<Id, Id> accounts = new HashMap<>();
        coded.forEach(one -> accounts.put(one.suggestion(), one.passage().account()));
        var left = new HashMap<String, List<Finding>>();
        var all = new ArrayList<Robustness>();
        for (int i = 0; i < whole.size(); i++) {
            int place = i;
            Finding finding = whole.get(i);
            List<Ground.Told> behind = finding.passages().stream()
                    .map(passage -> told.get(accounts.get(passage)))
                    .distinct()
                    .toList();
            List<Without> each = Stream.concat(
                            behind.stream().map(sources::of),
                            behind.stream().flatMap(one -> drew.getOrDefault(one.account(), List.of()).stream()))
                    .distinct()
                    .map(source -> new Without(
                            source,
                            left.computeIfAbsent(
                                            source,
                                            _ -> Findings.of(
                                                    ground.unread(from.getOrDefault(source, Set.of())),
                                                    coded,
                                                    codebook))
                                    .get(place)))
                    .toList();
            if (!behind.isEmpty()) {
                int places = (int) behind.stream().map(sources::of).distinct().count();
                all.add(of(finding, each, places, behind));
            }
        }
        return all;
    }

    private static Robustness of(Finding finding, List<Without> each, int places, List<Ground.Told> behind) {
        List<Without> without = each.stream()
                .filter(one -> !sameCounts(finding, one.left()))
                .sorted(Comparator.<Without>comparingInt(
                                one -> one.left().firstHand().low())
                        .thenComparingInt(one -> one.left().report().low())
                        .thenComparing(Without::source))
                .toList();
        List<When> dates = behind.stream().flatMap(one -> one.date().stream()).toList();
        return new Robustness(
                finding,
                without,
                places,
                dates.stream()
                        .flatMap(date -> date.earliest().stream())
                        .map(LocalDateTime::toLocalDate)
                        .min(Comparator.naturalOrder()),
                dates.stream()
                        .flatMap(date -> date.latest().stream())
                        .map(LocalDateTime::toLocalDate)
                        .max(Comparator.naturalOrder()));
    }

    private static boolean sameCounts(Finding one, Finding other) {
        return one.firstHand().equals(other.firstHand())
                && one.report().equals(other.report())
                && one.deny().equals(other.deny())
                && one.mixed().equals(other.mixed());
    }
}
