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

    /**
     * The people in the parts: at most all; at least those whose words are certainly their own, and of those who have the
     * same words one.
     */
    Range count(Part... which) {
        var members = new ArrayList<Id>();
        for (Part part : which) {
            members.addAll(parts.getOrDefault(part, Set.of()));
        }
        var each = new ArrayList<Set<Id>>();
        for (Id member : members) {
            var oneOfThem = new HashSet<>(witnesses.either(member));
            if (uncertain.contains(member)) {
                Set<Id> perhapsOf =
                        evidence.getOrDefault(member, Evidence.NONE).perhapsOf();
                if (perhapsOf.isEmpty() || List.of(which).contains(Part.MIXED)) {
                    continue;
                }
                oneOfThem.addAll(perhapsOf);
            }
            // of all who have the same words, one has them first: perhaps one who does not count, or is in another part
            if (members.containsAll(oneOfThem)) {
                each.add(oneOfThem);
            }
        }
        return new Range(witnesses.atLeast(each), witnesses.count(members).high());
    }
}
