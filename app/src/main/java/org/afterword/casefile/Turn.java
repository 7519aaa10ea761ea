package org.afterword.casefile;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to write into a case: one thread at a time, in the order in which they asked. */
final class Turn {
    private final Semaphore free = new Semaphore(1, true);
    private volatile @Nullable Thread claimant;
    private volatile @Nullable Thread writer;
    private volatile boolean ended;

    /**
     * Claims the turn for all that this thread writes until it gives the claim back.
     *
     * @return empty if another has not ended in that time
     */
    Optional<Claim> claim(Duration patience) {
        checkNotWriting();
        boolean mine;
        try {
            mine = free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            mine = false;
        }
        if (!mine) {
            return Optional.empty();
        }
        claimant = Thread.currentThread();
        return Optional.of(() -> {
            claimant = null;
            free.release();
        });
    }

    /** Begins to write; waits until another has ended. */
    void take() {
        checkNotWriting();
        if (!Thread.currentThread().equals(claimant)) {
            free.acquireUninterruptibly();
        }
        if (ended) {
            give();
            throw new IllegalStateException("the case is closed");
        }
        writer = Thread.currentThread();
    }

    /**
     * Nobody begins to write from now on.
     *
     * @return whether nobody was writing: then nobody will until the turn is given
     */
    boolean end() {
        ended = true;
        return free.tryAcquire();
    }

    boolean ended() {
        return ended;
    }

    void give() {
        writer = null;
        if (claimant == null) {
            free.release();
        }
    }

    private void checkNotWriting() {
        if (Thread.currentThread().equals(writer)) {
            throw new IllegalStateException("this thread has a batch open already");
        }
    }
}
