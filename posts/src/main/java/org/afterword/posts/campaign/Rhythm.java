package org.afterword.posts.campaign;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How much is written in each hour of the day and on each day of the week: what to expect if nothing happens. */
final class Rhythm {
    /** As if so much had been seen evenly. */
    private static final double PRIOR = 1;

    private static final int DAY = 24;
    private static final int WEEK = 7;

    /** 1 January 1970 was a Thursday. */
    private static final int THURSDAY = 3;

    private final long first;
    private final boolean[] open;
    private final boolean days;
    private final double[] hoursOfDay = new double[DAY];
    private final double[] hoursOfWeekday = new double[WEEK];

    /**
     * @param first the first hour, in hours since 1970
     * @param open which of the hours from there are looked at
     */
    Rhythm(long first, boolean[] open) {
        this.first = first;
        this.open = open;
        days = open.length >= 2 * WEEK * DAY;
        for (int h = 0; h < open.length; h++) {
            if (open[h]) {
                hoursOfDay[hour(h)]++;
                hoursOfWeekday[day(h)]++;
            }
        }
    }

    private int hour(int h) {
        return (int) Math.floorMod(first + h, (long) DAY);
    }

    private int day(int h) {
        return (int) Math.floorMod(Math.floorDiv(first + h, (long) DAY) + THURSDAY, (long) WEEK);
    }

    /**
     * What was seen, by hour of the day and by day of the week; days only if there are two weeks or more.
     *
     * @param hours how much there was of each
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Seen(double[] hours, double[] days) {}

    Seen seen(int[] counts) {
        var seen = new Seen(new double[DAY], new double[WEEK]);
        for (int h = 0; h < counts.length; h++) {
            if (open[h]) {
                seen.hours[hour(h)] += counts[h];
                seen.days[day(h)] += counts[h];
            }
        }
        return seen;
    }

    /** Which part of everything is expected in each hour; 0 in those that are not looked at. */
    double[] parts(Seen seen) {
        double[] hours = rates(seen.hours, hoursOfDay);
        double[] weekdays = rates(seen.days, hoursOfWeekday);
        var parts = new double[open.length];
        double sum = 0;
        for (int h = 0; h < parts.length; h++) {
            parts[h] = open[h] ? hours[hour(h)] * (days ? weekdays[day(h)] : 1) : 0;
            sum += parts[h];
        }
        double all = sum;
        Arrays.setAll(parts, h -> parts[h] / all);
        return parts;
    }

    private static double[] rates(double[] seen, double[] hours) {
        double usual = Arrays.stream(hours).sum() / hours.length;
        var rates = new double[seen.length];
        Arrays.setAll(rates, k -> hours[k] == 0 ? 0 : seen[k] / hours[k] + PRIOR / usual);
        return rates;
    }

    /**
     * What may be true where so much was seen: rates drawn from a gamma distribution each (the posterior of a Poisson rate
     * that could be anything before).
     */
    static Seen behind(Seen seen, SplittableRandom random) {
        return new Seen(behind(seen.hours, random), behind(seen.days, random));
    }

    private static double[] behind(double[] seen, SplittableRandom random) {
        return Arrays.stream(seen).map(count -> gamma(count + 1, random)).toArray();
    }

    /** Marsaglia and Tsang 2000, for shapes of 1 and more. */
    private static double gamma(double shape, SplittableRandom random) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
