package org.afterword.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same search by Python's datasketch, in one thread as ours; only where {@code python3} has it (PYTHONPATH may name a
 * checkout).
 *
 * @param seconds on the wall, reading and importing left out
 */
record Datasketch(double seconds, double precision, double recall) {
    static final double THRESHOLD = 0.5;

    static Optional<Datasketch> among(Planted planted) throws IOException {
        if (run("-c", "import datasketch").isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = planted.texts();
        var lines = new ArrayList<String>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            lines.add(planted.original(i) + "\t" + texts.get(i));
        }
        Path passages = Files.createTempFile("passages", ".txt");
        try {
            Files.write(passages, lines);
            return run("benchmarks/peers/datasketch_lsh.py", passages.toString(), String.valueOf(THRESHOLD))
                    .map(said -> said.strip().split(" "))
                    .map(said -> new Datasketch(
                            Double.parseDouble(said[0]), Double.parseDouble(said[1]), Double.parseDouble(said[2])));
        } finally {
            Files.delete(passages);
        }
    }

    /** What Python prints; nothing if it is not there or fails. */
    private static Optional<String> run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
