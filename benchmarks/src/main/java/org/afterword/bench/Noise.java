package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.afterword.posts.read.Shares;
import org.afterword.posts.share.Coordination;

/**
 * Planted groups of which each member joins half of the actions: which of their pairs stand out, and what else does.
 *
 * @param account of each share; a planted one is one of the first two thousand, ten to a group
 * @param object what is shared
 * @param time in milliseconds
 * @param action which planted action a share belongs to, -1 if none
 * @param accounts how many there are
 * @param objects how many there are
 */
@SuppressWarnings("ArrayRecordComponent")
record Noise(int[] account, int[] object, long[] time, int[] action, int accounts, int objects) {
    private static final int PLANTED = 2_000;
    private static final int TOGETHER = 10;
    private static final double PLANTED_PAIRS = PLANTED * (TOGETHER - 1) / 2.0;
    private static final long WINDOW = 60_000;
    private static final long FIRST = 1_700_000_000_000L;
    private static final long DAY = 86_400_000L;
    private static final int DAYS = 30;

    /**
     * @param shares with object, account, post and time, as the common script writes them
     * @param truth with post and action
     */
    static Noise read(Path shares, Path truth) throws IOException {
        Map<String, Integer> actions = new HashMap<>();
        for (String line : rows(truth)) {
            String[] fields = line.split(",", -1);
            actions.put(fields[0], Integer.valueOf(fields[1]));
        }
        List<String> rows = rows(shares);
        var noise = new Noise(
                new int[rows.size()], new int[rows.size()], new long[rows.size()], new int[rows.size()], 0, 0);
        int accounts = 0;
        int objects = 0;
        for (int i = 0; i < rows.size(); i++) {
            String[] fields = rows.get(i).split(",", -1);
            noise.object[i] = number(fields[0]);
            noise.account[i] = number(fields[1]);
            noise.time[i] = Long.parseLong(fields[3]) * 1000;
            noise.action[i] = actions.getOrDefault(fields[2], -1);
            objects = Math.max(objects, noise.object[i] + 1);
            accounts = Math.max(accounts, noise.account[i] + 1);
        }
        return new Noise(noise.account, noise.object, noise.time, noise.action, accounts, objects);
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /** The same with other times: nights and weekends are quiet, and a planted action moves as a whole. */
    Noise withRhythm() {
        var random = new SplittableRandom(1);
        Map<Integer, Long> moved = new HashMap<>();
        var times = new long[time.length];
        for (int i = 0; i < times.length; i++) {
            long begin = time[i];
            times[i] = action[i] < 0
                    ? moment(random)
                    : begin + moved.computeIfAbsent(action[i], _ -> moment(random) - begin);
        }
        return new Noise(account, object, times, action, accounts, objects);
    }

    private static long moment(SplittableRandom random) {
        while (true) {
            long moment = random.nextLong(DAYS * DAY) / 1000 * 1000;
            double day = (double) (moment % DAY) / DAY;
            double quiet = (1 + Math.sin(Math.TAU * (day - 0.375))) / 2 * (moment / DAY % 7 < 5 ? 1 : 0.4);
            if (random.nextDouble() < quiet) {
                return FIRST + moment;
            }
        }
    }

    /** Recall and precision at a false-discovery rate of 5 %, beside counting alone. */
    Figure figure(String when) throws IOException {
        Shares shares = Shares.of(accounts, objects, account, object, time);
        var found = new ArrayList<long[]>();
        double seconds =
                Timing.once(() -> found.add(Coordination.outstanding(shares, WINDOW, new Coordination.Rule(2, 0.05))));
        long[] outstanding = found.getFirst();
        return Figure.alone(
                "posts",
                "the common million, of which half join, " + when + ": which pairs stand out within 60 s",
                1,
                seconds,
                String.format(
                        Locale.ROOT,
                        "recall %.3f, precision %.4f, so %.4f of what stands out is chance where 0.05 is allowed; counting"
                                + " two links alone %s, three %s; a recall of .72 wanted",
                        recall(outstanding),
                        precision(outstanding),
                        1 - precision(outstanding),
                        counting(shares, 2),
                        counting(shares, 3)));
    }

    private static String counting(Shares shares, int least) {
        long[] pairs = Coordination.together(shares, WINDOW, least);
        return String.format(Locale.ROOT, "%.3f at %.3f", recall(pairs), precision(pairs));
    }

    private static double recall(long[] pairs) {
        return planted(pairs) / PLANTED_PAIRS;
    }

    private static double precision(long[] pairs) {
        return planted(pairs) / (double) Math.max(1, pairs.length);
    }

    private static long planted(long[] pairs) {
        LongPredicate planted = pair -> (int) pair < PLANTED && (pair >>> 32) / TOGETHER == (int) pair / TOGETHER;
        return java.util.Arrays.stream(pairs).filter(planted).count();
    }
}
