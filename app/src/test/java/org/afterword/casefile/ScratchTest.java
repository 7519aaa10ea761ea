package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path base;

    private List<Path> left() throws IOException {
        try (var files = Files.list(base)) {
            return files.toList();
        }
    }

    @Test
    void isWipedAtItsEnd() throws IOException {
        try (var scratch = Scratch.open(base, true)) {
            var folder = scratch.folder().orElseThrow();
            Files.createDirectories(folder.resolve("a/b"));
            Files.writeString(folder.resolve("a/b/c"), "x");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        }
        assertEquals(List.of(), left());
    }

    @Test
    void whatAKilledProgramLeftIsWipedAndWhatIsInUseStays() throws IOException {
        var dead = Files.createDirectory(base.resolve("afterword-scratch-dead"));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("text"), "x");
        try (var alive = Scratch.open(base, true)) {
            var hour = FileTime.from(Instant.now().minusSeconds(3600));
            Files.setLastModifiedTime(dead, hour);
            Files.setLastModifiedTime(alive.folder().orElseThrow(), hour);
            try (var other = Scratch.open(base, true)) {
                assertFalse(Files.exists(dead));
                assertTrue(Files.exists(alive.folder().orElseThrow()));
                assertTrue(other.folder().isPresent());
            }
        }
    }

    @Test
    void onADiskThereIsNoFolderAndTheSpoolIsEncrypted() throws IOException {
        try (var scratch = Scratch.open(base, false)) {
            assertEquals(Optional.empty(), scratch.folder());
            for (int size : new int[] {0, 1, 65_535, 65_536, 65_537, 300_000}) {
                var content = new byte[size];
                new Random(size).nextBytes(content);
                try (var spool = scratch.spool()) {
                    try (var out = spool.write()) {
                        out.write(content, 0, size / 2);
                        out.write(content, size / 2, size - size / 2);
                    }
                    for (int i = 0; i < 2; i++) {
                        try (var in = spool.read()) {
                            assertArrayEquals(content, in.readAllBytes());
                        }
                    }
                }
            }
        }
        assertEquals(List.of(), left());
    }

    @Test
    void aChangedSpoolIsNoticed() throws IOException {
        try (var scratch = Scratch.open(base, false);
                var spool = scratch.spool()) {
            try (var out = spool.write()) {
                out.write(new byte[100_000]);
            }
            Path file;
            try (var files = Files.list(left().getFirst())) {
                file = files.filter(each -> !each.endsWith("lock")).findFirst().orElseThrow();
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, 65_536 + 16));
            assertThrows(EOFException.class, () -> {
                try (var in = spool.read()) {
                    in.readAllBytes();
                }
            });
        }
    }
}
