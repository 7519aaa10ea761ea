package org.afterword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Posts;
import org.afterword.posts.read.PostsReader;
import org.afterword.posts.read.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the readers find in exports, as posts that can be measured. */
class GatheringTest {
    private static final Path EXPORTS = Path.of("src/test/resources/reading");

    @TempDir
    private Path folder;

    private static Posts read(Path... files) throws IOException {
        try (var gathering = new Gathering()) {
            return new PostsReader(Columns.USUAL, Optional.empty(), true, List.of(), rows -> {})
                    .read(new Inputs(List.of(files), gathering));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "telegram.json, 4, 2, telegram",
        "facebook-comments.json, 2, 1, facebook",
        "slack-day.json, 4, 3, slack",
        "youtube.json, 4, 3, youtube",
        "whatsapp-android.txt, 4, 2, whatsapp",
        "reddit-old.html, 2, 2, reddit-page",
        "exports/x-page.html, 3, 3, twitter",
        "tweets.js, 4, 1, twitter",
    })
    void exportsArePosts(String name, int posts, int accounts, String format) throws IOException {
        Path file = EXPORTS.resolve(name);
        Posts read = read(file);
        assertEquals(posts, read.size());
        assertEquals(accounts, read.accounts());
        assertEquals(Role.LINKS_IN_TEXT, read.kind());
        assertEquals(Files.size(file), read.inputs().getFirst().bytes());
        assertTrue(read.notes().getFirst().contains("(" + format + ")"), read.notes()::toString);
    }

    @Test
    void anArchiveIsReadFileByFile() throws IOException {
        Path archive = folder.resolve("archive.zip");
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(out)) {
            for (String name : List.of("account.js", "tweets.js")) {
                zip.putNextEntry(new ZipEntry("data/" + name));
                Files.copy(EXPORTS.resolve(name), zip);
            }
            zip.putNextEntry(new ZipEntry("data/media/lamp.jpg"));
            zip.write(new byte[100]);
        }
        Posts read = read(archive);
        assertEquals(4, read.size());
        assertEquals(1, read.accounts());
    }

    @Test
    void whoseTheyAreMustBeSomewhere() throws IOException {
        Path alone = Files.copy(EXPORTS.resolve("tweets.js"), folder.resolve("tweets.js"));
        String said = assertThrows(BadInput.class, () -> read(alone)).getMessage();
        assertTrue(said.contains("whole export"), said);
        Path essay = EXPORTS.resolve("essay.txt");
        assertThrows(BadInput.class, () -> read(essay));
    }

    @Test
    void tablesAndExportsAreOneDataset() throws IOException {
        Path table = Files.writeString(
                folder.resolve("posts.csv"), "author,created_at,text\nben,2024-05-01T10:00:00Z,hello\nben,never,x\n");
        Posts read = read(table, EXPORTS.resolve("telegram.json"));
        assertEquals(5, read.size());
        assertEquals(2, read.inputs().size());
        assertEquals(1, read.leftOut().get(LeftOut.UNREADABLE_TIME));
    }
}
