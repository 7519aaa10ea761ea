package org.afterword.comparison;

/** Between these two with a probability of 95 %; shares of 1 from 0 to 1, differences from -1 to 1. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }

    /** "29 to 71 %"; "-10 to 10": whole hundredths, without the unit. */
    String hundredths() {
        return Math.round(low * 100) + " to " + Math.round(high * 100);
    }
}
