package org.afterword.findings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.afterword.coding.Code;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Actor;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Witnesses;

/** The witnesses of one group in the parts into which one practice divides them. */
final class Partition {
    private final Code code;
    private final Witnesses witnesses;
    private final Set<Id> all;
    private final Map<Part, Set<Id>> parts = new EnumMap<>(Part.class);
    private final Map<Id, Evidence> evidence;
    private final Map<Set<Part>, Range> counted = new HashMap<>();

    Partition(Code code, Witnesses witnesses, Set<Id> all, Map<Id, Evidence> evidence) {
        this.code = code;
        this.witnesses = witnesses;
        this.all = all;
        this.evidence = evidence;
        for (Id witness : all) {
            parts.computeIfAbsent(said(witness).part(position(witness)), _ -> new HashSet<>())
                    .add(witness);
        }
    }

    Range everybody() {
        return witnesses.count(all);
    }

    Set<Id> in(Part part) {
        return parts.getOrDefault(part, Set.of());
    }

    /**
     * The people in the parts: at most all; at least those whose words are certainly their own, and of those who have the
     * same words one.
     */
    Range count(Part... which) {
        return counted.computeIfAbsent(Set.of(which), this::count);
    }

    private Range count(Set<Part> in) {
        var members = new HashSet<Id>();
        for (Part part : in) {
            members.addAll(parts.getOrDefault(part, Set.of()));
        }
        var each = new ArrayList<Set<Id>>();
        for (Id member : members) {
            Evidence said = said(member);
            Set<Id> either = witnesses.either(member);
            if (said.isCertain() && either.size() == 1) {
                each.add(either);
                continue;
            }
            var oneOfThem = new HashSet<>(said.perhapsOf());
            oneOfThem.addAll(either);
            if (all(members, either, witness -> said(witness).isIn(in, position(witness)))) {
                each.add(either);
            } else if (!said.perhapsOf().isEmpty()
                    && all(members, oneOfThem, witness -> said(witness).isInIfAnything(in, position(witness)))) {
                // of all who have the same words, one has them first: perhaps one who does not count, or is elsewhere
                each.add(oneOfThem);
            }
        }
        return new Range(witnesses.atLeast(each), witnesses.atMost(members));
    }

    /** Of those who report it first-hand, who say that they did it. */
    Range by(Actor actor) {
        var members = new HashSet<Id>();
        in(Part.FIRST_HAND).stream()
                .filter(member -> said(member).reports(actor))
                .forEach(members::add);
        List<Set<Id>> each = members.stream()
                .map(witnesses::either)
                .filter(either -> all(
                        members,
                        either,
                        witness -> said(witness).certainlyReports(actor)
                                && said(witness).isIn(Set.of(Part.FIRST_HAND), position(witness))))
                .toList();
        return new Range(witnesses.atLeast(each), witnesses.atMost(members));
    }

    private static boolean all(Set<Id> members, Set<Id> some, Predicate<Id> test) {
        return members.containsAll(some) && some.stream().allMatch(test);
    }

    private Evidence said(Id witness) {
        return evidence.getOrDefault(witness, Evidence.NONE);
    }

    private Position position(Id witness) {
        return Position.of(code, witnesses.vantages(witness));
    }
}
