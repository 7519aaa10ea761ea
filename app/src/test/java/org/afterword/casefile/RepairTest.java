package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.afterword.custody.Verification;
import org.junit.jupiter.api.Test;

/** What can be put right is, and is right then; what could hide a change is left for a person. */
class RepairTest extends SmallCase {
    private Verification verify() throws IOException {
        return Verification.verify(path, CaseFileTest.passphrase());
    }

    private EnumSet<Repair> offered() throws IOException {
        var repairs = EnumSet.noneOf(Repair.class);
        verify().problems().forEach(problem -> problem.repair().ifPresent(repairs::add));
        return repairs;
    }

    private void repairs(Repair... expected) throws IOException {
        byte[] before = Files.readAllBytes(path);
        var offered = offered();
        assertEquals(List.of(expected), List.copyOf(offered), verify().problems()::toString);
        var copy = Doctor.repair(path, CaseFileTest.passphrase(), offered);
        assertArrayEquals(before, Files.readAllBytes(copy));
        assertTrue(verify().ok(), verify().problems()::toString);
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(right, ask(file));
        }
    }

    @Test
    void eitherCopyOfTheHeaderIsMadeFromTheOther() throws Exception {
        for (int copy = 1; copy <= 2; copy++) {
            Files.write(path, whole);
            change("UPDATE header SET bytes = zeroblob(300) WHERE copy = " + copy);
            repairs(Repair.RESTORE_HEADER);
            change("DELETE FROM header WHERE copy = " + copy);
            repairs(Repair.RESTORE_HEADER);
        }
    }

    @Test
    void strayItemsAndChunksAreDropped() throws Exception {
        long before = Files.size(path);
        change(
                "INSERT INTO item(id, wrap) VALUES (randomblob(16), randomblob(92))",
                "INSERT INTO chunk VALUES (99 << 24, randomblob(70000))");
        repairs(Repair.DROP_STRAYS);
        assertTrue(Files.size(path) <= before + 100_000);
    }

    @Test
    void aDamagedSnapshotIsMadeAnew() throws Exception {
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            try (var batch = file.batch("me")) {
                for (int i = 0; i < 210; i++) {
                    CaseFileTest.add(batch, "letter " + i, ("letter " + i).getBytes(StandardCharsets.UTF_8));
                }
                batch.commit();
            }
            right = ask(file);
        }
        assertTrue(verify().ok());
        whole = Files.readAllBytes(path);
        String last = "(SELECT max(place) FROM item)";
        String[] changes = {
            "UPDATE chunk SET bytes = zeroblob(600) WHERE place >> 24 = " + last,
            "UPDATE item SET wrap = zeroblob(92) WHERE place = " + last,
            "DELETE FROM item WHERE place = " + last
        };
        for (int i = 0; i < changes.length; i++) {
            Files.write(path, whole);
            change(changes[i]);
            repairs(
                    i < 2
                            ? new Repair[] {Repair.DROP_SNAPSHOT}
                            : new Repair[] {Repair.DROP_SNAPSHOT, Repair.DROP_STRAYS});
        }
        Files.write(path, whole);
        change("UPDATE state SET bytes = zeroblob(600)");
        repairs(Repair.DROP_SNAPSHOT, Repair.DROP_STRAYS);
    }

    @Test
    void whatCouldHideAChangeIsOnlyReported() throws Exception {
        String[] changes = {
            "UPDATE entry SET leaf = zeroblob(32) WHERE number = 3",
            "DELETE FROM entry WHERE number = 4",
            "DELETE FROM checkpoint WHERE size = 5",
            "UPDATE checkpoint SET bytes = zeroblob(600) WHERE size = 2",
            "UPDATE chunk SET bytes = zeroblob(600)",
            "UPDATE header SET bytes = (SELECT bytes || x'00' FROM header WHERE copy = 1)"
        };
        for (var change : changes) {
            Files.write(path, whole);
            change(change, "INSERT INTO item(id, wrap) VALUES (randomblob(16), randomblob(92))");
            assertEquals(EnumSet.noneOf(Repair.class), offered(), change);
            assertFalse(verify().ok(), change);
        }
    }

    @Test
    void headersOfTwoStatesAreNotedAndLeft() throws Exception {
        var other = folder.resolve("other.afterword");
        CaseFileTest.create(other).close();
        change(
                "ATTACH '" + other + "' AS other",
                "UPDATE header SET bytes = (SELECT bytes FROM other.header LIMIT 1)" + " WHERE copy = 2");
        assertEquals(EnumSet.noneOf(Repair.class), offered());
        assertEquals("the header", verify().problems().getFirst().where());
    }

    @Test
    void aDamagedExhibitIsNamedByItsFileAndOnlyForPeople() throws Exception {
        change("UPDATE chunk SET bytes = zeroblob(600) WHERE place >> 24 = 1");
        var problem = verify().problems().getLast();
        assertEquals(Optional.of("one.txt"), problem.name());
        assertTrue(problem.where().startsWith("exhibit "));
        assertFalse(Frames.json().writeValueAsString(problem).contains("one.txt"));
        assertFalse(problem.toString().contains("one.txt"));
    }
}
