package org.afterword.capture;

import java.time.Duration;

/**
 * How much one page may take.
 *
 * @param time for everything that goes over the network, at least a millisecond
 * @param size of everything that comes, in bytes; a part of a page may take a quarter of it
 * @param requests how many, at most
 */
public record Limits(Duration time, long size, int requests) {
    /** A minute, 50 MiB, 400 requests. */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 50L << 20, 400);

    /** All of it is held in memory. */
    public static final long LARGEST = 256L << 20;

    public Limits {
        if (time.toMillis() < 1 || size < 1 || size > LARGEST || requests < 1) {
            throw new IllegalArgumentException("a page may take from 1 byte to 256 MiB, and needs some time");
        }
    }
}
