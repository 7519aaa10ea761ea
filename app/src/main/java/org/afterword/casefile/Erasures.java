package org.afterword.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.afterword.model.Id;

/** What the log says of erasures: which entries and items are gone, and what is read in their place. */
final class Erasures {
    private static final int PAGE = 256;
    private final Map<Long, Logged> entries = new HashMap<>();
    private final Map<Id, Long> items = new HashMap<>();
    private final Map<Long, Entry.StandIn> instead = new HashMap<>();
    private final Set<Long> standing = new HashSet<>();

    /**
     * What entries say of those erased before them, of which the first is looked for from a number on. An entry that
     * cannot be read says nothing here.
     */
    static Erasures of(Container container, long from, Function<Rows.Entry, Optional<Envelope>> read)
            throws CaseException {
        var erasures = new Erasures();
        var first = container.firstErased(from);
        if (first.isPresent()) {
            long next = first.get();
            for (var rows = container.entries(next, PAGE); !rows.isEmpty(); rows = container.entries(next, PAGE)) {
                for (var row : rows) {
                    if (!row.erased()) {
                        read.apply(row).flatMap(Envelope::logged).ifPresent(erasures::take);
                    }
                }
                next = rows.getLast().number() + 1;
            }
        }
        return erasures;
    }

    /** Takes note of an entry, if it is about an erasure. */
    void take(Logged logged) {
        if (logged.entry().orElse(null) instanceof Entry.Erased erased) {
            // Only what came before: nothing that is erased names itself, or what is to come.
            erased.entries().stream()
                    .filter(number -> number < logged.number())
                    .forEach(number -> entries.putIfAbsent(number, logged));
            erased.items().forEach(item -> items.putIfAbsent(item, logged.number()));
            erased.instead().forEach(one -> {
                instead.putIfAbsent(one.entry(), one);
                standing.add(one.by());
            });
        }
    }

    /** The entry that says that the one of this number was erased. */
    Optional<Logged> of(long number) {
        return Optional.ofNullable(entries.get(number));
    }

    /** The number of the entry that says that the item was erased. */
    Optional<Long> of(Id item) {
        return Optional.ofNullable(items.get(item));
    }

    /** Those that were erased, with the number of the entry that says so. */
    Map<Id, Long> items() {
        return items;
    }

    /** How many entries were erased. */
    int size() {
        return entries.size();
    }

    /** Whether the entry is read at the place of another, and not at its own. */
    boolean standsIn(long number) {
        return standing.contains(number);
    }

    /** What is read at the place of an erased entry: what stands in for it, which may be erased and replaced too. */
    Optional<Entry.StandIn> instead(long number) {
        var first = Optional.ofNullable(instead.get(number));
        if (first.isEmpty()) {
            return first;
        }
        Instant at = first.get().at();
        long by = first.get().by();
        while (instead.containsKey(by)) {
            by = instead.get(by).by();
        }
        return entries.containsKey(by) ? Optional.empty() : Optional.of(new Entry.StandIn(number, by, at));
    }
}
