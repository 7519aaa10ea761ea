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
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What small files are compared with, in bytes. */
    private static final long LARGER = 256L << 20;

    private final long total;

    /**
     * @param megabytes how much is kept, in MiB
     */
    Keeping(int megabytes) {
        total = (long) megabytes << 20;
    }

    List<Figure> mixed() throws IOException {
        return set(amount(total) + " in files of 64 KiB to 1 MiB", 64 << 10, 1 << 20, total, false);
    }

    List<Figure> large() throws IOException {
        var figures = new ArrayList<>(set("one file of " + amount(total), total, total, total, false));
        figures.addAll(Flat.measure("one file of " + amount(2 * total), 2 * total));
        return figures;
    }

    List<Figure> many() throws IOException {
        int files = (int) Math.min(100_000, total >> 12);
        return set(String.format(Locale.ROOT, "%,d files of 4 KiB", files), 4 << 10, 4 << 10, (long) files << 12, true);
    }

    private static String amount(long bytes) {
        return bytes >> 30 << 30 == bytes ? (bytes >> 30) + " GiB" : (bytes >> 20) + " MiB";
    }

    private static List<Figure> set(String what, long least, long most, long total, boolean many) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try (var phrase = Passphrase.of("only for measuring".toCharArray())) {
            Path files = Files.createDirectory(folder.resolve("files"));
            long bytes = generate(files, least, most, total);
            Path larger = Files.createDirectory(folder.resolve("larger"));
            long largerBytes = many ? generate(larger, 64 << 10, 1 << 20, LARGER) : 0;
            var beside = new double[RUNS];
            var keep = new double[RUNS];
            var back = new double[RUNS];
            var verify = new double[RUNS];
            var floor = new double[RUNS];
            var sum = new double[RUNS];
            var with = new double[RUNS];
            double without = 0;
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            for (int i = 0; i < RUNS; i++) {
                Path copy = Files.createDirectory(folder.resolve("copy" + i));
                floor[i] = Timing.once(() -> copy(files, copy));
                delete(copy);
                if (many) {
                    beside[i] = keep(folder.resolve("larger" + i + ".afterword"), phrase, larger);
                }
                Path path = folder.resolve("case" + i + ".afterword");
                Path bare = folder.resolve("bare.afterword");
                try (CaseFile file =
                        CaseFile.create(path, phrase, "bench", Cost.CHEAP).file()) {
                    keep[i] = Timing.once(() -> keep(file, files));
                    back[i] = Timing.once(() -> release(file));
                    verify[i] = Timing.once(() -> verify(file));
                    if (many && i == 0) {
                        Files.copy(path, bare);
                    }
                }
                sum[i] = Timing.once(() -> Timing.process(
                        List.of("sh", "-c", "find \"$0\" -type f -exec sha256sum {} +", files.toString())));
                if (many) {
                    with[i] = Timing.once(() -> CaseFile.open(path, phrase).close());
                    if (i == 0) {
                        without = Timing.once(() -> CaseFile.open(bare, phrase).close());
                        Files.delete(bare);
                    }
                }
                Files.delete(path);
            }
            String peak = "; peak heap " + (peakHeap() >> 20) + " MiB, resident " + resident() + " (whole program)";
            double base = Timing.median(floor);
            String ratio = many ? besideLarger(bytes / Timing.median(keep), largerBytes / Timing.median(beside)) : "";
            var figures = new ArrayList<>(List.of(
                    figure(
                            what + ": keep",
                            keep,
                            "copy + SHA-256",
                            base,
                            rate(bytes, keep) + ratio + least(keep, floor) + peak),
                    figure(what + ": read back", back, "copy + SHA-256", base, rate(bytes, back) + least(back, floor)),
                    figure(
                            what + ": verify",
                            verify,
                            "`sha256sum`",
                            Timing.median(sum),
                            rate(bytes, verify) + least(verify, sum))));
            if (many) {
                figures.add(figure(what + ": open, with its snapshot", with, "", 0, "without Argon2id"));
                figures.add(Figure.alone("case", what + ": open, from the log alone", 1, without, "without Argon2id"));
            }
            return figures;
        } finally {
            delete(folder);
        }
    }

    private static double keep(Path path, Passphrase phrase, Path files) throws IOException {
        try (CaseFile file = CaseFile.create(path, phrase, "bench", Cost.CHEAP).file()) {
            return Timing.once(() -> keep(file, files));
        } finally {
            Files.delete(path);
        }
    }

    private static String besideLarger(double rate, double larger) {
        return String.format(
                Locale.ROOT,
                ", %.2f of the rate of files of 64 KiB to 1 MiB in the same run (%.0f MB/s)",
                rate / larger,
                larger / 1e6);
    }

    static void keep(CaseFile file, Path files) throws IOException {
        new Custody(file, "bench").keep(Arrivals.of(List.of(files)).files(), Optional.empty(), _ -> {});
    }

    static void release(CaseFile file) throws IOException {
        for (Exhibit exhibit : file.exhibits()) {
            Custody.release(file, exhibit.id(), OutputStream.nullOutputStream());
        }
    }

    static void verify(CaseFile file) throws IOException {
        if (!file.inspect().problems().isEmpty()) {
            throw new IOException("a case that was just made has problems");
        }
    }

    private static String rate(long bytes, double[] seconds) {
        return String.format(Locale.ROOT, "%.0f MB/s", bytes / 1e6 / Timing.median(seconds));
    }

    /** The least of all runs beside the least of all floors: what other work on the machine disturbs least. */
    private static String least(double[] seconds, double[] floor) {
        return String.format(
                Locale.ROOT,
                "; the quickest run %.1f times the quickest floor",
                Arrays.stream(seconds).min().orElse(0)
                        / Arrays.stream(floor).min().orElse(1));
    }

    private static Figure figure(String what, double[] seconds, String floor, double base, String note) {
        return new Figure("case", what, RUNS, Timing.median(seconds), floor, base, note);
    }

    static long generate(Path folder, long least, long most, long total) throws IOException {
        var random = new Random(1);
        var bytes = new byte[(int) Math.min(most, 1 << 20)];
        long written = 0;
        for (int i = 0; written < total; i++) {
            long size = Math.min(total - written, least == most ? most : random.nextLong(least, most));
            try (OutputStream out = Files.newOutputStream(folder.resolve("file%06d.bin".formatted(i)))) {
                for (long left = size; left > 0; left -= bytes.length) {
                    random.nextBytes(bytes);
                    bytes[0] = 0;
                    out.write(bytes, 0, (int) Math.min(left, bytes.length));
                }
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

    static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    static String resident() throws IOException {
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
