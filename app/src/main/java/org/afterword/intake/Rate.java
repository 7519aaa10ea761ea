package org.afterword.intake;

import java.time.Duration;

/** So many in a minute; what was not used of one minute can be used at once, and no more. */
final class Rate {
    private final double perNano;
    private final double most;
    private double left;
    private long last = System.nanoTime();

    Rate(int perMinute) {
        perNano = perMinute / (double) Duration.ofMinutes(1).toNanos();
        most = perMinute;
        left = perMinute;
    }

    synchronized boolean allowed() {
        refill();
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /** Whether nothing was asked of it for so long that it is as good as new. */
    synchronized boolean idle() {
        refill();
        return left >= most;
    }

    private void refill() {
        long now = System.nanoTime();
        left = Math.min(most, left + (now - last) * perNano);
        last = now;
    }
}
