package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No library writes such files, and none of ours is fictional; the real ones are of other libraries' own tests. */
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

    private static byte[] others(String name) throws IOException {
        try (var in = Objects.requireNonNull(PstTest.class.getResourceAsStream("/test-documents/" + name), name)) {
            return in.readAllBytes();
        }
    }

    /** Mailboxes of Tika's own tests: as many mails as Outlook's folders say, each with its words, by somebody. */
    @ParameterizedTest
    @CsvSource({"testPST.pst, 8, 1", "testPST_variousBodyTypes.pst, 4, 0"})
    void everyMailIsThere(String name, long mails, int attachments) throws IOException {
        Found found = Fixtures.read("x.pst", others(name));
        assertEquals("pst/" + Readers.VERSION, found.reader());
        assertEquals(mails, found.accounts().size());
        assertEquals(Optional.of(new Balance("messages", mails, mails, Map.of())), found.balance());
        assertEquals(attachments, found.parts().size());
        for (Account mail : found.accounts()) {
            assertFalse(mail.text().isBlank());
            assertTrue(mail.date().flatMap(When::earliest).isPresent());
            assertFalse(mail.turns().isEmpty());
        }
        try (var child = new ChildReader()) {
            Found there = Found.of(
                    into -> child.read("x.pst", Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes(name)), into));
            assertEquals(
                    found.accounts().stream().map(Account::text).toList(),
                    there.accounts().stream().map(Account::text).toList());
        }
    }

    private static byte[] bytes(String name) {
        try {
            return others(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        byte[] whole = others("testPST_variousBodyTypes.pst");
        var random = new SplittableRandom(20260716);
        for (int i = 0; i < 60; i++) {
            Fixtures.read("x.pst", Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Fixtures.read("x.pst", flipped);
        }
    }
}
