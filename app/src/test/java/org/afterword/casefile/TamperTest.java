package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
}
