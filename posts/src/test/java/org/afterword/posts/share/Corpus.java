package org.afterword.posts.share;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.afterword.posts.read.Shares;

/** Invented shares: objects of very different popularity, accounts of very different zeal, planted groups. */
final class Corpus {
    final int accounts;
    final int objects;
    final int[] account;
    final int[] object;
    final long[] time;

    /**
     * @param groups of ten accounts, the first of all, that share the same object ten times within a minute
     * @param join how likely each joins an action
     * @param rhythm whether nights and weekends are quiet
     */
    Corpus(int size, int accounts, int objects, int days, int groups, double join, boolean rhythm, long seed) {
        this.accounts = accounts;
        this.objects = objects;
        var random = new SplittableRandom(seed);
        account = new int[size];
        object = new int[size];
        time = new long[size];
        int at = 0;
        for (int action = 0; action < groups * 10; action++) {
            int what = random.nextInt(objects);
            long begin = moment(random, days, rhythm);
            for (int member = 0; member < 10; member++) {
                if (random.nextDouble() < join) {
                    account[at] = action / 10 * 10 + member;
                    object[at] = what;
                    time[at++] = begin + random.nextInt(61) * 1000L;
                }
            }
        }
        double[] zeal = new double[accounts];
        double[] popularity = new double[objects];
        Arrays.setAll(zeal, i -> Math.exp(random.nextGaussian()));
        Arrays.setAll(popularity, i -> 1.0 / (i + 1));
        cumulate(zeal);
        cumulate(popularity);
        int[] mixed = new int[objects];
        Arrays.setAll(mixed, i -> i);
        shuffle(mixed, random);
        for (; at < size; at++) {
            account[at] = drawn(zeal, random);
            object[at] = mixed[drawn(popularity, random)];
            time[at] = moment(random, days, rhythm);
        }
    }

    private static long moment(SplittableRandom random, int days, boolean rhythm) {
        while (true) {
            long moment = (long) (random.nextDouble() * days * 86_400_000L);
            double hour = moment / 3_600_000.0 % 24;
            long day = moment / 86_400_000L % 7;
            double quiet = (1 + Math.sin(Math.TAU * (hour - 9) / 24)) / 2 * (day < 5 ? 1 : 0.4);
            if (!rhythm || random.nextDouble() < quiet) {
                return 1_700_000_000_000L + moment / 1000 * 1000;
            }
        }
    }

    private static void cumulate(double[] weights) {
        for (int i = 1; i < weights.length; i++) {
            weights[i] += weights[i - 1];
        }
    }

    private static int drawn(double[] cumulated, SplittableRandom random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return found < 0 ? -found - 1 : found;
    }

    static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }

    void shuffleTimes(SplittableRandom random) {
        int[] order = new int[time.length];
        Arrays.setAll(order, i -> i);
        shuffle(order, random);
        long[] before = time.clone();
        for (int i = 0; i < time.length; i++) {
            time[i] = before[order[i]];
        }
    }

    Shares shares() {
        return Shares.of(accounts, objects, account, object, time);
    }
}
