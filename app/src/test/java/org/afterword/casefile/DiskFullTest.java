package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.afterword.model.Exhibit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk of every size, so that each write once is the one for which there is no room. {@code
 * -Dafterword.sweep=full} goes by every 4 KiB.
 */
class DiskFullTest {
    private static final int STEP = "full".equals(System.getProperty("afterword.sweep")) ? 4 : 36;
    private static final int FROM = 8;
    private static final int TO = 700;

    @TempDir
    Path folder;

    @Test
    void atEverySizeTheCaseIsSoundAndWhatWasAcknowledgedIsThere() throws Exception {
        int without = 0;
        int with = 0;
        for (int kib = FROM; kib <= TO; kib += STEP) {
            var disk = Files.createDirectory(folder.resolve("disk-" + kib));
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", disk.toString()),
                    "this user may not mount a small disk");
            try {
                var acknowledged = filled(disk.resolve("case.afterword"));
                without += acknowledged.isEmpty() ? 1 : 0;
                with += acknowledged.isEmpty() ? 0 : 1;
            } finally {
                run("umount", disk.toString());
            }
        }
        assertTrue(without > 0 && with > 3, without + " disks without room for anything, " + with + " with");
    }

    private interface Change {
        /** Says whether it ended, and throws if it did not. */
        void make(CaseFile file) throws IOException;
    }

    private static final int LETTERS = 40;

    /** The same case on disks that are a little larger each time, until the change fits. */
    private void onEveryDisk(Change change, Change check) throws Exception {
        var kept = folder.resolve("kept.afterword");
        try (var file = CaseFileTest.create(kept);
                var batch = file.batch("me")) {
            for (int i = 0; i < LETTERS; i++) {
                CaseFileTest.add(batch, "letter " + i, new byte[100 + i * 500]);
            }
            batch.commit();
        }
        int size = (int) (Files.size(kept) / 1024);
        int done = 0;
        int refused = 0;
        for (int kib = size + 4; done < 2 && kib < 5 * size; kib += STEP) {
            var disk = Files.createDirectory(folder.resolve("small-" + kib));
            assumeTrue(
                    run("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", disk.toString()),
                    "this user may not mount a small disk");
            var path = disk.resolve("case.afterword");
            var after = folder.resolve("after.afterword");
            try {
                Files.copy(kept, path);
                boolean ended = false;
                try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                    try {
                        change.make(file);
                        ended = true;
                    } catch (CaseException.NotSwept e) {
                        assertEquals(LETTERS - 1, file.exhibits().size());
                    } catch (CaseException.NoSpace | CaseException.CannotWrite e) {
                        assertTrue(e.getMessage().contains("safe"), e.getMessage());
                        assertEquals(LETTERS, file.exhibits().size());
                    }
                    readable(file);
                }
                done += ended ? 1 : 0;
                refused += ended ? 0 : 1;
                try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                    readable(file);
                }
                Files.copy(path, after, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                run("umount", disk.toString());
            }
            try (var file = CaseFile.open(after, CaseFileTest.passphrase())) {
                readable(file);
                assertEquals(List.of(), file.inspect().problems(), "with room again, on " + kib + " KiB before");
                check.make(file);
            }
        }
        assertTrue(done > 0 && refused > 2, done + " disks with room for it, " + refused + " without");
        System.out.println("disk full: " + refused + " sizes without room, " + done + " with");
    }

    private static void readable(CaseFile file) throws IOException {
        for (var exhibit : file.exhibits()) {
            assertEquals(
                    exhibit.size(),
                    CaseFileTest.read(file, file.exhibitItem(exhibit.id()).orElseThrow()).length);
        }
    }

    @Test
    void aChangeOfKeysIsWholeOrIsNot() throws Exception {
        onEveryDisk(
                file -> file.keys().rotate("me"), file -> assertTrue(file.keys().epoch() <= 2));
    }

    @Test
    void anErasureIsWholeOrIsNot() throws Exception {
        onEveryDisk(
                file -> file.erase(
                        new Erasure(Set.of(LETTERS - 1L), Set.of(), Set.of(), Map.of(), "exhibit", "asked for"), "me"),
                file -> {
                    boolean there = file.exhibits().size() == LETTERS;
                    assertEquals(there ? 1 : 2, file.keys().epoch());
                });
    }

    private static List<String> filled(Path path) throws IOException {
        var acknowledged = new ArrayList<String>();
        try (var file = CaseFileTest.create(path)) {
            for (int i = 0; ; i++) {
                CaseFileTest.add(file, "letter " + i, new byte[200 + i * 3000]);
                acknowledged.add("letter " + i);
            }
        } catch (CaseException.NoSpace | CaseException.CannotWrite e) {
            assertTrue(e.getMessage().contains("safe"), e.getMessage());
        }
        if (!acknowledged.isEmpty() || Files.exists(path)) {
            try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
                assertEquals(
                        acknowledged,
                        file.exhibits().stream().map(Exhibit::name).toList());
                assertEquals(List.of(), file.inspect().problems());
            }
        }
        return acknowledged;
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
