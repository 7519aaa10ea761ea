package org.afterword.reading;

import static org.afterword.reading.Fixtures.said;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {
    private static final Path REAL = Path.of("/work/shared/real/formats/mbox");

    private static Found read(String name) {
        return Fixtures.read(name, Fixtures.bytes("mail/" + name));
    }

    private static List<String> voices(Account account) {
        return account.turns().stream()
                .map(turn -> turn.voice() + " " + turn.span().of(account.text()))
                .toList();
    }

    /** As many as a person counts. */
    @ParameterizedTest
    @CsvSource({
        "list.mbox,        4, 2",
        "unmunged.mbox,    2, 0",
        "letter.eml,       1, 0",
        "digest.eml,       2, 0",
        "digest-mime.eml,  2, 0",
        "bare.eml,         1, 1",
    })
    void asManyAsAPersonCounts(String name, int messages, int parts) {
        for (boolean crlf : new boolean[] {false, true}) {
            byte[] bytes = Fixtures.bytes("mail/" + name);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            Found found = Fixtures.read(
                    name, crlf ? text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1) : bytes);
            assertEquals("mail/1", found.reader());
            assertEquals(messages, found.accounts().size());
            assertEquals(parts, found.parts().size());
            assertEquals(messages, found.balance().orElseThrow().expected());
            assertEquals(messages, found.balance().orElseThrow().read());
            assertEquals(List.of(), found.warnings());
        }
    }

    @ParameterizedTest
    @CsvSource({"MimeKit__issue1189.mbox.txt, 4", "MimeKit__unmunged.mbox.txt, 2"})
    void realOnesToo(String name, int messages) throws IOException {
        assumeTrue(Files.exists(REAL.resolve(name)), "the real files are not on this machine");
        Found found = Fixtures.read(name, Files.readAllBytes(REAL.resolve(name)));
        assertEquals(messages, found.accounts().size());
        assertEquals(0, found.balance().orElseThrow().missing());
    }

    @Test
    void headersAreReadWithZonesAndThreads() {
        List<Account> mails = read("list.mbox").accounts();
        Account first = mails.getFirst();
        assertEquals(Optional.of("Ad\u00e1 Fenwick"), first.author());
        assertEquals("Why I left \u2013 the Circle", first.title());
        assertEquals(Optional.of("Former keepers"), first.channel());
        assertEquals(
                Optional.of(When.exactly(
                        "Tue, 12 May 2015 20:14:01 +0200",
                        LocalDateTime.of(2015, 5, 12, 20, 14, 1),
                        Optional.of("+02:00"))),
                first.date());
        assertEquals(
                Optional.of(
                        new Threaded(Optional.of("m1@fen.example"), Optional.of("m1@fen.example"), Optional.empty())),
                first.threaded());
        assertEquals(
                Optional.of(new Threaded(
                        Optional.of("m3@fen.example"), Optional.of("m1@fen.example"), Optional.of("m2@fen.example"))),
                mails.get(2).threaded());
        assertEquals(Optional.of("Ben Sallow, Ada"), mails.get(2).channel());
        assertEquals(Optional.of("-07:00"), mails.get(3).date().flatMap(When::zone));
        assertEquals(Optional.of("dora@fen.example"), mails.get(3).author());
        assertEquals(
                Optional.of(LocalDateTime.of(2016, 1, 4, 21, 5)),
                read("letter.eml").accounts().getFirst().date().flatMap(When::earliest));
    }

    @Test
    void anAnchorLeadsBackToTheMessage() {
        String whole = new String(Fixtures.bytes("mail/list.mbox"), StandardCharsets.UTF_8);
        byte[] bytes = Fixtures.bytes("mail/list.mbox");
        for (Account mail : read("list.mbox").accounts()) {
            String[] place =
                    mail.anchors().getFirst().selector().replace("bytes=", "").split("-", -1);
            String message = new String(
                    Arrays.copyOfRange(bytes, Integer.parseInt(place[0]), Integer.parseInt(place[1])),
                    StandardCharsets.UTF_8);
            assertTrue(message.startsWith("From "));
            assertTrue(message.contains("Date: " + mail.date().orElseThrow().written()));
            assertTrue(whole.contains(message));
        }
        assertEquals(
                List.of(Anchor.message(0, "letter@fen.example")),
                read("letter.eml").accounts().getFirst().anchors());
    }

    @Test
    void ownWordsAreToldFromThoseOfOthers() {
        List<Account> mails = read("list.mbox").accounts();
        assertEquals(
                List.of(
                        "OWN I joined in 2009. They were warm to me, and I was glad of it. It cost \u20ac30 a week.\n\n"
                                + "From the second winter on I was asked for more.\n\nFrom here it went downhill, as they say."),
                voices(mails.getFirst()));
        assertEquals(
                List.of(
                        "QUOTED > It cost 30 a week.",
                        "OWN With us it was forty.",
                        "QUOTED > They were warm to me",
                        "OWN To me as well, for a month."),
                voices(mails.get(1)));
        assertEquals(
                List.of(
                        "OWN This is what they sent to me in March.",
                        "QUOTED Nobody speaks about this evening to outsiders."),
                voices(mails.get(3)));
        assertEquals(
                List.of("OWN I resign from the Circle today.", "QUOTED We miss you."),
                voices(read("letter.eml").accounts().getFirst()));
        assertEquals(
                List.of("QUOTED > We slept in the boat house for a year.", "OWN I slept there for two."),
                voices(read("digest.eml").accounts().get(1)));
    }

    @Test
    void attributionsInManyTongues() {
        for (String line : List.of(
                "On Mon, Jun 1, 2015 at 10:00 AM, Jo <jo@fen.example> wrote:",
                "Am 01.06.2015 um 10:00 schrieb Jo:",
                "Le 1 juin 2015 \u00e0 10:00, Jo a \u00e9crit :",
                "El lun., 1 jun. 2015 a las 10:00, Jo (<jo@fen.example>) escribi\u00f3:",
                "Jo <jo@fen.example> wrote:",
                "Quoting Jo <jo@fen.example>:")) {
            Found found = mail("Yes.\n\n" + line + "\n\n> I left.\n");
            assertEquals(
                    List.of("OWN Yes.", "QUOTED > I left."),
                    voices(found.accounts().getFirst()),
                    line);
        }
        assertEquals(
                List.of("OWN On Monday the elder wrote:\n\nStay."),
                voices(mail("On Monday the elder wrote:\n\nStay.\n").accounts().getFirst()));
        assertEquals(
                List.of("OWN No.", "QUOTED You must pay."),
                voices(
                        mail("No.\n\n---------- Forwarded message ---------\nFrom: Jo <jo@fen.example>\nDate: Mon\nSubject: x\n\nYou must pay.\n")
                                .accounts()
                                .getFirst()));
    }

    private static Found mail(String body) {
        return Fixtures.read(
                "x.eml",
                ("From: Ada <ada@fen.example>\nMessage-ID: <x@fen.example>\nSubject: s\n\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void attachmentsArePartsOfTheirMessage() {
        Found found = read("list.mbox");
        assertEquals(
                List.of("message-3/hall of l\u00e4mps.jpg", "message-3/notes.txt"),
                List.copyOf(found.parts().keySet()));
        assertArrayEquals(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0x10, 'J', 'F', 'I', 'F'},
                found.parts().get("message-3/hall of l\u00e4mps.jpg"));
        assertEquals(
                "Here is the hall. I have no other picture of it.",
                found.accounts().get(2).text());
        Account bare = read("bare.eml").accounts().getFirst();
        assertEquals("[screenshot.png]", bare.text());
        assertEquals(Turn.Voice.SYSTEM, bare.turns().getFirst().voice());
    }

    @Test
    void charsetsThatAreMissingWrongOrUnknown() {
        for (String charset :
                List.of("", "; charset=us-ascii", "; charset=utf-8", "; charset=x-lamp", "; charset=iso-8859-1")) {
            byte[] head = ("From: Ada <ada@fen.example>\nMIME-Version: 1.0\nSubject: s\nContent-Type: text/plain"
                            + charset + "\nContent-Transfer-Encoding: 8bit\n\n")
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] body =
                    "Sie sagte: \u201eBleib\u201c, und ich blieb f\u00fcr zwei Jahre. Danach durfte ich nicht mehr zur\u00fcck."
                            .getBytes(java.nio.charset.Charset.forName("windows-1252"));
            byte[] all = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, all, head.length, body.length);
            Account mail = Fixtures.only(Fixtures.read("x.eml", all));
            assertTrue(
                    said(mail, 0).startsWith("Sie sagte: \u201eBleib\u201c, und ich blieb f\u00fcr"),
                    charset + mail.text());
        }
    }

    @Test
    void mailIsKnownWithoutAnExtension() {
        byte[] letter = Fixtures.bytes("mail/letter.eml");
        assertEquals(
                "mail/1",
                Fixtures.read("Mail/cur/1451941500.M5P6.host:2,S", letter).reader());
        byte[] apple = ("17 \nFrom: A\nTo: B\n\nx\n<?xml version=\"1.0\"?><plist/>").getBytes(StandardCharsets.UTF_8);
        assertEquals("x", Fixtures.only(Fixtures.read("7.emlx", apple)).text());
        Found text = Fixtures.read(
                "x.txt", "From: Ada\nTo: Ben\nSubject: leaving\n\nI left.\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("text/1", text.reader());
        Found prose = Fixtures.read(
                "x.txt", "From the hills I came\nYear: 1998\n\nI left.\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("text/1", prose.reader());
    }

    @ParameterizedTest
    @CsvSource({"list.mbox", "letter.eml", "digest.eml", "digest-mime.eml", "unmunged.mbox", "bare.eml"})
    void cutAndFlippedOnesAreReadOrWarnedOf(String name) {
        byte[] whole = Fixtures.bytes("mail/" + name);
        var random = new SplittableRandom(20260713);
        for (int i = 0; i < 200; i++) {
            Found cut = Fixtures.read(name, Arrays.copyOf(whole, random.nextInt(whole.length)));
            cut.balance().ifPresent(balance -> assertEquals(0, balance.missing()));
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Fixtures.read(name, flipped);
        }
    }

    @Test
    void theChildReadsTheSame() {
        try (var child = new ChildReader()) {
            for (String name : List.of("list.mbox", "letter.eml", "digest.eml", "digest-mime.eml", "bare.eml")) {
                byte[] bytes = Fixtures.bytes("mail/" + name);
                Found there =
                        Found.of(into -> child.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into));
                assertEquals(
                        read(name).accounts().stream().map(Account::text).toList(),
                        there.accounts().stream().map(Account::text).toList());
                assertEquals(read(name).parts().keySet(), there.parts().keySet());
                assertEquals(List.of(), there.warnings());
            }
        }
    }

    private static Account flowed(String kind, String body) {
        return Fixtures.only(Fixtures.read(
                "x.eml",
                Packed.text("From: Wren Alder <wren@fen.example>\nTo: jo@fen.example\nSubject: re: leaving\n"
                        + "Date: Mon, 3 May 2021 10:00:00 +0100\nMIME-Version: 1.0\n"
                        + "Content-Type: text/plain; charset=utf-8; " + kind + "\n\n" + body)));
    }

    /** RFC 3676: a line that ends with a space goes on, in its quotation; a signature's mark does not. */
    @Test
    void brokenLinesAreOneAgain() {
        String body = """
                > They asked me for forty\s
                > pounds every month.
                >> And you paid?
                I paid for two\s
                years, and then\s
                I left.

                 From here on it was\s
                better.
                \s
                --\s
                Wren
                """;
        Account letter = flowed("format=flowed", body);
        assertEquals(
                List.of(
                        "> They asked me for forty pounds every month.",
                        ">> And you paid?",
                        "I paid for two years, and then I left.",
                        "",
                        "From here on it was better.",
                        "",
                        "-- ",
                        "Wren"),
                letter.text().lines().toList());
        assertEquals(
                "I paid for two years, and then I left.\n\nFrom here on it was better.",
                Fixtures.said(letter, letter.turns().size() - 1));
        assertEquals("forty", flowed("Format=Flowed; DelSp=Yes", "for \nty\n").text());
        assertEquals("for \nty", flowed("format=fixed", "for \nty\n").text());
    }

    /** Who is quoted is who said it, as far as the line above says; what they quote is another's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "On Mon, 3 May 2021 at 09:00, Jo Marsh <jo@fen.example> wrote: | Jo Marsh",
                "On May 3, 2021, at 9:00 AM, Jo Marsh wrote: | Jo Marsh",
                "Am 03.05.2021 um 09:00 schrieb Jo Marsh <jo@fen.example>: | Jo Marsh",
                "Le lun. 3 mai 2021 à 09:00, Jo Marsh <jo@fen.example> a écrit : | Jo Marsh",
                "El lun, 3 may 2021 a las 9:00, Jo Marsh (<jo@fen.example>) escribió: | Jo Marsh",
                "Jo Marsh <jo@fen.example> wrote on 3 May 2021: | Jo Marsh",
                "Quoting Jo Marsh <jo@fen.example>: | Jo Marsh",
                "On 3 May 2021 09:00, Wren Alder wrote: | Wren Alder",
            })
    void whoIsQuoted(String line, String name) {
        Account letter = flowed("format=fixed", line + "\n> They asked me.\n>\n>> For what?\n\nI see.\n");
        assertEquals(
                List.of(Turn.Voice.QUOTED, Turn.Voice.QUOTED, Turn.Voice.OWN),
                letter.turns().stream().map(Turn::voice).toList());
        assertEquals(name, letter.speakerOf(letter.turns().getFirst()).name());
        assertEquals("", letter.speakerOf(letter.turns().get(1)).name());
        assertEquals("Wren Alder", letter.speakerOf(letter.turns().getLast()).name());
        Account copied = flowed(
                "format=fixed",
                "I see.\n\n-----Original Message-----\nFrom: Jo Marsh <jo@fen.example>\nSent: Monday\nTo: Wren\nSubject: leaving\n\nThey asked me.\n");
        assertEquals("Jo Marsh", copied.speakerOf(copied.turns().getLast()).name());
        Account nested = flowed(
                "format=fixed",
                "On 3 May 2021, Jo Marsh wrote:\n> On 2 May 2021, Ivo Fen wrote:\n>> Stay.\n> No.\n\nGood.\n");
        assertEquals(
                List.of("Jo Marsh", "Ivo Fen", "Jo Marsh", "Wren Alder"),
                nested.turns().stream()
                        .map(turn -> nested.speakerOf(turn).name())
                        .toList());
    }
}
