package org.afterword.reading;

import static org.afterword.reading.Fixtures.bytes;
import static org.afterword.reading.Fixtures.only;
import static org.afterword.reading.Fixtures.read;
import static org.afterword.reading.Fixtures.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.model.Account;
import org.afterword.model.Anchor;
import org.afterword.model.Cited;
import org.afterword.model.Speaker;
import org.afterword.model.Threaded;
import org.afterword.model.Turn;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatsTest {
    /** One letter a turn: O(wn), Q(uoted), S(ystem). */
    private static String voices(Account account) {
        return account.turns().stream()
                .map(turn -> turn.voice().name().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static List<String> names(Account account) {
        return account.speakers().stream().map(Speaker::name).toList();
    }

    private static String prompted(Account account) {
        return account.turns().stream()
                .filter(Turn::prompted)
                .map(turn -> Integer.toString(turn.index()))
                .collect(Collectors.joining(" "));
    }

    private static Optional<When> date(Account account, int turn) {
        return account.turns().get(turn).date();
    }

    /** The bytes to which the anchors before a turn lead. */
    private static String exhibited(String file, Account account, int turn) {
        int at = account.turns().get(turn).span().start();
        String selector = account.anchors().stream()
                .filter(anchor -> anchor.at() <= at && anchor.selector().startsWith("bytes="))
                .reduce((one, other) -> other)
                .map(Anchor::selector)
                .orElseThrow();
        String[] ends = selector.substring("bytes=".length()).split("-", -1);
        int from = Integer.parseInt(ends[0]);
        return new String(bytes(file), from, Integer.parseInt(ends[1]) - from, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "whatsapp-android.txt, whatsapp, 1, 9",
        "whatsapp-ios.txt, whatsapp, 1, 7",
        "whatsapp-mdy.txt, whatsapp, 1, 3",
        "whatsapp-undecided.txt, whatsapp, 1, 4",
        "telegram.json, telegram, 1, 8",
        "telegram-account.json, telegram, 3, 4",
        "telegram.html, telegram, 1, 5",
        "facebook-messages.json, facebook, 1, 6",
        "facebook-sound.json, facebook, 1, 2",
        "facebook-posts.json, facebook, 2, 2",
        "facebook-comments.json, facebook, 2, 2",
        "facebook-group.json, facebook, 1, 1",
        "message_1.html, facebook, 1, 3",
        "facebook-posts.html, facebook, 2, 2",
        "slack-day.json, slack, 1, 8",
        "discord.json, discord, 1, 6",
        "discord.html, discord, 1, 5",
        "signal.md, signal, 1, 4",
        "imessage.txt, imessage, 1, 6",
        "tweets.js, twitter, 4, 4",
        "direct-messages.js, twitter, 2, 4",
        "youtube.json, youtube, 4, 2",
        "video.info.json, youtube, 3, 2",
        "comments.csv, youtube, 2, 2",
        "my-comments.html, youtube, 2, 2",
    })
    void everyMessageIsThere(String file, String format, int accounts, long messages) {
        Found found = read(file);
        assertEquals(format + "/" + Readers.VERSION, found.reader());
        assertEquals(accounts, found.accounts().size());
        assertEquals(messages, found.balance().orElseThrow().read());
        assertEquals(0, found.balance().orElseThrow().missing());
    }

    /** Every fixture is taken by the reader of its format, whatever it is called, and by no other more surely. */
    @ParameterizedTest
    @CsvSource({
        "telegram.json, telegram",
        "telegram-account.json, telegram",
        "telegram.html, telegram",
        "facebook-messages.json, facebook",
        "facebook-sound.json, facebook",
        "facebook-posts.json, facebook",
        "facebook-comments.json, facebook",
        "facebook-group.json, facebook",
        "message_1.html, facebook",
        "slack-day.json, slack",
        "discord.json, discord",
        "discord.html, discord",
        "imessage.txt, imessage",
        "tweets.js, twitter",
        "direct-messages.js, twitter",
        "youtube.json, youtube",
        "video.info.json, youtube",
        "comments.csv, youtube",
        "my-comments.html, youtube",
        "thread.json, reddit",
        "pushshift.jsonl, reddit",
        "whatsapp-ios.txt, whatsapp",
        "whatsapp-android.txt, whatsapp",
    })
    void underAnyName(String file, String format) {
        for (String name : List.of("x", "x.txt", "x.json", "export.zip!/deep/folder/data.dat")) {
            assertEquals(format + "/" + Readers.VERSION, read(name, bytes(file)).reader(), name);
        }
    }

    @Test
    void whatsAppFromAndroidTellsFilesFromWhatIsWrittenUnderThem() {
        Account account = only(read("whatsapp-android.txt"));
        assertEquals("SSOSOOSSO", voices(account));
        assertEquals("The lamp in the hall", said(account, 2));
        assertEquals("We did: all of us\nForty pounds each", said(account, 5));
        assertEquals("5", prompted(account));
        assertTrue(account.cited().stream()
                .filter(cited -> cited.kind() == Cited.Kind.FILE)
                .anyMatch(cited -> cited.target().equals(Optional.of("IMG-20200413-WA0003.jpg"))));
        assertEquals("I wrote it down:\n12:30 lunch\n13/04 - the talk", said(account, 8));
        assertTrue(exhibited("whatsapp-android.txt", account, 5).startsWith("13/04/2020, 21:09 - Wren: We did"));
    }

    @Test
    void telegramsChat() {
        Account account = only(read("telegram.json"));
        assertEquals(Optional.of("Lantern House"), account.channel());
        assertEquals(
                Optional.of(new Threaded(Optional.empty(), Optional.of("4400112"), Optional.empty())),
                account.threaded());
        assertEquals(List.of("", "Wren", "Pip", "", "Wren"), names(account));
        assertEquals("SOOQQOSSO", voices(account));
        assertEquals("Wren: create group (Lantern House, Wren, Pip)", said(account, 0));
        assertEquals(
                "I said: no. See the rules (https://lantern.example/rules)\nWho is absent pays.", said(account, 2));
        assertEquals("Who is absent pays.", said(account, 3));
        assertEquals(Optional.of(1), account.turns().get(2).answers());
        assertEquals("2", prompted(account));
        assertEquals("The lamp goes out for those who sleep.", said(account, 4));
        assertTrue(account.text().contains("Wren (forwarded from Keeper Ash): The lamp"));
        assertTrue(account.text().contains("Pip (edited 2021-03-01T20:03:00): I said"));
        assertEquals("Our hall", said(account, 5));
        assertEquals("[poll: Sunday? (Yes / No)]", said(account, 7));
        assertEquals(
                When.exactly("2021-03-01T20:02:30", LocalDateTime.of(2021, 3, 1, 20, 2, 30), Optional.of("+01:00")),
                date(account, 2).orElseThrow());
        assertEquals(
                Map.of("nothing in it", 1L),
                read("telegram.json").balance().orElseThrow().skipped());
        assertTrue(exhibited("telegram.json", account, 2).startsWith("{\n   \"id\": 3,"));
        assertTrue(
                account.anchors().stream().anyMatch(anchor -> anchor.selector().equals("message=3")));
    }

    @Test
    void telegramsWholeAccountIsOneAccountAChat() {
        List<Account> accounts = read("telegram-account.json").accounts();
        assertEquals(
                List.of("Wren", "?", "Lantern House"),
                accounts.stream().map(one -> one.channel().orElse("?")).toList());
        assertEquals(Optional.of(0), accounts.getFirst().turns().get(1).answers());
    }

    @Test
    void aLongChatIsSeveralAccounts() {
        var chat = new StringBuilder("{\"name\":\"Hall\",\"type\":\"private_group\",\"id\":1,\"messages\":[");
        for (int i = 0; i < 2 * Chat.MOST + 1; i++) {
            chat.append(i == 0 ? "" : ",")
                    .append("{\"id\":")
                    .append(i)
                    .append(
                            ",\"type\":\"message\",\"date\":\"2021-04-01T09:00:00\",\"from\":\"Wren\",\"from_id\":\"u1\",\"text\":\"x\"}");
        }
        Found found = read("result.json", chat.append("]}").toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("Hall", "Hall, part 2", "Hall, part 3"),
                found.accounts().stream().map(Account::title).toList());
        assertEquals(2 * Chat.MOST + 1, found.balance().orElseThrow().read());
    }

    @Test
    void telegramsPage() {
        Account account = only(read("telegram.html"));
        assertEquals("SOOSQ", voices(account));
        assertEquals("No.\nAnd no again.", said(account, 2));
        assertEquals(Optional.of(1), account.turns().get(2).answers());
        assertEquals(Optional.of("+01:00"), date(account, 1).flatMap(When::zone));
        assertEquals(Optional.empty(), date(account, 3).flatMap(When::zone));
        assertEquals("Pip", account.speakerOf(account.turns().get(4)).name());
        assertTrue(account.text().contains("(forwarded from Keeper Ash)"));
        assertFalse(account.text().contains("28.02.2021"));
    }

    @Test
    void facebooksMessagesStandOldestFirstAndAreMended() {
        Account account = only(read("facebook-messages.json"));
        assertEquals(Optional.of("Lantern Café"), account.channel());
        assertEquals("Good evening…", said(account, 0));
        assertEquals("OSSOSO", voices(account));
        assertEquals("It wasn’t me 🙂", said(account, 5));
        assertFalse(account.text().contains("😢"), "a reaction is no text");
        assertTrue(account.text().contains("[shared: https://fen.example/café “A café in the fen”]"));
        assertTrue(account.turns().get(5).prompted());
        assertEquals(List.of("Zoë Fenn", "Pip Reed"), names(account));
    }

    @Test
    void whatIsNotBrokenIsNotMended() {
        Account account = only(read("facebook-sound.json"));
        assertEquals("Déjà vu — ’tis true", said(account, 0));
        assertEquals("Ça va", said(account, 1));
    }

    @Test
    void facebooksPostsAndComments() {
        List<Account> posts = read("facebook-posts.json").accounts();
        assertEquals(Optional.of("Zoë Fenn"), posts.getFirst().author());
        assertEquals("I’ve left the Circle.", said(posts.getFirst(), 0));
        assertEquals("Read this\n\nhttps://fen.example/why", posts.get(1).text());
        List<Account> comments = read("facebook-comments.json").accounts();
        assertEquals(Optional.of("Fen Folk"), comments.getFirst().channel());
        assertEquals("OQ", voices(comments.get(1)));
        assertEquals(Optional.of("Fen Folk"), only(read("facebook-group.json")).channel());
    }

    @Test
    void facebooksPages() {
        Account chat = only(read("message_1.html"));
        assertEquals("Good evening\nall", said(chat, 0));
        assertEquals("It wasn’t me", said(chat, 2));
        assertTrue(chat.turns().get(2).prompted());
        assertEquals(
                Optional.of(LocalDateTime.of(2020, 9, 13, 12, 26, 40)),
                date(chat, 0).flatMap(When::earliest));
        assertEquals(
                Optional.of("Zoë Fenn"),
                read("facebook-posts.html").accounts().getFirst().author());
    }

    @Test
    void slackKnowsItsPeopleByTheListAboveTheChannel() {
        var folder = new Folder(Map.of(
                "export.zip!/hall/2023-04-13.json",
                bytes("slack-day.json"),
                "export.zip!/users.json",
                bytes("slack-users.json"),
                "export.zip!/channels.json",
                "[{\"id\":\"C7\",\"name\":\"hall\",\"created\":1,\"creator\":\"U0WREN\",\"members\":[]}]"
                        .getBytes(StandardCharsets.UTF_8)));
        Account account = only(folder.read("export.zip!/hall/2023-04-13.json"));
        assertEquals(Optional.of("hall"), account.channel());
        assertEquals(Optional.of("C7"), account.threaded().flatMap(Threaded::thread));
        assertEquals(List.of("Wren", "Pip Reed", "ash", "lampbot", "USLACKBOT"), names(account));
        assertEquals("SOOOQSSSO", voices(account));
        assertEquals("@Wren I have & keep it, see the list (https://fen.example/k)", said(account, 2));
        assertEquals(Optional.of(1), account.turns().get(2).answers());
        assertEquals("nobody owns the lamp", said(account, 4));
        assertEquals("[file: rules.pdf]", said(account, 5));
        assertTrue(account.text().contains("[shared from wren: “We are family”]"));
        assertEquals("2 8", prompted(account));
        Found list = folder.read("export.zip!/users.json");
        assertEquals(Reading.NONE, list.reader());
        assertEquals(1, list.warnings().size());
    }

    @Test
    void discordsChannel() {
        Account account = only(read("discord.json"));
        assertEquals(Optional.of("Lantern Circle - hall"), account.channel());
        assertEquals("SOOQSSQ", voices(account));
        assertEquals(List.of("Wren", "pip", "lampbot"), names(account));
        assertEquals(Optional.of(1), account.turns().get(2).answers());
        assertEquals("bring a lamp", said(account, 3));
        assertEquals(Optional.of("+02:00"), date(account, 1).flatMap(When::zone));
        String less = new String(bytes("discord.json"), StandardCharsets.UTF_8)
                .replace("\"messageCount\": 6", "\"messageCount\": 9");
        assertTrue(read("x.json", less.getBytes(StandardCharsets.UTF_8))
                .warnings()
                .getFirst()
                .message()
                .contains("9 messages"));
    }

    @Test
    void discordsPage() {
        Account account = only(read("discord.html"));
        assertEquals(Optional.of("Lantern Circle - Text / hall"), account.channel());
        assertEquals("SOOOQS", voices(account));
        assertEquals("Wren", account.speakerOf(account.turns().get(2)).name());
        assertEquals("Yes\n\nbring a lamp\n\nI will 🙂", said(account, 3));
        assertEquals(Optional.of(1), account.turns().get(3).answers());
        assertEquals("+02:00", date(account, 1).flatMap(When::zone).orElse(""));
        assertTrue(account.text().contains("[file: lamp.png]"));
    }

    @Test
    void signalsMarkdown() {
        Account account = only(read("signal.md"));
        assertEquals("OOQOS", voices(account));
        assertEquals("I'm not.\nThey took my keys.", said(account, 3));
        assertEquals(Optional.of(0), account.turns().get(1).answers());
        assertEquals(List.of("Me", "Wren", "Pip"), names(account));
        assertEquals(Speaker.Kind.LABEL, account.speakers().getFirst().kind());
    }

    @Test
    void iMessagesRepliesAreNotTwo() {
        Account account = only(read("imessage.txt"));
        assertEquals("OQSSOOS", voices(account));
        assertEquals("Will you come back?", said(account, 0));
        assertEquals("No, and\nthat is my last word", said(account, 4));
        assertEquals(Optional.of(0), account.turns().get(4).answers());
        assertEquals(List.of("Wren", "Me", ""), names(account));
        assertEquals(
                Optional.of(LocalDateTime.of(2022, 5, 17, 17, 29, 42)),
                date(account, 0).flatMap(When::earliest));
    }

    @Test
    void tweetsOfAnArchive() {
        var folder = new Folder(Map.of(
                "x.zip!/data/tweets.js", bytes("tweets.js"),
                "x.zip!/data/direct-messages.js", bytes("direct-messages.js"),
                "x.zip!/data/account.js", bytes("account.js")));
        List<Account> tweets = folder.read("x.zip!/data/tweets.js").accounts();
        assertEquals(
                "I left the Circle & I am well https://fen.example/why",
                tweets.getFirst().text());
        assertEquals(Optional.of("pip_of_the_fen"), tweets.getFirst().author());
        assertEquals(
                Optional.of("https://twitter.com/pip_of_the_fen/status/1001"),
                tweets.getFirst().sourceUrl());
        assertEquals("Q", voices(tweets.get(1)));
        assertEquals(Optional.of("keeper_ash"), tweets.get(1).author());
        assertEquals(Optional.of("pip_of_the_fen"), tweets.get(1).poster());
        assertTrue(tweets.get(1).repostOf().isPresent());
        assertEquals(Optional.of("990"), tweets.get(2).threaded().flatMap(Threaded::parent));
        assertEquals("OQ", voices(tweets.get(3)));
        assertEquals("He still says it:", said(tweets.get(3), 0));
        List<Account> letters = folder.read("x.zip!/data/direct-messages.js").accounts();
        assertEquals("SOO", voices(letters.getFirst()));
        assertEquals("Because I was tired.", said(letters.getFirst(), 2));
        assertEquals("2", prompted(letters.getFirst()));
        assertEquals(List.of("", "66", "pip_of_the_fen"), names(letters.getFirst()));
        assertEquals(Optional.of("55-67"), letters.get(1).threaded().flatMap(Threaded::thread));
        assertEquals(Reading.NONE, folder.read("x.zip!/data/account.js").reader());
    }

    @Test
    void commentsOnYouTube() {
        Found found = read("youtube.json");
        List<Account> comments = found.accounts();
        assertEquals("I was in that hall.\nIt was cold.", comments.getFirst().text());
        assertEquals(
                new Threaded(Optional.of("c1.r1"), Optional.of("vid1"), Optional.of("c1")),
                comments.get(1).threaded().orElseThrow());
        assertEquals(
                "1 replies are not in the file", found.warnings().getFirst().message());
        List<Account> downloaded = read("video.info.json").accounts();
        assertEquals(Optional.of("c1"), downloaded.get(1).threaded().flatMap(Threaded::parent));
        assertEquals("Inside the Lantern Circle", downloaded.get(2).title());
        List<Account> own = read("comments.csv").accounts();
        assertEquals("So was I, \"cold\" and all @ash", own.getFirst().text());
        assertEquals("Two\nlines", own.get(1).text());
        assertEquals("So was I", read("my-comments.html").accounts().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource({"telegram.html", "message_1.html", "discord.html", "my-comments.html"})
    void aPageThatIsCutIsSaidToBe(String file) {
        byte[] whole = bytes(file);
        Found found = read(file, Arrays.copyOf(whole, whole.length - 60));
        assertEquals(
                List.of("the page ends in the middle; what stands before is read"),
                found.warnings().stream().map(Warning::message).toList());
        assertEquals(List.of(), read(file).warnings());
    }

    @ParameterizedTest
    @CsvSource({"telegram.json", "facebook-messages.json", "slack-day.json", "discord.json", "youtube.json", "tweets.js"
    })
    void whatStandsBeforeTheBreakIsRead(String file) {
        String whole = new String(bytes(file), StandardCharsets.UTF_8);
        Found found =
                read(file, whole.substring(0, (int) (whole.length() * 0.8)).getBytes(StandardCharsets.UTF_8));
        assertFalse(found.accounts().isEmpty());
        assertTrue(
                found.warnings().stream()
                        .anyMatch(one -> one.message().startsWith("JSON ends in the middle")
                                && one.where().startsWith("byte ")),
                () -> "" + found.warnings());
        assertEquals(0, found.balance().orElseThrow().missing());
    }
}
