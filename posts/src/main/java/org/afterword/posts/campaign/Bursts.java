package org.afterword.posts.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Stretches of hours with more visits than the rhythm explains, one after the other: the strongest is taken out, and what
 * is left is scanned anew, until chance does as well (Zhang, Assunção and Kulldorff 2010).
 */
final class Bursts {
    private static final double LEVEL = 0.05;
    private static final int MOST = 20;
    private static final double STEPS = 2e8;

    /** When chance has gone as far so many times, no more need be drawn (Besag and Clifford 1991). */
    private static final int ENOUGH = 60;

    /**
     * The rhythm is taken from other posts if there are so many times as many, so that it is hardly in doubt: of eight
     * times as many, one in 65 stood out at a level of one in 100.
     */
    static final int TIMES = 50;

    private static final int LEAST_OTHERS = 2_000;

    private final long first;
    private final int[] visits;
    private final int[] others;
    private final boolean own;

    /**
     * @param first the first hour, in hours since 1970
     * @param visits in each hour from there
     * @param others in each hour, how many accounts wrote anything else
     */
    Bursts(long first, int[] visits, int[] others) {
        this.first = first;
        this.visits = visits.clone();
        this.others = others;
        own = Arrays.stream(others).sum()
                < Math.max(
                        LEAST_OTHERS,
                        TIMES * Arrays.stream(visits).asLongStream().sum());
    }

    /** Whether the rhythm is that of the visits themselves. */
    boolean own() {
        return own;
    }

    int draws() {
        return (int)
                Math.clamp(STEPS / (9.0 * visits.length + Arrays.stream(visits).sum()), 199, 999);
    }

    /**
     * A burst.
     *
     * @param probability how often chance has a stretch at least as far from the expected
     */
    record Burst(Scan.Stretch stretch, double probability) {}

    /** In the order of time. */
    List<Burst> found() {
        var found = new ArrayList<Burst>();
        var random = new SplittableRandom(Campaign.SEED);
        var open = new boolean[visits.length];
        Arrays.fill(open, true);
        int draws = draws();
        while (found.size() < MOST) {
            Burst burst = next(open, draws, random);
            if (burst.probability > LEVEL) {
                break;
            }
            found.add(burst);
            for (int h = burst.stretch.from(); h < burst.stretch.from() + burst.stretch.hours(); h++) {
                open[h] = false;
                visits[h] = 0;
            }
        }
        found.sort(Comparator.comparingInt(burst -> burst.stretch.from()));
        return found;
    }

    Burst next(boolean[] open, int draws, SplittableRandom random) {
        var rhythm = new Rhythm(first, open);
        Rhythm.Seen seen = rhythm.seen(own ? visits : others);
        double[] parts = rhythm.parts(seen);
        Scan.Stretch best = Scan.best(visits, parts);
        if (best.ratio() == 0) {
            return new Burst(best, 1);
        }
        int asFar = 0;
        int all = Arrays.stream(visits).sum();
        for (int draw = 1; draw <= draws; draw++) {
            // What the rhythm is, is not known, only what was seen of it.
            int[] drawn = Scan.drawn(all, rhythm.parts(Rhythm.behind(seen, random)), random);
            double[] known = own ? rhythm.parts(rhythm.seen(drawn)) : parts;
            asFar += Scan.best(drawn, known).ratio() >= best.ratio() ? 1 : 0;
            if (asFar == ENOUGH) {
                return new Burst(best, ENOUGH / (double) draw);
            }
        }
        return new Burst(best, (1.0 + asFar) / (1 + draws));
    }
}
