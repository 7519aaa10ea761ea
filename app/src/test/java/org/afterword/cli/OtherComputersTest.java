package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where something of the program cannot run, the rest does, and says what is missing. */
class OtherComputersTest {
    @TempDir
    private Path folder;

    /** Types the commands of a short life of a case; run as a process of its own. */
    static final class Life {
        private Life() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            var line = new CommandLine(folder);
            String file = folder.resolve("case.afterword").toString();
            CommandLine.cheap(file);
            String letter = folder.resolve("letter.txt").toString();
            for (List<String> typed : List.of(
                    List.of("add", file, letter, "--group", "The Copper Lantern"),
                    List.of("suggest", file),
                    List.of("people", file, "--add", "zorvalin"),
                    List.of("decide", file, "--all", "undecided", "redact", "--yes"),
                    List.of("passages", file),
                    List.of("findings", file),
                    List.of("text", file, "--protected"),
                    List.of("people", file),
                    List.of("publish", file, folder.resolve("site").toString()),
                    List.of("verify", file))) {
                CommandLine.Answer answer = typed.getFirst().equals("text")
                        ? line.type("text", file, account(line.type("accounts", file, "--json")), "--protected")
                        : line.type(typed.toArray(String[]::new));
                System.out.println(typed.getFirst() + " ended with " + answer.exit());
                System.out.println(answer.out());
                System.out.println(answer.err());
            }
        }
    }

    private static String account(CommandLine.Answer accounts) {
        return accounts.json().getFirst().get("id").asText();
    }

    private String lived(String option) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("letter.txt"),
                "Wilhelmina Vendrake asked me for my savings, and zorvalin watched the door. Later Vendrake asked for"
                        + " more money, and I gave it. We were told not to read what others wrote about us.");
        Program.Ended ended = new Program(folder)
                .start(
                        List.of("env", "JAVA_TOOL_OPTIONS=" + option),
                        Program.PASSPHRASE,
                        Life.class.getName(),
                        folder.toString())
                .ended();
        assertEquals(0, ended.exit(), ended.err());
        for (String command : List.of("add", "suggest", "people", "decide", "passages", "findings", "text", "verify")) {
            assertTrue(ended.out().contains(command + " ended with 0"), () -> command + ": " + ended.out());
        }
        assertTrue(ended.out().contains("publish ended with "), ended::out);
        String shown = ended.out()
                .substring(ended.out().indexOf("text ended"), ended.out().lastIndexOf("people ended"));
        assertTrue(shown.contains("asked me for my savings"), shown);
        assertFalse(shown.contains("Vendrake") || shown.contains("zorvalin"), shown);
        assertFalse(ended.out().contains("Exception"), ended::out);
        return ended.out();
    }

    @Test
    void withoutTheNativeLibraryTheRulesGoOnAndItIsSaid() throws Exception {
        String said = lived("-Dafterword.onnx.processor=riscv64");
        assertTrue(said.contains("the learned finder does not run on this kind of computer (linux-riscv64)"), said);
    }

    @Test
    void withDamagedWeightsTheRulesGoOnAndItIsSaid() throws Exception {
        Path damaged = folder.resolve("damaged/org/afterword/language");
        Files.createDirectories(damaged);
        try (InputStream weights =
                OtherComputersTest.class.getResourceAsStream("/org/afterword/language/names.weights")) {
            byte[] bytes = weights.readAllBytes();
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged.resolve("names.weights"), bytes);
        }
        String said = lived("-Xbootclasspath/a:" + folder.resolve("damaged"));
        assertTrue(said.contains("the learned finder's weights are damaged"), said);
    }

    @Test
    void withoutAHomeNothingIsMissing() throws Exception {
        String said = lived("-Duser.home=/proc/nowhere");
        assertFalse(said.contains("/proc/nowhere"), said);
    }
}
