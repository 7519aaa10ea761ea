package org.afterword.reading;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.afterword.model.Sha256;

/**
 * The program of that name, one start for each picture that is not one of the last again, pixel by pixel. It gets the
 * picture through a pipe and gives a table through another; it has an empty environment, no network where the kernel
 * allows that, two gigabytes, two minutes, and may not write a byte to a file.
 */
final class Tesseract implements Recogniser {
    private static final int LARGEST_TABLE = 16 << 20;

    /** How many tables are kept, and how many characters one may have for that. */
    private static final int KEPT = 200;

    private static final int LARGEST_KEPT = 100_000;
    private static final String LAUNCH = """
            ulimit -c 0
            ulimit -f 0
            ulimit -t "$1"; shift
            ulimit -v 2097152 2>/dev/null
            for way in 'unshare --net' 'unshare --net --map-current-user'; do
                if $way true 2>/dev/null </dev/null; then set -- $way "$@"; break; fi
            done
            exec "$@" 2>/dev/null
            """;
    private static final String MISSING =
            "text in pictures is not read: Tesseract is not installed (on Debian: apt install tesseract-ocr);"
                    + " the file is safe, and can be read when it is";

    private final OcrLanguages wanted;
    private final String path;
    private Optional<Installed> installed = Optional.empty();

    /** What a picture for strangers shows is recognised when it is covered, and once more before it goes. */
    private final Map<Sha256, Recognised> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sha256, Recognised> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * @param program empty if there is none
     * @param languages of those that it has data for, "eng+deu"
     * @param problem which of the wanted ones it has no data for
     */
    private record Installed(Optional<Path> program, String languages, String problem) {}

    Tesseract(OcrLanguages wanted) {
        this(wanted, Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    Tesseract(OcrLanguages wanted, String path) {
        this.wanted = wanted;
        this.path = path;
    }

    @Override
    public Recognised recognise(byte[] png) {
        Installed here = installed();
        if (here.program().isEmpty()) {
            return Recognised.not(MISSING);
        }
        if (here.languages().isEmpty()) {
            return Recognised.not(here.problem());
        }
        Sha256 picture = Sha256.of(png);
        Optional<Recognised> before = Optional.ofNullable(known.get(picture));
        if (before.isPresent()) {
            return before.get();
        }
        Optional<Recognised> recognised = run(
                        here.program().get(), List.of("stdin", "stdout", "-l", here.languages(), "tsv"), png)
                .map(bytes -> new Recognised(new String(bytes, StandardCharsets.UTF_8), here.problem()));
        recognised.filter(one -> one.table().length() <= LARGEST_KEPT).ifPresent(one -> known.put(picture, one));
        return recognised.orElseGet(() -> Recognised.not("Tesseract could not read a picture"));
    }

    private Installed installed() {
        if (installed.isEmpty()) {
            installed = Optional.of(look());
        }
        return installed.get();
    }

    private Installed look() {
        Optional<Path> program = Files.isExecutable(Path.of("/bin/sh"))
                ? Stream.of(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, "tesseract"))
                        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                        .findFirst()
                : Optional.empty();
        if (program.isEmpty()) {
            return new Installed(program, "", MISSING);
        }
        List<String> has = run(program.get(), List.of("--list-langs"), new byte[0])
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .orElse(List.of());
        List<String> usable = wanted.codes().stream().filter(has::contains).toList();
        if (usable.isEmpty() && !wanted.chosen()) {
            usable = has.stream()
                    .filter(code -> code.matches("[a-z]{3}") && !code.equals("osd"))
                    .limit(1)
                    .toList();
        }
        List<String> lacks =
                wanted.codes().stream().filter(code -> !has.contains(code)).toList();
        String problem = lacks.isEmpty() || (!wanted.chosen() && !usable.isEmpty())
                ? ""
                : "Tesseract has no data for " + String.join(", ", lacks) + " (on Debian: apt install "
                        + String.join(
                                " ",
                                lacks.stream()
                                        .map(code -> "tesseract-ocr-" + code.replace('_', '-'))
                                        .toList())
                        + ")";
        return new Installed(program, String.join("+", usable), problem);
    }

    /** What it writes; empty if it fails, takes too long, or writes too much. */
    private static Optional<byte[]> run(Path program, List<String> arguments, byte[] input) {
        var command =
                new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "sh", Integer.toString(LONGEST), program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        Optional<String> data = Optional.ofNullable(environment.get("TESSDATA_PREFIX"));
        environment.clear();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("OMP_THREAD_LIMIT", "1");
        data.ifPresent(folder -> environment.put("TESSDATA_PREFIX", folder));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        Thread end = Thread.ofVirtual().start(() -> endAfter(process));
        Thread feed = Thread.ofVirtual().start(() -> feed(process, input));
        try (InputStream out = process.getInputStream()) {
            byte[] written = out.readNBytes(LARGEST_TABLE + 1);
            boolean well = written.length <= LARGEST_TABLE && process.waitFor() == 0;
            return well ? Optional.of(written) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            feed.interrupt();
            end.interrupt();
        }
    }

    private static void endAfter(Process process) {
        try {
            if (!process.waitFor(LONGEST, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // it ended before it took all: what it wrote says whether it is well
        }
    }
}
