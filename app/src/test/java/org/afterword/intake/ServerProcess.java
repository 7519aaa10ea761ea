package org.afterword.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server of an inbox in a process of its own, as {@code afterword intake serve} starts it. */
final class ServerProcess implements AutoCloseable {
    final Process process;
    final URI address;

    ServerProcess(Path folder, Path inbox, String... options) throws IOException, InterruptedException {
        Path said = folder.resolve("said-" + System.nanoTime());
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.afterword.cli.Main",
                "intake",
                "serve",
                inbox.toString(),
                "--port",
                "0"));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(said).contains("http://") && process.isAlive() && System.nanoTime() < until) {
            Thread.sleep(50);
        }
        var found = Pattern.compile("http://\\S+").matcher(Files.readString(said));
        if (!found.find()) {
            throw new AssertionError("it does not start: " + Files.readString(said));
        }
        address = URI.create(found.group());
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
