package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from strangers is read, or warned of: never an exception, never a hang. */
@Order(1)
class BrokenFilesTest {
    private static final Duration BOUND = Duration.ofSeconds(30);
    /** Every how many bytes files are cut and changed; {@code ./prove documents} does it more often. */
    private static final int STEP = Integer.getInteger("afterword.broken.step", 31);

    @SuppressWarnings("unused") // by FieldSource
    static final java.util.List<String> FIXTURES = Fixtures.ALL;

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void cutAtEveryLength(String name) {
        byte[] whole = Fixtures.bytes(name);
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : STEP) {
            Fixtures.read(name, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void bytesFlipped(String name) {
        byte[] whole = Fixtures.bytes(name);
        long seed = 20260711;
        var random = new SplittableRandom(seed);
        for (int at = 0; at < whole.length; at += STEP) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Fixtures.read(name, flipped);
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void underAnotherFormatsName(String name) {
        for (String other : new String[] {"x.txt", "x.md", "x.html", "x.json", "x", "WhatsApp Chat with Wren.txt"}) {
            Fixtures.read(other, Fixtures.bytes(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n",
                "\u0000",
                "{",
                "[",
                "<",
                "---",
                "---\n",
                "+++\n+++",
                "[]",
                "{}",
                "null",
                ":",
                ">",
                "[01/01/20, 10:00] ",
                "\uFEFF"
            })
    void nearlyNothing(String text) {
        for (String name : new String[] {"x.txt", "x.md", "x.html", "x.json"}) {
            Found reading = Fixtures.read(name, text.getBytes(StandardCharsets.UTF_8));
            if (text.isBlank()) {
                assertEquals(0, reading.accounts().size());
                assertFalse(reading.warnings().isEmpty());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> monsters() {
        Map<String, String> monsters = new LinkedHashMap<>();
        String comment = "{\"author\":\"a\",\"subreddit\":\"s\",\"body\":\"b\",\"x\":";
        monsters.put("deep.json", comment + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        monsters.put("deep-objects.json", comment + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}");
        monsters.put("number.json", comment + "1".repeat(1_000_000) + "}");
        monsters.put(
                "surrogates.json", "{\"author\":\"a\\ud800\",\"subreddit\":\"s\",\"body\":\"x \\udc00 y \\ud83d\"}");
        monsters.put(
                "strings.json", "{\"author\":\"a\",\"subreddit\":\"s\",\"body\":\"" + "x ".repeat(5_000_000) + "\"}");
        monsters.put(
                "year.json",
                "{\"author\":\"a\",\"subreddit\":\"s\",\"body\":\"b\",\"created_utc\":9223372036854775807}");
        monsters.put(
                "exponent.json",
                "[{\"author\":\"a\",\"subreddit\":\"s\",\"body\":\"b\",\"created_utc\":1e999999999},{\"kind\":\"more\",\"data\":{\"count\":1e999999999}}]");
        chats(monsters);
        monsters.put("line.txt", "word ".repeat(2_100_000));
        monsters.put("letters.txt", "x".repeat(10_000_000));
        monsters.put("labels.txt", "A: b\nC: d\n".repeat(30_000));
        monsters.put("brackets.md", "[".repeat(50_000) + "x" + "](".repeat(50_000));
        monsters.put("quotes.md", ">".repeat(10_000) + " deep");
        monsters.put("lists.md", "- ".repeat(10_000) + "deep");
        monsters.put("stars.md", "*a **b ".repeat(20_000));
        monsters.put("line.md", "word ".repeat(2_100_000));
        monsters.put("yaml.md", "---\na: &a [x]\nb: " + "[*a,".repeat(500) + "]".repeat(500) + "\n---\ntext\n");
        monsters.put("bomb.md", "---\na: &a [l,l,l]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n---\ntext\n");
        monsters.put("line.html", "<html><body><p>" + "word ".repeat(2_100_000));
        monsters.put("deep.html", "<html><body>" + "<div>".repeat(20_000) + "deep");
        monsters.put("quotes.html", "<html><body>" + "<blockquote>a".repeat(5_000));
        monsters.put("items.html", "<html><body><ol>" + "<li>a".repeat(20_000));
        monsters.put("comments.html", "<html><body><div id=comments>" + "<div class=comment>a".repeat(2_000));
        monsters.put("line.chat.txt", "[01/01/20, 10:00:00] Wren: " + "word ".repeat(2_100_000));
        monsters.put("colons.txt", "[01/01/20, 10:00:00] " + "a:".repeat(1_000_000));
        monsters.put("spaces.txt", "a" + " ".repeat(5_000_000) + "b");
        monsters.put("newlines.txt", "a" + "\n".repeat(300_000) + "b");
        monsters.put("spaces.html", "<html><body><p>a" + " ".repeat(5_000_000) + "b");
        monsters.put("mail.txt", "From a\n" + "Subject: x\n".repeat(2) + " y".repeat(1_000_000));
        return monsters.entrySet().stream()
                .map(monster -> DynamicTest.dynamicTest(
                        monster.getKey(),
                        () -> assertTimeoutPreemptively(
                                BOUND,
                                () -> Fixtures.read(
                                        monster.getKey(), monster.getValue().getBytes(StandardCharsets.UTF_8)))));
    }

    /** The same traps in messages of every platform. */
    private static void chats(Map<String, String> monsters) {
        Map<String, String> opens = new LinkedHashMap<>();
        opens.put(
                "telegram",
                "{\"name\":\"a\",\"type\":\"private_group\",\"messages\":[{\"id\":1,\"type\":\"message\",\"from\":\"a\",\"date\":\"2020-01-01T00:00:00\",\"text\":\"b\",\"date_unixtime\":");
        opens.put(
                "facebook",
                "{\"participants\":[],\"messages\":[{\"sender_name\":\"a\",\"content\":\"b\",\"timestamp_ms\":");
        opens.put("facebook-posts", "[{\"data\":[{\"post\":\"b\"}],\"title\":\"a posted\",\"timestamp\":");
        opens.put("slack", "[{\"type\":\"message\",\"user\":\"U\",\"text\":\"b\",\"ts\":");
        opens.put(
                "discord",
                "{\"guild\":{},\"channel\":{},\"messages\":[{\"author\":{\"id\":\"1\",\"name\":\"a\"},\"content\":\"b\",\"timestamp\":");
        opens.put(
                "twitter",
                "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"b\",\"created_at\":");
        opens.put(
                "youtube",
                "{\"kind\":\"youtube#commentListResponse\",\"items\":[{\"id\":\"1\",\"snippet\":{\"textOriginal\":\"b\",\"publishedAt\":");
        opens.forEach((name, open) -> {
            String close = name.equals("youtube")
                    ? "}}]}"
                    : name.equals("twitter") ? "}}]" : open.startsWith("[") ? "}]" : "}]}";
            monsters.put(name + "-deep.json", open + "[".repeat(10_000) + "]".repeat(10_000) + close);
            monsters.put(name + "-deeper.json", open + "{\"messages\":".repeat(30_000));
            monsters.put(name + "-number.json", open + "1".repeat(1_000_000) + close);
            monsters.put(name + "-exponent.json", open + "1e999999999" + close);
            monsters.put(name + "-year.json", open + "\"292278994-08-17T07:12:55\"" + close);
            monsters.put(name + "-zero.json", open + "\"0000-01-01T00:00:00\"" + close);
            monsters.put(name + "-late.json", open + "9223372036854775807" + close);
            monsters.put(
                    name + "-surrogates.json",
                    open.replace("\"b\"", "\"\\udc00 b \\ud83d\"").replace("\"a", "\"\\ud800a") + "1" + close);
            monsters.put(
                    name + "-long.json", open.replace("\"b\"", "\"" + "word ".repeat(100_000) + "\"") + "1" + close);
            monsters.put(name + "-many.json", open + "[" + "{},".repeat(300_000) + "1]" + close);
        });
        monsters.put(
                "telegram-deep.html",
                "<div class=\"page_body chat_page\"><div class=\"history\">"
                        + "<div class=\"message default\"><div class=\"text\">a".repeat(500));
        monsters.put(
                "facebook-deep.html",
                "<html><div class=\"pam _3-95 _a6-g\"><div class=\"_a6-p\">a<div class=\"_a6-o\">".repeat(3_000));
        monsters.put(
                "discord-deep.html",
                "<html><style>chatlog__message</style>"
                        + "<div class=\"chatlog__message-group\"><div class=\"chatlog__message-container\"><div class=\"chatlog__content\">a"
                                .repeat(400));
        monsters.put(
                "signal.md",
                "[2020-01-01, 10:00] a: b\n" + "> c: d\n".repeat(20_000) + "(- a: " + "x (- ".repeat(100_000) + " -)");
        monsters.put("signal-years.md", "[0000-00-00, 99:99] a: b\n[9999-99-99 10:00:61] c: d\n");
        monsters.put(
                "imessage.txt",
                "May 17, 2022  5:29:42 PM\nMe\n" + "    May 17, 2022  5:29:42 PM\n    Me\n    x\n".repeat(5_000));
        monsters.put("imessage-99.txt", "May 99, 0000 99:99:99 PM\nMe\nx\n");
        monsters.put(
                "whatsapp-year.txt", "01/01/0000, 00:00 - a: b\n31/12/9999, 23:59 - a: b\n99/99/99, 99:99 - a: b\n");
        monsters.put("whatsapp-stamps.txt", "[01/01/20, 10:00:00] a: b\n".repeat(15_000));
        monsters.put(
                "whatsapp-attached.txt",
                "01/01/20, 10:00 - a: b\n" + "<attached: ".repeat(100_000) + "x (file attached)\n".repeat(50_000));
        monsters.put("takeout.csv", "Comment ID,Video ID,Comment Text\n" + "\"".repeat(1_000_001));
        monsters.put("takeout-json.csv", "Comment ID,Video ID,Comment Text\na,b,{" + "[".repeat(10_000) + "\n");
    }

    @Test
    void whatIsNotTextIsNamed() {
        Found pdf = Fixtures.read("x.pdf", "%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "a PDF that is broken: no page of it can be found",
                pdf.warnings().getFirst().message());
        byte[] noise = new byte[4096];
        new SplittableRandom(7).nextBytes(noise);
        assertEquals(0, Fixtures.read("x.bin", noise).accounts().size());
        Found mail = Fixtures.read(
                "x.txt",
                "From: a@fen.example\nTo: b@fen.example\nMIME-Version: 1.0\n\nHello\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertEquals("mail/1", mail.reader());
        Found letter = Fixtures.read(
                "x.txt", "From: Ada\nTo: Ben\nSubject: leaving\n\nI left.\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(1, letter.accounts().size());
        Found json = Fixtures.read("x.json", "{\"messages\":[{\"text\":\"x\"}]}".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "JSON of a kind that no reader knows",
                json.warnings().getFirst().message());
    }
}
