package org.afterword.posts.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostsReaderTest {
    @TempDir
    Path folder;

    private Posts read(String text, String... columns) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), columns);
    }

    private Posts read(byte[] bytes, String... columns) throws IOException {
        Path file = Files.write(folder.resolve("posts"), bytes);
        return new PostsReader(Columns.of(List.of(columns)), Optional.empty(), true, List.of(), rows -> {})
                .read(Inputs.of(List.of(file)));
    }

    @Test
    void readsCommasSemicolonsTabsQuotesAndMarks() throws IOException {
        for (String separator : List.of(",", ";", "\t")) {
            String text = """
                    id,user_id,timestamp,url,text
                    1,ada,1700000000,https://a.example/,"one, ""two""
                    three"
                    2,ben,1700000030,https://a.example/,four five
                    """;
            Posts posts = read("\uFEFF" + text.replace("\n", "\r\n").replace(",", separator));
            assertEquals(2, posts.size());
            assertEquals(2, posts.accounts());
            assertEquals(1, posts.shares().objects());
            assertEquals(5, posts.texts().orElseThrow().words().length);
            assertEquals(Map.of(), posts.leftOut());
        }
    }

    @Test
    void readsJsonLinesWithFieldsInFields() throws IOException {
        Posts posts = read("""
                {"author":{"id":17},"created_at":"2024-05-01T10:00:00Z","urls":["https://a.example/","https://b.example/"],"text":"é"}
                {"author":{"id":"18"},"created_at":"2024-05-01T12:00:30+02:00","urls":["http://www.a.example/?utm_source=x"]}
                {"author":{"id":19},"created_at":
                [1]
                """, "account=author.id");
        assertEquals(2, posts.size());
        assertEquals(2, posts.shares().objects());
        assertEquals(3, posts.shares().size());
        assertEquals(30_000, posts.time()[1] - posts.time()[0]);
        assertEquals(Map.of(LeftOut.NOT_JSON, 2), posts.leftOut());
    }

    @Test
    void tellsTimesApart() throws IOException {
        Posts posts = read("""
                account,time,url
                a,1714557600,x
                a,1714557600000,x
                a,1714557600000000,x
                a,1714557600.25,x
                a,2024-05-01T10:00:00Z,x
                a,2024-05-01 12:00:00+02:00,x
                a,2024-05-01 10:00:00 UTC,x
                a,2024-05-01 10:00:00,x
                a,Wed May 01 10:00:00 +0000 2024,x
                a,"Wed, 1 May 2024 10:00:00 GMT",x
                a,17,x
                a,4102444800,x
                a,yesterday,x
                a,2024-05-01,x
                a,,x
                ,1714557600,x
                b,1714557600
                """);
        assertEquals(10, posts.size());
        for (int i = 0; i < 10; i++) {
            assertEquals(1_714_557_600_000L + (i == 3 ? 250 : 0), posts.time()[i], "time " + i);
        }
        assertEquals(1, posts.withoutZone());
        assertEquals(
                Map.of(
                        LeftOut.TIME_OUT_OF_RANGE, 2,
                        LeftOut.UNREADABLE_TIME, 2,
                        LeftOut.NO_TIME, 1,
                        LeftOut.NO_ACCOUNT, 1,
                        LeftOut.BROKEN_ROW, 1),
                posts.leftOut());
    }

    @Test
    void aPostWithSeveralRowsIsOnePostAndSharesAnObjectOnce() throws IOException {
        Posts posts = read("""
                object_id,account_id,content_id,timestamp_share
                x,a,1,1714557600
                y,a,1,1714557600
                x,a,1,1714557600
                x,b,1,1714557601
                ,b,2,1714557602
                """);
        assertEquals(3, posts.size());
        assertEquals(3, posts.shares().size());
        assertEquals(1, posts.withoutObject());
        assertEquals(Map.of(LeftOut.REPEATED, 1), posts.leftOut());
    }

    @Test
    void missingColumnsAreNamedWithAGuess() {
        String said = assertThrows(BadInput.class, () -> read("acount,time,url\na,1714557600,x\n"))
                .getMessage();
        assertTrue(said.contains("account") && said.contains("'acount'"), said);
        said = assertThrows(BadInput.class, () -> read("account,time,url\n", "account=user"))
                .getMessage();
        assertTrue(said.contains("'user'") && said.contains("account, time, url"), said);
        said = assertThrows(BadInput.class, () -> read("account,time\na,1714557600\n"))
                .getMessage();
        assertTrue(said.contains("url"), said);
        assertThrows(BadInput.class, () -> read(""));
        assertThrows(
                BadInput.class,
                () -> new PostsReader(Columns.USUAL, Optional.empty(), true, List.of(), rows -> {})
                        .read(Inputs.of(List.of(folder))));
        assertThrows(BadInput.class, () -> read("[{\"a\":1}]"));
        assertThrows(BadInput.class, () -> read("PAR1....."));
    }

    @Test
    void aColumnIsGuessedByAllNamesThatItsKindHas() {
        String said = assertThrows(BadInput.class, () -> read("usr,when,link\na,1700000000,u\n"))
                .getMessage();
        assertTrue(said.contains("the account") && said.contains("perhaps 'usr'"), said);
    }

    @Test
    void bytesThatAreNotUtf8AreCounted() throws IOException {
        byte[] bytes = "account,time,url,text\na,1714557600,x,caf\u00e9\nb,1714557600,x,cafe\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Posts posts = read(bytes);
        assertEquals(1, posts.size());
        assertEquals(Map.of(LeftOut.NOT_UTF_8, 1), posts.leftOut());
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("folder/" + file.getKey()));
                zip.write(file.getValue());
            }
            zip.putNextEntry(new ZipEntry("__MACOSX/._posts.csv"));
        }
        return packed.toByteArray();
    }

    @Test
    void whichFileOfSeveralIsMeantIsNotGuessed() throws IOException {
        byte[] table = "account,time,url\na,1700000000,https://example.org/\n".getBytes(StandardCharsets.UTF_8);
        byte[] two = zip(Map.of("one.csv", table, "two.csv", table));
        BadInput refused = assertThrows(BadInput.class, () -> read(two));
        assertTrue(refused.getMessage().contains("is a ZIP with 2 files"), refused.getMessage());
        assertEquals(
                1,
                read(zip(Map.of(
                                "one.json",
                                "[{\"account\":\"a\",\"time\":1700000000,\"url\":\"https://example.org/\"}]"
                                        .getBytes(StandardCharsets.UTF_8))))
                        .size());
    }

    @Test
    void packedFilesAreReadAndCutOnesUpToTheCut() throws IOException {
        var text = new StringBuilder("account,time,url\n");
        for (int i = 0; i < 50_000; i++) {
            text.append("a")
                    .append(i * 7919 % 1000)
                    .append(",")
                    .append(1_714_557_600 + i)
                    .append(",u")
                    .append(i)
                    .append('\n');
        }
        byte[] plain = text.toString().getBytes(StandardCharsets.UTF_8);
        byte[] zstd = Zstd.compress(plain);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        for (byte[] whole : List.of(zstd, packed.toByteArray(), zip(Map.of("posts.csv", plain)))) {
            assertEquals(50_000, read(whole).size());
            Posts cut = read(Arrays.copyOf(whole, whole.length / 2 + whole.length / 4));
            assertTrue(cut.size() > 0 && cut.size() < 50_000, "read " + cut.size());
            assertEquals(Map.of(LeftOut.CUT_FILE, 1), cut.leftOut());
            assertEquals(1, cut.notes().size());
        }
    }

    @Test
    void aTextOfTenMillionLettersIsRead() throws IOException {
        String line = "a,1714557600,x,";
        Posts posts = read("account,time,url,text\n" + line + "word ".repeat(2_000_000) + "\n" + line + "end\n");
        assertEquals(2, posts.size());
        assertEquals(2_000_001, posts.texts().orElseThrow().words().length);
    }

    @Test
    void labelsAreAnotherEveryTime() throws IOException {
        var text = new StringBuilder("account,time,url\n");
        for (int i = 0; i < 200; i++) {
            text.append('a').append(i).append(",1714557600,x\n");
        }
        assertFalse(Arrays.equals(
                read(text.toString()).account(), read(text.toString()).account()));
    }
}
