package org.afterword.posts.read;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

/** Files that DuckDB 1.5.6 and Apache Arrow (Rust, as parquet-wasm 0.8.0) wrote of the same sixty posts. */
class ParquetRowsTest {
    @TempDir
    Path folder;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ParquetRowsTest.class.getResourceAsStream("/parquet/" + name)) {
            return in.readAllBytes();
        }
    }

    private Posts read(byte[] bytes, String... columns) throws IOException {
        Path file = Files.write(folder.resolve("posts.parquet"), bytes);
        return new PostsReader(Columns.of(List.of(columns)), Optional.empty(), true, List.of(), rows -> {})
                .read(Inputs.of(List.of(file)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duckdb-snappy-millis.parquet",
                "duckdb-zstd-micros-utc.parquet",
                "duckdb-gzip-nanos.parquet",
                "duckdb-plain-seconds.parquet",
                "arrow-snappy-nanos-dictionary.parquet",
                "arrow-zstd-nanos-dictionary.parquet"
            })
    void whatOthersWroteIsReadAsTheSameInCsv(String name) throws IOException {
        Posts csv = read(resource("posts.csv"));
        Posts parquet = read(resource(name));
        assertEquals(60, parquet.size());
        assertEquals(Map.of(), parquet.leftOut());
        assertEquals(csv.accounts(), parquet.accounts());
        assertArrayEquals(csv.time(), parquet.time());
        assertEquals(csv.shares().objects(), parquet.shares().objects());
        assertEquals(csv.shares().size(), parquet.shares().size());
        assertEquals(csv.kind(), parquet.kind());
        assertArrayEquals(
                csv.texts().orElseThrow().words(), parquet.texts().orElseThrow().words());
        assertArrayEquals(
                csv.texts().orElseThrow().start(), parquet.texts().orElseThrow().start());
        boolean local = name.contains("millis") || name.startsWith("duckdb-gzip");
        assertEquals(local ? 60 : 0, parquet.withoutZone());
        assertEquals(60, parquet.inputs().getFirst().rows());
    }

    @Test
    void columnsAreMappedByNameAndNumbersAreNumbers() throws IOException {
        Posts posts = read(resource("duckdb-plain-seconds.parquet"), "account=flag", "url=score", "text=account_id");
        assertEquals(2, posts.accounts());
        assertEquals(60, posts.shares().objects());
        BadInput missing =
                assertThrows(BadInput.class, () -> read(resource("duckdb-plain-seconds.parquet"), "account=acount_id"));
        assertTrue(missing.getMessage().contains("perhaps 'account_id'"), missing.getMessage());
    }

    @Test
    void nestedColumnsAreRefusedWhereTheyAreWantedAlone() throws IOException {
        byte[] nested = resource("duckdb-nested.parquet");
        assertEquals(1, read(nested).shares().objects());
        for (String column : List.of("url=hashtags", "account=author")) {
            BadInput refused = assertThrows(BadInput.class, () -> read(nested, column));
            assertTrue(refused.getMessage().contains("does not hold single values"), refused.getMessage());
            assertTrue(refused.getMessage().contains(column.substring(column.indexOf('=') + 1)));
        }
    }

    @Test
    void otherPackingsAreNamed() throws IOException {
        BadInput lz4 = assertThrows(BadInput.class, () -> read(resource("duckdb-lz4.parquet")));
        assertTrue(lz4.getMessage().contains("LZ4"), lz4.getMessage());
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(resource("duckdb-plain-seconds.parquet"));
        }
        BadInput twice = assertThrows(BadInput.class, () -> read(packed.toByteArray()));
        assertTrue(twice.getMessage().contains("unpack it first"), twice.getMessage());
    }

    @Test
    void nothingIsReadOfOneThatIsCut() throws IOException {
        byte[] whole = resource("arrow-snappy-nanos-dictionary.parquet");
        byte[] encrypted = whole.clone();
        encrypted[3] = 'E';
        encrypted[whole.length - 1] = 'E';
        assertTrue(
                assertThrows(BadInput.class, () -> read(encrypted)).getMessage().contains("encrypted"));
        for (int length = 4; length < whole.length; length += length < whole.length - 16 ? 97 : 1) {
            byte[] cut = Arrays.copyOf(whole, length);
            BadInput refused = assertThrows(BadInput.class, () -> read(cut), "at " + length);
            assertTrue(refused.getMessage().startsWith("posts.parquet is Parquet that is cut"), refused.getMessage());
        }
    }

    @Test
    void snappyIsUnpackedAndNeverPastItsRoom() throws IOException {
        byte[] packed = {16, 3 << 2, 'm', 'i', 'l', 'l', (byte) (1 | 4 << 2), 4, (byte) (2 | 3 << 2), 8, 0};
        var room = ByteBuffer.allocateDirect(40);
        assertEquals(16, Snappy.uncompress(ByteBuffer.wrap(packed), room));
        var text = new byte[16];
        room.get(text);
        assertEquals("millmillmillmill", new String(text, StandardCharsets.US_ASCII));
        assertThrows(
                IOException.class, () -> Snappy.uncompress(ByteBuffer.wrap(packed), ByteBuffer.allocateDirect(15)));
        var random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = packed.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                assertTrue(Snappy.uncompress(ByteBuffer.wrap(damaged), ByteBuffer.allocate(64)) <= 64);
            } catch (IOException e) {
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    /** Bytes are changed anywhere: posts or one sentence, soon, and not a word from the library. */
    @Test
    void whatIsDamagedIsSaidInOneSentence() throws IOException {
        var random = new Random(20261122);
        var said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        int refused = 0;
        int read = 0;
        try {
            for (String name : List.of(
                    "duckdb-snappy-millis.parquet",
                    "duckdb-gzip-nanos.parquet",
                    "duckdb-plain-seconds.parquet",
                    "arrow-zstd-nanos-dictionary.parquet")) {
                byte[] whole = resource(name);
                for (int i = 0; i < Integer.getInteger("afterword.damaged", 25); i++) {
                    byte[] damaged = whole.clone();
                    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                        damaged[4 + random.nextInt(whole.length - 8)] = (byte) random.nextInt(256);
                    }
                    Optional<Posts> posts = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> posts(damaged));
                    refused += posts.isEmpty() ? 1 : 0;
                    read += posts.isPresent() ? 1 : 0;
                }
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
        assertTrue(refused > 0 && read > 0, refused + " refused, " + read + " read");
    }

    private Optional<Posts> posts(byte[] bytes) throws IOException {
        try {
            return Optional.of(read(bytes));
        } catch (BadInput e) {
            assertFalse(e.getMessage().isBlank());
            return Optional.empty();
        }
    }
}
