package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.afterword.posts.group.Group;

/**
 * The network of a dataset: accounts of groups of which ten or more have ties.
 *
 * @param names of these groups
 * @param pairs as {@link Graph#of} takes them
 * @param smaller how many groups have ties, but fewer than ten accounts that do
 * @param elsewhere pairs with an account that is in no group of the network
 */
@SuppressWarnings("ArrayRecordComponent")
record Network(Insularity.Made made, List<String> names, Graph graph, long[] pairs, int smaller, long elsewhere) {
    private static final int NONE = -1;

    /**
     * @param names of the groups, sorted
     * @param of the group of each account, negative for none; accounts go by their place in the order that is the same in
     *     every run
     * @param tied pairs of accounts of groups, each once, as {@link Graph#pair}; others may be missing
     * @param ties how many pairs there are, with those that are missing
     */
    static Network of(Insularity.Made made, List<String> names, int[] of, long[] tied, long ties) {
        int[] group = of.clone();
        long[] pairs = tied;
        int smaller = 0;
        for (boolean again = true; again; ) {
            pairs = Arrays.stream(pairs)
                    .filter(pair -> group[(int) (pair >>> 32)] >= 0 && group[(int) pair] >= 0)
                    .toArray();
            int[] sizes = sizes(pairs, group, names.size());
            again = false;
            for (int g = 0; g < sizes.length; g++) {
                if (sizes[g] > 0 && sizes[g] < Group.LEAST) {
                    leave(group, g);
                    smaller++;
                    again = true;
                }
            }
        }
        return numbered(made, names, pairs, group, smaller, ties - pairs.length);
    }

    private static void leave(int[] group, int some) {
        for (int a = 0; a < group.length; a++) {
            group[a] = group[a] == some ? NONE : group[a];
        }
    }

    private static boolean[] tied(long[] pairs, int accounts) {
        var tied = new boolean[accounts];
        for (long pair : pairs) {
            tied[(int) (pair >>> 32)] = true;
            tied[(int) pair] = true;
        }
        return tied;
    }

    private static int[] sizes(long[] pairs, int[] group, int groups) {
        var sizes = new int[groups];
        boolean[] tied = tied(pairs, group.length);
        for (int a = 0; a < tied.length; a++) {
            if (tied[a]) {
                sizes[group[a]]++;
            }
        }
        return sizes;
    }

    private static Network numbered(
            Insularity.Made made, List<String> names, long[] pairs, int[] group, int smaller, long elsewhere) {
        boolean[] tied = tied(pairs, group.length);
        int[] sizes = sizes(pairs, group, names.size());
        int[] kept = IntStream.range(0, sizes.length).filter(g -> sizes[g] > 0).toArray();
        int[] accounts = IntStream.range(0, tied.length).filter(a -> tied[a]).toArray();
        var place = new int[group.length];
        var groupOf = new int[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            place[accounts[i]] = i;
            groupOf[i] = Arrays.binarySearch(kept, group[accounts[i]]);
        }
        long[] numbered = Arrays.stream(pairs)
                .map(pair -> Graph.pair(place[(int) (pair >>> 32)], place[(int) pair]))
                .sorted()
                .toArray();
        List<String> keptNames = Arrays.stream(kept).mapToObj(names::get).toList();
        return new Network(made, keptNames, Graph.of(groupOf, numbered), numbered, smaller, elsewhere);
    }
}
