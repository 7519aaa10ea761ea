package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** No library writes such files, and none of ours is fictional; the real ones are of the library's own tests. */
class PstTest {
    private static final Path REAL =
            Path.of(System.getProperty("afterword.pst", "/work/shared/real/formats/pst/java-libpst__dist-list.pst"));

    @Test
    void whatIsNoMailIsCounted() throws IOException {
        assumeTrue(Files.exists(REAL), "the real file is not on this machine");
        Found found = Fixtures.read("x.pst", Files.readAllBytes(REAL));
        assertEquals(1, found.balance().orElseThrow().skipped().get("appointments"));
        assertEquals(2, found.balance().orElseThrow().skipped().get("contacts"));
        assertEquals(0, found.balance().orElseThrow().missing());
    }

    @Test
    void aBrokenOneIsSaidToBe() {
        byte[] noise = new byte[4096];
        new SplittableRandom(3).nextBytes(noise);
        noise[0] = '!';
        noise[1] = 'B';
        noise[2] = 'D';
        noise[3] = 'N';
        assertTrue(Fixtures.read("x.pst", noise).warnings().getFirst().message().contains("broken"));
    }

    @Test
    void cutAndFlippedOnesAreReadOrWarnedOf() throws IOException {
        assumeTrue(Files.exists(REAL), "the real file is not on this machine");
        byte[] whole = Files.readAllBytes(REAL);
        var random = new SplittableRandom(20260716);
        for (int i = 0; i < 60; i++) {
            Fixtures.read("x.pst", Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Fixtures.read("x.pst", flipped);
        }
    }
}
