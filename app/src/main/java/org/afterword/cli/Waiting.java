package org.afterword.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps a server running until the person ends it. */
final class Waiting {
    private Waiting() {}

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** Returns on Ctrl-C or a polite kill, and holds the process until the caller has closed what it opened. */
    static void untilInterrupted() {
        untilInterruptedOr(() -> false);
    }

    /**
     * The same, and returns as well when that is so.
     *
     * @return whether it is
     */
    static boolean untilInterruptedOr(BooleanSupplier ended) {
        var asked = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            asked.countDown();
            try {
                main.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try {
            while (!asked.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (ended.getAsBoolean()) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
