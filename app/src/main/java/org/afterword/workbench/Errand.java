package org.afterword.workbench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.Progress;

/** Long work in the background. What it has put into the case by the time it is stopped stays there. */
final class Errand implements Progress {
    private static final long MEGABYTE = 1_000_000;

    /** What is done. */
    interface Job {
        /** @throws Stopped by way of the errand's {@link Errand#step} */
        WorkSheet.Result run(Errand errand) throws IOException;

        /** What is there after it was stopped. */
        default WorkSheet.Result stopped() {
            return new WorkSheet.Result(
                    false, "Stopped. What was found up to then is kept; you can go on at any time.", List.of());
        }
    }

    /** Somebody stopped it. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Step(String what, long done, long total) {}

    private final long number;
    private final String name;
    private final Job job;
    private volatile Step step = new Step("beginning", 0, 0);
    private volatile boolean stopping;
    private volatile Optional<WorkSheet.Result> result = Optional.empty();

    Errand(long number, String name, Job job) {
        this.number = number;
        this.name = name;
        this.job = job;
    }

    @Override
    public void step(String what, long done, long total) {
        if (stopping) {
            throw new Stopped();
        }
        step = new Step(what, done, total);
    }

    void stop() {
        stopping = true;
    }

    boolean stopping() {
        return stopping;
    }

    long number() {
        return number;
    }

    String name() {
        return name;
    }

    boolean running() {
        return result.isEmpty();
    }

    /** @param after done when it has ended, before it says so */
    void run(Runnable after) {
        // for what is no exception: then nobody comes here again
        WorkSheet.Result came = failed(new IllegalStateException());
        try {
            came = outcome();
            after.run();
        } finally {
            result = Optional.of(came);
        }
    }

    private WorkSheet.Result outcome() {
        try {
            return job.run(this);
        } catch (Stopped e) {
            return job.stopped();
        } catch (IOException | RuntimeException e) {
            return failed(e);
        }
    }

    private static WorkSheet.Result failed(Exception e) {
        var failure = Failure.of(e);
        return new WorkSheet.Result(false, failure.title() + ".", List.of(new WorkSheet.Part("", failure.sentences())));
    }

    WorkSheet sheet() {
        Step now = step;
        boolean bytes = now.what().equals(Upload.RECEIVING);
        String far = now.total() == 0
                ? ""
                : bytes
                        ? ", " + now.done() / MEGABYTE + " of " + Math.max(1, now.total() / MEGABYTE) + " MB"
                        : ", " + now.done() + " of " + now.total();
        String words = stopping ? "Stopping, once what is under way is safe" : Phrases.capital(now.what()) + far;
        Optional<WorkSheet.Result> came = result;
        return new WorkSheet(number, name, came.isPresent() ? "" : words, now.done(), Math.max(0, now.total()), came);
    }
}
