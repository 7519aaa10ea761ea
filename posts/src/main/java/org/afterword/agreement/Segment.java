package org.afterword.agreement;

/**
 * A unit that an observer marked on a continuum.
 *
 * @param start in the smallest parts of the continuum: characters, for a text
 * @param end exclusive
 * @param value from 1; 0 is what lies between the units
 */
public record Segment(int start, int end, int value) {
    public Segment {
        if (start < 0 || end <= start || value < 1) {
            throw new IllegalArgumentException("a unit has a length and a value");
        }
    }

    int length() {
        return end - start;
    }

    int common(Segment other) {
        return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
    }
}
