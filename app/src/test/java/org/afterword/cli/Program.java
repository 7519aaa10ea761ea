package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the program as a process of its own, with the passphrase in its environment. */
final class Program {
    static final String PASSPHRASE = "a lamp in every window";

    /** What Maven has built. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path folder;
    private int runs;

    /**
     * @param folder for what the processes say; it is also their folder for temporary files
     */
    Program(Path folder) {
        this.folder = folder;
    }

    /** What it said when it ended. */
    record Ended(int exit, String out, String err) {}

    static List<String> java(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Dafterword.child=" + System.getProperty("afterword.child", "-XX:TieredStopAtLevel=1"),
                "-Djava.io.tmpdir=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                TARGET.resolve("classes") + ":" + TARGET.resolve("test-classes") + ":" + TARGET.resolve("lib") + "/*");
    }

    /** What it says goes to files, so that it never waits for a reader. */
    final class Running {
        final Process process;
        private final Path out;
        private final Path err;

        Running(ProcessBuilder builder, int number) throws IOException {
            out = folder.resolve("out-" + number);
            err = folder.resolve("err-" + number);
            process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        }

        String said() throws IOException {
            return Files.readString(out);
        }

        Ended ended() throws IOException, InterruptedException {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end; it said " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    Running start(String... arguments) throws IOException {
        return start(List.of(), PASSPHRASE, "org.afterword.cli.Main", arguments);
    }

    /**
     * @param before a program that runs it
     * @param passphrase none in the environment if it is empty
     */
    Running start(List<String> before, String passphrase, String main, String... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(java(folder));
        command.add(main);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        if (passphrase.isEmpty()) {
            builder.environment().remove("AFTERWORD_PASSPHRASE");
        } else {
            builder.environment().put("AFTERWORD_PASSPHRASE", passphrase);
        }
        builder.environment().put("TMPDIR", folder.toString());
        return new Running(builder, runs++);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).ended();
    }
}
