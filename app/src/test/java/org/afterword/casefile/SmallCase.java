package org.afterword.casefile;

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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.afterword.custody.Verification;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small case to be damaged, and what it must answer if it answers at all. */
abstract class SmallCase {
    @TempDir
    Path folder;

    Path path;
    byte[] whole;
    Answer right;

    /** All that one can ask of a case. */
    record Answer(
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

    void makeCase(int size) throws IOException {
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

    static Answer ask(CaseFile file) throws IOException {
        var items = new TreeMap<Id, Sha256>();
        for (var exhibit : file.exhibits()) {
            var item = file.exhibitItem(exhibit.id()).orElseThrow();
            items.put(item, Sha256.of(CaseFileTest.read(file, item)));
        }
        return new Answer(file.id(), file.log().toList(), file.exhibits(), file.groups(), file.decisions(), items);
    }

    /** Whether the damage was noticed. */
    boolean check(String what) throws IOException {
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

    void change(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Opening says where; so does a verification. */
    void assertNoticed(String where) throws IOException {
        var thrown = assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
        assertTrue(thrown.where().contains(where), thrown.where());
        var found = Verification.verify(path, CaseFileTest.passphrase()).problems();
        assertTrue(found.stream().anyMatch(problem -> problem.where().contains(where)), () -> found.toString());
    }
}
