package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
