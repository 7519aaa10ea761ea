package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A damaged file gives a clear sentence or an unharmed case; never a wrong answer, never another exception. */
class DamageTest extends SmallCase {
    /** {@code -Dafterword.sweep=full} tries every byte and every length. */
    private static final boolean FULL = "full".equals(System.getProperty("afterword.sweep"));

    private static final int SAMPLES = 120;

    @Test
    void everyByteFlipped() throws IOException {
        int noticed = 0;
        int tried = 0;
        long seed = 7;
        var random = new Random(seed);
        int stride = FULL ? 1 : whole.length / SAMPLES;
        for (int at = 0; at < whole.length; at += FULL ? 1 : at < 100 ? 3 : 1 + random.nextInt(2 * stride)) {
            var bytes = whole.clone();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(path, bytes);
            noticed += check("byte " + at + " flipped (seed " + seed + ")") ? 1 : 0;
            tried++;
        }
        assertTrue(noticed > tried / 4, noticed + " of " + tried);
    }

    @Test
    void everyStoredValueMatters() throws Exception {
        var random = new Random(13);
        String[] values = {
            "header.bytes",
            "item.id",
            "item.wrap",
            "chunk.bytes",
            "entry.leaf",
            "entry.wrap",
            "entry.bytes",
            "checkpoint.wrap",
            "checkpoint.bytes"
        };
        for (var value : values) {
            var table = value.substring(0, value.indexOf('.'));
            var column = value.substring(table.length() + 1);
            Files.write(path, whole);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path)) {
                byte[] blob;
                try (var select = connection.createStatement();
                        var row = select.executeQuery("SELECT " + column + " FROM " + table + " LIMIT 1 OFFSET 1")) {
                    blob = row.getBytes(1);
                }
                var changed = blob.clone();
                changed[random.nextInt(blob.length)] ^= 64;
                try (var update = connection.prepareStatement(
                        "UPDATE " + table + " SET " + column + " = ? WHERE " + column + " = ?")) {
                    update.setBytes(1, changed);
                    update.setBytes(2, blob);
                    update.executeUpdate();
                }
            }
            assertTrue(check(value), value);
        }
    }

    @Test
    void cutAtEveryLength() throws IOException {
        var random = new Random(11);
        int stride = FULL ? 1 : whole.length / (SAMPLES / 4);
        for (int length = 0;
                length < whole.length;
                length += FULL ? 1 : length < 120 ? 7 : 1 + random.nextInt(2 * stride)) {
            Files.write(path, Arrays.copyOf(whole, length));
            byte[] before = Files.readAllBytes(path);
            assertTrue(check("cut at " + length), "cut at " + length);
            assertArrayEquals(before, Files.readAllBytes(path), "what is left is left alone");
        }
    }

    @Test
    void theSpareHeaderOpensTheCaseAndItIsSaid() throws Exception {
        change("UPDATE header SET bytes = zeroblob(100) WHERE copy = 1");
        assertTrue(check("header"));
        try (var file = CaseFile.open(path, CaseFileTest.passphrase())) {
            assertEquals(right, ask(file));
        }
        change("UPDATE header SET bytes = zeroblob(100)");
        assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
    }

    @Test
    void whatDoesNotBelongIsSaid() throws Exception {
        change("INSERT INTO item(id, wrap) VALUES (randomblob(16), randomblob(92))");
        assertTrue(check("stray item"));
        change("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE number = 1; END");
        assertThrows(CaseException.Damaged.class, () -> CaseFile.open(path, CaseFileTest.passphrase()));
    }
}
