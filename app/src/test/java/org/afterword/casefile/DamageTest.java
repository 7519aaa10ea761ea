package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.afterword.custody.Verification;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged or changed file gives a clear sentence or an unharmed case; never a wrong answer, never another exception. */
class DamageTest {
    /** {@code -Dafterword.sweep=full} tries every byte and every length. */
    private static final boolean FULL = "full".equals(System.getProperty("afterword.sweep"));

    private static final int SAMPLES = 120;

    @TempDir
    Path folder;

    private Path path;
    private byte[] whole;
    private Answer right;

    /** All that one can ask of a case. */
    private record Answer(
            Id id,
            List<Logged> log,
            List<Exhibit> exhibits,
            List<Group> groups,
            List<Decision> decisions,
            Map<Id, Sha256> items) {}

    @BeforeEach
    void smallCase() throws IOException {
        makeCase(20_000);
    }

    private void makeCase(int size) throws IOException {
        path = folder.resolve(size + ".afterword");
        try (var file = CaseFileTest.create(path)) {
            CaseFileTest.add(file, "one.txt", "one lamp".getBytes(StandardCharsets.UTF_8));
            CaseFileTest.add(file, "two.txt", new byte[size]);
            try (var batch = file.batch("me")) {
                batch.add(new Entry.GroupNamed(new Group(Id.random(), "The lamplighters", false)));
                batch.add(new Entry.Decided(
                        new Decision(Id.random(), Id.random(), new Verdict.Keep(), "a reason", "me", Instant.EPOCH)));
                batch.commit();
            }
            right = ask(file);
        }
        whole = Files.readAllBytes(path);
    }

    private static Answer ask(CaseFile file) throws IOException {
        var items = new TreeMap<Id, Sha256>();
        for (var exhibit : file.exhibits()) {
            var item = file.exhibitItem(exhibit.id()).orElseThrow();
            items.put(item, Sha256.of(CaseFileTest.read(file, item)));
        }
        return new Answer(file.id(), file.log().toList(), file.exhibits(), file.groups(), file.decisions(), items);
    }

    /** Whether the damage was noticed. */
    private boolean check(String what) throws IOException {
        boolean noticed;
        try {
            var verification = Verification.verify(path, CaseFileTest.passphrase());
            noticed = !verification.ok();
        } catch (CaseException e) {
            assertFalse(e.getMessage().isBlank());
            noticed = true;
        } catch (RuntimeException e) {
            return fail(what, e);
        }
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(right, ask(file), what);
        } catch (CaseException e) {
            assertFalse(e.getMessage().isBlank());
            assertTrue(noticed, what + ": verified, but " + e.getMessage());
        } catch (UncheckedIOException e) {
            assertTrue(e.getCause() instanceof CaseException, what);
            assertTrue(noticed, what + ": verified, but " + e.getMessage());
        } catch (RuntimeException e) {
            return fail(what, e);
        }
        return noticed;
    }

    @Test
    void everyByteFlipped() throws IOException {
        int noticed = 0;
        int tried = 0;
        long seed = 7;
        var random = new Random(seed);
        int stride = FULL ? 1 : whole.length / SAMPLES;
        for (int at = 0; at < whole.length; at += at < 100 ? FULL ? 1 : 3 : 1 + random.nextInt(2 * stride)) {
            var bytes = whole.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, bytes);
            noticed += check("byte " + at + " flipped (seed " + seed + ")") ? 1 : 0;
            tried++;
        }
        assertTrue(noticed > tried / 4, noticed + " of " + tried);
    }

    @Test
    void everyStoredValueMatters() throws Exception {
        var random = new Random(13);
        String[] values = {
            "header.bytes",
            "item.id",
            "item.wrap",
            "chunk.bytes",
            "entry.leaf",
            "entry.wrap",
            "entry.bytes",
            "checkpoint.wrap",
            "checkpoint.bytes"
        };
        for (var value : values) {
            var table = value.substring(0, value.indexOf('.'));
            var column = value.substring(table.length() + 1);
            Files.write(path, whole);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
                byte[] blob;
                try (var select = connection.createStatement();
                        var row = select.executeQuery("SELECT " + column + " FROM " + table + " LIMIT 1 OFFSET 1")) {
                    blob = row.getBytes(1);
                }
                var changed = blob.clone();
                changed[random.nextInt(blob.length)] ^= 64;
                try (var update = connection.prepareStatement(
                        "UPDATE " + table + " SET " + column + " = ? WHERE " + column + " = ?")) {
                    update.setBytes(1, changed);
                    update.setBytes(2, blob);
                    update.executeUpdate();
                }
            }
            assertTrue(check(value), value);
        }
    }

    @Test
    void cutAtEveryLength() throws IOException {
        var random = new Random(11);
        int stride = FULL ? 1 : whole.length / (SAMPLES / 4);
        for (int length = 0; length < whole.length; length += length < 120 ? 7 : 1 + random.nextInt(2 * stride)) {
            Files.write(path, Arrays.copyOf(whole, length));
            byte[] before = Files.readAllBytes(path);
            assertTrue(check("cut at " + length), "cut at " + length);
            assertArrayEquals(before, Files.readAllBytes(path), "what is left is left alone");
        }
    }

    private void change(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Opening says where; so does a verification. */
    private void assertNoticed(String where) throws IOException {
        var thrown = assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
        assertTrue(thrown.where().contains(where), thrown.where());
        var found = Verification.verify(path, CaseFileTest.passphrase()).problems();
        assertTrue(found.stream().anyMatch(problem -> problem.where().contains(where)), () -> found.toString());
    }

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
    void logAndCheckpointsCutTogetherAreAnOlderCase() throws Exception {
        change("DELETE FROM entry WHERE number > 2", "DELETE FROM checkpoint WHERE size > 3");
        var verification = Verification.verify(path, CaseFileTest.passphrase());
        assertTrue(verification.ok());
        assertEquals("rollback not checked", verification.unchangedSince());
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
    void theSpareHeaderOpensTheCaseAndItIsSaid() throws Exception {
        change("UPDATE header SET bytes = zeroblob(100) WHERE copy = 1");
        assertTrue(check("header"));
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(right, ask(file));
        }
        change("UPDATE header SET bytes = zeroblob(100)");
        assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
    }

    @Test
    void whatDoesNotBelongIsSaid() throws Exception {
        change("INSERT INTO item(id, wrap) VALUES (randomblob(16), randomblob(92))");
        assertTrue(check("stray item"));
        change("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE number = 1; END");
        assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
    }
}
