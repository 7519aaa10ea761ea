package org.afterword.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a server running until the person ends it. */
final class Waiting {
    private Waiting() {}

    /** Returns on Ctrl-C or a polite kill, and holds the process until the caller has closed what it opened. */
    static void untilInterrupted() {
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
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
