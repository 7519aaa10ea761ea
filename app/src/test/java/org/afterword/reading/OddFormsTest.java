package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.afterword.model.Account;
import org.afterword.model.Balance;
import org.afterword.model.Speaker;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, pictures of several pages or turned, old documents: what is seldom, and comes. */
class OddFormsTest {
    private static final String STORY =
            "Leaving\n\nI left in spring. 🕯️ They asked “me”, too.\n\nعندما غادرت 👩‍👩‍👧 לבד.\n";

    private static final List<String> WORDS = List.of("lamp", "boat", "quay");

    /** What is a picture, an archive or a document is no text, also if nothing is found in it. */
    @Test
    void bytesAreNoText() throws IOException {
        var kinds = Map.of(
                "x.tiff", PdfFixtures.picture(PdfFixtures.drawn(List.of(), 60, 40), "tiff"),
                "x.zip", Packed.zip(new java.util.LinkedHashMap<>()),
                "x.docx", OfficeFixtures.docxOf(Packed.text("<w:document xmlns:w='w'/>")),
                "x.rtf", Packed.text("{\\rtf1\\ansi{\\fonttbl\\f0 Serif;}}"),
                "x.eml", Packed.text("From: a@fen.example\nTo: b@fen.example\nMessage-ID: <1@fen.example>\n\n"));
        kinds.forEach((name, bytes) -> {
            for (String other : List.of(name, "x.txt")) {
                Found found = Fixtures.read(other, bytes);
                assertTrue(found.accounts().isEmpty(), () -> name + " was read by " + found.reader());
                assertFalse(found.warnings().isEmpty());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void encodingsWithAndWithoutAMark(String name) {
        Charset charset = Charset.forName(name);
        for (String mark : name.equals("UTF-32LE") ? List.of("\uFEFF") : List.of("", "\uFEFF")) {
            // without a mark UTF-16 is known by the zeros of letters like these
            String text =
                    mark.isEmpty() && !name.equals("UTF-8") ? "Leaving\n\nI left in spring, and told nobody.\n" : STORY;
            Account account = Fixtures.only(Fixtures.read("x.txt", (mark + text).getBytes(charset)));
            assertEquals(text.strip(), account.text(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void lineEnds(String end) {
        Account account = Fixtures.only(Fixtures.read("x.txt", Packed.text(STORY.replace("\n", end))));
        assertEquals(STORY.strip(), account.text());
        Account chat = Fixtures.only(Fixtures.read(
                "x.txt",
                Packed.text(
                        "[01/02/20, 10:00:00] Wren: I left.\n[13/02/20, 10:01:00] Ivo: Why?\n[13/02/20, 10:02:00] Wren: The money.\n"
                                .replace("\n", end))));
        assertEquals(3, chat.turns().size());
    }

    /** Most of it is UTF-8, and one line is not. */
    @Test
    void mixedEncodings() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Packed.text("Für immer – “lamp” – gestört.\n".repeat(20)));
        bytes.writeBytes("Caf\u00e9 am Moor.\n".getBytes(StandardCharsets.ISO_8859_1));
        Found found = Fixtures.read("x.txt", bytes.toByteArray());
        String text = Fixtures.only(found).text();
        assertTrue(text.startsWith("Für immer – “lamp”"));
        assertTrue(text.endsWith("Caf\uFFFD am Moor."), text);
        assertFalse(found.warnings().isEmpty());
    }

    @Test
    void anUnknownFormatThatLooksLikeText() {
        Found found = Fixtures.read("x.abc", Packed.text("%ABC 1.0\nI left in spring, and I told nobody.\n"));
        assertEquals("text/" + Readers.VERSION, found.reader());
        assertTrue(found.confidence() < 0.5);
    }

    /** "Wed 5:32 PM" has a weekday and no date, and stands between two turns. */
    @Test
    void stampsWithoutADateHaveBounds() {
        Account chat = Fixtures.only(Fixtures.read("x.txt", Packed.text("""
                                Chat with a recruiter
                                Posted on 3 May 2021

                                Worker: Come.
                                Wed 5:32 PM
                                Me: Perhaps.
                                April 28, 2021 9:00 AM
                                Worker: We have soup.
                                Thu 5:32 PM
                                Me: No.
                                Worker: Please.
                                Me: No.
                                """)));
        List<String> stamps = chat.turns().stream()
                .map(turn -> turn.date()
                        .map(date -> date.written() + " "
                                + date.earliest().map(Object::toString).orElse("-") + " "
                                + date.latest().map(Object::toString).orElse("-"))
                        .orElse(""))
                .toList();
        assertEquals("Wed 5:32 PM - 2021-05-03T23:59:59", stamps.getFirst());
        assertEquals("Wed 5:32 PM or April 28, 2021 9:00 AM - 2021-05-03T23:59:59", stamps.get(1));
        assertEquals(6, stamps.size());
        assertTrue(stamps.stream().allMatch(stamp -> stamp.isEmpty() || stamp.endsWith(" 2021-05-03T23:59:59")));
    }

    /** An editor tells what somebody told: the words are that one's, and the text is the editor's. */
    @Test
    void anEditorPassesOnTheWordsOfAnother() {
        Account account = Fixtures.only(
                Fixtures.read(
                        "x.html",
                        Packed.text(
                                "<html><head><title>What they told me</title></head><body><article><p>By Ada Quill</p>"
                                        + "<p>I have met five people who left the lamp keepers, and this is what one of them had to say.</p>"
                                        + "<p>Mira Stone told me:</p><blockquote><p>They asked me for forty pounds every month.</p></blockquote>"
                                        + "<p>She said:</p><blockquote><p>And I paid.</p></blockquote><p>I believe her.</p></article></body></html>")));
        assertEquals(
                List.of("Ada Quill", "Mira Stone"),
                account.speakers().stream().map(Speaker::name).toList());
        Turn quoted = account.turns().get(1);
        assertEquals(Turn.Voice.QUOTED, quoted.voice());
        assertEquals("Mira Stone", account.speakerOf(quoted).name());
        assertEquals(
                "They asked me for forty pounds every month.", quoted.span().of(account.text()));
        assertEquals("Ada Quill", account.speakerOf(account.turns().getFirst()).name());
    }

    /** Comments in a form that nobody knows do not vanish without a word. */
    @Test
    void commentsOfAnUnknownForm() {
        String page =
                "<html><head><title>x</title></head><body><article><h1>Leaving</h1><p>They asked me for forty pounds every month, and I"
                        + " paid for two years, because I was told the lamp would go out; then I left them, in spring.</p></article><div id='comments'><h3>2 comments</h3>";
        String strange =
                "<div class='wall'><b>Ivo</b> I was there, too, and all of it is as she says, every word of it.</div>"
                        .repeat(3);
        Found found = Fixtures.read("x.html", Packed.text(page + strange + "</div></body></html>"));
        assertEquals(1, found.accounts().size());
        assertTrue(
                found.warnings().stream()
                        .map(Warning::message)
                        .anyMatch(one -> one.startsWith("under the text stand 5")),
                () -> "" + found.warnings());
        Found known = Fixtures.read(
                "x.html",
                Packed.text(
                        page
                                + "<div class='comment'><cite class='fn'>Ivo</cite><div class='comment-content'>I was there.</div></div>"
                                + "<div class='comment'><cite class='fn'>Moss</cite><div class='comment-content'></div></div></div></body></html>"));
        assertEquals(Optional.of(new Balance("comments", 2, 1, Map.of("nothing in it", 1L))), known.balance());
        assertEquals(Optional.of("Ivo"), known.accounts().get(1).author());
    }

    @Test
    void aTiffOfSeveralPages() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < 3; page++) {
                writer.writeToSequence(
                        new IIOImage(PdfFixtures.drawn(PdfFixtures.SCANNED, 600, 200), null, null), null);
            }
            writer.endWriteSequence();
        }
        List<BufferedImage> seen = new ArrayList<>();
        Found found = recognised("x.tiff", bytes.toByteArray(), seen);
        assertEquals(3, seen.size(), () -> "" + found.warnings());
        assertEquals(WORDS, List.of(Fixtures.only(found).text().strip().split("\\s+", -1)));
        assertEquals(Optional.of(new Balance("pictures", 3, 3, Map.of())), found.balance());
        assertEquals(
                "page=3", Fixtures.only(found).anchors().getLast().selector().replaceAll("&.*", ""));
    }

    /** A camera that was held upright says so, and the picture is read as it was seen. */
    @Test
    void aPhotographIsTurned() throws IOException {
        byte[] jpeg = PdfFixtures.picture(PdfFixtures.drawn(PdfFixtures.SCANNED, 600, 200), "jpg");
        byte[] exif = OcrTest.exif();
        var turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 2);
        turned.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 8)});
        turned.writeBytes(Packed.text("Exif\0\0"));
        turned.writeBytes(exif);
        turned.write(jpeg, 2, jpeg.length - 2);
        List<BufferedImage> seen = new ArrayList<>();
        recognised("x.jpg", jpeg, seen);
        Found found = recognised("x.jpg", turned.toByteArray(), seen);
        assertTrue(seen.getFirst().getWidth() > seen.getFirst().getHeight());
        assertTrue(seen.get(1).getHeight() > seen.get(1).getWidth());
        assertEquals(
                "taken at 2019:05:04 10:11:12",
                Fixtures.only(found).date().orElseThrow().written());
    }

    /** What is shown to Tesseract is kept, and it answers with another word each time. */
    private static Found recognised(String name, byte[] bytes, List<BufferedImage> seen) {
        var origin = Origin.of(bytes);
        Recogniser eyes = png -> {
            seen.add(Objects.requireNonNull(ImageIO.read(new java.io.ByteArrayInputStream(png))));
            return new Recogniser.Recognised(
                    "5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t95.5\t" + WORDS.get((seen.size() - 1) % WORDS.size()) + "\n",
                    "");
        };
        try (var child = new ChildReader(ReadingChild.class.getName(), java.time.Duration.ofSeconds(30), eyes)) {
            return Found.of(into -> child.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, origin, into));
        }
    }

    @Test
    void slidesOfOpenDocument() throws IOException {
        String content =
                "<o xmlns:text='t' xmlns:draw='d' xmlns:presentation='p' xmlns:office='o'><office:body><office:presentation>"
                        + "<draw:page draw:name='one'><draw:frame><draw:text-box><text:p>What they promised</text:p></draw:text-box></draw:frame>"
                        + "<presentation:notes><text:p>Say it slowly.</text:p></presentation:notes></draw:page>"
                        + "<draw:page draw:name='two'/><draw:page draw:name='three'><text:p>What came</text:p></draw:page>"
                        + "</office:presentation></office:body></o>";
        Found found = Fixtures.read(
                "x.odp",
                OfficeFixtures.zip("application/vnd.oasis.opendocument.presentation", Map.of("content.xml", content)));
        Account account = Fixtures.only(found);
        assertTrue(
                account.text().contains("What they promised") && account.text().endsWith("What came"), account.text());
        Balance balance = found.balance().orElseThrow();
        assertEquals(3, balance.expected());
        assertEquals(0, balance.missing());
    }

    /** Documents that Office itself wrote, of Tika's own tests. */
    @ParameterizedTest
    @CsvSource({
        "testWORD.doc, doc, This is a sample Microsoft Word Document",
        "testPPT.ppt, ppt, Created with Microsoft",
        "testEXCEL.xls, xls, Sample Excel Worksheet",
        "testWORD_protected_passtika.doc, none, it is protected by a password",
        "testComment.doc, doc, Here is some text",
    })
    void documentsOfOldOffice(String name, String format, String words) throws IOException {
        byte[] bytes;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/test-documents/" + name), name)) {
            bytes = in.readAllBytes();
        }
        Found found = Fixtures.read("x", bytes);
        if (format.equals("none")) {
            assertTrue(found.warnings().getFirst().message().startsWith(words), () -> "" + found.warnings());
        } else {
            assertEquals(format, Fixtures.only(found).format());
            assertTrue(
                    Fixtures.only(found).text().contains(words),
                    Fixtures.only(found).text());
        }
        Fixtures.read("x", Arrays.copyOf(bytes, bytes.length / 2));
    }
}
