package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.custody.SalvageFolder;
import org.afterword.custody.Salvaged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a kill would leave, at a hundred moments: a process that writes is stopped with all its threads, the case and its
 * journal are copied, and it goes on. {@code -Dafterword.moments=1000} for more.
 */
class AnyMomentTest {
    private static final int LEAF = 13; // as in "Database File Format", section 1.6
    private static final int MOMENTS = Integer.getInteger("afterword.moments", 100);
    private static final int A_CASE = 25;

    @TempDir
    Path folder;

    private Path copy() {
        return folder.resolve("copy.afterword");
    }

    private final Random random = new Random(Long.getLong("afterword.seed", System.nanoTime()));
    private final TreeSet<String> acknowledged = new TreeSet<>();
    private int journals;
    private int rolledBack;
    private int said;
    private int splits;

    @Test
    void whatWasAcknowledgedIsThereAlsoWithTheJournalCut() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "only Linux says whether a process has stopped");
        for (int moment = 0; moment < MOMENTS; moment += A_CASE) {
            var path = folder.resolve("case-" + moment + ".afterword");
            CaseFileTest.create(path).close();
            acknowledged.clear();
            var child = Child.start(Child.WRITE, path);
            try {
                var lines = new ByteArrayOutputStream();
                assertEquals("open", firstLine(child));
                for (int i = 0; i < Math.min(A_CASE, MOMENTS - moment); i++) {
                    Thread.sleep(random.nextInt(25));
                    signal(child, "STOP");
                    while (!isStopped(child)) {
                        Thread.onSpinWait();
                    }
                    copyOf(path);
                    var in = child.getInputStream();
                    while (in.available() > 0) {
                        lines.write(in.readNBytes(in.available()));
                    }
                    acknowledged.addAll(complete(lines));
                    look(path);
                    signal(child, "CONT");
                }
            } finally {
                child.destroyForcibly().waitFor();
            }
            Files.delete(path);
            Files.deleteIfExists(journal(path));
        }
        System.out.printf(
                "%d moments, %d with a journal; journals cut: %d rolled back, %d said so and salvaged,"
                        + " %d in a table's first split%n",
                MOMENTS, journals, rolledBack, said, splits);
        assertTrue(journals > MOMENTS / 20, "hardly ever was a journal there");
    }

    private static String firstLine(Process child) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = child.getInputStream().read();
                b != '\n' && b >= 0;
                b = child.getInputStream().read()) {
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<String> complete(ByteArrayOutputStream lines) {
        var text = lines.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .toList();
    }

    private void copyOf(Path path) throws IOException {
        for (var name : List.of("copy", "cut")) {
            var to = folder.resolve(name + ".afterword");
            Files.deleteIfExists(journal(to));
            Files.copy(path, to, StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(journal(path))) {
                Files.copy(journal(path), journal(to));
            }
        }
    }

    private void look(Path path) throws Exception {
        var whole = folder.resolve("cut.afterword");
        boolean journal = Files.exists(journal(whole)) && Files.size(journal(whole)) > 0;
        journals += journal ? 1 : 0;
        try (var file = CaseFile.open(copy(), CaseFileTest.passphrase())) {
            assertTrue(names(file).containsAll(acknowledged), path::toString);
            assertEquals(List.of(), file.inspect().problems());
        }
        if (journal) {
            try (var cut = Files.newByteChannel(journal(whole), StandardOpenOption.WRITE)) {
                cut.truncate(random.nextLong(cut.size()));
            }
            if (isSound(whole)) {
                rolledBack++;
            } else {
                said++;
                if (!salvaged(whole).containsAll(acknowledged)) {
                    assertTrue(isFirstSplit(copy(), whole), "salvaged");
                    splits++;
                }
            }
        }
    }

    /**
     * Whether a table's first page was just being parted: then all its rows are on their way to other pages, and
     * without the journal nowhere. A kill does not cut a journal, and it is on the disk before the first page is
     * written, so this takes a disk that lies, once or twice in the life of a case.
     */
    private static boolean isFirstSplit(Path recovered, Path cut) throws Exception {
        byte[] before = Files.readAllBytes(recovered);
        byte[] after = Files.readAllBytes(cut);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + recovered);
                var roots = connection.createStatement().executeQuery("SELECT rootpage FROM sqlite_schema")) {
            while (roots.next()) {
                int at = (roots.getInt(1) - 1) * Sql.PAGE;
                if (before[at] == LEAF && after[at] != LEAF) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it opens and nothing is wrong with it: then all that was acknowledged must be there. */
    private boolean isSound(Path path) throws IOException {
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            if (!file.inspect().problems().isEmpty()) {
                return false;
            }
            assertTrue(names(file).containsAll(acknowledged), "a cut journal lost something without a word");
            return true;
        } catch (CaseException e) {
            return false;
        }
    }

    private Set<String> salvaged(Path path) throws IOException {
        var out = folder.resolve("salvaged-" + said);
        try (var salvage = Salvage.of(path, CaseFileTest.passphrase())) {
            return SalvageFolder.write(salvage, out).exhibits().stream()
                    .map(Salvaged.Piece::name)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> names(CaseFile file) {
        return file.exhibits().stream().map(one -> one.name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path journal(Path path) {
        return path.resolveSibling(path.getFileName() + "-journal");
    }

    private static void signal(Process child, String signal) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + signal, String.valueOf(child.pid()))
                        .start()
                        .waitFor());
    }

    /** Every thread of it. */
    private static boolean isStopped(Process child) throws IOException {
        try (var threads = Files.newDirectoryStream(Path.of("/proc", String.valueOf(child.pid()), "task"))) {
            for (var thread : threads) {
                var stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
        }
        return true;
    }
}
