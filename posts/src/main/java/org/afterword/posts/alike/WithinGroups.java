package org.afterword.posts.alike;

import java.util.HashMap;
import java.util.Map;
import org.afterword.posts.read.Posts;

/** Counts pairs of posts that are nearly the same within each group, by account. */
final class WithinGroups {
    /** For each set of words: how many posts each account has with it. */
    private final Map<Integer, Map<Integer, Integer>> bySet = new HashMap<>();

    private final int[] group;
    private final int[] posts;
    private final long[] pairs;
    private final long[] possible;
    private final long[] ofAccount;
    private final long[] possibleOfAccount;

    WithinGroups(Posts of, WordSets sets, int[] group, int groups) {
        this.group = group;
        posts = new int[groups];
        pairs = new long[groups];
        possible = new long[groups];
        ofAccount = new long[group.length];
        possibleOfAccount = new long[group.length];
        var written = new int[group.length];
        for (int p = 0; p < sets.setOf().length; p++) {
            int set = sets.setOf()[p];
            int account = of.account()[p];
            if (set >= 0 && group[account] >= 0) {
                bySet.computeIfAbsent(set, _ -> new HashMap<>(2)).merge(account, 1, Integer::sum);
                posts[group[account]]++;
                written[account]++;
            }
        }
        for (int account = 0; account < group.length; account++) {
            if (group[account] >= 0) {
                int others = posts[group[account]] - written[account];
                possibleOfAccount[account] = (long) written[account] * others;
                possible[group[account]] += possibleOfAccount[account];
            }
        }
        for (int g = 0; g < groups; g++) {
            possible[g] /= 2;
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
        var twice = new HashMap<Integer, Long>();
        accounts.forEach((account, count) -> {
            long mine = count * (all.getOrDefault(group[account], 0L) - count);
            ofAccount[account] += mine;
            twice.merge(group[account], mine, Long::sum);
        });
        twice.forEach((g, count) -> pairs[g] += count / 2);
    }

    /** Two sets of words that are nearly the same. */
    void between(int a, int b) {
        Map<Integer, Integer> one = bySet.getOrDefault(a, Map.of());
        Map<Integer, Integer> other = bySet.getOrDefault(b, Map.of());
        if (!one.isEmpty() && !other.isEmpty()) {
            add(one, other, true);
            add(other, one, false);
        }
    }

    private void add(Map<Integer, Integer> one, Map<Integer, Integer> other, boolean count) {
        Map<Integer, Long> there = byGroup(other);
        one.forEach((account, times) -> {
            long others = there.getOrDefault(group[account], 0L) - other.getOrDefault(account, 0);
            ofAccount[account] += times * others;
            if (count) {
                pairs[group[account]] += times * others;
            }
        });
    }

    NearDuplicates.Between counted() {
        return new NearDuplicates.Between(posts, pairs, possible, ofAccount, possibleOfAccount);
    }
}
