package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code add} and {@code decide}, killed at any moment. {@code -Dafterword.kills=200} for more of them. */
class KillTest {
    private static final int KILLS = Integer.getInteger("afterword.kills", 12);
    private static final int FILES = 450;

    @TempDir
    private Path folder;

    private Program program;
    private CommandLine line;
    private String file;
    private Random random = new Random();
    private String told = "";

    @BeforeEach
    void seed() throws IOException {
        long seed = Long.getLong("afterword.seed", System.nanoTime());
        random = new Random(seed);
        told = "-Dafterword.seed=" + seed;
        program = new Program(Files.createDirectory(folder.resolve("processes")));
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    /** Kills the process and what it started, at a moment within the time that a whole run took. */
    private boolean killed(Program.Running running, long wholeMillis) throws InterruptedException {
        if (running.process.waitFor(1 + random.nextLong(Math.max(1, wholeMillis)), TimeUnit.MILLISECONDS)) {
            return false;
        }
        running.process.destroyForcibly().waitFor();
        return true;
    }

    private void isSound(int kill) {
        CommandLine.Answer answer = line.type("verify", file, "--json");
        assertEquals(0, answer.exit(), () -> "kill " + kill + ", " + told + ": " + answer.out() + answer.err());
    }

    @Test
    void whatAddAcknowledgedIsThere() throws Exception {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    exports.resolve("letter-" + i + ".txt"), "Letter " + i + "\n\nThey asked me for money.\n");
        }
        Set<String> acknowledged = new HashSet<>();
        int kills = 0;
        long whole = 6_000;
        for (int i = 0; i < KILLS; i++) {
            long start = System.nanoTime();
            Program.Running running = program.start("add", file, exports.toString(), "--group", "The group", "-v");
            kills += killed(running, whole) ? 1 : 0;
            whole = Math.clamp((System.nanoTime() - start) / 1_000_000, 3_000, 10_000);
            running.ended()
                    .err()
                    .lines()
                    .filter(one -> one.startsWith("kept ") && one.endsWith(".txt"))
                    .forEach(one -> acknowledged.add(one.substring("kept ".length())));
            isSound(i);
        }
        JsonNode verified = line.done("verify", file, "--json").json().getFirst();
        assertTrue(verified.get("exhibits").asInt() >= acknowledged.size(), () -> told + ": " + verified);
        JsonNode completed = line.done("add", file, exports.toString(), "--group", "The group", "--json")
                .json()
                .getFirst();
        assertEquals(
                FILES,
                completed.get("again").asInt() + completed.get("exhibits").asInt(),
                told);
        Set<String> there = new HashSet<>();
        line.done("accounts", file, "--json")
                .json()
                .forEach(one -> there.add(one.get("file").asText()));
        assertEquals(FILES, there.size(), told);
        assertTrue(there.containsAll(acknowledged), told);
        assertTrue(kills > 0 || KILLS == 0, "nothing was killed");
        assertTrue(!acknowledged.isEmpty() || KILLS < 5, "nothing was added before a kill");
    }

    @Test
    void whatDecideAcknowledgedIsThere() throws Exception {
        Path letter = Files.writeString(
                folder.resolve("letter.txt"), "Ada Quill, Bertha Loom, Conrad Vetch and Dora Pinn were kind to me.\n");
        line.done("add", file, letter.toString());
        List<String> ids = line.done("people", file, "--json").json().stream()
                .map(one -> one.get("id").asText())
                .toList();
        assertTrue(ids.size() > 2);
        int acknowledged = 0;
        String last = "";
        long whole = 3_000;
        for (int i = 0; i < KILLS; i++) {
            String name = "Friend " + i;
            long start = System.nanoTime();
            Program.Running running = program.start("decide", file, ids.getFirst(), "pseudonym=" + name);
            boolean killed = killed(running, whole + 500);
            if (!killed) {
                assertEquals(
                        0, running.process.exitValue(), told + ": " + running.ended().err());
                whole = Math.max(500, (System.nanoTime() - start) / 1_000_000);
                acknowledged++;
                last = name;
            }
            String decided = decision(ids.getFirst());
            assertTrue(
                    decided.equals(last.isEmpty() ? "" : "pseudonym=" + last) || decided.equals("pseudonym=" + name),
                    () -> "kill, " + told + ": " + decided);
            last = decided.replace("pseudonym=", "");
            isSound(i);
        }
        assertEquals(
                0, program.run("decide", file, ids.get(1), "pseudonym=Last").exit());
        assertEquals("pseudonym=Last", decision(ids.get(1)));
        assertTrue(acknowledged < KILLS || KILLS < 5, "nothing was killed");
    }

    private String decision(String id) {
        return line.done("people", file, "--json").json().stream()
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .map(one -> one.path("decision").asText(""))
                .orElse("");
    }
}
