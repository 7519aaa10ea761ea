package org.afterword.findings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.afterword.casefile.Contents;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.model.Id;
import org.afterword.model.When;
import org.afterword.witnesses.Witnesses;

/**
 * What a finding hangs on: how it would be without each source (one website, one file, one interviewer), and over which
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
        var ground = Ground.of(contents);
        var lineages = new Lineages(contents);
        List<Finding> whole = Findings.of(ground, witnesses, coded, codebook, lineages);
        Map<Id, Ground.Told> told = ground.told().stream().collect(Collectors.toMap(Ground.Told::account, one -> one));
        Map<Id, Id> accounts = new HashMap<>();
        coded.forEach(one -> accounts.put(one.suggestion(), one.passage().account()));
        var behind = new ArrayList<List<Ground.Told>>();
        Set<String> sources = new LinkedHashSet<>();
        for (Finding finding : whole) {
            List<Ground.Told> its = finding.passages().stream()
                    .map(passage -> told.get(accounts.get(passage)))
                    .distinct()
                    .toList();
            its.forEach(one -> sources.add(one.source()));
            behind.add(its);
        }
        var left = new LinkedHashMap<String, List<Finding>>();
        for (String source : sources) {
            left.put(source, Findings.of(ground.without(source), witnesses, coded, codebook, lineages));
        }
        var all = new ArrayList<Robustness>();
        for (int i = 0; i < whole.size(); i++) {
            if (!behind.get(i).isEmpty()) {
                all.add(of(whole.get(i), i, behind.get(i), left));
            }
        }
        return all;
    }

    private static Robustness of(Finding finding, int i, List<Ground.Told> behind, Map<String, List<Finding>> left) {
        List<String> sources =
                behind.stream().map(Ground.Told::source).distinct().toList();
        List<Without> without = sources.stream()
                .map(source -> new Without(source, left.get(source).get(i)))
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
                sources.size(),
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
