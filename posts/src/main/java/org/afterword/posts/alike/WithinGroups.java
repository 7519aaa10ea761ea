package org.afterword.posts.alike;

import java.util.HashMap;
import java.util.Map;
import org.afterword.posts.read.Posts;

/** Counts pairs of posts that are nearly the same within each group, by account. */
final class WithinGroups {
    /** For each set of words: how many posts each account has with it. */
    private final Map<Integer, Map<Integer, Integer>> bySet = new HashMap<>();

    private final int[] group;
    private final int groups;
    private final long[] compared;
    private final long[] ofAccount;

    WithinGroups(Posts of, WordSets sets, int[] group, int groups) {
        this.group = group;
        this.groups = groups;
        ofAccount = new long[group.length];
        compared = new long[group.length];
        for (int p = 0; p < sets.setOf().length; p++) {
            int set = sets.setOf()[p];
            int account = of.account()[p];
            if (set >= 0 && group[account] >= 0) {
                bySet.computeIfAbsent(set, _ -> new HashMap<>(2)).merge(account, 1, Integer::sum);
                compared[account]++;
            }
        }
        bySet.values().forEach(this::within);
    }

    private Map<Integer, Long> byGroup(Map<Integer, Integer> accounts) {
        var sums = new HashMap<Integer, Long>();
        accounts.forEach((account, count) -> sums.merge(group[account], (long) count, Long::sum));
        return sums;
    }

    private void within(Map<Integer, Integer> accounts) {
        Map<Integer, Long> all = byGroup(accounts);
        accounts.forEach(
                (account, count) -> ofAccount[account] += count * (all.getOrDefault(group[account], 0L) - count));
    }

    /** Two sets of words that are nearly the same. */
    void between(int a, int b) {
        Map<Integer, Integer> one = bySet.getOrDefault(a, Map.of());
        Map<Integer, Integer> other = bySet.getOrDefault(b, Map.of());
        if (!one.isEmpty() && !other.isEmpty()) {
            add(one, other);
            add(other, one);
        }
    }

    private void add(Map<Integer, Integer> one, Map<Integer, Integer> other) {
        Map<Integer, Long> there = byGroup(other);
        one.forEach((account, times) -> {
            long others = there.getOrDefault(group[account], 0L) - other.getOrDefault(account, 0);
            ofAccount[account] += times * others;
        });
    }

    NearDuplicates.Between counted() {
        return NearDuplicates.Between.of(group, groups, compared, ofAccount);
    }
}
