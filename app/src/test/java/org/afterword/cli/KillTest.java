package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that changes something, killed at any moment: what was acknowledged is there, and the case is sound.
 * {@code ./prove kills 1000} for many; {@code -Dafterword.deeds=Stamp,Add} for some.
 */
@Order(1)
class KillTest {
    private static final int KILLS = Integer.getInteger("afterword.kills", 10);
    private static final List<String> DEEDS =
            List.of(System.getProperty("afterword.deeds", "").split(","));

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("afterword.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TestFactory
    Stream<DynamicTest> whatWasAcknowledgedIsThere() {
        List<Deed> deeds = Deed.all().stream()
                .filter(deed -> DEEDS.contains("") || DEEDS.contains(deed.toString()))
                .toList();
        int each = (KILLS + deeds.size() - 1) / deeds.size();
        return deeds.stream()
                .map(deed -> DynamicTest.dynamicTest(deed.toString(), () -> {
                    try (deed) {
                        killed(deed, each);
                    }
                }));
    }

    private void killed(Deed deed, int kills) throws Exception {
        Path place = Files.createDirectory(folder.resolve(deed.toString()));
        var program = new Program(Files.createDirectory(place.resolve("processes")));
        deed.folder = place;
        deed.line = new CommandLine(place);
        deed.file = place.resolve("case.afterword").toString();
        CommandLine.cheap(deed.file);
        deed.prepare();
        long whole = 4_000;
        int killed = 0;
        int rounds = 0;
        for (; killed < kills && rounds < 5 * kills; rounds++) {
            int round = rounds;
            long start = System.nanoTime();
            Program.Running running = program.start(deed.command(round).toArray(String[]::new));
            boolean done = !isKilled(running, whole);
            if (done) {
                // As long as a whole run takes; a kill after its end is none.
                whole = Math.max(500, (System.nanoTime() - start) / 1_000_000);
                assertEquals(0, running.process.exitValue(), running.ended().err());
            } else {
                killed++;
                whole += whole / 20;
            }
            String told = deed + ", round " + round + (done ? ", done" : ", killed") + ", -Dafterword.seed=" + seed;
            try {
                CommandLine.Answer answer = deed.line.type("verify", deed.file, "--json");
                assertEquals(0, answer.exit(), () -> answer.out() + answer.err());
                deed.check(round, done, running.ended());
            } catch (AssertionError e) {
                throw new AssertionError(told + ": " + e.getMessage(), e);
            }
        }
        System.out.println(deed + ": killed " + killed + " times in " + rounds + " runs");
        assertTrue(killed > 0, "nothing was killed");
    }

    /** Kills the process and what it started, at a moment within the time that a whole run took. */
    private boolean isKilled(Program.Running running, long wholeMillis) throws InterruptedException {
        if (running.process.waitFor(1 + random.nextLong(Math.max(1, wholeMillis)), TimeUnit.MILLISECONDS)) {
            return false;
        }
        running.process.descendants().forEach(ProcessHandle::destroyForcibly);
        running.process.destroyForcibly().waitFor();
        return true;
    }
}
