package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParquetTableTest {
    private static final int SEED = Integer.getInteger("afterword.seed", 20261122);

    private static Columns.Table table(List<List<Object>> rows) {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("id", "a name");
        meanings.put("start", "a place");
        meanings.put("prompted", "yes or no");
        meanings.put("report_high", "at most");
        meanings.put("text", "words");
        return new Columns.Table("made", "a row that was made", meanings, rows);
    }

    private static List<List<Object>> rows(byte[] file) throws IOException {
        var found = new ArrayList<List<Object>>();
        try (var reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                var rows = reader.rowReader()) {
            while (rows.hasNext()) {
                rows.next();
                found.add(List.of(
                        rows.getString("id"),
                        (int) rows.getLong("start"),
                        rows.getBoolean("prompted"),
                        (int) rows.getLong("report_high"),
                        rows.getString("text")));
            }
        }
        return found;
    }

    private static String text(Random random, int longest) {
        var text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); text.length() < length; ) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> 0x1f300 + random.nextInt(0x200);
                        case 1 -> 0xc0 + random.nextInt(0x500);
                        default -> 1 + random.nextInt(0x7f);
                    });
        }
        return text.toString();
    }

    private static List<List<Object>> made(Random random, int count, int longest) {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    text(random, 8), random.nextInt(), random.nextBoolean(), random.nextInt(9), text(random, longest)));
        }
        return rows;
    }

    @Test
    void whatIsWrittenIsReadAndIsTheSameBytes() throws IOException {
        for (int seed = SEED; seed < SEED + 25; seed++) {
            var random = new Random(seed);
            List<List<Object>> rows = made(random, random.nextInt(40), 200);
            byte[] file = ParquetTable.of(table(rows));
            assertEquals(rows, rows(file), "seed " + seed);
            assertArrayEquals(file, ParquetTable.of(table(rows)), "seed " + seed);
        }
    }

    @Test
    void severalGroupsAndPages() throws IOException {
        List<List<Object>> rows = new ArrayList<>(made(new Random(SEED), 20_003, 12));
        rows.addAll(made(new Random(SEED + 1), 4, 1_200_000));
        assertEquals(rows, rows(ParquetTable.of(table(rows))));
    }

    @Test
    void meaningsAreInTheFileAndNothingElseIs() throws IOException {
        try (var reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(ParquetTable.of(table(List.of())))))) {
            var about = reader.getFileMetaData();
            assertEquals(0, about.numRows());
            assertEquals("Afterword", about.createdBy());
            assertEquals(
                    Map.of(
                            "row", "a row that was made",
                            "column.id", "a name",
                            "column.start", "a place",
                            "column.prompted", "yes or no",
                            "column.report_high", "at most",
                            "column.text", "words"),
                    about.keyValueMetadata());
        }
    }

    @Test
    void everyValueAndNameIsInWhatIsLookedAt() throws IOException {
        List<List<Object>> rows = made(new Random(SEED), 30, 300);
        String text = ParquetText.of(ParquetTable.of(table(rows)));
        for (List<Object> row : rows) {
            row.forEach(value -> assertTrue(text.contains(value.toString())));
        }
        for (String name : List.of("made", "report_high", "a row that was made", "at most")) {
            assertTrue(text.contains(name + "\n"), name);
        }
    }

    @Test
    void aFileThatCannotBeReadBackIsNone() {
        byte[] file = ParquetTable.of(table(made(new Random(SEED), 30, 300)));
        assertThrows(IOException.class, () -> ParquetText.of(Arrays.copyOf(file, file.length - 9)));
    }

    /** For other programs: written where {@code afterword.parquet} says. */
    @Test
    void forOthers() throws IOException {
        String place = System.getProperty("afterword.parquet", "");
        assumeFalse(place.isEmpty(), "afterword.parquet is not set");
        Files.write(Path.of(place), ParquetTable.of(table(made(new Random(SEED), 30_000, 60))));
    }
}
