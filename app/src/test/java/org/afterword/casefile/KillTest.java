package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there, whenever the program is killed. {@code -Dafterword.kills=200} for more. Every second
 * kill comes soon after the case is open, the others some time after the first acknowledgement, however long a busy
 * machine takes to get there.
 */
@Order(1)
class KillTest {
    private static final int KILLS = Integer.getInteger("afterword.kills", 12);

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        var path = folder.resolve("case.afterword");
        CaseFileTest.create(path).close();
        long seed = System.nanoTime();
        var random = new Random(seed);
        var acknowledged = new TreeSet<String>();
        int journals = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var child = Child.start(Child.WRITE, path);
            var lines = new ArrayList<String>();
            var reader = child.inputReader();
            assertEquals("open", reader.readLine());
            if (kill % 2 == 1) {
                lines.add(Objects.requireNonNull(reader.readLine(), "the child ended by itself"));
            }
            int delay = random.nextInt(250);
            var clock = Thread.ofPlatform().start(() -> {
                LockSupport.parkNanos(Duration.ofMillis(delay).toNanos());
                child.toHandle().destroyForcibly(); // by its handle: what it wrote can still be read
            });
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            child.waitFor();
            clock.join();
            for (var line : lines) {
                acknowledged.addAll(List.of(line.split(" ")));
            }
            journals += Files.exists(journal(path)) && Files.size(journal(path)) > 0 ? 1 : 0;
            try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                var there = new TreeSet<String>();
                file.exhibits().forEach(exhibit -> there.add(exhibit.name()));
                assertTrue(there.containsAll(acknowledged), "kill " + kill + ", seed " + seed);
                if (kill % 5 == 4 || kill == KILLS - 1) {
                    assertEquals(List.of(), file.inspect().problems(), "kill " + kill + ", seed " + seed);
                }
            }
        }
        assertTrue(acknowledged.size() >= KILLS / 2, "children that nobody had killed yet acknowledged nothing");
        assertTrue(journals > 0, "no child was killed with a journal lying there");
    }

    private static Path journal(Path path) {
        return path.resolveSibling(path.getFileName() + "-journal");
    }

    @Test
    void aHotJournalIsRolledBack() throws Exception {
        var path = folder.resolve("case.afterword");
        var copy = folder.resolve("copy.afterword");
        try (var file = CaseFileTest.create(path)) {
            CaseFileTest.add(file, "kept", new byte[2_000_000]);
            try (var batch = file.batch("me")) {
                CaseFileTest.add(batch, "half", new byte[30_000_000]);
                // By another process: closing the file here would drop the lock that SQLite holds.
                copy(path, copy);
                copy(journal(path), journal(copy));
            }
        }
        assertTrue(Files.size(copy) > 20_000_000, "the transaction reached the disk before its end");
        assertTrue(Files.size(journal(copy)) > 0);
        try (var file = CaseFile.open(copy, CaseFileTest.passphrase())) {
            assertEquals(List.of(), file.inspect().problems());
            assertEquals(1, file.exhibits().size());
        }
        assertTrue(Files.size(copy) < 5_000_000);
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("cp", from.toString(), to.toString()).start().waitFor());
    }
}
