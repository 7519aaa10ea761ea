package org.afterword.posts.read;

/**
 * Numbers of accounts that are new in every run, and from which only whoever has the run's key gets the order that is the
 * same in every run: one number for each of 2⁶⁴, and back.
 */
public final class Veil {
    private final long mask;
    private final long factor;
    private final long inverse;

    /**
     * @param key to be drawn anew in every run
     */
    public Veil(long key) {
        mask = Labels.last(key);
        factor = Labels.join(key, mask) | 1;
        long found = factor;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) { // Newton's method doubles the bits that are right
            found *= 2 - factor * found;
        }
        inverse = found;
    }

    long over(long hash) {
        return (hash ^ mask) * factor;
    }

    /** Where an account stands in the order that is the same in every run, among others by this number. */
    public long order(long account) {
        return account * inverse ^ mask;
    }
}
