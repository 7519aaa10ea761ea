package org.afterword.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.afterword.coding.Code;
import org.afterword.coding.Codebook;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Id;
import org.afterword.model.Vantage;
import org.afterword.witnesses.Witnesses;

/** The counts of one group by vantage. */
final class Portions {
    private final Tally tally;
    private final Witnesses witnesses;

    Portions(Tally tally, Witnesses witnesses) {
        this.tally = tally;
        this.witnesses = witnesses;
    }

    List<Portion> all(Codebook codebook) {
        var byVantage = new TreeMap<Vantage, Set<Id>>();
        var undecided = new HashSet<Id>();
        for (Id witness : tally.witnesses) {
            Portion.from(tally.vantages.getOrDefault(witness, witnesses.vantages(witness)))
                    .map(vantage -> byVantage.computeIfAbsent(vantage, _ -> new HashSet<>()))
                    .orElse(undecided)
                    .add(witness);
        }
        var portions = new ArrayList<Portion>();
        for (Code code : codebook.codes()) {
            code.statement()
                    .ifPresent(_ -> portions.addAll(tally.coding(code.id())
                            .portions
                            .computeIfAbsent(code, _ -> portions(code, byVantage, undecided))));
        }
        return portions;
    }

    private List<Portion> portions(Code code, Map<Vantage, Set<Id>> byVantage, Set<Id> undecided) {
        var portions = new ArrayList<Portion>();
        var evidence = tally.coding(code.id()).answers().evidence;
        byVantage.forEach((vantage, some) ->
                portions.add(portion(Optional.of(vantage), new Partition(code, witnesses, some, evidence), code)));
        if (!undecided.isEmpty()) {
            portions.add(portion(Optional.empty(), new Partition(code, witnesses, undecided, evidence), code));
        }
        return portions;
    }

    private Portion portion(Optional<Vantage> from, Partition partition, Code code) {
        return new Portion(
                tally.lineage.group(),
                code.id(),
                from,
                partition.everybody(),
                partition.count(Part.FIRST_HAND, Part.DENIES, Part.MIXED),
                partition.count(Part.FIRST_HAND),
                partition.count(Part.DENIES),
                partition.count(Part.MIXED));
    }
}
