package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.custody.Verification;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.Test;

/** What is erased is gone, and the log says so and holds. */
class ErasureTest extends SmallCase {

    /** The number of the entry that brought the exhibit of that name. */
    private static Entry.ExhibitAdded added(CaseFile file, String name) {
        return file.log()
                .flatMap(logged -> logged.entry().stream())
                .filter(Entry.ExhibitAdded.class::isInstance)
                .map(Entry.ExhibitAdded.class::cast)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long number(CaseFile file, Entry entry) {
        return file.log()
                .filter(logged -> logged.entry().equals(Optional.of(entry)))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static Erasure whole(long... numbers) {
        var entries = new java.util.TreeSet<Long>();
        for (long number : numbers) {
            entries.add(number);
        }
        return new Erasure(entries, Set.of(), Set.of(), Map.of(), "exhibit", "asked for");
    }

    private CaseFile open() throws CaseException {
        return CaseFile.open(path, CaseFileTest.passphrase());
    }

    private void isSound() throws IOException {
        var verification = Verification.verify(path, CaseFileTest.passphrase());
        assertTrue(verification.ok(), () -> verification.problems().toString());
    }

    @Test
    void anExhibitGoesAndTheLogSaysSo() throws IOException {
        String note;
        try (var file = open()) {
            note = file.checkpoint();
            var said = file.erase(whole(number(file, added(file, "one.txt"))), "me");
            assertEquals(1, said.items().size());
            assertEquals(List.of("two.txt"), names(file));
        }
        isSound();
        try (var file = open()) {
            assertEquals(List.of("two.txt"), names(file));
            assertEquals(Since.UNCHANGED, file.ledger().compare(note).since());
            var log = file.log().toList();
            var gone = log.stream().filter(one -> one.erasedBy().isPresent()).toList();
            assertEquals(1, gone.size());
            assertEquals(Logged.GONE, gone.getFirst().kind());
            assertEquals(
                    "erased",
                    log.get(Math.toIntExact(gone.getFirst().erasedBy().orElseThrow()))
                            .kind());
            var verification = Verification.verify(file);
            assertEquals(new Verification.Erased(0, 1), verification.erased());
        }
    }

    /** As a kill leaves it between the commit of an erasure and the writing anew of the file. */
    private void breakOffBeforeTheSweep() throws IOException {
        try (var file = open()) {
            file.erase(whole(number(file, added(file, "one.txt"))), "me");
        }
        try (var container = ContainerFile.open(path);
                var keys = Header.read(container).unlock(CaseFileTest.passphrase())) {
            container.putState(Eraser.SWEEP, keys.seal(Binding.STATE, Eraser.SWEEP, new byte[] {'{', '}'}));
        }
    }

    private boolean isSweepDue() throws CaseException {
        try (var container = ContainerFile.open(path)) {
            return container.state(Eraser.SWEEP).isPresent();
        }
    }

    @Test
    void verifyingEndsAnErasureThatWasBrokenOff() throws IOException {
        breakOffBeforeTheSweep();
        isSound();
        assertFalse(isSweepDue());
    }

    @Test
    void aDamagedFileIsNotWrittenAnew() throws IOException {
        breakOffBeforeTheSweep();
        try (var container = ContainerFile.open(path)) {
            container.deleteItem(container.items().getFirst());
        }
        var verification = Verification.verify(path, CaseFileTest.passphrase());
        assertTrue(verification.problems().stream()
                .anyMatch(problem -> problem.where().equals("the free pages")));
        assertTrue(isSweepDue());
    }

    private static List<String> names(CaseFile file) {
        return file.exhibits().stream().map(exhibit -> exhibit.name()).toList();
    }

    @Test
    void theBytesAloneCanGo() throws IOException {
        try (var file = open()) {
            var two = added(file, "two.txt");
            file.erase(new Erasure(Set.of(), Set.of(two.item()), Set.of(), Map.of(), "account", "asked for"), "me");
            assertEquals(List.of("one.txt", "two.txt"), names(file));
            assertTrue(file.bytesErased(two.exhibit()).isPresent());
            assertThrows(CaseException.Damaged.class, () -> file.item(two.item()));
        }
        isSound();
        assertEquals(
                new Verification.Erased(1, 0),
                Verification.verify(path, CaseFileTest.passphrase()).erased());
    }

    @Test
    void whatStandsInIsReadInTheErasedOnesPlace() throws IOException {
        try (var file = open()) {
            var one = added(file, "one.txt");
            for (String name : List.of("lamp.txt", "another.txt")) {
                var before = file.exhibits();
                var now = added(file, before.getFirst().name());
                var renamed = new Entry.ExhibitAdded(
                        one.exhibit(),
                        name,
                        one.sha256(),
                        one.size(),
                        one.item(),
                        one.group(),
                        one.modified(),
                        Optional.empty());
                file.erase(
                        new Erasure(
                                Set.of(number(file, now)),
                                Set.of(),
                                Set.of(one.item()),
                                Map.of(number(file, now), items -> renamed),
                                "person",
                                "asked for"),
                        "me");
                assertEquals(List.of(name, "two.txt"), names(file));
                assertEquals(
                        before.getFirst().added(), file.exhibits().getFirst().added());
                assertEquals("one lamp", new String(CaseFileTest.read(file, one.item()), StandardCharsets.UTF_8));
            }
        }
        isSound();
        try (var file = open()) {
            assertEquals(List.of("another.txt", "two.txt"), names(file));
            file.erase(whole(number(file, added(file, "another.txt"))), "me");
            assertEquals(List.of("two.txt"), names(file));
        }
        isSound();
    }

    @Test
    void anEmptyEntryThatNoneNamesIsDamage() throws Exception {
        change("update entry set wrap = x'', bytes = x'' where number = 2");
        assertNoticed("log entry 2");
    }

    @Test
    void anErasedEntryCannotBeFilledAgain() throws Exception {
        byte[] wrap;
        byte[] bytes;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var rows =
                        connection.createStatement().executeQuery("select wrap, bytes from entry where number = 1")) {
            rows.next();
            wrap = rows.getBytes(1);
            bytes = rows.getBytes(2);
        }
        try (var file = open()) {
            file.erase(whole(1), "me");
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.prepareStatement("update entry set wrap = ?, bytes = ? where number = 1")) {
            statement.setBytes(1, wrap);
            statement.setBytes(2, bytes);
            statement.execute();
        }
        assertNoticed("log entry 1");
    }

    @Test
    void whatSaysThatSomethingWasErasedStays() throws IOException {
        try (var file = open()) {
            file.erase(whole(1), "me");
            long last = file.log().count() - 1;
            var before = file.log().toList();
            assertThrows(IllegalArgumentException.class, () -> file.erase(whole(2, last), "me"));
            assertEquals(before, file.log().toList());
        }
        isSound();
    }

    @Test
    void whatCannotBeFoldedIsNotErased() throws IOException {
        try (var file = open()) {
            var one = added(file, "one.txt");
            var two = added(file, "two.txt");
            assertThrows(
                    CaseException.class,
                    () -> file.erase(
                            new Erasure(
                                    Set.of(number(file, one)),
                                    Set.of(),
                                    Set.of(one.item()),
                                    Map.of(number(file, one), items -> two),
                                    "person",
                                    ""),
                            "me"));
            assertEquals(right, ask(file));
        }
        isSound();
    }

    @Test
    void noUndoReachesPastAnErasure() throws IOException {
        try (var file = open()) {
            assertTrue(file.newestDecision().isPresent());
            file.erase(whole(1), "me");
            assertFalse(file.newestDecision().isPresent());
            assertEquals(right.decisions(), file.decisions());
            var later = new Decision(Id.random(), Id.random(), new Verdict.Keep(), "", "me", Instant.EPOCH);
            try (var batch = file.batch("me")) {
                batch.add(new Entry.Decided(later));
                batch.commit();
            }
            assertEquals(Optional.of(later), file.newestDecision());
        }
    }

    @Test
    void nothingOfTheOldCiphertextIsLeft() throws Exception {
        var old = new ArrayList<byte[]>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
            for (String query : List.of(
                    "select wrap, bytes from entry where number in (1, 2)",
                    "select i.wrap, c.bytes from item i join chunk c on i.place = c.place >> 24")) {
                try (var rows = connection.createStatement().executeQuery(query)) {
                    while (rows.next()) {
                        old.add(rows.getBytes(1));
                        old.add(rows.getBytes(2));
                    }
                }
            }
        }
        try (var file = open()) {
            file.erase(whole(1, 2), "me");
        }
        for (byte[] bytes : old) {
            assertFalse(contains(Files.readAllBytes(path), bytes), "old bytes are left");
        }
        assertFalse(Files.exists(path.resolveSibling(path.getFileName() + "-journal")));
    }

    /** Whether any 32 bytes in a row of the needle are there. */
    static boolean contains(byte[] all, byte[] needle) {
        var text = new String(all, StandardCharsets.ISO_8859_1);
        for (int at = 0; at + 32 <= needle.length; at += 32) {
            if (text.contains(new String(needle, at, 32, StandardCharsets.ISO_8859_1))) {
                return true;
            }
        }
        return false;
    }
}
