package org.afterword.posts.read;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Who shared what when: for every object its shares in the order of time. An array each, since there are millions.
 * Do not change them.
 *
 * @param accounts how many accounts there are
 * @param start where the shares of an object begin; those of object o end before {@code start[o + 1]}
 * @param account the account of each share, a label of this run
 * @param time when, in milliseconds since 1970
 * @param repeated how many shares were left out, since the same post shared the same object twice
 */
@SuppressWarnings("ArrayRecordComponent")
public record Shares(int accounts, int[] start, int[] account, long[] time, int repeated) implements ShareParts {
    @Override
    public int objects() {
        return start.length - 1;
    }

    @Override
    public long size() {
        return account.length;
    }

    @Override
    public void each(Consumer<Shares> part) {
        part.accept(this);
    }

    @Override
    public void times(Consumer<long[]> some) {
        long[] sorted = time.clone();
        Arrays.sort(sorted);
        some.accept(sorted);
    }

    /**
     * @param accounts how many accounts there are
     * @param objects how many objects
     * @param account of each share
     * @param object of each share
     * @param time of each share, in milliseconds
     */
    public static Shares of(int accounts, int objects, int[] account, int[] object, long[] time) {
        var post = new int[account.length];
        Arrays.setAll(post, i -> i);
        return of(accounts, objects, account.length, post, object, account, time, false);
    }

    /**
     * @param post of each share, to which account and time belong
     * @param repeats whether a post may share an object twice
     */
    static Shares of(
            int accounts,
            int objects,
            int size,
            int[] post,
            int[] object,
            int[] account,
            long[] time,
            boolean repeats) {
        var start = new int[objects + 1];
        for (int i = 0; i < size; i++) {
            start[object[i] + 1]++;
        }
        for (int o = 0; o < objects; o++) {
            start[o + 1] += start[o];
        }
        int[] next = Arrays.copyOf(start, objects);
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[object[i]]++] = post[i];
        }
        int kept = 0;
        int from = 0;
        for (int o = 0; o < objects; o++) {
            int to = start[o + 1];
            sort(order, from, to, time, repeats);
            start[o] = kept;
            for (int i = from; i < to; i++) {
                if (!repeats || i == from || order[i] != order[i - 1]) {
                    order[kept++] = order[i];
                }
            }
            from = to;
        }
        start[objects] = kept;
        var accountOf = new int[kept];
        var timeOf = new long[kept];
        for (int i = 0; i < kept; i++) {
            accountOf[i] = account[order[i]];
            timeOf[i] = time[order[i]];
        }
        return new Shares(accounts, start, accountOf, timeOf, size - kept);
    }

    /** By time, then by post. */
    private static void sort(int[] order, int from, int to, long[] time, boolean repeats) {
        boolean sorted = !repeats;
        for (int i = from + 1; sorted && i < to; i++) {
            sorted = time[order[i - 1]] <= time[order[i]];
        }
        if (sorted) {
            return;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            first = Math.min(first, time[order[i]]);
            last = Math.max(last, time[order[i]]);
        }
        if (last - first >= 1L << 32) {
            Integer[] boxed = new Integer[to - from];
            Arrays.setAll(boxed, i -> order[from + i]);
            Arrays.sort(
                    boxed,
                    java.util.Comparator.<Integer>comparingLong(p -> time[p]).thenComparingInt(p -> p));
            for (int i = from; i < to; i++) {
                order[i] = boxed[i - from];
            }
            return;
        }
        var keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = ((time[order[i]] - first) << 31) | order[i];
        }
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
            order[i] = (int) (keys[i - from] & Integer.MAX_VALUE);
        }
    }
}
