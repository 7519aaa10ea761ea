package org.afterword.casefile;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work on a thread of its own, which somebody waits for. */
final class Beside {
    private final CompletableFuture<Void> work;

    private Beside(CompletableFuture<Void> work) {
        this.work = work;
    }

    interface Work {
        void run() throws CaseException;
    }

    static Beside begin(String name, Work work) {
        return new Beside(CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (CaseException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().name(name).start(task)));
    }

    /** Waits for its end, and throws what it threw. */
    void end() throws CaseException {
        try {
            work.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case UncheckedIOException thrown when thrown.getCause() instanceof CaseException cause -> throw cause;
                case RuntimeException thrown -> throw thrown;
                case null, default -> throw e;
            }
        }
    }
}
