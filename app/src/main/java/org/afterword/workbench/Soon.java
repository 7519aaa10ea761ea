package org.afterword.workbench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.afterword.Progress;

/** What takes long is worked out away from whoever asks: a page waits a moment for it, and then says that it has to. */
final class Soon {
    /** Not virtual: there are as many carriers as processors, and who computes for seconds would leave the pages none. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("afterword-soon-", 0).factory());

    private final Duration patience;
    private final Map<String, Going> going = new ConcurrentHashMap<>();

    /** @param patience so long a page waits */
    Soon(Duration patience) {
        this.patience = patience;
    }

    /** Begins something that may take long. */
    static void start(Runnable work) {
        THREADS.execute(work);
    }

    /** What is being worked out, and how far it is, as far as that is known. */
    private static final class Going implements Progress {
        private final long since = System.nanoTime();
        private final FutureTask<Object> task;
        private volatile String far = "";

        Going(Work<?> work) {
            task = new FutureTask<>(() -> work.out(this));
        }

        @Override
        public void step(String what, long done, long total) {
            far = total > 0 ? ", " + done + " of " + total : "";
        }

        String said(String what) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
            return what + far + ", for " + Phrases.count(seconds, "second", "seconds") + " now";
        }
    }

    /** Something that may take minutes. */
    interface Work<T> {
        T out(Progress progress);
    }

    /**
     * @param what it is, in words that follow on "We still work out": the same whenever the same is asked for
     * @throws NotYet if it takes longer than a page may wait; it goes on
     */
    @SuppressWarnings("unchecked") // each name stands for one kind of thing
    <T> T get(String what, Work<T> work) {
        // what was done before anybody asked may be of another moment; whoever works it out knows what to keep
        Going mine = going.compute(what, (_, before) -> {
            if (before != null && !before.task.isDone()) {
                return before;
            }
            var begun = new Going(work);
            start(begun.task);
            return begun;
        });
        try {
            T value = (T) mine.task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            going.remove(what, mine);
            return value;
        } catch (TimeoutException e) {
            throw new NotYet(sentences(what));
        } catch (ExecutionException e) {
            going.remove(what, mine);
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYet(sentences(what));
        }
    }

    /** Works it out, however long it takes. */
    void ahead(String what, Work<?> work) {
        Going mine = going.computeIfAbsent(what, _ -> new Going(work));
        mine.task.run();
        going.remove(what, mine);
    }

    private List<String> sentences(String what) {
        var sentences = new ArrayList<>(List.of("This page shows " + what
                + ", which has to be worked out from the whole case. Other pages are there meanwhile."));
        new TreeMap<>(going).forEach((name, one) -> {
            if (!one.task.isDone()) {
                sentences.add("Goes on: " + one.said(name) + ".");
            }
        });
        return sentences;
    }
}
