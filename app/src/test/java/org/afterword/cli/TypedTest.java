package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys as a person at a terminal sets them: asked, typed, typed again. The terminal is that of {@code script(1)}. */
@Order(1)
class TypedTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String SECOND = "öl lamps burn all night";

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void newCase() throws IOException {
        assumeTrue(
                Files.isExecutable(SCRIPT) && System.getProperty("os.name").startsWith("Linux"),
                "a terminal is made by script(1) of util-linux");
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    /** Runs a command on a terminal of its own, and answers each question when it is asked. */
    private Program.Ended typed(List<String> asked, List<String> answers, String... arguments) throws Exception {
        var command = new ArrayList<>(Program.java(folder));
        command.add("org.afterword.cli.Main");
        command.addAll(List.of(arguments));
        String shell = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        var builder = new ProcessBuilder(SCRIPT.toString(), "-qefc", shell, "/dev/null").redirectErrorStream(true);
        builder.environment().remove("AFTERWORD_PASSPHRASE");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        var said = new StringBuilder();
        try (InputStream out = process.getInputStream();
                OutputStream in = process.getOutputStream()) {
            for (int i = 0; i < answers.size(); i++) {
                int from = said.length();
                while (said.indexOf(asked.get(i), from) < 0) {
                    int next = out.read();
                    assertTrue(next >= 0, () -> "it ended and said: " + said);
                    said.append((char) next);
                }
                in.write((answers.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
                in.flush();
            }
            said.append(new String(out.readAllBytes(), StandardCharsets.ISO_8859_1));
        } finally {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        return new Program.Ended(process.exitValue(), said.toString(), "");
    }

    private static final String OPENING = "Passphrase for case.afterword: ";

    @Test
    void aSecondPassphraseIsTypedTwiceAndOpens() throws Exception {
        var asked = List.of(OPENING, "The new passphrase", "Once more: ");
        var slipped =
                typed(asked, List.of(Program.PASSPHRASE, SECOND, SECOND + "!"), "keys", file, "add", "passphrase");
        assertEquals(Exit.USAGE, slipped.exit(), slipped.out());
        assertTrue(slipped.out().contains("not the same; nothing was changed"), slipped.out());

        var added = typed(asked, List.of(Program.PASSPHRASE, SECOND, SECOND), "keys", file, "add", "passphrase");
        assertEquals(Exit.DONE, added.exit(), added.out());
        assertFalse(added.out().contains("lamp"), "what is typed is not shown");
        assertEquals(
                Exit.DONE,
                typed(List.of(OPENING), List.of(SECOND), "keys", file).exit());
        assertEquals(
                Exit.WRONG_PASSPHRASE,
                typed(List.of(OPENING), List.of(SECOND + "!"), "keys", file).exit());
    }

    @Test
    void theCodeFromThePaperIsTypedBack() throws Exception {
        var no = typed(
                List.of(OPENING, "Go on? (yes or no) "),
                List.of(Program.PASSPHRASE, "n"),
                "keys",
                file,
                "add",
                "recovery");
        assertTrue(no.out().contains("Nothing was changed."), no.out());
        var said = typed(
                List.of(OPENING, "Go on? (yes or no) "),
                List.of(Program.PASSPHRASE, "yes"),
                "keys",
                file,
                "add",
                "recovery");
        var code = Pattern.compile("([0-9A-Z]{4}-){7}[0-9A-Z]{4}").matcher(said.out());
        assertTrue(code.find(), said.out());
        assertTrue(said.out().indexOf("It opens the case now.") > code.end(), said.out());
        var asked = List.of(OPENING, "Recovery code, as it is printed: ");
        var paper = code.group().toLowerCase(Locale.ROOT).replace('-', ' ');
        var right = typed(asked, List.of(Program.PASSPHRASE, paper), "keys", file, "check-recovery");
        assertEquals(Exit.DONE, right.exit(), right.out());
        var slip = (paper.startsWith("7") ? "8" : "7") + paper.substring(1);
        var wrong = typed(asked, List.of(Program.PASSPHRASE, slip), "keys", file, "check-recovery");
        assertEquals(Exit.WRONG_PASSPHRASE, wrong.exit(), wrong.out());
        assertEquals(
                Exit.DONE, typed(List.of(OPENING), List.of(paper), "keys", file).exit());
    }
}
