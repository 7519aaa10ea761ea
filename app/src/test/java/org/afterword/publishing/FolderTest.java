package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.afterword.model.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path dir;

    @Test
    void aSiteTakesThePlaceOfASite() throws IOException {
        Path place = dir.resolve("deep").resolve("site");
        new Folder(place).replace(ExampleSite.finished(sealed()));
        assertTrue(new Folder(place).obstacle().isEmpty());
        var changed = sealed();
        changed.put("index.html", "new".getBytes(StandardCharsets.UTF_8));
        changed.remove("left-out.html");
        new Folder(place).replace(ExampleSite.finished(changed));
        assertEquals(changed.keySet().stream().toList(), names(place));
        assertArrayEquals(changed.get("index.html"), Files.readAllBytes(place.resolve("index.html")));
        assertEquals(List.of("site"), names(place.getParent()), "nothing is left beside it");
    }

    @Test
    void whatIsTheSameIsNotWrittenAgainAndWhatSomebodyChangedIs() throws IOException {
        Path place = dir.resolve("site");
        new Folder(place).replace(ExampleSite.finished(sealed()));
        Object same = Files.getAttribute(place.resolve("index.html"), "unix:ino");
        byte[] there = Files.readAllBytes(place.resolve("style.css"));
        there[0] ^= 1;
        Files.write(place.resolve("style.css"), there);
        new Folder(place).replace(ExampleSite.finished(sealed()));
        assertEquals(same, Files.getAttribute(place.resolve("index.html"), "unix:ino"));
        assertArrayEquals(sealed().get("style.css"), Files.readAllBytes(place.resolve("style.css")));
        assertEquals(1, Files.getAttribute(place.resolve("index.html"), "unix:nlink"));
    }

    @Test
    void everyFileIsAsOldAsEveryOther() throws IOException {
        Path place = dir.resolve("site");
        new Folder(place).replace(ExampleSite.finished(sealed()));
        try (var files = Files.walk(place)) {
            assertEquals(1, files.map(FolderTest::time).distinct().count());
        }
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Path place = Files.createDirectory(dir.resolve("photos"));
        assertTrue(new Folder(place).obstacle().isEmpty(), "an empty folder may be used");
        Files.writeString(place.resolve("holiday.jpg"), "");
        assertTrue(new Folder(place).obstacle().isPresent());
        Path file = Files.writeString(dir.resolve("file"), "");
        assertTrue(new Folder(file).obstacle().isPresent());
        Path site = dir.resolve("site");
        new Folder(site).replace(ExampleSite.finished(sealed()));
        Files.writeString(site.resolve("mine.txt"), "");
        assertTrue(new Folder(site).obstacle().orElseThrow().what().contains("mine.txt"));
        Path link = Files.createSymbolicLink(dir.resolve("link"), site);
        assertTrue(new Folder(link).obstacle().isPresent());
    }

    @Test
    void anInterruptedReplacementIsTakenUp() throws IOException {
        Path place = dir.resolve("site");
        new Folder(place).replace(ExampleSite.finished(sealed()));
        Files.move(place, dir.resolve(".site.afterword-before"));
        Files.createDirectory(dir.resolve(".site.afterword-next"));
        new Folder(place).replace(ExampleSite.finished(Map.of("index.html", new byte[] {'x'})));
        assertEquals(List.of("index.html"), names(place));
        assertEquals(List.of("site"), names(dir));
    }

    private static SortedMap<String, byte[]> sealed() {
        return ExampleSite.sealed(
                new Seal(Sha256.of("secret").bytes()), ExampleSite.files(ExampleSite.site()), List.of());
    }

    private static Object time(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
