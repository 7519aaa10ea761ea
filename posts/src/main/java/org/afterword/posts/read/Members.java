package org.afterword.posts.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes in which group each account is said to belong to; memory grows with accounts, not with rows. */
final class Members {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Ints of = new Ints();

    /** A row says that the account belongs to the group; nothing if it is blank. */
    void add(int account, String group) {
        if (group.isBlank()) {
            return;
        }
        while (of.size() <= account) {
            of.add(NONE);
        }
        int number = numbers.computeIfAbsent(group.strip(), _ -> numbers.size());
        int before = of.get(account);
        of.set(account, before == NONE || before == number ? number : SEVERAL);
    }

    /**
     * @param shuffled the number that each account goes by in the end
     */
    Membership of(int[] shuffled) {
        var sorted = List.copyOf(new TreeSet<>(numbers.keySet()));
        var place = new int[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            place[numbers.getOrDefault(sorted.get(i), 0)] = i;
        }
        var groups = new int[shuffled.length];
        Arrays.fill(groups, NONE);
        int several = 0;
        for (int account = 0; account < of.size(); account++) {
            int number = of.get(account);
            groups[shuffled[account]] = number < 0 ? NONE : place[number];
            several += number == SEVERAL ? 1 : 0;
        }
        return new Membership(sorted, groups, several);
    }
}
