package org.afterword.posts.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes in which group each account is said to belong to. */
final class Members {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Ints groups = new Ints();
    private final Ints accounts = new Ints();

    /** A row says that the account belongs to the group; nothing if it is blank. */
    void add(int account, String group) {
        if (!group.isBlank()) {
            accounts.add(account);
            groups.add(numbers.computeIfAbsent(group.strip(), _ -> numbers.size()));
        }
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
        var of = new int[shuffled.length];
        java.util.Arrays.fill(of, NONE);
        for (int i = 0; i < accounts.size(); i++) {
            int account = shuffled[accounts.get(i)];
            int group = place[groups.get(i)];
            of[account] = of[account] == NONE || of[account] == group ? group : SEVERAL;
        }
        int several = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] == SEVERAL) {
                several++;
                of[i] = NONE;
            }
        }
        return new Membership(sorted, of, several);
    }
}
