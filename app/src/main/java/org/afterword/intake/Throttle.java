package org.afterword.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much is done at once, and in a minute, for all together: there are no addresses by which to tell one from
 * another.
 */
final class Throttle {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Semaphore places;
    private final Semaphore queue;
    private final Rate rate;

    /**
     * @param atOnce how many go on at one time
     * @param waiting how many more may wait for that
     * @param perMinute how many may begin in a minute
     */
    Throttle(int atOnce, int waiting, int perMinute) {
        places = new Semaphore(atOnce, true);
        queue = new Semaphore(atOnce + waiting);
        rate = new Rate(perMinute);
    }

    /** A place; to be closed. */
    final class Place implements AutoCloseable {
        private Place() {}

        @Override
        public void close() {
            places.release();
            queue.release();
        }
    }

    /** There is no place. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @throws Busy if too many came before
     */
    Place enter() {
        if (!rate.allowed() || !queue.tryAcquire()) {
            throw new Busy();
        }
        boolean placed = false;
        try {
            placed = places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!placed) {
                queue.release();
            }
        }
        if (!placed) {
            throw new Busy();
        }
        return new Place();
    }
}
