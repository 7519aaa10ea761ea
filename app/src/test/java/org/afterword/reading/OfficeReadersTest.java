package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Balance;
import org.afterword.model.Warning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Through the child that may do nothing but read. */
class OfficeReadersTest {
    private static ChildReader reader;

    @BeforeAll
    static void start() {
        reader = new ChildReader();
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    private static Found read(String name, byte[] bytes) {
        return PdfReaderTest.read(reader, name, bytes);
    }

    private static List<String> messages(Found found) {
        return found.warnings().stream().map(Warning::message).toList();
    }

    private static List<String> selectors(Account account) {
        return account.anchors().stream().map(Anchor::selector).toList();
    }

    @Test
    void docx() throws IOException {
        Found found = read("x.docx", OfficeFixtures.docx());
        Account account = found.accounts().getFirst();
        assertEquals("docx", account.format());
        assertEquals("""
                How it began

                They asked me for forty pounds[1] every month.

                I was afraid of them.

                Month\tPaid
                May\t40

                In the end I left.

                [1] I still have the receipt.""", account.text());
        assertEquals("Leaving the lamp keepers", account.title());
        assertEquals(Optional.of("Wren Alder"), account.author());
        assertEquals(
                "2021-03-04", account.date().orElseThrow().day().orElseThrow().toString());
        Account comment = found.accounts().get(1);
        assertEquals("Was it the same for you?", comment.text());
        assertEquals(Optional.of("Ivo Marsh"), comment.author());
        assertEquals(Set.of("word/media/image1.png"), found.parts().keySet());
        assertEquals(List.of("changes were tracked: 1 stretch is marked as deleted, and left out"), messages(found));
    }

    @Test
    void docxTextBoxesHiddenTextAndQuotes() throws IOException {
        String w =
                "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'";
        String box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
        String xml = "<w:document " + w
                + "><w:body><w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><mc:AlternateContent><mc:Choice>"
                + box
                + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Around it.</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:pStyle w:val='Quote'/></w:pPr><w:r><w:t>Come back to us.</w:t></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>Seen.</w:t></w:r></w:p></w:body></w:document>";
        Found found = read("x.docx", OfficeFixtures.docxWith("word/document.xml", bytes(xml)));
        Account account = found.accounts().getFirst();
        assertEquals("Around it.\n\nIn a box.\n\nCome back to us.\n\nSeen.", account.text());
        assertEquals("Come back to us.", Fixtures.said(account, 1));
        assertEquals(List.of("1 hidden stretches are left out"), messages(found));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothingOutsideIsFetched() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String xml = "<!DOCTYPE d [<!ENTITY e SYSTEM 'http://127.0.0.1:" + server.getLocalPort() + "/x'>"
                    + "<!ENTITY f SYSTEM 'file:///etc/hostname'><!ENTITY % p SYSTEM 'http://127.0.0.1:"
                    + server.getLocalPort()
                    + "/y'> %p;]><d xmlns:w='w'><w:p><w:r><w:t>Before &e; &f; after</w:t></w:r></w:p></d>";
            // in this process, which nothing keeps from the network
            Found found = Fixtures.read(
                    "x.docx",
                    OfficeFixtures.docxWith("word/document.xml", bytes(xml)).clone());
            assertThrows(SocketTimeoutException.class, server::accept);
            assertTrue(found.accounts().isEmpty()
                    || !found.accounts().getFirst().text().contains("root"));
            Fixtures.read(
                    "x.odt", OfficeFixtures.zip("application/vnd.oasis.opendocument.text", Map.of("content.xml", xml)));
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Test
    void aBombIsStopped() throws IOException {
        String start = "<w:document xmlns:w='w'><w:p><w:r><w:t>Before.</w:t></w:r></w:p>";
        var spaces = new SequenceInputStream(bytes(start), new ByteArrayInputStream(new byte[128 << 20]) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int count = super.read(into, offset, length);
                java.util.Arrays.fill(into, offset, offset + Math.max(0, count), (byte) ' ');
                return count;
            }
        });
        Found found = read("x.docx", OfficeFixtures.docxWith("word/document.xml", spaces));
        assertEquals("Before.", found.accounts().getFirst().text());
        assertTrue(messages(found).getFirst().startsWith("it unpacks to more than a document of its size may"));
    }

    @Test
    void sheets() throws IOException {
        for (var sheet : Map.of("xlsx", OfficeFixtures.xlsx(), "xls", OfficeFixtures.xls())
                .entrySet()) {
            Found found = read("x." + sheet.getKey(), sheet.getValue());
            Account account = Fixtures.only(found);
            assertEquals(sheet.getKey(), account.format());
            assertEquals("Payments\n\nDate\tWho\tAmount\n2020-05-11\tWren\t40.5\n\tnobody", account.text());
            assertEquals(List.of("page=1"), selectors(account));
            assertEquals(Optional.of(new Balance("sheets", 2, 1, Map.of("empty", 1L))), found.balance());
        }
        Found ods = read("x.ods", OfficeFixtures.ods());
        assertEquals("Payments\n\nMonth\t\t\tPaid\n\nOther", Fixtures.only(ods).text());
        assertEquals(Optional.of(new Balance("sheets", 2, 1, Map.of("without text", 1L))), ods.balance());
    }

    @Test
    void slides() throws IOException {
        Found found = read("x.pptx", OfficeFixtures.pptx());
        Account account = Fixtures.only(found);
        assertEquals("What they promised\nA lamp of one's own\n\nWhat came", account.text());
        assertEquals(List.of("page=1", "page=3"), selectors(account));
        assertEquals(Optional.of(new Balance("slides", 3, 2, Map.of("without text", 1L))), found.balance());
        Found old = read("x.ppt", OfficeFixtures.ppt());
        assertEquals("What they promised\n\nWhat came", Fixtures.only(old).text());
        assertEquals(List.of("page=1", "page=2"), selectors(Fixtures.only(old)));
    }

    @Test
    void odt() throws IOException {
        Found found = read("x.odt", OfficeFixtures.odt());
        Account account = found.accounts().getFirst();
        assertEquals(
                "How it began\n\nThey asked me  for forty pounds[1] every month.\n\n- a lamp\n- a boat\n\nMay\t40\n\n"
                        + "In the end I left.\n\n[1] I still have the receipt.",
                account.text());
        assertEquals(Optional.of("Wren Alder"), account.author());
        assertEquals("For you, too?", found.accounts().get(1).text());
        assertEquals(Optional.of("Ivo Marsh"), found.accounts().get(1).author());
        assertEquals(List.of("changes were tracked: 1 stretch is marked as deleted, and left out"), messages(found));
    }

    @Test
    void epub() throws IOException {
        Found found = read("x.epub", OfficeFixtures.epub());
        Account account = Fixtures.only(found);
        assertEquals("One\n\nI came in spring.\n\nTwo\n\nI left in autumn.", account.text());
        assertEquals(List.of("epubcfi(/6/2)", "epubcfi(/6/4)"), selectors(account));
        assertEquals(Optional.of(new Balance("chapters", 3, 2, Map.of("missing in the file", 1L))), found.balance());
        assertEquals(Optional.of("en"), account.language());
    }

    @Test
    void aPasswordIsSaid() throws IOException {
        String message = messages(read("x.docx", OfficeFixtures.lockedDocx())).getFirst();
        assertTrue(message.startsWith("it is protected by a password"), message);
    }

    @Test
    void rtf() {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset204 Times Cyr;}}"
                        + "{\\info{\\title The lamp}{\\author Wren Alder}}{\\*\\generator Fen;}\\pard They asked me for \\'a340{\\footnote \\chftn  I have the receipt.} a month.\\par\n"
                        + "It was {\\deleted lovely }awful \\u8212? truly.\\par {\\f1 \\'ef\\'f0\\'e8\\'e2\\'e5\\'f2}\\par "
                        + "\\trowd May\\cell 40\\cell\\row {\\pict\\pngblip 89504e47}{\\field{\\*\\fldinst HYPERLINK \"http://fen.example\"}{\\fldrslt the fen}}\\par}";
        Found found = read("x.rtf", rtf.getBytes(StandardCharsets.ISO_8859_1));
        Account account = Fixtures.only(found);
        assertEquals(
                "They asked me for £40[1] a month.\n\nIt was awful — truly.\n\nпривет\n\nMay\t40\n\nthe fen\n\n[1] I have the receipt.",
                account.text());
        assertEquals("The lamp", account.title());
        assertEquals(Optional.of("Wren Alder"), account.author());
        assertEquals(List.of("changes were tracked: 1 stretch is marked as deleted, and left out"), messages(found));
    }

    @Test
    void subtitles() {
        String srt =
                "1\r\n00:00:01,000 --> 00:00:03,500\r\nWREN: They asked me for money.\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\n<i>Every month.</i>\r\n\r\n"
                        + "3\r\n00:00:06,000 --> 00:00:07,250\r\nIVO: And you paid?\r\n";
        Account account = Fixtures.only(read("x.srt", srt.getBytes(StandardCharsets.UTF_8)));
        assertEquals("WREN: They asked me for money.\nEvery month.\n\nIVO: And you paid?", account.text());
        assertEquals(List.of("t=1,3.5", "t=4,5", "t=6,7.25"), selectors(account));
        assertEquals("They asked me for money.\nEvery month.", Fixtures.said(account, 0));
        assertEquals(2, account.speakers().size());
        String vtt =
                "WEBVTT\n\nNOTE a remark\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v Wren>I left &amp; wept.</v>\n\n00:02.000 --> 00:03.000\n<v Ivo>So did I.\n";
        Account voices = Fixtures.only(read("x.vtt", vtt.getBytes(StandardCharsets.UTF_8)));
        assertEquals("Wren: I left & wept.\n\nIvo: So did I.", voices.text());
        assertFalse(voices.text().contains("remark"));
    }
}
