package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through the child that may do nothing but read. */
class PdfReaderTest {
    private static ChildReader reader;

    @BeforeAll
    static void start() {
        reader = new ChildReader();
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    static Found read(ChildReader reader, String name, byte[] bytes) {
        Found found = Found.of(into -> reader.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into));
        Fixtures.assertSound(found);
        return found;
    }

    private static List<String> messages(Found found) {
        return found.warnings().stream().map(Warning::message).toList();
    }

    @Test
    void paragraphsHeadingsAndPages() throws IOException {
        Found found;
        try (var document = PdfFixtures.threePages()) {
            found = read(reader, "x.pdf", PdfFixtures.bytes(document));
        }
        Account account = Fixtures.only(found);
        assertEquals("""
                The lamp keepers

                I came to the lamp keepers in the spring, when a neighbour took me along. It was a first-hand look at \
                a circle that kept to itself. They were kind to me, and I stayed for two years. It was good at the \
                time. Then came the first-hand lessons.

                Short line.
                Another short line.

                In the end I left because they wanted to read each of my letters. I said no, and nobody spoke to me \
                after that day.

                Wren Alder

                Afterwards

                My sister wrote to me in May. I have no proof of this.""", account.text());
        assertEquals("pdf", account.format());
        assertEquals("Two years with the lamp keepers", account.title());
        assertEquals(Optional.of("Wren Alder"), account.author());
        assertEquals(
                "2020-05-11", account.date().orElseThrow().day().orElseThrow().toString());
        assertEquals(
                List.of("page=1", "page=2", "page=3"),
                account.anchors().stream().map(Anchor::selector).toList());
        assertEquals(
                List.of("The lamp", "letters.", "Afterwar"),
                account.anchors().stream()
                        .map(anchor -> account.text().substring(anchor.at(), anchor.at() + 8))
                        .toList());
        assertEquals(Optional.of(new Balance("pages", 3, 3, Map.of())), found.balance());
        assertEquals(List.of("6 lines that stand at the head or foot of most pages are left out"), messages(found));
    }

    @Test
    void scannedPagesAreRecognised() throws IOException {
        OcrTest.needTesseract();
        Found found;
        try (var document = PdfFixtures.scanned()) {
            found = read(reader, "x.pdf", PdfFixtures.bytes(document));
        }
        Account account = Fixtures.only(found);
        assertTrue(account.text().contains("We rowed across the fen on Sunday."), account.text());
        Anchor second = account.anchors().stream()
                .filter(anchor -> account.text().startsWith("We rowed", anchor.at()))
                .findFirst()
                .orElseThrow();
        assertTrue(second.selector().matches("page=2&xywh=3\\d,\\d+,\\d+,\\d+"), second.selector());
        assertEquals(Optional.of(new Balance("pages", 3, 2, Map.of("empty", 1L))), found.balance());
        assertTrue(
                messages(found).getFirst().startsWith("read from pictures by a machine"), () -> "" + found.warnings());
    }

    @Test
    void withoutTesseractItIsSaidWhatIsMissing() throws IOException {
        try (var document = PdfFixtures.scanned();
                var without = new ChildReader(
                        ReadingChild.class.getName(),
                        java.time.Duration.ofSeconds(60),
                        new Tesseract(OcrLanguages.usual(java.util.Set.of()), "/nowhere"))) {
            Found found = read(without, "x.pdf", PdfFixtures.bytes(document));
            assertTrue(Fixtures.only(found).text().contains("This page was typed and needs no picture."));
            assertEquals(
                    Optional.of(new Balance("pages", 3, 1, Map.of("empty", 1L, "scanned, and not recognised", 1L))),
                    found.balance());
            assertTrue(messages(found).getFirst().contains("apt install tesseract-ocr"));
        }
    }

    @Test
    void nothingInItIsRunAndAttachmentsComeOut() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            Found found;
            try (var document = PdfFixtures.withScriptsAndAttachment(server.getLocalPort())) {
                found = read(reader, "x.pdf", PdfFixtures.bytes(document));
            }
            assertThrows(SocketTimeoutException.class, server::accept);
            assertTrue(Fixtures.only(found).text().contains("Nothing in here is run."));
            assertArrayEquals(
                    "Dear Wren, come back.\n".getBytes(StandardCharsets.UTF_8),
                    found.parts().get("letter.txt"));
            assertTrue(
                    messages(found).contains("1 script was in it; nothing in it is run"), () -> "" + found.warnings());
        }
    }

    @Test
    void aPasswordIsSaid() throws IOException {
        Found found = read(reader, "x.pdf", PdfFixtures.locked());
        assertTrue(messages(found).getFirst().startsWith("it is protected by a password"), () -> "" + found.warnings());
        assertFalse(messages(found).getFirst().contains("secret"));
    }
}
