package org.afterword.posts.campaign;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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

    static Visits of(AimedPosts aimed) {
        long first = hour(aimed.first());
        int[] byAccount = sorted(
                IntStream.range(0, aimed.account().length),
                Comparator.<Integer>comparingInt(p -> aimed.account()[p]).thenComparingLong(p -> aimed.time()[p]));
        int[] inTime = sorted(
                Arrays.stream(starts(aimed, byAccount)),
                Comparator.<Integer>comparingLong(p -> aimed.time()[p]).thenComparingInt(p -> aimed.account()[p]));
        return new Visits(
                Arrays.stream(inTime).map(p -> aimed.account()[p]).toArray(),
                Arrays.stream(inTime)
                        .map(p -> (int) (hour(aimed.time()[p]) - first))
                        .toArray(),
                first,
                (int) (hour(aimed.last()) - first + 1));
    }

    /** In hours since 1970. */
    static long hour(long millis) {
        return Math.floorDiv(millis, HOUR);
    }

    private static int[] sorted(IntStream posts, Comparator<Integer> by) {
        return posts.boxed().sorted(by).mapToInt(p -> p).toArray();
    }

    private static int[] starts(AimedPosts aimed, int[] byAccount) {
        var starts = new int[byAccount.length];
        int size = 0;
        for (int p : byAccount) {
            int before = size == 0 ? -1 : starts[size - 1];
            if (before < 0
                    || aimed.account()[before] != aimed.account()[p]
                    || aimed.time()[p] - aimed.time()[before] > DAY) {
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
}
