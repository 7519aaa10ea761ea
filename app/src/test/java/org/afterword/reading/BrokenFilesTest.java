package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes from strangers is read, or warned of: never an exception, never a hang. */
class BrokenFilesTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    @SuppressWarnings("unused") // by FieldSource
    static final java.util.List<String> FIXTURES = Fixtures.ALL;

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void cutAtEveryLength(String name) {
        byte[] whole = Fixtures.bytes(name);
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 13) {
            Fixtures.read(name, Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void bytesFlipped(String name) {
        byte[] whole = Fixtures.bytes(name);
        long seed = 20260711;
        var random = new SplittableRandom(seed);
        for (int at = 0; at < whole.length; at += 11) {
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

    @Test
    void whatIsNotTextIsNamed() {
        Found pdf = Fixtures.read("x.pdf", "%PDF-1.7\n%âãÏÓ".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(pdf.warnings().getFirst().message().startsWith("not text: it looks like a PDF"));
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
