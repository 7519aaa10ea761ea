package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the tests let another process do to a case. */
final class Child {
    static final String HOLD = "hold";
    static final String WRITE = "write";
    static final String KEYS = "keys";
    static final String CANARY = "canary";

    private Child() {}

    static Process start(String what, Path path, String... before) throws IOException {
        return startWith("", what, path, before);
    }

    static Process startWith(String more, String what, Path path, String... before) throws IOException {
        var command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + path.getParent(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                what,
                path.toString(),
                more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws Exception {
        var path = Path.of(args[1]);
        switch (args[0]) {
            case HOLD -> {
                try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                    System.out.println("open");
                    Thread.sleep(60_000);
                    file.id();
                }
            }
            case WRITE -> write(path);
            case KEYS -> keys(path, args[2]);
            case CANARY -> canary(path);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Writes for ever: each line says what is acknowledged. */
    private static void write(Path path) throws CaseException {
        var random = new Random();
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            System.out.println("open");
            for (int number = 0; ; number++) {
                var names = new ArrayList<String>();
                try (var batch = file.batch("child")) {
                    for (int i = 0; i <= random.nextInt(3); i++) {
                        var name = ProcessHandle.current().pid() + "-" + number + "-" + i;
                        var content = new byte[random.nextInt(8) == 0 ? 3_000_000 : random.nextInt(5000) + 20];
                        random.nextBytes(content);
                        CaseFileTest.add(batch, name, content);
                        names.add(name);
                    }
                    batch.commit();
                }
                System.out.println(String.join(" ", names));
            }
        }
    }

    /** Changes keys for ever: each line says what is begun or acknowledged. */
    private static void keys(Path path, String second) throws CaseException {
        try (var file = CaseFile.open(path, KeysTest.typed(second))) {
            System.out.println("open");
            for (int number = 0; ; number++) {
                var name = ProcessHandle.current().pid() + "-" + number;
                CaseFileTest.add(file, name, name.getBytes(StandardCharsets.UTF_8));
                System.out.println("added " + name);
                if (number % 2 == 0) {
                    file.keys().rotate("child");
                } else {
                    var way = file.keys().list().get(2).id();
                    System.out.println("changing " + name);
                    file.keys().changePassphrase("child", Optional.of(way), KeysTest.typed(name));
                    System.out.println("changed " + name);
                }
                System.out.println("epoch " + file.keys().epoch());
            }
        }
    }

    static final String SECRET = "the heron flies at seven";

    private static void canary(Path path) throws IOException {
        var content = (SECRET + ". ").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        try (var file = CaseFileTest.create(path);
                var scratch = Scratch.open()) {
            CaseFileTest.add(file, SECRET + ".txt", content);
            var spool = scratch.spool();
            try (var out = spool.write()) {
                out.write(content);
            }
            try (var in = spool.read()) {
                in.readAllBytes();
            }
            try (var batch = file.batch(SECRET)) {
                for (int i = 0; i < 250; i++) {
                    CaseFileTest.add(batch, SECRET + i, (SECRET + i).getBytes(StandardCharsets.UTF_8));
                }
                batch.commit();
            }
        }
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            file.log().forEach(logged -> assertTrue(logged.entry().isPresent()));
        }
        System.out.println(SECRET + ": shows that a write would be seen");
    }
}
