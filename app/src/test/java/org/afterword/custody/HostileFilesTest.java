package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.afterword.custody.Arrivals.Skipped;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that change, vanish or never end while they are added: the case is sound, and each is kept or named. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    @TempDir
    Path folder;

    private CaseFile file;
    private Path exports;

    @BeforeEach
    void open() throws IOException {
        var path = folder.resolve("Fälle und mehr").resolve("ein Fäll.afterword");
        Files.createDirectories(path.getParent());
        exports = Files.createDirectory(folder.resolve("exports"));
        CheapCase.create(path, "a lamp");
        file = CaseFile.open(path, Passphrase.of("a lamp".toCharArray()));
    }

    @AfterEach
    void isSound() {
        var verification = Verification.verify(file);
        file.close();
        assertTrue(verification.ok(), verification.problems()::toString);
    }

    private Custody.Kept keep(Path... paths) throws IOException {
        return keep(Arrivals.of(List.of(paths)));
    }

    private Custody.Kept keep(Arrivals arrivals) throws IOException {
        return new Custody(file, "me").keep(arrivals.files(), Optional.empty(), name -> {});
    }

    private byte[] onlyExhibit() throws IOException {
        var out = new ByteArrayOutputStream();
        Custody.release(file, file.exhibits().getFirst().id(), out);
        return out.toByteArray();
    }

    private interface Meddling {
        void with(FileChannel channel) throws IOException;
    }

    /** Does it over and over until the files are kept. */
    private Custody.Kept meddled(Path path, Meddling meddling) throws Exception {
        var done = new AtomicBoolean();
        var thread = new Thread(() -> {
            try (var channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                while (!done.get()) {
                    meddling.with(channel);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.start();
        try {
            return keep(path);
        } finally {
            done.set(true);
            thread.join();
        }
    }

    @Test
    void ofAFileThatGrowsSomeBeginningIsKept() throws Exception {
        var log = exports.resolve("log.txt");
        Files.write(log, new byte[20_000_000]);
        var more = "one more line\n".getBytes(StandardCharsets.UTF_8);
        meddled(log, channel -> channel.write(ByteBuffer.wrap(more), channel.size()));
        byte[] kept = onlyExhibit();
        assertArrayEquals(Arrays.copyOf(Files.readAllBytes(log), kept.length), kept);
        assertTrue(kept.length >= 20_000_000);
    }

    @Test
    void ofAFileThatShrinksWhatWasReadIsKept() throws Exception {
        var log = exports.resolve("log.txt");
        Files.write(log, new byte[60_000_000]);
        meddled(log, channel -> channel.truncate(Math.max(1_000_000, channel.size() - 100_000)));
        assertTrue(onlyExhibit().length >= 1_000_000);
    }

    @Test
    void aFileOrAFolderThatIsGoneByThenIsNamed() throws Exception {
        var inner = Files.createDirectory(exports.resolve("inner"));
        Files.writeString(inner.resolve("letter.txt"), "a letter");
        Files.writeString(exports.resolve("stays.txt"), "another letter");
        var arrivals = Arrivals.of(List.of(exports));
        Files.delete(inner.resolve("letter.txt"));
        Files.delete(inner);
        var kept = keep(arrivals);
        assertEquals(1, kept.exhibits().size());
        assertEquals(List.of("exports/inner/letter.txt"), kept.skipped().stream().map(Skipped::file).toList());
    }

    @Test
    void aFileThatIsDeletedWhileItIsReadIsKept() throws Exception {
        var going = exports.resolve("going.bin");
        Files.write(going, new byte[80_000_000]);
        var thread = new Thread(() -> {
            try {
                Thread.sleep(30);
                Files.delete(going);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        var arrivals = Arrivals.of(List.of(exports));
        thread.start();
        var kept = keep(arrivals);
        thread.join();
        assertEquals(1, kept.exhibits().size() + kept.skipped().size());
    }

    @Test
    void pipesAndRoundLinksAreNamedAndNothingHangs() throws Exception {
        assumeTrue(run("mkfifo", exports.resolve("pipe").toString()), "mkfifo is not here");
        Files.createSymbolicLink(exports.resolve("a"), exports.resolve("b"));
        Files.createSymbolicLink(exports.resolve("b"), exports.resolve("a"));
        Files.createSymbolicLink(exports.resolve("round"), exports);
        for (var path : List.of(exports, exports.resolve("pipe"))) {
            var arrivals = Arrivals.of(List.of(path));
            assertEquals(List.of(), arrivals.files());
            assertTrue(!arrivals.skipped().isEmpty());
        }
        assertThrows(NoSuchFileException.class, () -> Arrivals.of(List.of(exports.resolve("a"))));
    }

    @Test
    void aNameThatIsNotUtf8IsKept() throws Exception {
        assumeTrue(
                run("bash", "-c", "printf letter > \"$0\"/$'caf\\xe9 \\xff.txt'", exports.toString()),
                "this file system takes UTF-8 names only");
        assertEquals(1, keep(exports).exhibits().size());
        assertEquals("letter", new String(onlyExhibit(), StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsAnExhibitToo() throws Exception {
        keep(Files.createFile(exports.resolve("nothing")));
        assertEquals(0, onlyExhibit().length);
    }

    @Test
    void tenThousandFilesInOneFolder() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            Files.writeString(exports.resolve("letter " + i), "letter " + i);
        }
        var start = Instant.now();
        assertEquals(10_000, keep(exports).exhibits().size());
        var took = Duration.between(start, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(60)) < 0, took::toString);
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
