package org.afterword.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.coding.Code;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Witnesses;

/** The witnesses of one group in the parts into which one practice divides them. */
final class Partition {
    private final Witnesses witnesses;
    private final Set<Id> all;
    private final Map<Part, Set<Id>> parts = new EnumMap<>(Part.class);
    private final Set<Id> uncertain = new HashSet<>();
    private final Map<Id, Evidence> evidence;

    Partition(Code code, Witnesses witnesses, Set<Id> all, Map<Id, Evidence> evidence) {
        this.witnesses = witnesses;
        this.all = all;
        this.evidence = evidence;
        for (Id witness : all) {
            var position = Position.of(code, witnesses.vantages(witness));
            var said = evidence.getOrDefault(witness, Evidence.NONE);
            parts.computeIfAbsent(said.part(position), _ -> new HashSet<>()).add(witness);
            if (!said.certain(position)) {
                uncertain.add(witness);
            }
        }
    }

    Range everybody() {
        return witnesses.count(all);
    }

    /** The people in the parts: at most all; at least those whose words are certainly their own. */
    Range count(Part... which) {
        var members = new ArrayList<Id>();
        for (Part part : which) {
            members.addAll(parts.getOrDefault(part, Set.of()));
        }
        Range range = witnesses.count(members);
        List<Id> doubtful = members.stream().filter(uncertain::contains).toList();
        if (doubtful.isEmpty()) {
            return range;
        }
        var certain = new HashSet<>(members);
        doubtful.forEach(certain::remove);
        // of all who have the same words, one has them first; somebody who does not count may, if among them
        boolean oneOfThem = doubtful.stream()
                .map(witness -> evidence.getOrDefault(witness, Evidence.NONE).perhapsOf())
                .anyMatch(others -> !others.isEmpty() && members.containsAll(others));
        return new Range(Math.max(witnesses.count(certain).low(), oneOfThem ? 1 : 0), range.high());
    }
}
