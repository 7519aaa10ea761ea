package org.afterword.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.coding.Step;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Witnesses;

/** Draws the {@link Arrow}s of one group. */
final class Arrows {
    private final Tally tally;
    private final Witnesses witnesses;

    /** By step, who tells of it first-hand, and whether those words are certainly theirs. */
    private final Map<Step, Map<Id, Boolean>> telling = new EnumMap<>(Step.class);

    private final Map<Step, Map<Id, Set<Id>>> passages = new EnumMap<>(Step.class);

    Arrows(Tally tally, Witnesses witnesses, Codebook codebook) {
        this.tally = tally;
        this.witnesses = witnesses;
        for (Code code : codebook.codes()) {
            code.step().filter(_ -> code.statement().isPresent()).ifPresent(step -> add(code, step));
        }
    }

    private void add(Code code, Step step) {
        tally.coding(code.id()).reports().forEach((witness, report) -> {
            if (tally.witnesses.contains(witness) && Position.of(code, witnesses.vantages(witness)) != Position.NO) {
                telling.computeIfAbsent(step, _ -> new HashMap<>())
                        .merge(witness, report.certain(), Boolean::logicalOr);
                passages.computeIfAbsent(step, _ -> new HashMap<>())
                        .computeIfAbsent(witness, _ -> new HashSet<>())
                        .addAll(report.passages());
            }
        });
    }

    /** In the order of the steps; of the last step none. */
    List<Arrow> all() {
        var all = new ArrayList<Arrow>();
        Optional<Step> before = Optional.empty();
        for (Step step : telling.keySet()) {
            before.ifPresent(from -> all.add(arrow(from, step)));
            before = Optional.of(step);
        }
        return all;
    }

    private Arrow arrow(Step from, Step to) {
        Map<Id, Boolean> first = telling.getOrDefault(from, Map.of());
        var both = new HashMap<>(first);
        both.keySet().retainAll(telling.getOrDefault(to, Map.of()).keySet());
        both.replaceAll((witness, certain) ->
                certain && telling.getOrDefault(to, Map.of()).getOrDefault(witness, false));
        var behind = new ArrayList<Id>();
        for (Step step : List.of(from, to)) {
            both.keySet().stream()
                    .sorted()
                    .forEach(witness -> passages.getOrDefault(step, Map.of()).getOrDefault(witness, Set.of()).stream()
                            .sorted()
                            .forEach(behind::add));
        }
        Range people = people(first);
        Range together = people(both);
        return new Arrow(
                tally.lineage.group(), from, to, people, together, Arrow.sentence(from, to, people, together), behind);
    }

    /** At least as few as those whose own words it certainly is can be. */
    private Range people(Map<Id, Boolean> some) {
        List<Set<Id>> certain = some.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(one -> witnesses.either(one.getKey()))
                .filter(either -> either.size() == 1)
                .toList();
        return new Range(witnesses.atLeast(certain), witnesses.atMost(some.keySet()));
    }
}
