package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.List;
import org.afterword.posts.group.Group;
import org.afterword.posts.read.Membership;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.Ties;
import org.afterword.posts.share.Coordination;

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
     * @param window in milliseconds; counts if there are no answers
     * @param leastObjects so many different objects two accounts share to have a tie, if there are no answers
     */
    static Network of(Posts posts, Membership members, long window, int leastObjects) {
        return posts.ties()
                .map(ties -> of(Insularity.Made.ANSWERS, pairs(ties), posts, members))
                .orElseGet(() -> of(
                        Insularity.Made.SHARING,
                        Coordination.together(posts.shares(), window, leastObjects),
                        posts,
                        members));
    }

    private static long[] pairs(Ties ties) {
        var pairs = new long[ties.size()];
        Arrays.setAll(pairs, i -> Graph.pair(ties.from()[i], ties.to()[i]));
        return Arrays.stream(pairs).sorted().distinct().toArray();
    }

    private static Network of(Insularity.Made made, long[] all, Posts posts, Membership members) {
        int[] group = members.of().clone();
        long[] pairs = all;
        int smaller = 0;
        for (boolean again = true; again; ) {
            pairs = Arrays.stream(pairs)
                    .filter(pair -> group[(int) (pair >>> 32)] >= 0 && group[(int) pair] >= 0)
                    .toArray();
            int[] sizes = sizes(pairs, group, members.names().size());
            again = false;
            for (int g = 0; g < sizes.length; g++) {
                if (sizes[g] > 0 && sizes[g] < Group.LEAST) {
                    leave(group, g);
                    smaller++;
                    again = true;
                }
            }
        }
        return numbered(made, pairs, group, posts, members, smaller, all.length - pairs.length);
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

    /** Accounts and ties in an order that is the same in every run. */
    private static Network numbered(
            Insularity.Made made,
            long[] pairs,
            int[] group,
            Posts posts,
            Membership members,
            int smaller,
            long elsewhere) {
        boolean[] tied = tied(pairs, group.length);
        int[] sizes = sizes(pairs, group, members.names().size());
        int[] kept = java.util.stream.IntStream.range(0, sizes.length)
                .filter(g -> sizes[g] > 0)
                .toArray();
        int[] accounts = Arrays.stream(posts.order()).filter(a -> tied[a]).toArray();
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
        List<String> names = Arrays.stream(kept).mapToObj(members.names()::get).toList();
        return new Network(made, names, Graph.of(groupOf, numbered), numbered, smaller, elsewhere);
    }
}
