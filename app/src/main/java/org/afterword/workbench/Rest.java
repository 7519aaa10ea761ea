package org.afterword.workbench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Says that it may be time to rest to somebody who has long been looking at pages; and never, if they wish so. */
final class Rest {
    /** So long somebody looks at pages before it is said. */
    private static final Duration LONG = Duration.ofMinutes(50);
    /** Who looked at no page for so long has rested. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private long begun;
    private long last;
    private boolean never;

    /** @param nanos a clock, as {@link System#nanoTime} is */
    Rest(LongSupplier nanos) {
        this.nanos = nanos;
        begin();
    }

    /** Somebody looks at a page now; what to say to them, if it is time. */
    synchronized Optional<String> look() {
        long now = nanos.getAsLong();
        if (now - last >= PAUSE.toNanos()) {
            begun = now;
        }
        last = now;
        return never || now - begun < LONG.toNanos()
                ? Optional.empty()
                : Optional.of("You have been here for "
                        + Phrases.count(Duration.ofNanos(now - begun).toMinutes(), "minute", "minutes")
                        + ". Everything is kept; it will be here when you have rested.");
    }

    /** It is said again after as long a time. */
    synchronized void begin() {
        begun = nanos.getAsLong();
        last = begun;
    }

    /** It is not said any more. */
    synchronized void never() {
        never = true;
    }
}
