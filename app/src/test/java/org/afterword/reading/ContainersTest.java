package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContainersTest {
    private static final Map<String, byte[]> FILES = Packed.files(
            "notes/leaving.txt", "I left the Lantern Circle in spring.",
            "notes/staying.txt", "I stayed for two winters.\n".repeat(200),
            "photo.jpg", "\u00ff\u00d8");
    private static final byte[] ESSAY = FILES.get("notes/staying.txt");

    private static Map<String, byte[]> containers() {
        Map<String, byte[]> containers = new LinkedHashMap<>();
        containers.put("x.zip", Packed.zip(FILES));
        containers.put("x.tar", Packed.tar(FILES));
        containers.put("x.tar.gz", Packed.gzip(Packed.tar(FILES)));
        containers.put("x.tbz2", Packed.bzip2(Packed.tar(FILES)));
        containers.put("x.tar.xz", Packed.xz(Packed.tar(FILES)));
        containers.put("x.tar.zst", Packed.zstd(Packed.tar(FILES)));
        containers.put("x.7z", Packed.sevenZip(FILES));
        return containers;
    }

    private static Map<String, byte[]> packed() {
        return Map.of(
                "staying.txt.gz", Packed.gzip(ESSAY),
                "staying.txt.bz2", Packed.bzip2(ESSAY),
                "staying.txt.xz", Packed.xz(ESSAY),
                "staying.txt.zst", Packed.zstd(ESSAY));
    }

    private static List<String> messages(Found found) {
        return found.warnings().stream().map(Warning::message).toList();
    }

    @TestFactory
    Stream<DynamicTest> eachMemberIsAPart() {
        return containers().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Found found = Fixtures.read(one.getKey(), one.getValue());
                    assertEquals("container/1", found.reader());
                    assertEquals(FILES.keySet(), found.parts().keySet());
                    FILES.forEach((name, bytes) ->
                            assertArrayEquals(bytes, found.parts().get(name)));
                    assertEquals(List.of(), found.warnings());
                    assertEquals(3, found.balance().orElseThrow().read());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aPackedFileHasItsName() {
        return packed().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Found found = Fixtures.read(one.getKey(), one.getValue());
                    assertArrayEquals(ESSAY, found.parts().get("staying.txt"));
                    assertEquals(List.of(), found.warnings());
                }));
    }

    @Test
    void theChildUnpacksThemAll() {
        Map<String, byte[]> all = containers();
        all.putAll(packed());
        try (var child = new ChildReader()) {
            all.forEach((name, bytes) -> {
                Found found =
                        Found.of(into -> child.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into));
                assertEquals(
                        Fixtures.read(name, bytes).parts().keySet(),
                        found.parts().keySet(),
                        name);
                assertEquals(List.of(), found.warnings(), name);
            });
        }
    }

    @Test
    void cutAndFlippedOnesAreReadOrWarnedOf() {
        var random = new SplittableRandom(20260712);
        Map<String, byte[]> all = containers();
        all.putAll(packed());
        all.forEach((name, whole) -> {
            for (int i = 0; i < 200; i++) {
                int length = i < 20 ? i : random.nextInt(whole.length);
                Found cut = Fixtures.read(name, Arrays.copyOf(whole, length));
                boolean lost =
                        FILES.keySet().stream().anyMatch(file -> !cut.parts().containsKey(file));
                assertTrue(!lost || !cut.warnings().isEmpty() || !cut.accounts().isEmpty(), name + " at " + length);
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                Fixtures.read(name, flipped);
            }
        });
    }

    @Test
    void aChangedByteOfAMemberIsSeen() {
        byte[] zip = Packed.zip(FILES);
        int at = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("leaving.txt") + 20;
        zip[at] ^= 1;
        Found found = Fixtures.read("x.zip", zip);
        assertEquals("notes/leaving.txt", found.warnings().getFirst().where());
        assertEquals(3, found.parts().size());
    }

    @Test
    void namesAreHarmlessAndDistinct() {
        byte[] zip = Packed.written(out -> {
            try (var packed = new ZipArchiveOutputStream(out)) {
                for (String name : List.of(
                        "../../etc/passwd",
                        "/etc/passwd",
                        "C:\\Users\\x\\a.txt",
                        "same.txt",
                        "same.txt",
                        "SAME.txt",
                        "a\u0007\nb.txt",
                        "..",
                        "in.zip!/x.txt",
                        "n".repeat(5000) + ".txt",
                        "gpj.\u202e.txt")) {
                    Packed.put(packed, name, Packed.text("text of " + name));
                }
            }
        });
        Found found = Fixtures.read("x.zip", zip);
        assertEquals(11, found.parts().size());
        assertEquals(
                List.of(
                        "etc/passwd",
                        "etc/passwd (2)",
                        "Users/x/a.txt",
                        "same.txt",
                        "same (2).txt",
                        "SAME (3).txt",
                        "a  b.txt",
                        "unnamed",
                        "in.zip_/x.txt"),
                found.parts().keySet().stream().limit(9).toList());
        assertTrue(found.parts().keySet().stream().allMatch(name -> name.length() <= 250));
        assertEquals(11, found.balance().orElseThrow().read());
    }

    @Test
    void litterIsLeftOutAndCounted() {
        Found found = Fixtures.read(
                "x.zip",
                Packed.zip(
                        Packed.files("a.txt", "I left.", "__MACOSX/._a.txt", "x", "b/.DS_Store", "x", "empty/", "")));
        assertEquals(List.of("a.txt"), List.copyOf(found.parts().keySet()));
        assertEquals(
                Map.of("files of the operating system (__MACOSX, .DS_Store)", 2L, "folders", 1L),
                found.balance().orElseThrow().skipped());
        assertEquals(List.of(), found.warnings());
    }

    @Test
    void encryptedMembersAreNamed() {
        byte[] zip = Packed.zip(FILES);
        String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
        // the flag, in the member's own head and in the list
        zip[text.indexOf("PK\u0001\u0002") + 8] |= 1;
        zip[6] |= 1;
        Found found = Fixtures.read("x.zip", zip);
        assertEquals("notes/leaving.txt", found.warnings().getFirst().where());
        assertTrue(messages(found).getFirst().startsWith("it is encrypted"));
        assertEquals(2, found.parts().size());
        assertEquals(Map.of("encrypted", 1L), found.balance().orElseThrow().skipped());
        Found sevenZip = Fixtures.read("x.7z", Packed.sevenZip(FILES, 'a', 'b'));
        assertTrue(messages(sevenZip).stream().allMatch(message -> message.startsWith("it is encrypted")));
        assertEquals(0, sevenZip.parts().size());
    }

    @Test
    void documentsInZipsPackingAreNotContainers() {
        assertEquals(
                ZipKind.DOCUMENT, kind(Packed.files("[Content_Types].xml", "<Types/>", "word/document.xml", "<a/>")));
        assertEquals(
                ZipKind.DOCUMENT,
                kind(Packed.files(
                        "_rels/.rels", "<a/>", "word/document.xml", "<a/>", "[Content_Types].xml", "<Types/>")));
        assertEquals(ZipKind.DOCUMENT, kind(stored("mimetype", "application/epub+zip")));
        assertEquals(ZipKind.DOCUMENT, kind(stored("mimetype", "application/vnd.oasis.opendocument.text")));
        assertEquals(ZipKind.WACZ, kind(Packed.files("archive/data.warc.gz", "x", "datapackage.json", "{}")));
        assertEquals(ZipKind.ARCHIVE, kind(Packed.files("archive/a.txt", "x", "word/b.txt", "y")));
        byte[] document = Packed.zip(Packed.files("[Content_Types].xml", "<Types/>"));
        assertEquals(ZipKind.ARCHIVE, kind(Packed.zip(Map.of("report.docx", document))));
    }

    private static ZipKind kind(Map<String, byte[]> files) {
        return kind(Packed.zip(files));
    }

    private static ZipKind kind(byte[] zip) {
        return ZipKind.of(new Source("x", Fixtures.EXHIBIT, Fixtures.GROUP, zip));
    }

    private static byte[] stored(String name, String text) {
        return Packed.written(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                zip.setMethod(java.util.zip.ZipEntry.STORED);
                var entry = new org.apache.commons.compress.archivers.zip.ZipArchiveEntry(name);
                byte[] bytes = Packed.text(text);
                var crc = new java.util.zip.CRC32();
                crc.update(bytes);
                entry.setCrc(crc.getValue());
                entry.setSize(bytes.length);
                zip.putArchiveEntry(entry);
                zip.write(bytes);
                zip.closeArchiveEntry();
            }
        });
    }

    @Test
    void threeDeepAndNoDeeper() {
        byte[] inner = Packed.zip(Packed.files("a.txt", "I left."));
        assertEquals(1, Fixtures.read("a.zip!/b.zip!/c.zip", inner).parts().size());
        Found deep = Fixtures.read("a.zip!/b.zip!/c.zip!/d.zip", inner);
        assertEquals(List.of("not unpacked: it lies in 3 containers already"), messages(deep));
    }

    /** Only counts what comes out. */
    private static final class Sink implements Findings {
        private long bytes;
        private long parts;
        private Optional<Reading> reading = Optional.empty();

        List<Warning> warnings() {
            return reading.orElseThrow().warnings();
        }

        Balance balance() {
            return reading.orElseThrow().balance().orElseThrow();
        }

        @Override
        public void account(Account account) {}

        @Override
        public void part(String path, InputStream in) throws IOException {
            parts++;
            bytes += in.transferTo(java.io.OutputStream.nullOutputStream());
        }

        @Override
        public void warning(Warning warning) {}

        @Override
        public void balance(Balance held) {}
    }

    private static Sink sunk(String name, byte[] bytes) {
        var sink = new Sink();
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> sink.reading =
                        Optional.of(Readers.read(new Source(name, Fixtures.EXHIBIT, Fixtures.GROUP, bytes), sink)));
        return sink;
    }

    @Test
    void bombsAreBrokenOffAndSaid() {
        byte[] zeros = new byte[16 << 20];
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            many.put("zeros" + i, zeros);
        }
        byte[] zip = Packed.zip(many);
        long limit = (60L << 20) + 190L * zip.length;
        Sink sink = sunk("bomb.zip", zip);
        assertTrue(sink.bytes <= limit, "no more than it may");
        assertTrue(sink.bytes > 60L << 20);
        assertTrue(
                sink.warnings().stream().anyMatch(warning -> warning.message().startsWith("broken off after")));
        Balance balance = sink.balance();
        assertEquals(20, balance.expected());
        assertEquals(0, balance.missing());
        assertEquals(
                20 - sink.parts,
                balance.skipped().values().stream().mapToLong(Long::longValue).sum());
        byte[] packed = Packed.written(out -> {
            try (var zstd = new com.github.luben.zstd.ZstdOutputStreamNoFinalizer(out)) {
                for (int i = 0; i < 20; i++) {
                    zstd.write(zeros);
                }
            }
        });
        Sink single = sunk("bomb.zst", packed);
        assertTrue(single.bytes <= (60L << 20) + 190L * packed.length);
        assertTrue(single.warnings().getFirst().message().startsWith("broken off after"));
    }

    @Test
    void tooManyMembersAreCounted() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            many.put(i + ".txt", Packed.text("I left, " + i));
        }
        for (byte[] container : List.of(Packed.zip(many), Packed.sevenZip(many))) {
            var source = new Source("many", Fixtures.EXHIBIT, Fixtures.GROUP, container);
            var balances = new ArrayList<Balance>();
            var warnings = new ArrayList<Warning>();
            var parts = new ArrayList<String>();
            new ContainerReader(50).read(source, new Findings() {
                @Override
                public void account(Account account) {}

                @Override
                public void part(String path, InputStream bytes) {
                    parts.add(path);
                }

                @Override
                public void warning(Warning warning) {
                    warnings.add(warning);
                }

                @Override
                public void balance(Balance balance) {
                    balances.add(balance);
                }
            });
            assertEquals(50, parts.size());
            assertEquals(60, balances.getFirst().expected());
            assertEquals(0, balances.getFirst().missing());
            assertEquals("59.txt", warnings.getLast().where());
            assertTrue(warnings.getLast().message().contains("at most 50 files"));
        }
    }

    @Test
    void aZipWithoutItsListIsReadMemberByMember() {
        byte[] zip = Packed.zip(FILES);
        int list = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Found found = Fixtures.read("x.zip", Arrays.copyOf(zip, list));
        assertEquals(FILES.keySet(), found.parts().keySet());
        assertTrue(messages(found).getFirst().contains("one after the other"));
        assertFalse(found.balance().isEmpty());
    }
}
