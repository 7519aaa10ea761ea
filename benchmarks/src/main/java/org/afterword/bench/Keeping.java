package org.afterword.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Passphrase;
import org.afterword.custody.Arrivals;
import org.afterword.custody.Custody;
import org.afterword.model.Exhibit;
import org.afterword.model.Sha256;

/** Keeping files, giving them back, checking them: beside copying and hashing them on one thread. */
final class Keeping {
    private static final int RUNS = 3;
    private static final long MUCH = 200L << 20;

    private Keeping() {}

    static List<Figure> mixed() throws IOException {
        return set("200 MiB in files of 64 KiB to 1 MiB", 64 << 10, 1 << 20, MUCH);
    }

    static List<Figure> large() throws IOException {
        return set("one file of 200 MiB", (int) MUCH, (int) MUCH, MUCH);
    }

    static List<Figure> many() throws IOException {
        return set("20,000 files of 4 KiB", 4 << 10, 4 << 10, 20_000L * (4 << 10));
    }

    private static List<Figure> set(String what, int least, int most, long total) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            Path files = Files.createDirectory(folder.resolve("files"));
            long bytes = generate(files, least, most, total);
            var keep = new double[RUNS];
            var back = new double[RUNS];
            var verify = new double[RUNS];
            var floor = new double[RUNS];
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            for (int i = 0; i < RUNS; i++) {
                Path copy = Files.createDirectory(folder.resolve("copy" + i));
                floor[i] = Timing.once(() -> copy(files, copy));
                delete(copy);
                Path path = folder.resolve("case" + i + ".afterword");
                try (var phrase = Passphrase.of("only for measuring".toCharArray());
                        CaseFile file = CaseFile.create(path, phrase, "bench", Cost.CHEAP)
                                .file()) {
                    keep[i] = Timing.once(() -> new Custody(file, "bench")
                            .keep(Arrivals.of(List.of(files)).files(), Optional.empty(), _ -> {}));
                    back[i] = Timing.once(() -> {
                        for (Exhibit exhibit : file.exhibits()) {
                            Custody.release(file, exhibit.id(), OutputStream.nullOutputStream());
                        }
                    });
                    verify[i] = Timing.once(file::inspect);
                }
                Files.delete(path);
            }
            String peak = "peak heap " + (peakHeap() >> 20) + " MiB, resident " + resident() + " (whole program)";
            double base = Timing.median(floor);
            return List.of(
                    figure(what + ": keep", keep, base, bytes, peak),
                    figure(what + ": read back", back, base, bytes, ""),
                    figure(what + ": verify", verify, base, bytes, ""));
        } finally {
            delete(folder);
        }
    }

    private static Figure figure(String what, double[] seconds, double floor, long bytes, String note) {
        double median = Timing.median(seconds);
        String rate = String.format(Locale.ROOT, "%.0f MB/s", bytes / 1e6 / median);
        return new Figure(
                "case", what, RUNS, median, "copy + SHA-256", floor, note.isEmpty() ? rate : rate + "; " + note);
    }

    private static long generate(Path folder, int least, int most, long total) throws IOException {
        var random = new Random(1);
        var bytes = new byte[most];
        long written = 0;
        for (int i = 0; written < total; i++) {
            int size = (int) Math.min(total - written, least == most ? most : random.nextInt(least, most));
            random.nextBytes(bytes);
            bytes[0] = 0;
            try (OutputStream out = Files.newOutputStream(folder.resolve("file%06d.bin".formatted(i)))) {
                out.write(bytes, 0, size);
            }
            written += size;
        }
        return written;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.sorted().toList()) {
                MessageDigest digest = Sha256.digest();
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                        OutputStream out = Files.newOutputStream(to.resolve(file.getFileName()))) {
                    in.transferTo(out);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 + " MiB")
                .findFirst()
                .orElse("unknown");
    }
}
