package org.afterword.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.Adding;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.Passphrase;

/** {@code afterword add} of one file, in a program of its own that may have no more than 512 MiB of heap. */
final class AddProgram {
    private static final Pattern SAID = Pattern.compile("done (\\d+) ([0-9.]+) ([0-9.]+) ([0-9.]+) ([0-9.]+) (.*)");

    /**
     * How it went.
     *
     * @param accounts how many were read
     * @param read seconds until all is kept and read
     * @param whole seconds until names are found and the case is closed, too
     * @param own seconds of the processors in the program itself
     * @param child seconds of the processors in the reading child
     * @param memory heap and resident memory, in words
     */
    record Added(int accounts, double read, double whole, double own, double child, String memory) {}

    private AddProgram() {}

    static Added add(Path file, Path newCase) throws IOException {
        Process process = new ProcessBuilder(Timing.java(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AddProgram.class.getName(),
                        newCase.toString(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            Matcher said = SAID.matcher(String.valueOf(out.readLine()));
            process.onExit().join();
            if (!said.matches()) {
                throw new IOException("a measured program failed");
            }
            return new Added(
                    Integer.parseInt(said.group(1)),
                    Double.parseDouble(said.group(2)),
                    Double.parseDouble(said.group(3)),
                    Double.parseDouble(said.group(4)),
                    Double.parseDouble(said.group(5)),
                    said.group(6));
        }
    }

    /** What the reading child took, looked at while it runs. */
    private static final class Child {
        private final AtomicLong millis = new AtomicLong();
        private final AtomicLong resident = new AtomicLong();

        void watch() {
            Thread.ofPlatform().daemon().start(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    ProcessHandle.current().descendants().forEach(this::look);
                    try {
                        Thread.sleep(Duration.ofMillis(100));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            });
        }

        private void look(ProcessHandle child) {
            child.info().totalCpuDuration().ifPresent(time -> millis.accumulateAndGet(time.toMillis(), Math::max));
            Path status = Path.of("/proc", Long.toString(child.pid()), "status");
            try (var lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                        .forEach(size -> resident.accumulateAndGet(size, Math::max));
            } catch (IOException | UncheckedIOException e) {
                // it has ended, or there is no such folder
            }
        }
    }

    /**
     * @param arguments the new case, and the file
     */
    @SuppressWarnings("SystemOut") // what the measuring program reads
    public static void main(String[] arguments) throws IOException {
        var child = new Child();
        child.watch();
        long[] at = new long[2];
        try (var phrase = Passphrase.of("only for measuring".toCharArray())) {
            Adding.Added added;
            try (Case opened =
                    Case.create(Path.of(arguments[0]), phrase, "bench").opened()) {
                Progress progress = (what, done, total) -> {
                    if (what.equals("finding names") && at[1] == 0) {
                        at[1] = System.nanoTime();
                    }
                };
                at[0] = System.nanoTime();
                added = opened.add(List.of(Path.of(arguments[1])), Optional.empty(), false, progress);
            }
            long end = System.nanoTime();
            double own = ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(Duration.ZERO)
                            .toMillis()
                    / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "done %d %.3f %.3f %.3f %.3f peak heap %d MiB, resident %s (with the tables), of the reading child %d MiB%n",
                    added.accounts(),
                    (at[1] - at[0]) / 1e9,
                    (end - at[0]) / 1e9,
                    own,
                    child.millis.get() / 1e3,
                    Keeping.peakHeap() >> 20,
                    Keeping.resident(),
                    child.resident.get());
        }
        System.exit(0);
    }
}
