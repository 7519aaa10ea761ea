package org.afterword.workbench;

import java.time.Duration;
import java.util.Optional;

/** What is done in the background: one errand at a time, and what came of the last. It is in memory alone. */
final class Work {
    private final Runnable after;
    private Optional<Errand> last = Optional.empty();
    private Optional<Thread> thread = Optional.empty();
    private long begun;
    private boolean ended;

    /** @param after done when an errand has ended, before it says so */
    Work(Runnable after) {
        this.after = after;
    }

    /**
     * @param name of what is done, as people call it
     * @throws Busy if another goes on
     */
    synchronized Errand begin(String name, Errand.Job job) {
        running().ifPresent(other -> {
            throw new Busy(Optional.of(other.name()));
        });
        if (ended) {
            throw new IllegalStateException("the workbench is closed");
        }
        var errand = new Errand(++begun, name, job);
        last = Optional.of(errand);
        thread = Optional.of(
                Thread.ofPlatform().daemon().name("afterword-errand").start(() -> errand.run(after)));
        return errand;
    }

    /** The one that goes on, or what came of the last; empty if there was none, or it was put away. */
    synchronized Optional<Errand> last() {
        return last;
    }

    synchronized Optional<Errand> running() {
        return last.filter(Errand::running);
    }

    /** Stops it, if it is the one that goes on. */
    void stop(long number) {
        running().filter(errand -> errand.number() == number).ifPresent(Errand::stop);
    }

    /** What came of it is not shown any more. */
    synchronized void putAway(long number) {
        if (last.filter(errand -> errand.number() == number && !errand.running())
                .isPresent()) {
            last = Optional.empty();
        }
    }

    /** Stops, and waits so long for the last step to be safe. */
    void end(Duration patience) {
        Optional<Thread> busy;
        synchronized (this) {
            ended = true;
            busy = thread;
        }
        running().ifPresent(Errand::stop);
        try {
            if (busy.isPresent()) {
                busy.get().join(patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
