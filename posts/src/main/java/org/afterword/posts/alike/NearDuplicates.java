package org.afterword.posts.alike;

import java.util.Arrays;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Shares;
import org.afterword.posts.read.Texts;

/**
 * Posts of different accounts whose texts are nearly the same: the words of one and of the other have at least a
 * certain part of all their words in common (Jaccard similarity).
 *
 * @param compared how many posts have words enough to be compared
 * @param tooShort how many have too few
 * @param pairs of posts of different accounts
 * @param pairsOfOneAccount pairs of posts of one account, which are counted apart
 * @param posts how many posts are in a pair with another account
 * @param chains the compared posts, with texts that hang together by being nearly the same as one shared object; a
 *     text that is like no other is an object that one account shares
 */
public record NearDuplicates(int compared, int tooShort, long pairs, long pairsOfOneAccount, int posts, Shares chains) {
    /**
     * When texts are nearly the same.
     *
     * @param similarity the least, above 0 and at most 1
     * @param leastWords different words that a text needs to be compared
     */
    public record Rule(double similarity, int leastWords) {
        public static final Rule USUAL = new Rule(0.8, 5);
    }

    /** Which part of all pairs of compared posts is nearly the same, those of one account aside in the count. */
    public double shareOfPairs() {
        double all = compared * (compared - 1.0) / 2;
        return all == 0 ? 0 : pairs / all;
    }

    public static NearDuplicates of(Posts posts, Texts texts, Rule rule) {
        WordSets sets = WordSets.of(texts, rule.leastWords());
        return new Counting(posts, sets).count(rule.similarity());
    }

    /**
     * The same within each group alone.
     *
     * @param group of each account, from 0; -1 for none
     */
    public static Between between(Posts posts, Texts texts, Rule rule, int[] group, int groups) {
        WordSets sets = WordSets.of(texts, rule.leastWords());
        var counting = new WithinGroups(posts, sets, group, groups);
        new Candidates(sets, rule.similarity()).each(counting::between);
        return counting.counted();
    }

    /**
     * Pairs within groups. Arrays; do not change them.
     *
     * @param posts of each group, that have words enough
     * @param pairs of each group's posts by different accounts that are nearly the same
     * @param possible of each group's posts by different accounts
     * @param ofAccount how many of the group's pairs the account is in
     * @param possibleOfAccount how many it could be in
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Between(long[] posts, long[] pairs, long[] possible, long[] ofAccount, long[] possibleOfAccount) {
        /**
         * @param group of each account, negative for none
         * @param compared how many posts with words enough each account has
         * @param ofAccount how many pairs each is in
         */
        public static Between of(int[] group, int groups, long[] compared, long[] ofAccount) {
            var sums = new Between(
                    new long[groups], new long[groups], new long[groups], ofAccount, new long[group.length]);
            for (int a = 0; a < group.length; a++) {
                if (group[a] >= 0) {
                    sums.posts[group[a]] += compared[a];
                    sums.pairs[group[a]] += ofAccount[a];
                }
            }
            for (int a = 0; a < group.length; a++) {
                if (group[a] >= 0) {
                    sums.possibleOfAccount[a] = compared[a] * (sums.posts[group[a]] - compared[a]);
                    sums.possible[group[a]] += sums.possibleOfAccount[a];
                }
            }
            for (int g = 0; g < groups; g++) {
                sums.pairs[g] /= 2; // both accounts of a pair have it
                sums.possible[g] /= 2;
            }
            return sums;
        }

        public double share(int group) {
            return part(pairs[group], possible[group]);
        }

        /** As if the account were not there. */
        public double shareWithout(int group, int account) {
            return part(pairs[group] - ofAccount[account], possible[group] - possibleOfAccount[account]);
        }

        private static double part(long pairs, long possible) {
            return possible == 0 ? 0 : pairs / (double) possible;
        }
    }

    /** The posts of each set, by account. */
    private static final class Counting {
        private final WordSets sets;
        private final Posts posts;
        private final int[] start;
        private final int[] members;
        private final int[] chain;
        private final boolean[] paired;
        private long pairs;
        private long ofOneAccount;

        Counting(Posts posts, WordSets sets) {
            this.posts = posts;
            this.sets = sets;
            start = new int[sets.size() + 1];
            for (int set : sets.setOf()) {
                if (set >= 0) {
                    start[set + 1]++;
                }
            }
            for (int s = 0; s < sets.size(); s++) {
                start[s + 1] += start[s];
            }
            members = new int[start[sets.size()]];
            int[] next = Arrays.copyOf(start, sets.size());
            for (int p = 0; p < sets.setOf().length; p++) {
                if (sets.setOf()[p] >= 0) {
                    members[next[sets.setOf()[p]]++] = p;
                }
            }
            chain = new int[sets.size()];
            Arrays.setAll(chain, s -> s);
            paired = new boolean[posts.size()];
        }

        NearDuplicates count(double similarity) {
            for (int s = 0; s < sets.size(); s++) {
                if (start[s + 1] - start[s] > 1) {
                    within(s);
                }
            }
            new Candidates(sets, similarity).each(this::between);
            int found = 0;
            for (boolean one : paired) {
                found += one ? 1 : 0;
            }
            return new NearDuplicates(
                    members.length, posts.size() - members.length, pairs, ofOneAccount, found, chains());
        }

        private int account(int member) {
            return posts.account()[members[member]];
        }

        /** Pairs of posts with the same set of words. */
        private void within(int set) {
            int from = start[set];
            int to = start[set + 1];
            long all = (to - from) * (to - from - 1L) / 2;
            long own = sameAccount(from, to, from, to) - (to - from);
            ofOneAccount += own / 2;
            pairs += all - own / 2;
            mark(from, to, from, to);
        }

        private void between(int a, int b) {
            long all = (long) (start[a + 1] - start[a]) * (start[b + 1] - start[b]);
            long own = sameAccount(start[a], start[a + 1], start[b], start[b + 1]);
            ofOneAccount += own;
            pairs += all - own;
            mark(start[a], start[a + 1], start[b], start[b + 1]);
            mark(start[b], start[b + 1], start[a], start[a + 1]);
            chain[root(a)] = root(b);
        }

        /** Ordered pairs of members, one of each, of the same account. */
        private long sameAccount(int fromA, int toA, int fromB, int toB) {
            if (toA - fromA == 1 && toB - fromB == 1) {
                return account(fromA) == account(fromB) ? 1 : 0;
            }
            int[] a = accounts(fromA, toA);
            int[] b = accounts(fromB, toB);
            long same = 0;
            int i = 0;
            int j = 0;
            while (i < a.length && j < b.length) {
                if (a[i] < b[j]) {
                    i++;
                } else if (a[i] > b[j]) {
                    j++;
                } else {
                    int account = a[i];
                    long inA = 0;
                    long inB = 0;
                    for (; i < a.length && a[i] == account; i++) {
                        inA++;
                    }
                    for (; j < b.length && b[j] == account; j++) {
                        inB++;
                    }
                    same += inA * inB;
                }
            }
            return same;
        }

        private int[] accounts(int from, int to) {
            var accounts = new int[to - from];
            Arrays.setAll(accounts, i -> account(from + i));
            Arrays.sort(accounts);
            return accounts;
        }

        /** Marks those of A that have one of another account in B. */
        private void mark(int fromA, int toA, int fromB, int toB) {
            boolean several = false;
            for (int j = fromB + 1; j < toB && !several; j++) {
                several = account(j) != account(fromB);
            }
            for (int i = fromA; i < toA; i++) {
                if (several || account(i) != account(fromB)) {
                    paired[members[i]] = true;
                }
            }
        }

        private int root(int set) {
            int at = set;
            while (chain[at] != at) {
                chain[at] = chain[chain[at]];
                at = chain[at];
            }
            return at;
        }

        private Shares chains() {
            var number = new int[sets.size()];
            Arrays.fill(number, -1);
            int objects = 0;
            var account = new int[members.length];
            var object = new int[members.length];
            var time = new long[members.length];
            int at = 0;
            for (int p = 0; p < sets.setOf().length; p++) {
                if (sets.setOf()[p] >= 0) {
                    int root = root(sets.setOf()[p]);
                    if (number[root] < 0) {
                        number[root] = objects++;
                    }
                    account[at] = posts.account()[p];
                    object[at] = number[root];
                    time[at++] = posts.time()[p];
                }
            }
            return Shares.of(posts.accounts(), objects, account, object, time);
        }
    }
}
