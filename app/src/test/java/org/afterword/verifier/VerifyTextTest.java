package org.afterword.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.afterword.ExampleBag;
import org.afterword.custody.OpensslAuthority;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the bag's VERIFY.md says, with what everybody has, from the bag alone. */
class VerifyTextTest {
    private static final Path JAR =
            Path.of("target/lib/afterword-verifier-0.1.0.jar").toAbsolutePath();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin/java").toString();

    @TempDir
    private static Path folder;

    private static Path bag;
    private static List<String> commands;

    private record Answer(int exit, String said) {}

    @BeforeAll
    static void make() throws IOException {
        var example = new ExampleBag(folder);
        for (String name : List.of("one", "two")) {
            try (var authority = new OpensslAuthority(Files.createDirectory(folder.resolve(name)))) {
                example.stamp(authority);
            }
        }
        bag = example.bag(folder.resolve("made"));
        bag = Files.move(bag, folder.resolve("given away"));
        String text = Files.readString(bag.resolve(Bag.VERIFY));
        assertEquals(5, text.lines().count());
        commands = Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Answer shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(bag.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }

    private static String command(String program) {
        return commands.stream()
                .filter(command -> command.startsWith(program))
                .findFirst()
                .orElseThrow();
    }

    private static void flip(String file, CheckedRunnable whileFlipped) throws Exception {
        byte[] whole = Files.readAllBytes(bag.resolve(file));
        byte[] changed = whole.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(bag.resolve(file), changed);
        try {
            whileFlipped.run();
        } finally {
            Files.write(bag.resolve(file), whole);
        }
    }

    private interface CheckedRunnable {
        void run() throws Exception;
    }

    private static String anExhibit() throws IOException {
        return ExampleBag.files(bag).entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/exhibits/") && file.getValue().length > 0)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void sha256sumFindsEveryByteAsListed() throws Exception {
        assertEquals(new Answer(0, ""), shell(command("sha256sum")));
        flip(anExhibit(), () -> assertEquals(1, shell(command("sha256sum")).exit()));
        flip(Bag.CHECKPOINT, () -> assertEquals(1, shell(command("sha256sum")).exit()));
    }

    @Test
    void itIsABagByTheLetterOfTheStandard() throws Exception {
        assertEquals("bagit.py --validate .", command("bagit.py"));
        assertEquals(List.of(), StrictBag.violations(bag));
        flip(anExhibit(), () -> assertNotEquals(List.of(), StrictBag.violations(bag)));
    }

    @Test
    void opensslFindsTheStampsRight() throws Exception {
        String command = command("openssl");
        assertTrue(command.contains("stamps/2.tsr"), command);
        Answer answer = shell(command);
        assertEquals(0, answer.exit(), answer.said());
        assertEquals(2, answer.said().split("Verification: OK", -1).length - 1, answer.said());
        flip("stamps/1-checkpoint.txt", () -> assertNotEquals(0, shell(command).exit()));
        flip("stamps/2.tsr", () -> assertNotEquals(0, shell(command).exit()));
        assertNotEquals(0, shell(command.replace("1-roots.pem", "2-roots.pem")).exit(), "another authority's root");
    }

    @Test
    void theJarFindsEverythingInOrder() throws Exception {
        assumeTrue(Files.exists(JAR), "the jar is not built: mvn builds it");
        String run = command("java").replaceFirst("java -jar \\S+", "'" + JAVA + "' -jar '" + JAR + "'");
        Answer whole = shell(run);
        assertEquals(0, whole.exit(), whole.said());
        assertTrue(whole.said().startsWith("Nothing is wrong with this bag.\n"), whole.said());
        assertTrue(whole.said().contains("not checked; give --since"), whole.said());
        Answer json = shell(run + " --json --since stamps/1-checkpoint.txt");
        assertTrue(
                json.said().contains("\"ok\":true") && json.said().contains("\"unchangedSince\":\"yes\""), json.said());
        String exhibit = anExhibit();
        flip(exhibit, () -> {
            Answer flipped = shell(run);
            assertEquals(3, flipped.exit());
            assertTrue(flipped.said().contains(exhibit + ": The file was changed."), flipped.said());
        });
        assertEquals(3, shell(run + " --since key.txt").exit());
        assertEquals(2, shell(run + " --nothing").exit());
        assertEquals(2, shell(run.replaceFirst(" \\.$", " stamps")).exit());
        assertEquals(2, shell(run.replaceFirst(" \\.$", " nowhere")).exit());
        assertEquals(0, shell(run + " --help").exit());
    }

    @Test
    void theJarHoldsTheVerifierAlone() throws IOException {
        assumeTrue(Files.exists(JAR), "the jar is not built: mvn builds it");
        assertTrue(Files.size(JAR) < 100_000, Files.size(JAR) + " bytes");
        try (var jar = new JarFile(JAR.toFile())) {
            assertEquals(null, jar.getManifest().getMainAttributes().getValue("Class-Path"));
            assertEquals(
                    1,
                    jar.stream().map(entry -> entry.getTimeLocal()).distinct().count(),
                    "not built by a clock");
            assertEquals(
                    List.of(),
                    jar.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(entry -> entry.getName())
                            .filter(name ->
                                    !name.startsWith("org/afterword/verifier/") && !name.equals("META-INF/MANIFEST.MF"))
                            .toList());
        }
    }
}
