package org.afterword.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Mention;

/** In which accounts names stand, and with which titles. */
final class Whereabouts {
    private static final int[] NOWHERE = {};

    private final IdTable names;
    private final IdTable accounts = new IdTable();
    private final int[][] where;
    private final int[] counts;
    private final Map<Id, Set<String>> titles = new HashMap<>();

    /**
     * @param names whose mentions count
     */
    Whereabouts(IdTable names) {
        this.names = names;
        this.where = new int[names.size()][];
        this.counts = new int[names.size()];
    }

    void add(Mention mention) {
        int name = names.number(mention.identity());
        if (name < 0) {
            return;
        }
        Called.title(mention.text())
                .ifPresent(title -> titles.computeIfAbsent(mention.identity(), id -> new TreeSet<>())
                        .add(title));
        int account = accounts.add(mention.account());
        int count = counts[name];
        if (count == 0) {
            where[name] = new int[2];
        } else if (where[name][count - 1] == account) {
            return;
        } else if (count == where[name].length) {
            where[name] = Arrays.copyOf(where[name], 2 * count);
        }
        where[name][count] = account;
        counts[name]++;
    }

    /** Their numbers, rising. */
    int[] accounts(Id name) {
        int number = names.number(name);
        if (number < 0 || counts[number] == 0) {
            return NOWHERE;
        }
        int[] sorted = Arrays.copyOf(where[number], counts[number]);
        Arrays.sort(sorted);
        return sorted;
    }

    Set<String> titles(Id name) {
        return titles.getOrDefault(name, Set.of());
    }
}
