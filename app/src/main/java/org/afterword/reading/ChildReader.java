package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.reading.Frames.Frame;
import org.afterword.reading.Frames.Kind;
import org.afterword.reading.Frames.Ready;
import org.afterword.reading.Frames.Request;
import org.afterword.reading.Frames.Result;

/**
 * Reads files in a child process that has no key, an empty environment and 512 MiB of heap, and that locks itself in
 * ({@link #locked()}). The child is kept for many files; where it fails on one, that file gets a warning and the next
 * a new child.
 *
 * <p>On Linux (x86-64, AArch64) the kernel refuses the child the network, other programs and writing to files. On
 * other systems it does not: there the child is kept apart by its empty environment, its memory and time limits, and
 * by what the readers are written not to do.
 */
public final class ChildReader implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofSeconds(30);
    private static final long LEAST_ANSWER = 32L << 20;
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 128 + 9;

    private final String program;
    private final Duration limit;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reading-watch").factory());
    private Optional<Child> child = Optional.empty();

    private record Child(Process process, DataInputStream in, DataOutputStream out, boolean locked) {}

    /** A child that answers what no reader would. */
    private static final class Nonsense extends IOException {
        private static final long serialVersionUID = 1L;

        Nonsense(String message) {
            super(message);
        }
    }

    public ChildReader() {
        this(ReadingChild.class.getName(), Duration.ofSeconds(60));
    }

    /**
     * @param program the child's main class
     * @param limit the time for a small file; large ones get two seconds more for each MiB
     */
    ChildReader(String program, Duration limit) {
        this.program = program;
        this.limit = limit;
    }

    /**
     * Reads one file. Never throws because of what is in it.
     *
     * @param name the file's name or path
     * @param exhibit whose bytes they are
     * @param group what its accounts tell of
     * @param bytes read to the end, not closed
     * @param size the number of bytes that will come
     * @throws UncheckedIOException if {@code bytes} cannot be read, or no child can be started
     */
    public synchronized Reading read(String name, Id exhibit, Optional<Id> group, InputStream bytes, long size) {
        if (size > Source.LIMIT) {
            return Reading.failed("", "too large: text is read up to " + (Source.LIMIT >> 20) + " MiB");
        }
        byte[] all;
        try {
            all = bytes.readNBytes(Source.LIMIT + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("the file to be read cannot be read", e);
        }
        Child current = child();
        Duration time = limit.plusSeconds(2 * (size >> 20));
        ScheduledFuture<?> end = watch.schedule(
                () -> current.process().destroyForcibly(), time.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        boolean answered = false;
        try {
            Optional<Reading> reading =
                    ask(current, new Request(name, exhibit, group, all.length, time.toMillis()), all);
            answered = reading.isPresent();
            return reading.orElseGet(() -> failed(current, time));
        } finally {
            end.cancel(false);
            if (!answered) {
                stop();
            }
        }
    }

    /** Whether the kernel keeps the child from the network, other programs and writing to files. */
    public synchronized boolean locked() {
        return child().locked();
    }

    /** Empty if the child did not give a whole and sensible answer. */
    private static Optional<Reading> ask(Child child, Request request, byte[] bytes) {
        try {
            Frames.write(child.out(), Kind.FILE, request);
            byte[] chunk = new byte[Frames.CHUNK];
            for (int at = 0; at < bytes.length; at += chunk.length) {
                int length = Math.min(chunk.length, bytes.length - at);
                System.arraycopy(bytes, at, chunk, 0, length);
                Frames.write(child.out(), Kind.BYTES, chunk, length);
            }
            Frames.write(child.out(), Kind.END, chunk, 0);
            child.out().flush();
            return Optional.of(answer(child, request, LEAST_ANSWER + 16L * bytes.length));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Reading answer(Child child, Request request, long most) throws IOException {
        var accounts = new ArrayList<Account>();
        long left = most;
        Frame frame = Frames.read(child.in(), left);
        while (frame.kind() == Kind.ACCOUNT) {
            left -= frame.payload().length;
            accounts.add(Checked.account(frame.as(Account.class), request.exhibit(), request.group())
                    .orElseThrow(() -> new Nonsense("an account that cannot be")));
            frame = Frames.read(child.in(), left);
        }
        if (frame.kind() != Kind.RESULT) {
            throw new Nonsense("a result was to come");
        }
        Result result = frame.as(Result.class);
        return new Reading(result.reader(), result.confidence(), accounts, result.warnings());
    }

    private static Reading failed(Child child, Duration time) {
        int code = -1;
        try {
            if (child.process().waitFor(2, TimeUnit.SECONDS)) {
                code = child.process().exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reading.failed(
                "",
                switch (code) {
                    case OUT_OF_MEMORY -> "reading it took more memory than a file may take";
                    case ReadingChild.TOO_LONG, KILLED -> "reading it took longer than " + time.toSeconds() + " s";
                    default -> "its reader broke down (code " + code + ")";
                });
    }

    private Child child() {
        if (child.isEmpty() || !child.get().process().isAlive()) {
            stop();
            try {
                child = Optional.of(start());
            } catch (IOException e) {
                throw new UncheckedIOException("the reading child could not be started", e);
            }
        }
        return child.get();
    }

    private Child start() throws IOException {
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program));
        Map<String, String> environment = builder.environment();
        String root = environment.getOrDefault("SystemRoot", "");
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        if (!root.isEmpty()) {
            // without it Windows cannot start a program
            environment.put("SystemRoot", root);
        }
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        var in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        ScheduledFuture<?> end =
                watch.schedule(() -> process.destroyForcibly(), START.toMillis(), TimeUnit.MILLISECONDS);
        try {
            Frame ready = Frames.read(in, Frames.CHUNK);
            return new Child(process, in, out, ready.as(Ready.class).locked());
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private void stop() {
        child.ifPresent(running -> running.process().destroyForcibly());
        child = Optional.empty();
    }

    /** Ends the child. */
    @Override
    public synchronized void close() {
        stop();
        watch.shutdownNow();
    }
}
