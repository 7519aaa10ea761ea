package org.afterword.posts.tie;

import java.util.Arrays;

/**
 * Accounts of groups and the ties between them. Two accounts have one tie or none. Do not change the arrays.
 *
 * @param group of each account
 * @param start where the neighbours of an account begin; those of account a end before {@code start[a + 1]}
 * @param neighbour by account
 */
@SuppressWarnings("ArrayRecordComponent")
record Graph(int[] group, int[] start, int[] neighbour) {
    /**
     * @param group of each account
     * @param pairs of accounts, each once: the lower number in the upper half, the higher in the lower
     */
    static Graph of(int[] group, long[] pairs) {
        var start = new int[group.length + 1];
        for (long pair : pairs) {
            start[(int) (pair >>> 32) + 1]++;
            start[(int) pair + 1]++;
        }
        for (int a = 0; a < group.length; a++) {
            start[a + 1] += start[a];
        }
        var neighbour = new int[pairs.length * 2];
        int[] next = Arrays.copyOf(start, group.length);
        for (long pair : pairs) {
            int a = (int) (pair >>> 32);
            int b = (int) pair;
            neighbour[next[a]++] = b;
            neighbour[next[b]++] = a;
        }
        return new Graph(group, start, neighbour);
    }

    static long pair(int a, int b) {
        return a < b ? ((long) a << 32) | b : ((long) b << 32) | a;
    }

    int size() {
        return group.length;
    }

    int ties() {
        return neighbour.length / 2;
    }

    int degree(int account) {
        return start[account + 1] - start[account];
    }

    /** How many ties an account has to a group. */
    int to(int account, int some) {
        int count = 0;
        for (int i = start[account]; i < start[account + 1]; i++) {
            count += group[neighbour[i]] == some ? 1 : 0;
        }
        return count;
    }
}
