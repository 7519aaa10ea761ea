package org.afterword.comparison;

import org.afterword.witnesses.Range;

/**
 * Small cells are not told: a count that leaves the case is widened to the band of five in which it lies (0, 1 to 4, 5 to
 * 9, 10 to 14, ...), so that neither one number nor the difference of two tells of fewer than five people.
 */
final class Band {
    private static final int WIDTH = 5;

    private Band() {}

    /** Contains the range; the same for all counts of one band. */
    static Range around(Range range) {
        return new Range(low(range.low()), range.high() == 0 ? 0 : range.high() / WIDTH * WIDTH + WIDTH - 1);
    }

    private static int low(int count) {
        return count > 0 && count < WIDTH ? 1 : count / WIDTH * WIDTH;
    }
}
