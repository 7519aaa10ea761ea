package org.afterword.posts.tie;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The configuration model: networks in which every account has as many ties as it has, and otherwise chance rules. Two
 * ties exchange their ends, again and again, unless that would make a tie to oneself or a second one (Maslov and Sneppen
 * 2002).
 */
final class Rewiring {
    /**
     * So many exchanges a tie are tried before the first network, and so many between two: of the ties, one in 20,000 was
     * not exchanged before the first, one in 50 not since the one before.
     */
    private static final int FIRST = 5;

    private static final int NEXT = 2;

    private static final int TOGETHER = 32;

    private final int[] group;
    private final long[] pairs;
    private final PairSet there;
    private final SplittableRandom random;
    private final int[] one = new int[TOGETHER];
    private final int[] other = new int[TOGETHER];
    private final boolean[] cross = new boolean[TOGETHER];

    @SuppressWarnings("UnusedVariable") // what is only looked at would not be looked at
    private long seen;

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
        for (long left = times; left > 0; left -= TOGETHER) {
            int some = (int) Math.min(TOGETHER, left);
            draw(some);
            for (int i = 0; i < some; i++) {
                exchange(one[i], other[i], cross[i]);
            }
        }
    }

    /**
     * Draws some exchanges ahead, and looks at all places in memory where they will search: one after the other each would
     * be waited for, all at once they come together. That some ties are drawn more often by one in a thousand changes
     * nothing: it does not depend on what they are.
     */
    private void draw(int some) {
        for (int i = 0; i < some; i++) {
            long drawn = random.nextLong();
            one[i] = (int) (((drawn >>> 33) * pairs.length) >>> 31);
            other[i] = (int) ((((drawn >>> 2) & Integer.MAX_VALUE) * pairs.length) >>> 31);
            cross[i] = (drawn & 1) == 1;
        }
        for (int i = 0; i < some; i++) {
            seen += pairs[one[i]] + pairs[other[i]];
        }
        for (int i = 0; i < some; i++) {
            long first = pairs[one[i]];
            long second = pairs[other[i]];
            seen += there.glance(first)
                    + there.glance(second)
                    + there.glance(first(first, second, cross[i]))
                    + there.glance(second(first, second, cross[i]));
        }
    }

    private static int low(long pair) {
        return (int) (pair >>> 32);
    }

    private static int high(long pair) {
        return (int) pair;
    }

    private static long first(long one, long other, boolean cross) {
        return Graph.pair(low(one), cross ? low(other) : high(other));
    }

    private static long second(long one, long other, boolean cross) {
        return Graph.pair(cross ? high(other) : low(other), high(one));
    }

    private void exchange(int one, int other, boolean cross) {
        long first = first(pairs[one], pairs[other], cross);
        long second = second(pairs[one], pairs[other], cross);
        if (low(first) != high(first)
                && low(second) != high(second)
                && first != second
                && !there.contains(first)
                && !there.contains(second)) {
            there.add(first);
            there.add(second);
            there.remove(pairs[one]);
            there.remove(pairs[other]);
            pairs[one] = first;
            pairs[other] = second;
        }
    }
}
