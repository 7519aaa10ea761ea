package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.afterword.intake.Visitor.Chosen;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxServerTest {
    @TempDir
    private Path folder;

    private Inbox inbox;
    private InboxServer server;
    private Visitor visitor;

    @BeforeEach
    void open() throws IOException {
        inbox = SmallInbox.make(folder.resolve("in"), 200);
        server = InboxServer.start(inbox, Set.of("lanternabcdef.onion"), 0);
        visitor = new Visitor(server);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        inbox.close();
    }

    private Stored only() throws IOException {
        List<Stored> letters = inbox.letters(true);
        assertEquals(1, letters.size());
        return letters.getFirst();
    }

    @Test
    void whatIsSentArrivesAndTheReceiptOpensTheMailbox() throws IOException, InterruptedException {
        byte[] picture = new byte[300_000];
        Arrays.fill(picture, (byte) 7);
        List<String> words = visitor.tell(
                "They read my post aloud. Ünïcode العربية.",
                new Chosen("a photo.jpg", picture),
                new Chosen("", new byte[0]),
                new Chosen("../../etc/passwd", new byte[] {1}));
        var read = SmallInbox.read(inbox, only(), SmallInbox.BOX);
        assertEquals(
                List.of("text.txt", "file-1-a photo.jpg", "file-2-passwd"),
                List.copyOf(read.parts().keySet()));
        assertEquals("They read my post aloud. Ünïcode العربية.", read.text("text.txt"));
        assertArrayEquals(picture, read.parts().get("file-1-a photo.jpg"));
        assertEquals(LetterKind.TOLD, read.about().kind());
        assertEquals(Optional.of(Consent.COUNTS), read.about().consent());
        assertTrue(read.about().review());

        Document mailbox = visitor.mailbox(String.join(" ", words));
        assertEquals("Your mailbox", mailbox.select("h1").text());
        assertTrue(mailbox.text().contains("still here, not collected yet"), mailbox.text());
        assertFalse(mailbox.text().contains("read my post"), "what was sent is sealed for the case alone");
    }

    @Test
    void guidedAnswersHaveTheirQuestions() throws IOException, InterruptedException {
        Document form = visitor.page("/en/tell");
        var fields = Visitor.fields(Objects.requireNonNull(form.selectFirst("main form")));
        fields.put("answer-1", "They told me to.");
        fields.put("answer-77", "to no question");
        fields.put("consent", "verbatim");
        fields.remove("review");
        visitor.multipart("/en/tell", fields);
        var read = SmallInbox.read(inbox, only(), SmallInbox.BOX);
        assertEquals("Q: How did you leave?\nA: They told me to.\n\n", read.text("answers.txt"));
        assertEquals(Optional.of(Consent.VERBATIM), read.about().consent());
        assertFalse(read.about().review());
    }

    @Test
    void theArchiveAsksAndTheSourceAnswers() throws IOException, InterruptedException {
        String words = String.join(" ", visitor.tell("First."));
        var first = SmallInbox.read(inbox, only(), SmallInbox.BOX);
        Id mailbox = first.about().mailbox();
        String recipient = first.about().recipient().orElseThrow();
        inbox.send(
                Id.random(),
                About.plain(mailbox, LetterKind.ASKED),
                recipient,
                Map.of("text.txt", "When was that?\n<b>Really?</b>"));
        var hash = Sha256.of("x");
        Id account = Id.random();
        inbox.send(
                Id.random(),
                new About(
                        mailbox,
                        0,
                        LetterKind.SHOWN,
                        Optional.empty(),
                        Optional.of(account),
                        Optional.of(hash),
                        Optional.empty(),
                        false),
                recipient,
                Map.of("text.txt", "Is it right?", "review.txt", "[A person] read it aloud."));

        Document page = visitor.mailbox(words);
        assertTrue(page.text().contains("When was that? <b>Really?</b>"), page.text());
        assertEquals("[A person] read it aloud.", page.select("blockquote").text());
        assertEquals(2, page.select("h3 strong").size(), "both are new");
        assertEquals(0, visitor.mailbox(words).select("h3 strong").size());

        var added = visitor.press(
                Objects.requireNonNull(page.selectFirst("form[enctype] button")), Map.of("text", "In spring."));
        assertTrue(added.body().contains("It has arrived"), added.body());
        page = visitor.mailbox(words);
        visitor.press(Objects.requireNonNull(page.selectFirst("button[value=approve]")), Map.of("remark", "Yes."));
        List<SmallInbox.Read> all = SmallInbox.all(inbox);
        assertEquals(3, all.size());
        assertTrue(all.stream().allMatch(one -> one.about().mailbox().equals(mailbox)));
        assertTrue(all.stream().anyMatch(one -> one.text("text.txt").equals("In spring.")));
        var approved = all.stream()
                .filter(one -> one.about().kind() == LetterKind.APPROVED)
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(account), approved.about().of());
        assertEquals(Optional.of(hash), approved.about().seen());
        assertEquals("Yes.", approved.text("remark.txt"));
    }

    @Test
    void withdrawingAPartAndAll() throws IOException, InterruptedException {
        String words = String.join(" ", visitor.tell("One."));
        Document page = visitor.mailbox(words);
        visitor.press(Objects.requireNonNull(page.selectFirst("form[enctype] button")), Map.of("text", "Two."));
        Stored collected = inbox.letters(true).getFirst();
        inbox.collected(collected);
        inbox.expire(Inbox.today());
        assertEquals(2, inbox.letters(true).size(), "that there was one can still be withdrawn");

        for (var article : visitor.mailbox(words).select("article.letter:has(input[value=withdraw])")) {
            Document fresh = visitor.mailbox(words);
            String letter = Objects.requireNonNull(article.selectFirst("input[name=letter]"))
                    .val();
            var button = Objects.requireNonNull(
                    fresh.selectFirst("form:has(input[name=letter][value=" + letter + "]) button"));
            assertTrue(visitor.press(button, Map.of()).body().contains("Withdrawn"));
        }
        var left = inbox.letters(true).stream().filter(Stored::here).toList();
        assertEquals(1, left.size(), "the withdrawal of what was collected");
        var withdrawal = SmallInbox.read(inbox, left.getFirst(), SmallInbox.BOX).about();
        assertEquals(LetterKind.WITHDREW, withdrawal.kind());
        assertEquals(Optional.of(collected.id()), withdrawal.of());

        var unsure = visitor.press(Visitor.button(visitor.mailbox(words), "withdraw-all"), Map.of());
        assertEquals(403, unsure.statusCode());
        visitor.press(Visitor.button(visitor.mailbox(words), "withdraw-all"), Map.of("sure", "yes"));
        left = inbox.letters(true).stream().filter(Stored::here).toList();
        assertEquals(1, left.size());
        assertEquals(
                Optional.empty(),
                SmallInbox.read(inbox, left.getFirst(), SmallInbox.BOX).about().of());
    }

    @Test
    void consentClosingAndDestroying() throws IOException, InterruptedException {
        String words = String.join(" ", visitor.tell("One."));
        visitor.press(Visitor.button(visitor.mailbox(words), "consent"), Map.of("consent", "reworded"));
        assertTrue(SmallInbox.all(inbox).stream()
                .anyMatch(one -> one.about().kind() == LetterKind.CONSENTED
                        && one.about().consent().equals(Optional.of(Consent.REWORDED))));

        Document page = visitor.mailbox(words);
        visitor.press(Visitor.button(page, "close"), Map.of());
        assertEquals(
                403,
                visitor.press(Visitor.button(page, "destroy"), Map.of("sure", "yes"))
                        .statusCode());
        visitor.press(Visitor.button(visitor.mailbox(words), "destroy"), Map.of("sure", "yes"));
        assertEquals(List.of(), inbox.letters(true));
        assertTrue(visitor.comeBack(words).body().contains("These words open nothing"));
    }

    @Test
    void unknownReceiptsAreAnsweredAsKnownOnesAre() throws IOException, InterruptedException {
        String known = String.join(" ", visitor.tell("One."));
        HttpResponse<String> right = visitor.comeBack(known);
        for (String unknown : List.of(
                String.join(" ", Receipt.random().words()),
                "",
                "acorn",
                "<script>alert(1)</script>",
                "x".repeat(5_000))) {
            HttpResponse<String> wrong = visitor.comeBack(unknown);
            assertEquals(right.statusCode(), wrong.statusCode());
            assertEquals(
                    right.body().getBytes(StandardCharsets.UTF_8).length,
                    wrong.body().getBytes(StandardCharsets.UTF_8).length);
            assertEquals(right.headers().map(), wrong.headers().map());
            assertFalse(wrong.body().contains("<script"));
        }
        assertEquals(1, inbox.letters(true).size());
    }

    @Test
    void noCookieNoScriptNothingFromElsewhere() throws IOException, InterruptedException {
        for (String path :
                List.of("/", "/en", "/en/tell", "/en/return", "/en/encrypt", "/nowhere", "/xx/tell", "/en/%00")) {
            HttpResponse<String> answer = visitor.get(path);
            var headers = answer.headers();
            assertEquals(Optional.of("no-store"), headers.firstValue("Cache-Control"), path);
            assertTrue(headers.firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"), path);
            assertEquals(Optional.empty(), headers.firstValue("Set-Cookie"));
            assertEquals(Optional.empty(), headers.firstValue("Server"));
            assertEquals(Optional.empty(), headers.firstValue("Date"));
            assertEquals(Optional.empty(), headers.firstValue("Content-Encoding"));
            Document page = Jsoup.parse(answer.body(), visitor.base.toString());
            assertEquals(
                    0,
                    page.select("script, iframe, object, embed, style, [style], [onclick]")
                            .size());
            page.select("[src], [href]")
                    .forEach(element -> assertFalse(
                            element.attr("src").contains("//")
                                    || element.attr("href").contains("//"),
                            element.toString()));
            page.select("textarea, form").forEach(field -> assertEquals("off", field.attr("autocomplete")));
            page.select("form").forEach(form -> assertEquals("post", form.attr("method")));
        }
    }

    @Test
    void formsThatAreNotOursAreRefused() throws IOException, InterruptedException {
        Document form = visitor.page("/en/tell");
        Map<String, String> fields = Visitor.fields(Objects.requireNonNull(form.selectFirst("main form")));
        fields.put("text", "Once.");
        assertEquals(200, visitor.multipart("/en/tell", fields).statusCode());
        assertEquals(403, visitor.multipart("/en/tell", fields).statusCode(), "replayed");
        for (String token :
                List.of("", "A".repeat(43), fields.getOrDefault("token", "").substring(1) + "A", "é")) {
            fields.put("token", token);
            assertEquals(403, visitor.multipart("/en/tell", fields).statusCode(), token);
        }
        fields.put(
                "token",
                Objects.requireNonNull(visitor.page("/en/tell").selectFirst("input[name=token]"))
                        .val());
        fields.put("session", "A".repeat(43));
        assertEquals(403, visitor.multipart("/en/tell", fields).statusCode(), "nobody's session");
        assertEquals(
                403,
                visitor.post("/en/mailbox", Map.of("session", "A".repeat(43), "do", "open"))
                        .statusCode());
        assertEquals(1, inbox.letters(true).size());
        assertEquals(1, SmallInbox.all(inbox).size());
    }

    @Test
    void tooMuchIsRefusedAndNothingOfItStays() throws IOException, InterruptedException {
        Document form = visitor.page("/en/tell");
        Map<String, String> fields = Visitor.fields(Objects.requireNonNull(form.selectFirst("main form")));
        var text = new LinkedHashMap<>(fields);
        text.put("text", "x".repeat(10_001));
        assertEquals(413, visitor.multipart("/en/tell", text).statusCode());
        assertEquals(
                413,
                visitor.multipart("/en/tell", fields, new Chosen("big", new byte[(4 << 20) + 1]))
                        .statusCode());
        var many = new Chosen[5];
        Arrays.fill(many, new Chosen("one", new byte[1]));
        assertEquals(413, visitor.multipart("/en/tell", fields, many).statusCode());
        assertEquals(403, visitor.multipart("/en/tell", fields).statusCode(), "nothing in it");
        assertEquals(List.of(), inbox.letters(true));
        // the form is good still
        fields.put("text", "x".repeat(10_000));
        assertEquals(200, visitor.multipart("/en/tell", fields).statusCode());
    }

    @Test
    void bodiesThatNeverEndAndHostsThatAreNotOurs() throws IOException, InterruptedException {
        String head = "POST /en/tell HTTP/1.1\r\nHost: 127.0.0.1:" + visitor.base.getPort()
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), visitor.base.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            long sent = 0;
            try {
                while (sent < 200_000_000L) {
                    out.write(chunk);
                    sent += chunk.length;
                }
            } catch (IOException e) {
                // closed on us
            }
            assertTrue(sent < 120_000_000L, "it took " + sent);
        }
        for (String host : List.of("evil.example", "127.0.0.1", "lanternabcdef.onion.evil.example")) {
            assertTrue(raw(host).startsWith("HTTP/1.1 403"), host);
        }
        assertTrue(raw("lanternabcdef.onion").startsWith("HTTP/1.1 200"));
        assertEquals(List.of(), inbox.letters(true));
    }

    private String raw(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), visitor.base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aBlockedMailboxTakesNothingMore() throws IOException, InterruptedException {
        String words = String.join(" ", visitor.tell("One."));
        Document before = visitor.mailbox(words);
        assertTrue(inbox.block(only().mailbox(), true));
        var refused = visitor.press(
                Objects.requireNonNull(before.selectFirst("form[enctype] button")), Map.of("text", "Two."));
        assertEquals(403, refused.statusCode());
        assertEquals(0, visitor.mailbox(words).select("form[enctype]").size());
        assertEquals(1, inbox.letters(true).size());
    }
}
