package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.afterword.casefile.Frames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is said in one sentence that a person can use, with the right exit code. */
class ErrorsTest {
    private static final Pattern MACHINERY = Pattern.compile(
            "Exception|Error\\b|\\bat [a-z]+\\.|java\\.|org\\.|picocli|\\bnull\\b|\\[\\]|Optional", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static CommandLine line;
    private static Program program;
    private static String file;
    private static String id;

    @BeforeAll
    static void newCase() throws IOException {
        line = new CommandLine(folder);
        program = new Program(Files.createDirectory(folder.resolve("processes")));
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letter = Files.writeString(folder.resolve("letter.txt"), "I went with Ada Quill. They were kind to me.\n");
        line.done("add", file, letter.toString());
        id = line.done("people", file, "--json").json().getFirst().get("id").asText();
    }

    /** The sentence, after looking at its form; and the same in JSON. */
    private static String fails(int exit, String... typed) {
        CommandLine.Answer answer = line.type(typed);
        assertEquals(exit, answer.exit(), () -> String.join(" ", typed) + ": " + answer.err());
        assertEquals("", answer.out());
        String said = sentence(answer.err());
        String[] more = Arrays.copyOf(typed, typed.length + 1);
        more[typed.length] = "--json";
        CommandLine.Answer json = line.type(more);
        assertEquals(exit, json.exit());
        assertEquals("", json.out());
        try {
            JsonNode error = Frames.json().readTree(json.err());
            assertEquals(exit, error.get("exit").asInt());
            assertEquals(said, error.get("error").asText());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + json.err(), e);
        }
        return said;
    }

    private static String sentence(String err) {
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("afterword: "), err);
        String said = err.strip().substring("afterword: ".length());
        assertFalse(MACHINERY.matcher(said).find(), said);
        assertTrue(said.length() > 20, said);
        assertFalse(said.matches(".*[;,:( ]"), said);
        return said;
    }

    @Test
    void whatIsNoCase() throws IOException {
        assertTrue(fails(1, "accounts", folder.resolve("nowhere.afterword").toString())
                .contains("no case"));
        assertTrue(fails(1, "accounts", folder.toString()).contains("folder"));
        String text = Files.writeString(folder.resolve("text.afterword"), "A letter, not a case.\n")
                .toString();
        assertTrue(fails(1, "accounts", text).contains("not a case"));
        String empty = Files.createFile(folder.resolve("empty.afterword")).toString();
        assertTrue(fails(1, "accounts", empty).contains("not a case"));
        assertTrue(fails(1, "verify", folder.resolve("nowhere.afterword").toString())
                .contains("no case"));
        assertTrue(fails(1, "new", file).contains("already"));
    }

    @Test
    void aWrongPassphrase() throws Exception {
        Program.Ended ended = program.start(List.of(), "another", "org.afterword.cli.Main", "accounts", file)
                .ended();
        assertEquals(5, ended.exit());
        assertTrue(sentence(ended.err()).contains("passphrase"), ended.err());
    }

    @Test
    void noPassphraseAndNobodyToAsk() throws Exception {
        Program.Ended ended = program.start(List.of(), "", "org.afterword.cli.Main", "accounts", file)
                .ended();
        assertEquals(2, ended.exit());
        assertTrue(sentence(ended.err()).contains("--passphrase-file"), ended.err());
    }

    @Test
    void aCaseThatIsOpenElsewhere() throws Exception {
        String held = folder.resolve("held.afterword").toString();
        CommandLine.cheap(held);
        Program.Running serving = program.start("serve", held);
        try {
            for (int i = 0; i < 600 && !serving.said().contains("http") && serving.process.isAlive(); i++) {
                Thread.sleep(100);
            }
            assertTrue(fails(1, "accounts", held).contains("open in another"));
        } finally {
            serving.process.destroyForcibly().waitFor();
        }
        line.done("accounts", held);
    }

    @Test
    void wrongUsage() {
        assertTrue(fails(2, "accounts", file, "--frob").contains("--frob"));
        assertTrue(fails(2, "frobnicate").contains("frobnicate"));
        assertTrue(fails(2, "accounts").contains("CASE"));
        assertTrue(fails(2, "exhibit", file, id).contains("--output FILE"));
        assertTrue(fails(2, "add", file).contains("PATH"));
        assertTrue(fails(2, "accounts", file, "surplus").contains("surplus"));
        assertTrue(fails(2, "undo", file, "-3").contains("1 or more"));
        assertTrue(fails(2, "passages", file, "--code", "money").contains("practice/money-demand"));
        assertTrue(fails(2, "serve", file, "--port", "x").contains("--port"));
        assertTrue(fails(2, "publish", file, "site", "--as-of", "spring").contains("YYYY-MM"));
        assertTrue(fails(2, "publish", file, "site", "--leave", "::").contains("http"));
        assertTrue(fails(2, "add", file, "x", "--baseline").contains("--group"));
        assertTrue(fails(2, "people", file, "--add", "Bo", "--kind", "thing").contains("thing"));
        assertTrue(fails(1, "add", file, folder.resolve("nothing").toString()).contains("nothing"));
    }

    @Test
    void decisionsThatCannotBeMeant() throws IOException {
        assertTrue(fails(2, "decide", file, id, "blub").contains("blub"));
        assertTrue(fails(2, "decide", file, id, "pseudonym=").contains("pseudonym"));
        assertTrue(fails(2, "decide", file, id, "consent=verbatim").contains("a name"));
        assertTrue(fails(2, "decide", file, "zzzz", "keep").contains("zzzz"));
        assertTrue(fails(2, "decide", file, id, "same-as=" + id).contains("itself"));
        assertTrue(fails(2, "decide", file, id).contains("DECISION"));
        assertTrue(fails(2, "text", file, "zzzz").contains("zzzz"));
        assertTrue(fails(2, "exhibit", file, "zzzz", "-o", folder.resolve("out").toString())
                .contains("zzzz"));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aFileOfDecisionsIsRecordedWholeOrNotAtAll() throws IOException {
        String good = Walked.decision(id, "pseudonym");
        for (String bad : List.of(
                "not json",
                "{\"id\":\"" + id + "\"}",
                "[1]",
                "7",
                Walked.decision("zzzz", "keep"),
                Walked.decision(id, "blub"))) {
            Path from = Files.write(folder.resolve("bad.jsonl"), List.of(good, bad));
            String said = fails(2, "decide", file, "--from", from.toString());
            assertTrue(said.contains("2"), said);
            assertTrue(said.contains("nothing was recorded"), said);
            JsonNode named = line.done("people", file, "--json").json().getFirst();
            assertFalse(named.has("decision"), () -> bad + " recorded " + named);
        }
        Path latin = Files.write(folder.resolve("latin.jsonl"), new byte[] {'{', (byte) 0xE9, '}'});
        assertTrue(fails(2, "decide", file, "--from", latin.toString()).contains("UTF-8"));
        assertTrue(fails(2, "decide", file, "--from", folder.toString()).contains("folder"));
        assertTrue(fails(1, "decide", file, "--from", folder.resolve("none").toString())
                .contains("none"));
    }

    @Test
    void aFolderWithOtherThingsInItIsNoPlaceForASite() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Path note = Files.writeString(foreign.resolve("note.txt"), "mine");
        String empty = folder.resolve("fresh.afterword").toString();
        CommandLine.cheap(empty);
        CommandLine.Answer answer = line.type("publish", empty, foreign.toString());
        assertEquals(4, answer.exit());
        assertTrue(answer.out().contains("Name another folder"), answer.out());
        assertEquals("mine", Files.readString(note));
        assertEquals(2, line.type("verify", foreign.toString()).exit());
    }

    @Test
    void aFullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()),
                "this user may not mount a small disk");
        try {
            String small = disk.resolve("case.afterword").toString();
            line.done("new", small);
            line.done("add", small, folder.resolve("letter.txt").toString());
            byte[] noise = new byte[5_000_000];
            new Random(7).nextBytes(noise);
            Path big = Files.write(folder.resolve("big.bin"), noise);
            CommandLine.Answer full = line.type("add", small, big.toString());
            assertEquals(1, full.exit());
            assertTrue(sentence(full.err()).contains("disk is full"), full.err());
            assertEquals(1, line.done("accounts", small, "--json").json().size());
            line.done("verify", small);
        } finally {
            runs("umount", disk.toString());
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
