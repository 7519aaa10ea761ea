package org.afterword.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.model.Decision;
import org.afterword.model.Id;

/** What the table of decisions answers. */
final class DecisionRows {
    private final Tables tables;

    DecisionRows(Tables tables) {
        this.tables = tables;
    }

    List<Decision> holding() {
        return Heads.holding(heads());
    }

    List<List<Decision>> conflicts() {
        return Heads.conflicts(heads());
    }

    private List<Heads.Head> heads() {
        return tables.list(Row.DECISION + "held order by seq", Heads.Head::of);
    }

    List<Decision> holding(Id target, String aspect) {
        return Heads.holding(tables.list(
                Row.DECISION + "held where target = ? and aspect = ? order by seq", Heads.Head::of, target, aspect));
    }

    /** Of these aspects; of one that ends with a colon, whatever begins so. */
    List<Decision> holding(Set<String> aspects) {
        var wanted = new ArrayList<String>();
        var bounds = new ArrayList<>();
        for (String aspect : new TreeSet<>(aspects)) {
            wanted.add(aspect.endsWith(":") ? "(aspect >= ? and aspect < ?)" : "aspect = ?");
            bounds.add(aspect);
            if (aspect.endsWith(":")) {
                bounds.add(aspect.substring(0, aspect.length() - 1) + ';');
            }
        }
        return Heads.holding(tables.list(
                Row.DECISION + "held where " + String.join(" or ", wanted) + " order by seq",
                Heads.Head::of,
                bounds.toArray()));
    }

    List<Decision> about(Id target) {
        return Heads.holding(tables.list(Row.DECISION + "held where target = ? order by seq", Heads.Head::of, target));
    }

    Optional<Id> target(Id decision) {
        return tables.first("select target from decision where id = ?", row -> Row.id(row, "target"), decision);
    }

    String aspect(Id decision) {
        return tables.first("select aspect from decision where id = ?", row -> row.getString("aspect"), decision)
                .orElse("");
    }

    /** Its number among all that were made; -1 if there is no such decision. */
    long place(Id decision) {
        return tables.first("select seq from decision where id = ?", row -> row.getLong("seq"), decision)
                .orElse(-1L);
    }

    boolean merged() {
        return tables.first("select 1 from decision where came limit 1", _ -> true)
                .isPresent();
    }

    List<Made> history() {
        Map<Id, List<Id>> seen = new HashMap<>();
        tables.each(
                "select decision, before from seen",
                row -> seen.computeIfAbsent(Row.id(row, "decision"), decision -> new ArrayList<>())
                        .add(Row.id(row, "before")));
        Map<Heads.Key, List<Id>> before = new HashMap<>();
        return tables.list(Row.DECISION + "decision order by seq", row -> {
            Heads.Head head = Heads.Head.of(row);
            Id id = head.decision().id();
            List<Id> earlier = before.computeIfAbsent(head.key(), key -> new ArrayList<>());
            List<Id> known = row.getBoolean("came") ? seen.getOrDefault(id, List.of()) : earlier;
            var made = new Made(head.decision(), row.getBoolean("undone"), known);
            earlier.add(id);
            return made;
        });
    }

    /** Made here and not taken back, the newest first; none that is older than an erasure. */
    List<Decision> newest(int limit) {
        return tables.list(
                Row.DECISION + "decision where not undone and not came"
                        + " and seq > (select coalesce(max(decision), 0) from erasure) order by seq desc limit ?",
                Row::decision,
                limit);
    }

    /** A list of what it does not follow from, so that a new kind of decision counts. */
    boolean besideProtection(Id decision) {
        return tables.first("""
                        select alone <> '' or aspect in ('vantage', 'content-note') or (aspect = 'review'
                            and exists (select 1 from suggestion where suggestion.id = decision.target and kind = 'Stated')) as beside
                        from decision where id = ?
                        """, row -> row.getBoolean("beside"), decision).orElse(false);
    }
}
