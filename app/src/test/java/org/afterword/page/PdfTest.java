package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
    private static final List<String> SCRIPTS = List.of(
            "Žižkov, Łódź, Ærøskøbing, Tiếng Việt, ğışö",
            "Ελληνικά με τόνους",
            "Щорічна зустріч у Києві",
            "אחר כך שילמתי כמו כולם",
            "Հայերեն",
            "ქართული");

    private static final List<String> ODD = List.of(
            "漢字 and 😀 and 👩‍👩‍👧",
            "soft\u00adhyphen, zero\u200bwidth, joined\u200dhere, \u200emarked\u200f, \ufefffirst",
            "private \ue000, never \ufffe\uffff, replaced \ufffd, half \ud83d",
            "e\u0301\u0323 combined, n\u00a0b\u202fs, line\u2028end, tab\there",
            "دفعت كما دفع الجميع 123 and back, \u202eturned\u202c",
            "ﬁ ﬂ ﬀ, ½ ² ³, ™ ® ©, ⟶ ✓, ₿ €, 𝔉𝔯𝔞𝔨𝔱𝔲𝔯");

    @TempDir
    private Path dir;

    private static String page(String body) {
        return "<html lang=\"en\"><head><title>Notes</title><style>" + Assets.printed() + "</style></head><body>" + body
                + "</body></html>";
    }

    private static String paragraph(String text) {
        return "<p dir=\"" + Pdf.direction(text) + "\">" + text + "</p>";
    }

    @Test
    void setsLettersOfManyScriptsWithFontsThatItBrings() throws IOException {
        var body = new StringBuilder();
        SCRIPTS.forEach(text -> body.append(paragraph(text)));
        byte[] pdf = Pdf.of(page(body.toString()), Map.of());
        Files.write(Path.of("target", "scripts.pdf"), pdf);
        try (var read = new ReadPdf(pdf)) {
            SCRIPTS.forEach(text -> {
                assertTrue(Pdf.missing(text).isEmpty(), text);
                assertTrue(said(read).contains(text), () -> text + " is not in: " + said(read));
            });
            assertEquals(List.of(), read.fontsNotInIt());
        }
    }

    /** Nor what cannot be drawn, is never seen, or belongs to no script. */
    @Test
    void whateverIsWrittenItIsWhatTheStandardsAsk() throws IOException {
        var body = new StringBuilder("<h1>Once</h1>");
        SCRIPTS.forEach(text -> body.append(paragraph(text)));
        ODD.forEach(text -> body.append(paragraph(text)));
        body.append("<ul>")
                .append(ODD.stream().map(text -> "<li>" + text + "</li>").collect(Collectors.joining()))
                .append("</ul><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>")
                .append("<tr><td>1</td><td>2</td></tr>".repeat(90))
                .append("</tbody></table><p><a title=\"up\" href=\"#a\">up</a></p><p>Seen: ")
                .append("<img src=\"seen.png\" alt=\"A list\"/></p>");
        assertEquals(List.of(), Conformance.broken(Pdf.of(page(body.toString()), Map.of("seen.png", Assets.icon()))));
    }

    /** So that what is checked can fail. */
    @Test
    void aHeadingLeftOutAndAPictureWithoutWordsAreSeen() throws IOException {
        byte[] pdf = Pdf.of(
                page("<h1>Once</h1><h3>Twice</h3><p><img src=\"seen.png\"/></p>"), Map.of("seen.png", Assets.icon()));
        List<String> broken = Conformance.broken(pdf);
        assertTrue(broken.stream().anyMatch(rule -> rule.startsWith("ua1 7.4.2-1 ")), broken::toString);
        assertTrue(broken.stream().anyMatch(rule -> rule.startsWith("ua1 7.3-1 ")), broken::toString);
    }

    private static String said(ReadPdf read) {
        try {
            return read.text();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void arabicIsJoinedAndRunsFromTheRight() throws IOException {
        String text = "دفعت كما دفع الجميع";
        assertEquals("rtl", Pdf.direction(text));
        assertTrue(Pdf.missing(text).isEmpty());
        try (var read = new ReadPdf(Pdf.of(page(paragraph(text)), Map.of()))) {
            assertTrue(read.text().contains(text), read.text());
            assertFalse(read.text().contains("\ufffd"));
        }
    }

    @Test
    void saysWhichLettersItLacks() throws IOException {
        assertEquals(List.of("字".codePointAt(0), "漢".codePointAt(0)), List.copyOf(Pdf.missing("Nino wrote 漢字.\n")));
        assertTrue(Pdf.missing("a\u00adb\u200b\u200ec\t\u2028").isEmpty());
        try (var read = new ReadPdf(Pdf.of(page("<p>漢字</p>"), Map.of()))) {
            assertEquals("\ufffd\ufffd", read.text().strip());
        }
    }

    @Test
    void aWordAsLongAsItLikesStaysOnTheSheet() throws IOException {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(12);
        try (var read =
                new ReadPdf(Pdf.of(page("<h1>" + word + "</h1><blockquote>" + word + "</blockquote>"), Map.of()))) {
            assertEquals((word + word), read.text().replaceAll("\\s|Notes|\\d+ / \\d+", ""));
            assertTrue(read.widest() <= read.width() - 80, read.widest() + " of " + read.width());
        }
    }

    @Test
    void theSamePageGivesTheSameBytes() throws IOException {
        String html =
                page("<h1 id=\"a\">Once</h1><p><a title=\"there\" href=\"#a\">there</a></p><ul><li>one</li></ul>");
        assertArrayEquals(Pdf.of(html, Map.of()), Pdf.of(html, Map.of()));
    }

    @Test
    void aPictureIsReadAloudInWords() throws IOException {
        String html = page("<p>Before</p><img src=\"picture-01.png\" alt=\"A picture. In it: a list\"/>");
        try (var read = new ReadPdf(Pdf.of(html, Map.of("picture-01.png", Assets.icon())))) {
            assertEquals(1, read.pictures());
            assertTrue(read.tags().contains("Figure"), read.tags()::toString);
            assertTrue(read.everything().contains("A picture. In it: a list"));
        }
    }

    /** Neither the network nor another file is asked for anything. */
    @Test
    void nothingIsFetched() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try {
                    server.accept().close();
                    asked.incrementAndGet();
                } catch (IOException e) {
                    // closed
                }
            });
            String base = "http://127.0.0.1:" + server.getLocalPort();
            Path secret = Files.writeString(dir.resolve("secret.css"), "p:after { content: 'TAKEN' }");
            String html = "<html lang=\"en\"><head><title>Notes</title>"
                    + "<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>"
                    + "<link rel=\"stylesheet\" href=\"" + base + "/a.css\"/>"
                    + "<style>@import url(" + base + "/b.css); p { font-family: said-face; background: url(" + base
                    + "/c.png) }</style></head><body><p>Here</p></body></html>";
            try (var read = new ReadPdf(Pdf.of(html, Map.of()))) {
                assertEquals("Here", read.text().strip());
            }
        }
        assertEquals(0, asked.get());
        assertThrows(
                IllegalArgumentException.class,
                () -> Pdf.of(page("<img alt=\"\" src=\"http://127.0.0.1/x.png\"/>"), Map.of()));
    }
}
