package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that lies in a folder is passed over in silence. */
class StrangeFilesTest {
    private static final String LETTER = "A letter\n\nThey asked me for 300 crowns, and I paid it.\n";

    @TempDir
    private Path folder;

    private Path exports;
    private CommandLine line;
    private String file;

    @BeforeEach
    void newCase() throws IOException {
        exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("letter.txt"), LETTER);
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    private JsonNode add() {
        return line.done("add", file, exports.toString(), "--json").json().getFirst();
    }

    @Test
    void whatCannotBeReadIsKeptAndReported() throws IOException {
        ImageIO.write(
                new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB),
                "png",
                exports.resolve("screenshot.png").toFile());
        byte[] noise = new byte[50_000];
        new Random(5).nextBytes(noise);
        Files.write(exports.resolve("noise.bin"), noise);
        Files.createFile(exports.resolve("empty.txt"));
        JsonNode added = add();
        assertEquals(4, added.get("exhibits").asInt());
        assertEquals(1, added.get("accounts").asInt());
        assertEquals(
                Set.of("exports/screenshot.png", "exports/noise.bin", "exports/empty.txt"), texts(added, "unread"));
        Set<String> warned = new TreeSet<>();
        added.get("warnings").forEach(warning -> {
            assertTrue(!warning.get("message").asText().isBlank());
            warned.add(warning.get("file").asText());
        });
        assertEquals(texts(added, "unread"), warned);
        assertEquals(
                4,
                line.done("verify", file, "--json")
                        .json()
                        .getFirst()
                        .get("exhibits")
                        .asInt());
    }

    @Test
    void theSameFolderAgainStoresNothing() throws IOException {
        add();
        long size = Files.size(Path.of(file));
        JsonNode again = add();
        assertEquals(0, again.get("exhibits").asInt());
        assertEquals(0, again.get("accounts").asInt());
        assertEquals(1, again.get("again").asInt());
        assertEquals(1, line.done("accounts", file, "--json").json().size());
        assertTrue(Files.size(Path.of(file)) < size + 16_384, "no second copy");
    }

    @Test
    void linksHiddenFilesAndPipesAreSaid() throws Exception {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.txt"), "not part of the folder");
        Files.createSymbolicLink(exports.resolve("link.txt"), elsewhere);
        Files.createSymbolicLink(exports.resolve("dangling.txt"), folder.resolve("nowhere"));
        Files.createSymbolicLink(exports.resolve("round"), exports);
        Files.writeString(exports.resolve(".hidden"), "hidden");
        assumeTrue(
                new ProcessBuilder("mkfifo", exports.resolve("pipe").toString())
                                .start()
                                .waitFor()
                        == 0,
                "mkfifo is not here");
        JsonNode added = add();
        assertEquals(1, added.get("exhibits").asInt());
        var reasons = new TreeMap<String, String>();
        added.get("skipped")
                .forEach(skip -> reasons.put(
                        skip.get("file").asText(), skip.get("reason").asText()));
        assertEquals(
                Set.of("exports/link.txt", "exports/dangling.txt", "exports/round", "exports/.hidden", "exports/pipe"),
                reasons.keySet());
        assertTrue(reasons.get("exports/link.txt").contains("link"));
        assertTrue(reasons.get("exports/.hidden").contains("hidden"));
        assertTrue(reasons.get("exports/pipe").contains("pipe"));
    }

    @Test
    void aFolderThatMayNotBeReadIsSaid() throws IOException {
        Path closed = Files.createDirectory(exports.resolve("closed"));
        Files.writeString(closed.resolve("inside.txt"), LETTER);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "root may read everything");
            JsonNode added = add();
            assertEquals(1, added.get("skipped").size());
            assertEquals("exports/closed", added.at("/skipped/0/file").asText());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Set<String> texts(JsonNode node, String field) {
        Set<String> texts = new TreeSet<>();
        node.get(field).forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
