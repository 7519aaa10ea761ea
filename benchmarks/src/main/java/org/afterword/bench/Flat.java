package org.afterword.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Passphrase;

/** One large file in a program of its own that may have no more than 256 MiB of heap. */
final class Flat {
    private static final Pattern SAID = Pattern.compile("done ([0-9.]+) (.*)");

    private Flat() {}

    static List<Figure> measure(String what, long size) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            Path files = Files.createDirectory(folder.resolve("files"));
            Keeping.generate(files, size, size, size);
            Process process = new ProcessBuilder(Timing.java(
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Flat.class.getName(),
                            folder.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader out = process.inputReader()) {
                var said = SAID.matcher(String.valueOf(out.readLine()));
                process.onExit().join();
                if (!said.matches()) {
                    throw new IOException("a measured program failed");
                }
                return List.of(Figure.alone(
                        "large",
                        what + ": keep, read back, verify with `-Xmx256m`",
                        1,
                        Double.parseDouble(said.group(1)),
                        said.group(2)));
            }
        } finally {
            Keeping.delete(folder);
        }
    }

    /**
     * @param arguments the folder with a folder of files; the case comes beside it
     */
    @SuppressWarnings("SystemOut") // what the measuring program reads
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (var phrase = Passphrase.of("only for measuring".toCharArray());
                CaseFile file = CaseFile.create(folder.resolve("case.afterword"), phrase, "bench", Cost.CHEAP)
                        .file()) {
            double seconds = Timing.once(() -> {
                Keeping.keep(file, folder.resolve("files"));
                Keeping.release(file);
                Keeping.verify(file);
            });
            System.out.printf(
                    Locale.ROOT,
                    "done %.3f peak heap %d MiB, resident %s%n",
                    seconds,
                    Keeping.peakHeap() >> 20,
                    Keeping.resident());
        }
    }
}
