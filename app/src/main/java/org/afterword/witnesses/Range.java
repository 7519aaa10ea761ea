package org.afterword.witnesses;

/** At least, and at most, so many people; {@code 0 <= low <= high}. */
public record Range(int low, int high) {
    public Range {
        if (low < 0 || high < low) {
            throw new IllegalArgumentException("not a range of people: " + low + " to " + high);
        }
    }

    /** "3", or "3 to 5". */
    @Override
    public String toString() {
        return low == high ? Integer.toString(low) : low + " to " + high;
    }
}
