package org.afterword.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Consent;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.PersonRole;
import org.afterword.model.Verdict;

/** Of the decisions that nothing has taken the place of, those that hold: two may stand for one thing after a merge. */
final class Heads {
    private static final Comparator<Decision> FIRST =
            Comparator.comparing(Decision::at).thenComparing(Decision::id);

    private Heads() {}

    /**
     * A decision that nothing has taken the place of.
     *
     * @param alone the coder, where it holds for one alone; else empty
     * @param came whether it was made in another copy
     */
    record Head(Decision decision, String alone, boolean came) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(Row.decision(row), row.getString(10), row.getBoolean(11));
        }

        Key key() {
            return new Key(decision.target(), decision.aspect(), alone);
        }
    }

    /** What is settled once. */
    record Key(Id target, String aspect, String alone) {}

    /** In the order given; if some came from another copy, by time, so that all copies have the same order. */
    static List<Decision> holding(List<Head> heads) {
        if (heads.stream().noneMatch(Head::came)) {
            return heads.stream().map(Head::decision).toList(); // each has taken the place of those before it
        }
        var holding = new ArrayList<Decision>();
        byKey(heads).forEach((key, several) -> holding(several, !key.alone().isEmpty(), holding));
        holding.sort(FIRST);
        return List.copyOf(holding);
    }

    /** Those of which several that differ stand for one thing. */
    static List<List<Decision>> conflicts(List<Head> heads) {
        return byKey(heads).values().stream()
                .filter(several -> several.stream()
                                .map(one -> one.verdict().text())
                                .distinct()
                                .count()
                        > 1)
                .map(several -> several.stream().sorted(FIRST).toList())
                .toList();
    }

    private static Map<Key, List<Decision>> byKey(List<Head> heads) {
        var byKey = new LinkedHashMap<Key, List<Decision>>();
        heads.forEach(one ->
                byKey.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one.decision()));
        return byKey;
    }

    private static void holding(List<Decision> several, boolean alone, List<Decision> to) {
        if (several.size() == 1) {
            to.add(several.getFirst());
            return;
        }
        boolean same =
                several.stream().map(one -> one.verdict().text()).distinct().count() == 1;
        if (same) {
            to.add(several.stream().min(FIRST).orElseThrow());
        } else {
            protecting(several, alone).ifPresent(to::add);
        }
    }

    /** The one that protects more, where one does. */
    private static Optional<Decision> protecting(List<Decision> several, boolean alone) {
        return several.stream()
                .filter(one -> protects(one.verdict(), alone) < Long.MAX_VALUE)
                .min(Comparator.comparingLong((Decision one) -> protects(one.verdict(), alone))
                        .thenComparing(FIRST));
    }

    /** The less, the more it protects; {@link Long#MAX_VALUE} if that cannot be said. */
    private static long protects(Verdict verdict, boolean alone) {
        return switch (verdict) {
            case Verdict.Is(PersonRole role) -> role == PersonRole.MINOR ? 0 : Long.MAX_VALUE;
            case Verdict.Reject _ -> alone ? 0 : Long.MAX_VALUE;
            case Verdict.Restrict _, Verdict.Withdraws _, Verdict.Withhold _ -> 0;
            case Verdict.Warns(var notes) -> -notes.size();
            case Verdict.Allows(Consent consent) -> List.of(Consent.values()).indexOf(consent);
            case Verdict.RetainUntil(var day) -> day.toEpochDay();
            default -> Long.MAX_VALUE;
        };
    }
}
