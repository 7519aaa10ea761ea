package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.custody.Verification;
import org.junit.jupiter.api.Test;

/** What somebody changes on purpose, with all the means of SQLite but without the keys, is noticed and named. */
class TamperTest extends SmallCase {
    @Test
    void aLogCutShortIsNoticed() throws Exception {
        change("DELETE FROM entry WHERE number = 4");
        assertNoticed("log entry 4");
    }

    @Test
    void anEntryTakenOutIsNoticed() throws Exception {
        change("DELETE FROM entry WHERE number = 2");
        assertNoticed("log entry 2");
    }

    @Test
    void entriesMovedUpAreNoticed() throws Exception {
        change("DELETE FROM entry WHERE number = 2", "UPDATE entry SET number = number - 1 WHERE number > 2");
        assertNoticed("log entry 2");
    }

    @Test
    void swappedEntriesAreNoticed() throws Exception {
        change(
                "UPDATE entry SET number = 99 WHERE number = 1",
                "UPDATE entry SET number = 1 WHERE number = 2",
                "UPDATE entry SET number = 2 WHERE number = 99");
        assertNoticed("log entry 1");
    }

    @Test
    void anEntryPastedOverAnotherIsNoticed() throws Exception {
        change("UPDATE entry SET wrap = (SELECT wrap FROM entry WHERE number = 1),"
                + " bytes = (SELECT bytes FROM entry WHERE number = 1) WHERE number = 3");
        assertNoticed("log entry 3");
    }

    @Test
    void anEntryOfAnotherCaseIsNoticed() throws Exception {
        var other = folder.resolve("other.afterword");
        try (var file = CaseFileTest.create(other)) {
            CaseFileTest.add(file, "one.txt", "one lamp".getBytes(StandardCharsets.UTF_8));
        }
        change(
                "ATTACH '" + other + "' AS other",
                "DELETE FROM entry WHERE number = 1",
                "INSERT INTO entry SELECT * FROM other.entry WHERE number = 1");
        assertNoticed("log entry 1");
    }

    @Test
    void aChangedLeafIsNoticed() throws Exception {
        change("UPDATE entry SET leaf = zeroblob(32) WHERE number = 3");
        assertNoticed("log entry 3");
    }

    @Test
    void aLostCheckpointIsNoticed() throws Exception {
        change("DELETE FROM checkpoint WHERE size = 5");
        assertNoticed("log entry 3");
        change("DELETE FROM checkpoint");
        assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
    }

    @Test
    void logAndCheckpointsCutTogetherAreAnOlderCaseThatACheckpointFromOutsideNames() throws Exception {
        String newest;
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            newest = file.checkpoint();
            var verification = Verification.verify(file, newest);
            assertTrue(verification.ok());
            assertEquals("the checkpoint of 5 log entries", verification.unchangedSince());
            CaseFileTest.add(file, "later", new byte[1]);
            assertEquals(Since.UNCHANGED, file.ledger().compare(newest).since());
            assertEquals(
                    Since.BROKEN,
                    file.ledger().compare(newest.replace("\n5\n", "\n4\n")).since());
        }
        Files.write(path, whole);
        change("DELETE FROM entry WHERE number > 2", "DELETE FROM checkpoint WHERE size > 3");
        var alone = Verification.verify(path, CaseFileTest.passphrase());
        assertEquals("rollback not checked", alone.unchangedSince());
        assertTrue(alone.signed());
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(Since.OLDER, file.ledger().compare(newest).since());
            assertFalse(Verification.verify(file, newest).ok());
        }
    }

    @Test
    void chunksThatAreNotTheirsAreNoticed() throws Exception {
        makeCase(ItemStore.CHUNK + 5);
        String[] changes = {
            // chunk 0 of the second item in place of chunk 0 of the first
            "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE place = 2 << 24) WHERE place = 1 << 24",
            // the second item's last chunk in place of its first, its last chunk gone, one more chunk
            "UPDATE chunk SET bytes = (SELECT bytes FROM chunk WHERE place = (2 << 24) + 1) WHERE place = 2 << 24",
            "DELETE FROM chunk WHERE place = (2 << 24) + 1",
            "INSERT INTO chunk SELECT place + 1, bytes FROM chunk WHERE place = (2 << 24) + 1",
            "DELETE FROM chunk WHERE place = 1 << 24",
            "UPDATE item SET wrap = (SELECT wrap FROM item WHERE place = 1) WHERE place = 2",
            "DELETE FROM item WHERE place = 2"
        };
        for (var change : changes) {
            Files.write(path, whole);
            change(change);
            assertTrue(check(change), change);
            var verification = Verification.verify(path, CaseFileTest.passphrase());
            assertTrue(
                    verification.problems().stream()
                            .anyMatch(problem -> problem.where().startsWith("exhibit ")),
                    change + verification.problems());
        }
    }

    @Test
    void swappedChunksAreNoticed() throws Exception {
        makeCase(3 * ItemStore.CHUNK);
        change(
                "UPDATE chunk SET place = 0 WHERE place = 2 << 24",
                "UPDATE chunk SET place = 2 << 24 WHERE place = (2 << 24) + 1",
                "UPDATE chunk SET place = (2 << 24) + 1 WHERE place = 0");
        assertExhibitNamed("two.txt");
        Files.write(path, whole);
        change(
                "UPDATE chunk SET place = 0 WHERE place = 1 << 24",
                "UPDATE chunk SET place = 1 << 24 WHERE place = (2 << 24) + 2",
                "UPDATE chunk SET place = (2 << 24) + 2 WHERE place = 0");
        assertExhibitNamed("one.txt");
        assertExhibitNamed("two.txt");
    }

    @Test
    void chunksOfAnotherCaseAreNoticed() throws Exception {
        var other = folder.resolve("other.afterword");
        try (var file = CaseFileTest.create(other)) {
            CaseFileTest.add(file, "one.txt", "one lamp".getBytes(StandardCharsets.UTF_8));
        }
        String bytes = "UPDATE chunk SET bytes = (SELECT bytes FROM other.chunk WHERE place = 1 << 24)"
                + " WHERE place = 1 << 24";
        String wrap = "UPDATE item SET wrap = (SELECT wrap FROM other.item WHERE place = 1) WHERE place = 1";
        String attach = "ATTACH '" + other + "' AS other";
        for (String[] changes : new String[][] {{attach, bytes}, {attach, wrap}, {attach, bytes, wrap}}) {
            Files.write(path, whole);
            change(changes);
            assertExhibitNamed("one.txt");
        }
    }

    /** A copy of the file from before tells what was there: put back, it is seen. */
    @Test
    void whatIsPutBackFromAnOlderCopyIsNoticed() throws Exception {
        var old = Files.copy(path, folder.resolve("old.afterword"));
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            file.erase(new Erasure(Set.of(1L), Set.of(), Set.of(), Map.of(), "exhibit", ""), "me");
        }
        byte[] erased = Files.readAllBytes(path);
        String attach = "ATTACH '" + old + "' AS old";
        String item = "INSERT INTO item SELECT * FROM old.item WHERE place = 1";
        String chunk = "INSERT INTO chunk SELECT * FROM old.chunk WHERE place = 1 << 24";
        String keyOfTwo = "UPDATE item SET wrap = (SELECT wrap FROM old.item WHERE place = 2) WHERE place = 2";
        String entry = "UPDATE entry SET wrap = (SELECT wrap FROM old.entry e WHERE e.number = 2),"
                + " bytes = (SELECT bytes FROM old.entry e WHERE e.number = 2) WHERE number = 2";
        String header = "UPDATE header SET bytes = (SELECT bytes FROM old.header o WHERE o.copy = header.copy)";
        String[][] all = {{attach, item, chunk}, {attach, keyOfTwo}, {attach, entry}, {attach, header}};
        for (String[] changes : all) {
            Files.write(path, erased);
            assertTrue(Verification.verify(path, CaseFileTest.passphrase()).ok());
            change(changes);
            boolean ok;
            try {
                ok = Verification.verify(path, CaseFileTest.passphrase()).ok();
            } catch (CaseException e) {
                ok = false;
            }
            assertFalse(ok, changes[1]);
        }
    }

    private void assertExhibitNamed(String name) throws IOException {
        var problems = Verification.verify(path, CaseFileTest.passphrase()).problems();
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.where().startsWith("exhibit ")
                                && problem.name().equals(Optional.of(name))),
                () -> name + ": " + problems);
    }
}
