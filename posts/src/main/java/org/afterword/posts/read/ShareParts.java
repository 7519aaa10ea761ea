package org.afterword.posts.read;

import java.util.function.Consumer;

/**
 * Who shared what when, in parts: all at once where memory holds it, else one part after the other from the disk. Every
 * object is in one part with all its shares.
 */
public interface ShareParts {
    /** How many accounts there are; they have numbers from 0. */
    int accounts();

    /** How many objects are shared. */
    int objects();

    /** How many shares there are. */
    long size();

    /**
     * Gives each part, in the same order each time.
     *
     * @throws java.io.UncheckedIOException if a part that lies on the disk cannot be read
     */
    void each(Consumer<Shares> part);

    /**
     * Gives the times of all shares in milliseconds, some at a time, ascending also from one array to the next.
     *
     * @throws java.io.UncheckedIOException if they lie on the disk and cannot be read
     */
    void times(Consumer<long[]> some);
}
