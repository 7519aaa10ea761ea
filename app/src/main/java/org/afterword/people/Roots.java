package org.afterword.people;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.afterword.casefile.Contents;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Verdict;

/** Which identities were decided to be one, and which to be nobody's name. */
final class Roots {
    private final Map<Id, Id> parent = new HashMap<>();
    private final Set<Id> dropped = new HashSet<>();

    Roots(Contents contents) {
        List<Decision> decisions = contents.decisions();
        IdTable order = order(contents, decisions);
        for (Decision decision : decisions) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)
                    && order.contains(decision.target())
                    && order.contains(other)) {
                Id a = of(decision.target());
                Id b = of(other);
                if (order.number(a) <= order.number(b)) {
                    parent.put(b, a);
                } else {
                    parent.put(a, b);
                }
            }
        }
        var last = new HashMap<Id, Decision>();
        decisions.stream()
                .filter(decision -> decision.verdict().aspect().equals("name"))
                .sorted(Comparator.comparing(Decision::at))
                .forEach(decision -> last.put(of(decision.target()), decision));
        last.forEach((root, decision) -> {
            if (decision.verdict() instanceof Verdict.NotAName) {
                dropped.add(root);
            }
        });
    }

    /** Of the identities about which something was decided, in the order in which they came. */
    private static IdTable order(Contents contents, List<Decision> decisions) {
        var decided = new HashSet<Id>();
        for (Decision decision : decisions) {
            if (decision.verdict() instanceof Verdict.SameAs(Id other)) {
                decided.add(decision.target());
                decided.add(other);
            }
        }
        var order = new IdTable();
        if (!decided.isEmpty()) {
            contents.forEachIdentity(identity -> {
                if (decided.contains(identity.id())) {
                    order.add(identity.id());
                }
            });
        }
        return order;
    }

    /** The first of those that are one. */
    Id of(Id identity) {
        Id at = identity;
        for (Id up = parent.get(at); up != null && !up.equals(at); up = parent.get(at)) {
            at = up;
        }
        return at;
    }

    /** Whether it was decided that it is no name. */
    boolean isDropped(Id root) {
        return dropped.contains(root);
    }
}
