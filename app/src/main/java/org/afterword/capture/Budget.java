package org.afterword.capture;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What is left of the {@link Limits} of one page. */
final class Budget {
    private final long deadline;
    private final AtomicLong bytes;
    private final AtomicInteger requests;

    Budget(Limits limits) {
        deadline = System.nanoTime() + limits.time().toNanos();
        bytes = new AtomicLong(limits.size());
        requests = new AtomicInteger(limits.requests());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /**
     * @throws CaptureException if there is no time or no request left
     */
    void request() throws CaptureException {
        if (left().isZero()) {
            throw new CaptureException("the time was up");
        }
        if (requests.getAndDecrement() <= 0) {
            throw new CaptureException("the page asks for more parts than are fetched");
        }
    }

    /** How many of so many bytes may come still. */
    int take(int count) {
        long left = bytes.getAndAdd(-count);
        return (int) Math.max(0, Math.min(count, left));
    }
}
