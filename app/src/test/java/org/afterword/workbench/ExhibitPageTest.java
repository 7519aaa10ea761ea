package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.model.Account;
import org.afterword.protection.PictureFixtures;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exhibit beside its text: with the passages marked, and nothing of it that a browser would run. */
final class ExhibitPageTest {
    private static final String CHAT = """
            12/05/2011, 10:00 - Wren: They asked us for money again, every Friday, and I was told to pay or leave
            12/05/2011, 10:01 - Orla Finch: You have to bring it
            """;
    private static final String MAIL = """
            From: "Wren Tarbuck" <wren@example.org>
            To: "Orla Finch" <orla@example.org>
            Subject: What I paid
            Date: Mon, 2 May 2011 10:00:00 +0000
            Message-ID: <one@example.org>
            Content-Type: text/plain; charset=utf-8

            They asked us for forty pounds every Friday, and I was told to pay or leave.
            """;

    @TempDir
    private Path folder;

    private interface Look {
        void at(Browser browser, Document page, Account account) throws IOException, InterruptedException;
    }

    private void exhibit(String name, byte[] bytes, Look look) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve(name), bytes);
        try (Case opened = SmallCase.empty(folder.resolve("case.afterword"))) {
            opened.add(List.of(file), Optional.of("The Kestrel Table"), false, Progress.SILENT);
            opened.suggest(Progress.SILENT);
            Account account = opened.contents()
                    .account(opened.contents().accountIds().getFirst())
                    .orElseThrow();
            try (Workbench workbench = Workbench.start(opened, 0)) {
                Browser browser = Browser.in(workbench);
                look.at(browser, browser.page("/account/" + account.id() + "/exhibit"), account);
            }
        }
    }

    @Test
    void aConversationStandsInBubblesWithItsPassagesMarked() throws IOException, InterruptedException {
        exhibit("chat.txt", CHAT.getBytes(StandardCharsets.UTF_8), (_, page, _) -> {
            assertEquals(2, page.select(".bubble").size(), page.text());
            assertTrue(page.select(".bubble .speaker").text().contains("Wren"), page.text());
            assertTrue(page.select(".bubble mark").text().contains("pay or leave"), page.text());
            assertEquals("", page.select(".bubble:last-child mark").text(), "what is not coded is not marked");
        });
    }

    @Test
    void aMessageHasItsHead() throws IOException, InterruptedException {
        exhibit("letter.eml", MAIL.getBytes(StandardCharsets.UTF_8), (_, page, _) -> {
            String head = page.select(".message-head").text();
            for (String said : List.of("Wren Tarbuck", "orla@example.org", "What I paid", "one@example.org")) {
                assertTrue(head.contains(said), said + " in " + head);
            }
            assertTrue(page.select(".bubble mark").text().contains("pay or leave"), page.text());
            assertTrue(page.select("dl").text().contains("SHA-256"), page.text());
        });
    }

    @Test
    void whatCannotBeDrawnSaysSo() throws IOException, InterruptedException {
        exhibit(
                "note.txt",
                "I was there for a year. Nobody asked me.".getBytes(StandardCharsets.UTF_8),
                (browser, page, account) -> {
                    assertTrue(page.text().contains("is not drawn here"), page.text());
                    assertEquals(
                            404,
                            browser.get("/account/" + account.id() + "/exhibit.png")
                                    .statusCode());
                });
    }

    @Test
    void thePagesOfAPdfAreDrawnOneByOne() throws IOException, InterruptedException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (String words :
                    List.of("They asked us for money again, every Friday.", "I was told to pay or leave.")) {
                var page = new PDPage(new PDRectangle(300, 200));
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                    content.newLineAtOffset(20, 150);
                    content.showText(words);
                    content.endText();
                }
            }
            document.save(bytes);
        }
        exhibit("leaflet.pdf", bytes.toByteArray(), (browser, page, account) -> {
            String png = Objects.requireNonNull(page.selectFirst(".veiled svg image"), page.text())
                    .attr("href");
            assertEquals("/account/" + account.id() + "/exhibit.png?page=1", png);
            var first = ImageIO.read(new ByteArrayInputStream(browser.bytes(png).body()));
            assertEquals(3.0 / 2, (double) first.getWidth() / first.getHeight(), .02);
            assertTrue(page.select(".lines-read a").text().contains("asked us for money"), page.text());
            Element next = Objects.requireNonNull(page.selectFirst("a[rel=next][href*=exhibit]"), page.html());
            Document second = browser.page(next.attr("href"));
            assertTrue(second.select(".lines-read").text().contains("pay or leave"), second.text());
            assertFalse(second.select(".lines-read").text().contains("Friday"), second.text());
            assertEquals("Page 1", second.select("a[rel=prev][href*=exhibit]").text());
            var other = ImageIO.read(
                    new ByteArrayInputStream(browser.bytes(Objects.requireNonNull(second.selectFirst("svg image"))
                                    .attr("href"))
                            .body()));
            assertFalse(Arrays.equals(dark(first), dark(other)), "two pages, two pictures");
            assertTrue(dark(first).length > 100, "something is drawn");
            assertTrue(browser.get(png.replace("page=1", "page=9")).statusCode() >= 400);
        });
    }

    /** Where anything is drawn. */
    private static int[] dark(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xff) < 128)
                .toArray();
    }

    /** Its lines are framed where a passage is coded; its bytes are written anew, and what else the file held is gone. */
    @Test
    void aPictureIsWrittenAnewAndItsLinesAreFramed() throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, "tesseract"))),
                "Tesseract is not installed");
        byte[] came = PictureFixtures.sideways(PictureFixtures.plain(PictureFixtures.SAID), "<script>secret</script>");
        exhibit("shot.jpg", came, (browser, page, account) -> {
            String path = "/account/" + account.id() + "/exhibit.png";
            Element image = Objects.requireNonNull(page.selectFirst(".veiled svg image"), page.text());
            assertEquals(path, image.attr("href"));
            HttpResponse<byte[]> answer = browser.bytes(path);
            assertEquals(
                    "image/png", answer.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
            assertTrue(
                    answer.headers().firstValue("Cache-Control").orElseThrow().contains("no-store"));
            byte[] png = answer.body();
            assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
            assertFalse(
                    new String(png, StandardCharsets.ISO_8859_1).contains("secret"), "what the file says of itself");
            var shown = ImageIO.read(new ByteArrayInputStream(png));
            String[] box = Objects.requireNonNull(page.selectFirst("svg.lines"))
                    .attr("viewBox")
                    .split(" ", -1);
            assertEquals(
                    (double) shown.getWidth() / shown.getHeight(),
                    Double.parseDouble(box[2]) / Double.parseDouble(box[3]),
                    .02,
                    "upright, as the lines are");
            for (Element rect : page.select("svg.lines rect")) {
                assertTrue(number(rect, "x") + number(rect, "width") <= Integer.parseInt(box[2]) + 2, rect.toString());
                assertTrue(number(rect, "y") + number(rect, "height") <= Integer.parseInt(box[3]) + 2, rect.toString());
            }
            assertEquals(
                    page.select(".lines-read li a").size(),
                    page.select("svg.lines rect.coded").size());
            assertTrue(page.select(".lines-read li").size() > 1, page.text());
            Document asked = browser.page("/account/" + account.id() + "/exhibit?at=1");
            assertEquals(1, asked.select("svg.lines rect.asked").size());
            browser.post("/pictures", Map.of("token", browser.token(), "show", "no", "back", "/"));
            Document without = browser.page("/account/" + account.id() + "/exhibit");
            assertEquals(0, without.select("svg image, img").size(), "who wants to see no pictures sees none");
            assertTrue(without.select(".lines-read li").size() > 1, without.text());
        });
    }

    private static int number(Element rect, String name) {
        return Integer.parseInt(rect.attr(name));
    }
}
