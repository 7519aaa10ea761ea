package org.afterword.posts.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as networks and their tools give them out, with no column named by the user. */
class NetworksTest {
    @TempDir
    private Path folder;

    private static Posts read(Path file, Foreign foreign, Optional<Role> kind) throws IOException {
        return new PostsReader(Columns.USUAL, kind, true, List.of(), rows -> {})
                .read(new Inputs(List.of(file), foreign));
    }

    private Posts read(String text) throws IOException {
        return read(Files.writeString(folder.resolve("posts"), text), Foreign.NONE, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "bsky-feed.json, 2, 2, LINKS_IN_TEXT, 1",
        "jetstream.jsonl, 2, 2, LINKS_IN_TEXT, 1",
        "mastodon-api.json, 2, 2, URL, 1",
        "outbox.json, 3, 1, OBJECT, 1",
    })
    void areReadByTheirUsualNames(String name, int posts, int accounts, Role kind, int objects) throws IOException {
        Posts read = read(Path.of("src/test/resources/networks", name), Foreign.NONE, Optional.empty());
        assertEquals(posts, read.size());
        assertEquals(accounts, read.accounts());
        assertEquals(kind, read.kind());
        assertEquals(objects, read.shares().objects());
        assertEquals(Map.of(), read.leftOut());
        assertTrue(read.texts().orElseThrow().words().length > 0);
    }

    @Test
    void whatMarkupNamesIsNoLinkAndItsTagsAreNoWords() throws IOException {
        Path outbox = Path.of("src/test/resources/networks/outbox.json");
        assertEquals(
                1,
                read(outbox, Foreign.NONE, Optional.of(Role.LINKS_IN_TEXT))
                        .shares()
                        .size());
        assertEquals(
                1,
                read(outbox, Foreign.NONE, Optional.of(Role.HASHTAGS_IN_TEXT))
                        .shares()
                        .size());
        assertEquals(
                "Read & see http://a.example/b x < y",
                Markup.plain("<p>Read &amp; see <a>http://</a>a.example/b</p>x &lt; y")
                        .strip());
        assertEquals("1 < 2 & 3", Markup.plain("1 < 2 & 3"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "see https://a.example/x, and (https://b.example/y_(z)).; https://a.example/x https://b.example/y_(z)",
                "WWW.a.example/x! https:// xhttps://b.example; WWW.a.example/x",
                "[a](https://a.example/x) <https://b.example/y>; https://a.example/x https://b.example/y",
                "no link; ''",
            })
    void linksStandInTexts(String text, String links) {
        var found = new ArrayList<String>();
        new ObjectField(Role.LINKS_IN_TEXT).each(text, (from, to) -> found.add(text.substring(from, to)));
        assertEquals(links, String.join(" ", found));
    }

    @Test
    void hashtagsStandInTexts() {
        String text = "#Rowing, #rudern_2024 a#b #1 https://a.example/#part (#日本)";
        var found = new ArrayList<String>();
        new ObjectField(Role.HASHTAGS_IN_TEXT).each(text, (from, to) -> found.add(text.substring(from, to)));
        assertEquals(List.of("Rowing", "rudern_2024", "日本"), found);
    }

    @Test
    void aDocumentIsReadWhereverItsListStandsAndUpToACut() throws IOException {
        var list = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            list.append(i == 0 ? "" : ",\n")
                    .append(
                            "{\"author\":\"a%d\",\"created_at\":%d,\"url\":\"https://u%d.example/\",\"tags\":[{\"n\":1},{\"n\":2}]}"
                                    .formatted(i % 40, 1_700_000_000 + i, i / 2));
        }
        String[] documents = {
            "[" + list + "]",
            "\uFEFF {\"about\":[{\"x\":1}],\n\"page\":{\"posts\":[" + list + "]}}",
            "window.YTD.posts.part0 = [" + list + "]",
        };
        for (String document : documents) {
            Posts posts = read(document);
            assertEquals(2_000, posts.size());
            assertEquals(1_000, posts.shares().objects());
            byte[] packed = Zstd.compress(document.getBytes(StandardCharsets.UTF_8));
            Path file = folder.resolve("packed");
            assertEquals(
                    2_000,
                    read(Files.write(file, packed), Foreign.NONE, Optional.empty())
                            .size());
            Posts cut = read(document.substring(0, document.length() / 2));
            assertTrue(cut.size() > 900 && cut.size() < 1_100, "read " + cut.size());
            assertEquals(Map.of(LeftOut.CUT_FILE, 1), cut.leftOut());
        }
    }

    @Test
    void whoIsGoneIsNobody() throws IOException {
        Posts posts = read("""
                {"author":"[deleted]","created_utc":1600000000,"body":"one"}
                {"author":"ada","created_utc":1600000000,"body":"two"}
                """);
        assertEquals(1, posts.accounts());
        assertEquals(Map.of(LeftOut.NO_ACCOUNT, 1), posts.leftOut());
    }

    @Test
    void anAddressOfThePostItselfIsNotShared() throws IOException {
        Posts posts = read("""
                {"account":{"id":"1"},"created_at":1600000000,"uri":"u1","url":"https://own.example/1","content":"https://a.example"}
                {"account":{"id":"2"},"created_at":1600000000,"uri":"u2","url":"https://own.example/2","content":"https://a.example"}
                """);
        assertEquals(Role.LINKS_IN_TEXT, posts.kind());
        assertEquals(1, posts.shares().objects());
    }

    @Test
    void aFileThatIsUnknownHereIsAskedForElsewhere() throws IOException {
        Path file = Files.writeString(folder.resolve("chat.txt"), "Ada, 1 May: a secret\n");
        String said = assertThrows(BadInput.class, () -> read(file, Foreign.NONE, Optional.empty()))
                .getMessage();
        assertTrue(!said.contains("secret") && !said.contains("Ada"), said);
        byte[] lines = "{\"account\":\"ada\",\"time\":\"2024-05-01T10:00:00Z\",\"text\":\"https://a.example\"}\n"
                .getBytes(StandardCharsets.UTF_8);
        Foreign knows = asked -> Optional.of(new Foreign.Found(
                new ByteArrayInputStream(lines), List.of(asked.getFileName() + " is known elsewhere.")));
        Posts posts = read(file, knows, Optional.empty());
        assertEquals(1, posts.size());
        assertEquals(List.of("chat.txt is known elsewhere."), posts.notes());
        assertEquals("chat.txt", posts.inputs().getFirst().name());
        assertEquals(Files.size(file), posts.inputs().getFirst().bytes());
        assertArrayEquals(
                new long[] {1}, Arrays.stream(posts.written()).asLongStream().toArray());
    }

    @Test
    void allMissingColumnsAreNamedAtOnce() {
        String said = assertThrows(BadInput.class, () -> read("usr,when,verse\na,1700000000,u\n"))
                .getMessage();
        assertTrue(said.contains("account=NAME,time=NAME"), said);
    }
}
