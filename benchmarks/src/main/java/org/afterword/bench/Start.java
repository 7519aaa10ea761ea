package org.afterword.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** From pressing return to the answer. */
final class Start {
    private static final int RUNS = 11;

    private Start() {}

    static List<Figure> measure(Path root) throws IOException {
        String own = Path.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, 2)[0])
                .toString();
        String target = root.resolve("app/target").toString();
        String path = target + "/afterword.jar" + java.io.File.pathSeparator + target + "/lib/*";
        double floor = Timing.median(
                RUNS,
                () -> Timing.process(
                        Timing.java("-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp", own, Hello.class.getName())));
        double start = Timing.median(
                RUNS, () -> Timing.process(List.of(root.resolve("afterword").toString(), "--version")));
        double without = Timing.median(
                RUNS,
                () -> Timing.process(Timing.java(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-cp",
                        path,
                        "org.afterword.cli.Main",
                        "--version")));
        return List.of(
                new Figure("start", "`./afterword --version`", RUNS, start, "hello world", floor, "aim: 0.3 s"),
                new Figure("start", "the same without launcher and cache", RUNS, without, "hello world", floor, ""));
    }
}
