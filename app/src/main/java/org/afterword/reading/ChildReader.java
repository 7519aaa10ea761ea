package org.afterword.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Box;
import org.afterword.model.Id;
import org.afterword.model.Warning;
import org.afterword.reading.Frames.Frame;
import org.afterword.reading.Frames.Ready;
import org.afterword.reading.Frames.Request;

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
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration START = Duration.ofSeconds(30);
    private static final int OUT_OF_MEMORY = 3;
    private static final int KILLED = 128 + 9;

    /** The property with an option of Java that the child gets, too, such as the start-up cache of the program. */
    private static final String OPTION = "afterword.child";

    /** For what finds nothing. */
    private static final Findings NOTHING = new Findings() {
        @Override
        public void account(Account account) {}

        @Override
        public void part(String path, InputStream bytes) {}

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance balance) {}
    };

    private final String program;
    private final Duration limit;
    private final Recogniser recogniser;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reading-watch").factory());
    private Optional<Child> child = Optional.empty();

    private record Child(Process process, DataInputStream in, DataOutputStream out, boolean locked) {}

    public ChildReader() {
        this(OcrLanguages.usual(Set.of()));
    }

    /**
     * @param languages in which text in pictures is read
     */
    public ChildReader(OcrLanguages languages) {
        this(ReadingChild.class.getName(), Duration.ofSeconds(60), new Tesseract(languages));
    }

    /** That of files whose pictures are not looked at. */
    public static ChildReader withoutPictures() {
        return new ChildReader(ReadingChild.class.getName(), Duration.ofSeconds(60));
    }

    /**
     * @param program the child's main class
     * @param limit the time for a small file; large ones get two seconds more for each MiB
     */
    ChildReader(String program, Duration limit) {
        this(program, limit, Recogniser.NONE);
    }

    ChildReader(String program, Duration limit, Recogniser recogniser) {
        this.program = program;
        this.limit = limit;
        this.recogniser = recogniser;
    }

    /**
     * Reads one file. Never throws because of what is in it: what was found before the child broke down stays found.
     *
     * @param name the file's name or path
     * @param exhibit whose bytes they are
     * @param group what its accounts tell of
     * @throws IOException if the file cannot be fetched, or {@code into} does not take what is found
     * @throws UncheckedIOException if no child can be started
     */
    public synchronized Reading read(String name, Id exhibit, Optional<Id> group, Origin origin, Findings into)
            throws IOException {
        Duration time = time(origin);
        return talk(
                origin,
                into,
                time,
                talk -> talk.read(new Request(name, exhibit, group, origin.size(), time.toMillis())),
                Talk::broken);
    }

    /**
     * Every word that can be read in a picture, and where.
     *
     * @throws UnshownPicture if it cannot be looked at, or nothing is here to recognise words with
     * @throws IOException if the file cannot be fetched
     */
    public synchronized PictureWords words(Origin origin) throws IOException {
        Duration time = time(origin);
        return talk(
                origin,
                NOTHING,
                time,
                talk -> talk.words(new Frames.Look(origin.size(), time.toMillis())),
                (_, reason) -> {
                    throw new UnshownPicture(reason);
                });
    }

    /**
     * A picture as its pixels alone, upright, after the boxes in it were painted black.
     *
     * @param longest of both sides, in pixels; a larger picture is made smaller
     * @param page of a PDF, or which of several pictures in a file, from 1; 0 of a file that is one picture
     * @throws UnshownPicture if it cannot be looked at
     * @throws IOException if the file cannot be fetched
     */
    public synchronized Pixels covered(Origin origin, List<Box> boxes, int longest, int page) throws IOException {
        Duration time = time(origin);
        return talk(
                origin,
                NOTHING,
                time,
                talk -> talk.pixels(
                        new Frames.Cover(new Frames.Look(origin.size(), time.toMillis()), boxes, longest, page)),
                (_, reason) -> {
                    throw new UnshownPicture(reason);
                });
    }

    /**
     * A JPEG, PNG or PDF without what it says of itself.
     *
     * @param to takes the copy; of no use if there is none
     * @throws IOException if the file cannot be fetched, or nobody takes the copy
     */
    public synchronized Cleaned cleaned(Origin origin, OutputStream to) throws IOException {
        Duration time = time(origin);
        return talk(
                origin,
                NOTHING,
                time,
                talk -> talk.cleaned(new Frames.Look(origin.size(), time.toMillis()), to),
                (_, reason) -> Cleaned.not(reason));
    }

    private Duration time(Origin origin) {
        return limit.plusSeconds(2 * (origin.size() >> 20));
    }

    private interface Asking<T> {
        T of(Talk talk) throws IOException;
    }

    /** What is said where the child breaks down. */
    private interface Failing<T> {
        T of(Talk talk, String reason) throws IOException;
    }

    private <T> T talk(Origin origin, Findings into, Duration time, Asking<T> asking, Failing<T> failing)
            throws IOException {
        Child current = child();
        var talk = new Talk(current.in(), current.out(), origin, into, recogniser);
        long begun = System.nanoTime();
        long allowed = time.plus(GRACE).toNanos();
        ScheduledFuture<?> end = watch.scheduleWithFixedDelay(
                () -> {
                    if (System.nanoTime() - begun > allowed + talk.grantedNanos()) {
                        current.process().destroyForcibly();
                    }
                },
                LOOK.toMillis(),
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
        boolean answered = false;
        try {
            T told = asking.of(talk);
            answered = true;
            return told;
        } catch (UnshownPicture e) {
            answered = true;
            throw e;
        } catch (Talk.Broken e) {
            return failing.of(talk, reason(current, time));
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

    private static String reason(Child child, Duration time) {
        int code = -1;
        try {
            if (child.process().waitFor(2, TimeUnit.SECONDS)) {
                code = child.process().exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return switch (code) {
            case OUT_OF_MEMORY -> "reading it took more memory than a file may take";
            case ReadingChild.TOO_LONG, KILLED -> "reading it took longer than " + time.toSeconds() + " s";
            default -> "its reader broke down (code " + code + ")";
        };
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
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisableAttachMechanism",
                // what it says goes to us, and nothing else may
                "-Xlog:disable",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program));
        Optional.ofNullable(System.getProperty(OPTION)).ifPresent(option -> command.add(command.size() - 1, option));
        var builder = new ProcessBuilder(command);
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
        var in = new DataInputStream(new BufferedInputStream(process.getInputStream(), Frames.CHUNK));
        var out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), Frames.CHUNK));
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
