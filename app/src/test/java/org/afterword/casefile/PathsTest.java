package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is not a case, or cannot be used as one, is said in a sentence. */
class PathsTest {
    @TempDir
    Path folder;

    private static CaseFile open(Path path) throws CaseException {
        return CaseFile.open(path, CaseFileTest.passphrase());
    }

    @Test
    void whatIsNotACaseIsSaid() throws Exception {
        assertThrows(CaseException.Missing.class, () -> open(folder.resolve("nothing")));
        assertThrows(CaseException.NotACase.class, () -> open(folder));
        var text = Files.writeString(folder.resolve("text"), "Dear diary, ".repeat(1000));
        assertThrows(CaseException.NotACase.class, () -> open(text));
        var small = Files.writeString(folder.resolve("small"), "x");
        assertThrows(CaseException.NotACase.class, () -> open(small));
        var empty = Files.createFile(folder.resolve("empty"));
        assertThrows(CaseException.NotACase.class, () -> open(empty));
        var other = folder.resolve("other.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t(x)");
        }
        assertThrows(CaseException.NotACase.class, () -> open(other));
        assertEquals("x", Files.readString(small));
        assertEquals(0, Files.size(empty));
        assertEquals("Dear diary, ".repeat(1000), Files.readString(text));
    }

    @Test
    void aNewerFormatIsSaid() throws Exception {
        var path = folder.resolve("case.afterword");
        CaseFileTest.create(path).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 3");
        }
        var thrown = assertThrows(CaseException.TooNew.class, () -> open(path));
        assertTrue(thrown.getMessage().contains("version 3"));
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        var there = Files.writeString(folder.resolve("there"), "mine");
        assertThrows(CaseException.AlreadyThere.class, () -> CaseFileTest.create(there));
        assertThrows(CaseException.AlreadyThere.class, () -> CaseFileTest.create(folder));
        assertEquals("mine", Files.readString(there));
        assertThrows(CaseException.CannotWrite.class, () -> CaseFileTest.create(folder.resolve("no/such/folder")));
    }

    @Test
    void theWrongPassphraseIsSaidAndHarmsNothing() throws Exception {
        var path = folder.resolve("case.afterword");
        CaseFileTest.create(path).close();
        byte[] before = Files.readAllBytes(path);
        assertThrows(
                CaseException.WrongPassphrase.class, () -> CaseFile.open(path, Passphrase.of("wrong".toCharArray())));
        assertArrayEquals(before, Files.readAllBytes(path));
        open(path).close();
    }

    @Test
    void aCaseIsOpenOnceAtATime() throws Exception {
        var path = folder.resolve("case.afterword");
        try (var file = CaseFileTest.create(path)) {
            assertThrows(CaseException.InUse.class, () -> open(path));
            assertThrows(
                    CaseException.InUse.class, () -> Inspection.of(path, CaseFileTest.passphrase(), contents -> {}));
            CaseFileTest.add(file, "x", new byte[10]);
        }
        var child = Child.start(Child.HOLD, path);
        try {
            assertEquals("open", child.inputReader().readLine());
            assertThrows(CaseException.InUse.class, () -> open(path));
        } finally {
            child.destroyForcibly().waitFor();
        }
        open(path).close();
    }

    @Test
    void aFullDiskIsSaidAndWhatWasSavedIsSafe() throws Exception {
        var disk = mount("size=3m");
        var path = disk.resolve("case.afterword");
        try {
            try (var file = CaseFileTest.create(path)) {
                var kept = CaseFileTest.add(file, "kept", new byte[100_000]);
                assertThrows(CaseException.NoSpace.class, () -> CaseFileTest.add(file, "big", new byte[5_000_000]));
                assertArrayEquals(new byte[100_000], CaseFileTest.read(file, kept));
                var after = CaseFileTest.add(file, "small", new byte[1000]);
                assertArrayEquals(new byte[1000], CaseFileTest.read(file, after));
            }
            try (var file = open(path)) {
                assertEquals(List.of(), file.inspect().problems());
                assertEquals(2, file.exhibits().size());
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void whereNothingCanBeWrittenACaseCanBeRead() throws Exception {
        var disk = mount("size=8m");
        var path = disk.resolve("case.afterword");
        try {
            var file = CaseFileTest.create(path);
            var item = CaseFileTest.add(file, "kept", new byte[1000]);
            file.close();
            run("mount", "-o", "remount,ro", disk.toString());
            try (var readable = open(path)) {
                assertTrue(readable.readOnly().isPresent());
                assertArrayEquals(new byte[1000], CaseFileTest.read(readable, item));
                assertThrows(CaseException.ReadOnly.class, () -> CaseFileTest.add(readable, "x", new byte[1]));
            }
            assertThrows(CaseException.CannotWrite.class, () -> CaseFileTest.create(disk.resolve("new")));
            assertFalse(Files.exists(disk.resolve("new")));
        } finally {
            run("umount", disk.toString());
        }
    }

    private Path mount(String options) throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()),
                "this user may not mount a small disk");
        return disk;
    }

    private static boolean run(String... command) throws Exception {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
