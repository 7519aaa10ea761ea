package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void timesAreWhatJavaReads() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-80_000_000_000L, 300_000_000_000L);
            int nano = List.of(0, 120_000_000, 7_000, 1, 999_999_999, random.nextInt(1_000_000_000))
                    .get(random.nextInt(6));
            String text = Instant.ofEpochSecond(second, nano).toString();
            assertEquals(Instant.parse(text), Row.instant(text), text);
        }
    }

    @Test
    void whatIsNoTimeIsRefused() {
        for (String text :
                List.of("", "yesterday", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z")) {
            assertThrows(DateTimeException.class, () -> Row.instant(text), text);
        }
    }
}
