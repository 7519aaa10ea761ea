package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The configuration model: networks in which every account has as many ties as it has, and otherwise chance rules. Two
 * ties exchange their ends, again and again, unless that would make a tie to oneself or a second one (Maslov and Sneppen
 * 2002).
 */
final class Rewiring {
    /** So many exchanges a tie are tried before the first network, and so many between two. */
    private static final int FIRST = 10;

    private static final int NEXT = 2;

    private final int[] group;
    private final long[] pairs;
    private final PairSet there;
    private final SplittableRandom random;

    /**
     * @param pairs as {@link Graph#of} takes them
     */
    Rewiring(int[] group, long[] pairs, long seed) {
        this.group = group;
        this.pairs = pairs.clone();
        there = new PairSet(pairs.length);
        Arrays.stream(pairs).forEach(there::add);
        random = new SplittableRandom(seed);
        exchange((long) FIRST * pairs.length);
    }

    Graph next() {
        exchange((long) NEXT * pairs.length);
        return Graph.of(group, pairs);
    }

    private void exchange(long times) {
        for (long i = 0; i < times; i++) {
            int one = random.nextInt(pairs.length);
            int other = random.nextInt(pairs.length);
            boolean cross = random.nextBoolean();
            int a = (int) (pairs[one] >>> 32);
            int b = (int) pairs[one];
            int c = cross ? (int) pairs[other] : (int) (pairs[other] >>> 32);
            int d = cross ? (int) (pairs[other] >>> 32) : (int) pairs[other];
            long first = Graph.pair(a, d);
            long second = Graph.pair(c, b);
            if (a != d && c != b && first != second && !there.contains(first) && !there.contains(second)) {
                there.remove(pairs[one]);
                there.remove(pairs[other]);
                there.add(first);
                there.add(second);
                pairs[one] = first;
                pairs[other] = second;
            }
        }
    }
}
