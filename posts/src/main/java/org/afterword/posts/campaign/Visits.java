package org.afterword.posts.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.afterword.posts.read.Posts;

/**
 * What an account aims at the target within a day is one visit, at the time of its first post. Accounts go by their place
 * in the order that is the same in every run. Do not change the arrays.
 *
 * @param account of each visit, in the order of time
 * @param hour of each visit, from the first hour of the data
 * @param first the first hour of the data, in hours since 1970
 * @param hours how many hours the data have
 */
@SuppressWarnings("ArrayRecordComponent")
record Visits(int[] account, int[] hour, long first, int hours) {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    static Visits of(Posts posts, BitSet aimed) {
        int[] place = places(posts);
        long first = Math.floorDiv(Arrays.stream(posts.time()).min().orElse(0), HOUR);
        long last = Math.floorDiv(Arrays.stream(posts.time()).max().orElse(0), HOUR);
        int[] byAccount = aimed.stream()
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(p -> place[posts.account()[p]])
                        .thenComparingLong(p -> posts.time()[p]))
                .mapToInt(p -> p)
                .toArray();
        int[] visits = starts(posts, byAccount);
        int[] inTime = Arrays.stream(visits)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(p -> posts.time()[p])
                        .thenComparingInt(p -> place[posts.account()[p]]))
                .mapToInt(p -> p)
                .toArray();
        return new Visits(
                Arrays.stream(inTime).map(p -> place[posts.account()[p]]).toArray(),
                Arrays.stream(inTime)
                        .map(p -> (int) (Math.floorDiv(posts.time()[p], HOUR) - first))
                        .toArray(),
                first,
                (int) (last - first + 1));
    }

    /** Where each account stands in the order that is the same in every run. */
    static int[] places(Posts posts) {
        var place = new int[posts.accounts()];
        IntStream.range(0, place.length).forEach(i -> place[posts.order()[i]] = i);
        return place;
    }

    private static int[] starts(Posts posts, int[] byAccount) {
        var starts = new int[byAccount.length];
        int size = 0;
        for (int p : byAccount) {
            int before = size == 0 ? -1 : starts[size - 1];
            if (before < 0
                    || posts.account()[before] != posts.account()[p]
                    || posts.time()[p] - posts.time()[before] > DAY) {
                starts[size++] = p;
            }
        }
        return Arrays.copyOf(starts, size);
    }

    int size() {
        return account.length;
    }

    int[] perHour() {
        var counts = new int[hours];
        for (int h : hour) {
            counts[h]++;
        }
        return counts;
    }

    /** How many accounts wrote anything else in each hour; one account counts once an hour. */
    static int[] others(Posts posts, BitSet aimed, long first, int hours) {
        long[] seen = IntStream.range(0, posts.size())
                .filter(p -> !aimed.get(p))
                .mapToLong(p -> (Math.floorDiv(posts.time()[p], HOUR) - first) << 32 | posts.account()[p])
                .sorted()
                .distinct()
                .toArray();
        var counts = new int[hours];
        for (long one : seen) {
            counts[(int) (one >>> 32)]++;
        }
        return counts;
    }
}
