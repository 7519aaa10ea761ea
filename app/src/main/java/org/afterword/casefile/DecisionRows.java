package org.afterword.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return tables.list("select * from held order by seq", Heads.Head::of);
    }

    List<Decision> holding(Id target, String aspect) {
        return Heads.holding(tables.list(
                "select * from held where target = ? and aspect = ? order by seq", Heads.Head::of, target, aspect));
    }

    List<Made> history() {
        Map<Id, List<Id>> seen = new HashMap<>();
        tables.each(
                "select decision, before from seen",
                row -> seen.computeIfAbsent(Row.id(row, "decision"), decision -> new ArrayList<>())
                        .add(Row.id(row, "before")));
        Map<Heads.Key, List<Id>> before = new HashMap<>();
        return tables.list("select * from decision order by seq", row -> {
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
                "select * from decision where not undone and not came"
                        + " and seq > (select coalesce(max(decision), 0) from erasure) order by seq desc limit ?",
                Row::decision,
                limit);
    }

    boolean alone(Id decision) {
        return tables.first("select alone from decision where id = ?", row -> row.getString("alone"), decision)
                .filter(coder -> !coder.isEmpty())
                .isPresent();
    }
}
