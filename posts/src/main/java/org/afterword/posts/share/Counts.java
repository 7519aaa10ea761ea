package org.afterword.posts.share;

import java.util.Arrays;
import java.util.List;

/**
 * How many pairs of accounts share the same objects within a window, at least so many times.
 *
 * @param pairsOfPosts pairs of posts of different accounts that share the same object within the window
 * @param byPairs pairs of accounts with at least 1, 2, 3, 5 and 10 such pairs of posts
 * @param byObjects with at least so many different objects
 * @param byBothSides with at least so many posts of each side that take part
 * @param directed ordered pairs, with at least so many posts of the first that take part
 */
public record Counts(
        long pairsOfPosts, List<Long> byPairs, List<Long> byObjects, List<Long> byBothSides, List<Long> directed) {
    /** The least numbers for which is counted. */
    public static final List<Integer> LEAST = List.of(1, 2, 3, 5, 10);

    /** Counts that grow. */
    static final class Sum {
        private static final int[] STEPS = LEAST.stream().mapToInt(n -> n).toArray();

        private long pairsOfPosts;
        private final long[] byPairs = new long[STEPS.length];
        private final long[] byObjects = new long[STEPS.length];
        private final long[] byBothSides = new long[STEPS.length];
        private final long[] directed = new long[STEPS.length];

        void add(long pairs, int objects, int ofLower, int ofHigher) {
            pairsOfPosts += pairs;
            count(byPairs, pairs);
            count(byObjects, objects);
            count(byBothSides, Math.min(ofLower, ofHigher));
            count(directed, ofLower);
            count(directed, ofHigher);
        }

        private static void count(long[] of, long value) {
            for (int i = 0; i < STEPS.length && value >= STEPS[i]; i++) {
                of[i]++;
            }
        }

        Counts done() {
            return new Counts(pairsOfPosts, list(byPairs), list(byObjects), list(byBothSides), list(directed));
        }

        private static List<Long> list(long[] of) {
            return Arrays.stream(of).boxed().toList();
        }
    }
}
