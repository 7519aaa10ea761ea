package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.imageio.ImageIO;
import org.afterword.intake.Visitor.Chosen;
import org.afterword.page.Multipart;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps an inbox open for those who mean it, and what somebody might try. */
class AbuseTest {
    private static final String MARKUP = "\"><script>alert(1)</script>' onload=x \u202e\u0007 ${7*7} %00 ../..";

    @TempDir
    private Path folder;

    private Inbox asking() throws IOException {
        Path in = folder.resolve("in");
        Inbox.create(
                in, SmallInbox.settings(200).withPuzzle(new Puzzle("Which colour has the lantern?", "Dark green")));
        return Inbox.open(in);
    }

    private static Element button(Document page) {
        return Objects.requireNonNull(page.selectFirst("main form button"));
    }

    @Test
    void whoIsNewAnswersAQuestionFirst() throws IOException, InterruptedException {
        try (Inbox inbox = asking();
                var server = InboxServer.start(inbox, Set.of(), 0)) {
            var visitor = new Visitor(server);
            Document asked = visitor.page("/en/tell");
            assertEquals(0, asked.select("textarea").size());
            assertTrue(asked.text().contains("Which colour has the lantern?"));
            Map<String, String> fields = Visitor.fields(Objects.requireNonNull(asked.selectFirst("main form")));
            fields.put("text", "A story.");
            assertEquals(403, visitor.multipart("/en/tell", fields).statusCode(), "around the question");

            Document wrong = Jsoup.parse(
                    visitor.press(button(asked), Map.of("answer", "blue")).body());
            assertEquals(1, wrong.select("[role=alert]").size());
            Document form = Jsoup.parse(visitor.press(button(wrong), Map.of("answer", " DARKGREEN "))
                    .body());
            var sent = visitor.press(button(form), Map.of("text", "A story."));
            String receipt = String.join(
                    " ", Jsoup.parse(sent.body()).select("ol.receipt li").eachText());
            assertEquals(
                    403, visitor.press(button(form), Map.of("text", "Again.")).statusCode(), "replayed");
            // who has a receipt is not asked again
            Document mailbox = visitor.mailbox(receipt);
            visitor.press(Objects.requireNonNull(mailbox.selectFirst("form[enctype] button")), Map.of("text", "More."));
            assertEquals(2, inbox.letters(true).size());
        }
    }

    @Test
    void settingsFromBeforeHaveNoQuestion() throws IOException {
        Path in = folder.resolve("in");
        Inbox.create(in, SmallInbox.settings(64));
        Path file = in.resolve("intake.json");
        Files.writeString(file, Files.readString(file).replaceFirst(",\\s*\"puzzle\" : null", ""));
        assertFalse(Files.readString(file).contains("puzzle"));
        try (Inbox inbox = Inbox.open(in)) {
            assertEquals(Optional.empty(), inbox.settings().puzzle());
        }
        assertThrows(IllegalArgumentException.class, () -> new Puzzle("What?", "?!"));
    }

    private static String through(int port, String line, String rest) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((line + rest).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneCircuitDoesNotUseUpWhatAllMaySend() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64);
                var server = InboxServer.startByCircuit(inbox, Set.of("lantern.onion"), 0)) {
            int port = java.net.URI.create(server.address()).getPort();
            String body = "token=x&words=y";
            String post = "POST /en/return HTTP/1.1\r\nHost: lantern.onion"
                    + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body;
            String circuit = "PROXY TCP6 fc00:dead:beef:4dad::ffff:%s ::1 65535 80\r\n";
            for (int i = 0; i < 10; i++) {
                assertTrue(through(port, circuit.formatted("1"), post).startsWith("HTTP/1.1 403"));
            }
            assertTrue(through(port, circuit.formatted("1"), post).startsWith("HTTP/1.1 503"));
            assertTrue(through(port, circuit.formatted("2"), post).startsWith("HTTP/1.1 403"), "another circuit");
            assertTrue(through(port, circuit.formatted("1"), post.replace("POST /en/return", "GET /en/return"))
                    .startsWith("HTTP/1.1 200"));
            assertTrue(through(port, "", post).startsWith("HTTP/1.1 403"), "without a circuit");
            // what a source writes itself comes behind Tor's own line, and is no second one
            assertTrue(through(port, circuit.formatted("1") + circuit.formatted("3"), post)
                    .startsWith("HTTP/1.1 400"));
        }
        assertEquals(OptionalLong.of(0xffff0001L), Circuits.number("[fc00:dead:beef:4dad::ffff:1]"));
        for (String address : new String[] {"203.0.113.7", "2001:db8::1", "unix", "", "127.0.0.1"}) {
            assertEquals(OptionalLong.empty(), Circuits.number(address), "it is not looked at");
        }
    }

    @Test
    void markupInEveryField() throws IOException, InterruptedException {
        try (Inbox inbox = asking();
                var server = InboxServer.start(inbox, Set.of(), 0)) {
            var visitor = new Visitor(server);
            Document form = Jsoup.parse(visitor.press(button(visitor.page("/en/tell")), Map.of("answer", "dark green"))
                    .body());
            var fields = new LinkedHashMap<>(Visitor.fields(Objects.requireNonNull(form.selectFirst("main form"))));
            fields.replaceAll((name, value) -> name.equals("token") || name.equals("session") ? value : MARKUP);
            fields.put("clean", "no");
            fields.put("consent", "<b>");
            fields.put("review", "<b>");
            fields.put("answer-1", MARKUP);
            var sent =
                    visitor.multipart("/en/tell", fields, new Chosen("<img src=x onerror=alert(1)>.txt", new byte[9]));
            harmless(sent);
            String receipt = String.join(
                    " ", Jsoup.parse(sent.body()).select("ol.receipt li").eachText());
            var read = SmallInbox.all(inbox).getFirst();
            assertEquals(MARKUP, read.text("text.txt"), "kept as it was written");
            assertEquals(Optional.empty(), read.about().consent());
            Document mailbox = visitor.mailbox(receipt);
            for (Element one : mailbox.select("main form:not([enctype])")) {
                var typed = new LinkedHashMap<>(Visitor.fields(one));
                typed.replaceAll((name, value) -> name.equals("session") ? value : MARKUP);
                harmless(visitor.post(one.attr("action"), typed));
                // with a token of ours, too
                typed.put(
                        "token",
                        Objects.requireNonNull(visitor.page("/en/return").selectFirst("input[name=token]"))
                                .val());
                typed.put("do", Visitor.fields(one).getOrDefault("do", ""));
                if (!typed.getOrDefault("do", "").equals("close")) {
                    harmless(visitor.post(one.attr("action"), typed));
                }
            }
            harmless(visitor.post("/en/ask", Map.of("token", MARKUP, "answer", MARKUP)));
            assertEquals(1, inbox.letters(true).size());
        }
    }

    private static void harmless(HttpResponse<String> answer) {
        assertTrue(
                answer.statusCode() < 500,
                answer.statusCode() + " " + Jsoup.parse(answer.body()).text());
        Document page = Jsoup.parse(answer.body());
        assertEquals(0, page.select("script, img[onerror], [onload]").size());
        assertFalse(answer.body().contains("alert(1)"), "nothing that was sent is shown");
    }

    @Test
    void picturesAreCleanedAsTheyCome() throws IOException, InterruptedException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        byte[] plain = jpeg.toByteArray();
        byte[] comment = "\u00ff\u00fe\0\u0010planted by me".getBytes(StandardCharsets.ISO_8859_1);
        comment[3] = (byte) (comment.length - 2);
        var whole = new ByteArrayOutputStream();
        whole.write(plain, 0, 2);
        whole.writeBytes(comment);
        whole.write(plain, 2, plain.length - 2);
        whole.writeBytes("planted behind the end".getBytes(StandardCharsets.US_ASCII));
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 64);
                var server = InboxServer.start(inbox, Set.of(), 0)) {
            var visitor = new Visitor(server);
            var answer = visitor.press(
                    button(visitor.page("/en/tell")),
                    Map.of("text", "Look.", "clean", "yes"),
                    new Chosen("a photo.jpg", whole.toByteArray()),
                    new Chosen("b.jpg", plain));
            assertEquals(200, answer.statusCode());
            var read = SmallInbox.all(inbox).getFirst();
            byte[] kept = read.parts().get("file-1-cleaned-a photo.jpg");
            assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("planted"));
            assertEquals(9, ImageIO.read(new ByteArrayInputStream(kept)).getWidth());
            assertTrue(read.parts().containsKey("file-2-cleaned-b.jpg"));
            var refused = visitor.press(
                    button(visitor.page("/en/tell")),
                    Map.of("text", "Look.", "clean", "yes"),
                    new Chosen("letter.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
            assertEquals(422, refused.statusCode());
            assertEquals(1, inbox.letters(true).size(), "nothing of it stays");
        }
    }

    @Test
    void oneLetterDoesNotFillTheInbox() throws IOException {
        try (Inbox inbox = SmallInbox.make(folder.resolve("in"), 40)) {
            var keys = MailboxKeys.of(Receipt.random(), inbox.settings());
            assertThrows(Multipart.TooLarge.class, () -> SmallInbox.put(inbox, keys, new byte[1_500_000]));
            assertEquals(0, inbox.letters(true).size());
        }
    }
}
