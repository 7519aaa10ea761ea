package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.afterword.model.Warning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The same attacks on the readers of every kind, through the child as {@code afterword add} does: read, or a warning,
 * in time and within its memory; the child never breaks down.
 */
class HostileInputTest {
    private static final Duration BOUND = Duration.ofSeconds(150);
    private static final int TRIES = Integer.getInteger("afterword.broken", 5);
    private static final List<String> FAR = List.of("0000-01-01", "292278994-08-17", "9".repeat(400));

    private static final String OPTION = "afterword.child";

    private static ChildReader child;
    private static Optional<String> option = Optional.empty();

    /** The tests' child has a quick compiler, with which the worst of these come near to what a file may take. */
    @BeforeAll
    static void start() {
        option = Optional.ofNullable(System.clearProperty(OPTION));
        child = new ChildReader();
    }

    @AfterAll
    static void end() {
        child.close();
        option.ifPresent(one -> System.setProperty(OPTION, one));
    }

    private static Found read(String name, byte[] bytes) {
        return read(name, Origin.of(bytes));
    }

    private static Found read(String name, Origin origin) {
        Found found = assertTimeoutPreemptively(
                BOUND, () -> Found.of(into -> child.read(name, Fixtures.EXHIBIT, Fixtures.GROUP, origin, into)));
        Fixtures.assertSound(found);
        for (Warning warning : found.warnings()) {
            assertFalse(
                    warning.message().contains("broke down")
                            || warning.message().contains("took longer"),
                    () -> name + ": " + warning);
        }
        return found;
    }

    /** A right file of every kind, small. */
    private static Map<String, byte[]> kinds() throws IOException {
        var kinds = new LinkedHashMap<String, byte[]>();
        var references = new References("http://127.0.0.1:1", "file:///nowhere");
        for (var file : references.files().entrySet()) {
            if (!file.getKey().startsWith("export/")) {
                kinds.put(file.getKey(), file.getValue());
            }
        }
        for (String name : List.of("list.mbox", "digest.eml", "digest-mime.eml")) {
            kinds.put(name, Fixtures.bytes("mail/" + name));
        }
        for (String name : List.of(
                "reddit-posts.csv",
                "reddit-chat.csv",
                "instagram-stories.json",
                "instagram-comments.html",
                "twitter-old.html",
                "forum-discourse.html",
                "forum-smf.html",
                "forum-mybb.html",
                "wordpress.xml",
                "blogger.xml")) {
            kinds.put(name, Fixtures.bytes("exports/" + name));
        }
        byte[] letter = Packed.text("I left in spring, and I told nobody.\n");
        kinds.put("letter.tar", Packed.tar(Map.of("letter.txt", letter)));
        kinds.put("letter.7z", Packed.sevenZip(Map.of("letter.txt", letter)));
        kinds.put("letter.txt.gz", Packed.gzip(letter));
        kinds.put("letter.txt.bz2", Packed.bzip2(letter));
        kinds.put("letter.txt.xz", Packed.xz(letter));
        kinds.put("letter.txt.zst", Packed.zstd(letter));
        kinds.put("drawn.png", PdfFixtures.picture(PdfFixtures.drawn(List.of(), 20, 10), "png"));
        return kinds;
    }

    private interface Attack {
        void on(String name, byte[] whole) throws IOException;
    }

    private static Stream<DynamicTest> each(Attack attack) throws IOException {
        return kinds().entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> attack.on(kind.getKey(), kind.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> emptyAndCutAndFlipped() throws IOException {
        return each((name, whole) -> {
            Found empty = read(name, new byte[0]);
            assertTrue(empty.accounts().isEmpty() && !empty.warnings().isEmpty(), name);
            var random = new SplittableRandom(31);
            for (int i = 0; i < TRIES; i++) {
                read(name, Arrays.copyOf(whole, 1 + random.nextInt(whole.length)));
                byte[] flipped = whole.clone();
                flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                read(name, flipped);
            }
        });
    }

    /** What a file is, its bytes say; a name that says otherwise changes nothing but for text. */
    @TestFactory
    Stream<DynamicTest> underEveryOthersName() throws IOException {
        List<String> names = kinds().keySet().stream()
                .map(name -> "x" + name.substring(name.lastIndexOf('.')))
                .distinct()
                .toList();
        return each((name, whole) -> names.forEach(other -> Fixtures.read(other, whole)));
    }

    @TestFactory
    Stream<DynamicTest> momentsThatCannotBe() throws IOException {
        var monsters = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < FAR.size(); i++) {
            String far = FAR.get(i);
            String mail = "From: Wren <wren@fen.example>\nTo: a@fen.example\nSubject: leaving\nDate: Mon, 3 May " + far
                    + " 10:00:00 +0100\nMessage-ID: <1@fen.example>\n\nI left.\n";
            monsters.put(i + ".eml", Packed.text(mail));
            monsters.put(i + ".mbox", Packed.text("From wren@fen.example Mon May  3 10:00:00 " + far + "\n" + mail));
            monsters.put(
                    i + ".html",
                    Packed.text(
                            "<html><head><title>x</title><meta property='article:published_time' content='" + far
                                    + "'><script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"datePublished\":\""
                                    + far
                                    + "T99:99:99\"}</script></head><body><article><time datetime='" + far
                                    + "'>x</time><p>They asked me for forty pounds, and I left them in spring.</p></article></body></html>"));
            monsters.put(i + ".md", Packed.text("---\ntitle: x\ndate: " + far + "\n---\nI left.\n"));
            monsters.put(
                    i + ".csv",
                    Packed.text("id,permalink,date,ip,subreddit,gildings,link,parent,body,media\na,b," + far
                            + ",,s,0,l,,I left.,\n"));
            monsters.put(
                    i + ".json",
                    Packed.text("[{\"media\":[{\"uri\":\"a\",\"creation_timestamp\":" + far.replaceAll("-.*", "")
                            + ",\"title\":\"I left.\"}]}]"));
            monsters.put(
                    "x" + i + ".html",
                    Packed.text("<article data-testid='tweet'><div data-testid='User-Name'>@a</div><time datetime='"
                            + far + "'></time><div data-testid='tweetText'>I left.</div></article>"));
            for (String forum : List.of("xenforo", "phpbb", "vbulletin")) {
                String page = new String(Fixtures.bytes("exports/forum-" + forum + ".html"), StandardCharsets.UTF_8);
                monsters.put(
                        forum + i + ".html",
                        Packed.text(
                                page.replaceAll("2019-03-0\\d|03-05-2019", far).replaceAll("Mar \\d+, 2019", far)));
            }
            monsters.put(
                    i + ".srt",
                    Packed.text("1\n" + far.replaceAll("-.*", "")
                            + ":00:01,000 --> 99999999999:99:99,999\nWREN: I left.\n"));
            monsters.put(
                    i + ".docx",
                    office(
                            "word/document.xml",
                            "<w:document xmlns:w='w'><w:p><w:r><w:t>I left.</w:t></w:r></w:p></w:document>",
                            far));
            monsters.put(
                    i + ".rtf",
                    Packed.text("{\\rtf1{\\info{\\creatim\\yr" + far + "\\mo99\\dy99\\hr99}}I left.\\par}"));
            monsters.put(
                    i + ".warc",
                    Packed.text(
                            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://fen.example/\r\nWARC-Date: "
                                    + far
                                    + "T00:00:00Z\r\nContent-Type: text/html\r\nContent-Length: 30\r\n\r\n<html><p>I left.</p></html>   \r\n\r\n"));
            monsters.put(
                    i + ".odt",
                    OfficeFixtures.zip(
                            "application/vnd.oasis.opendocument.text",
                            Map.of(
                                    "content.xml",
                                    "<d xmlns:text='t'><text:p>I left.</text:p></d>",
                                    "meta.xml",
                                    "<m xmlns:dc='d' xmlns:meta='m'><dc:date>" + far
                                            + "T00:00:00</dc:date><meta:creation-date>" + far
                                            + "</meta:creation-date></m>")));
        }
        return each(monsters);
    }

    private static byte[] office(String path, String content, String far) throws IOException {
        return OfficeFixtures.zip(
                "",
                Map.of(
                        Pack.TYPES,
                        "<Types/>",
                        path,
                        content,
                        "docProps/core.xml",
                        "<c xmlns:dcterms='t'><dcterms:created>" + far + "T00:00:00Z</dcterms:created></c>"));
    }

    private static Stream<DynamicTest> each(Map<String, byte[]> monsters) {
        return monsters.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Found found = read(one.getKey(), one.getValue());
                    assertFalse(found.accounts().isEmpty()
                            && found.parts().isEmpty()
                            && found.warnings().isEmpty());
                }));
    }

    /** Of the readers that are not in {@link BrokenFilesTest}'s list. */
    @TestFactory
    Stream<DynamicTest> monsters() throws IOException {
        var monsters = new LinkedHashMap<String, byte[]>();
        String names = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n";
        monsters.put("cells.csv", Packed.text(names + ",".repeat(1_000_000)));
        monsters.put("quotes.csv", Packed.text(names + "a,b,c,,d,0,e,,\"" + "\"\"".repeat(500_000)));
        monsters.put("rows.csv", Packed.text(names + "\n".repeat(1_000_000) + "a,b,c,,d,0,e,,I left.,\n"));
        monsters.put("cell.csv", Packed.text(names + "a,b,c,,d,0,e,," + "word ".repeat(4_000_000) + ",\n"));
        monsters.put(
                "surrogates.csv",
                (names + "a,b,c,,d,0,e,,\u00ed\u00a0\u0080 left\u00ff,\n").getBytes(StandardCharsets.ISO_8859_1));
        String post = "[{\"media\":[{\"uri\":\"a\",\"creation_timestamp\":1,\"title\":\"b\"}],\"x\":";
        monsters.put("deep.json", Packed.text(post + "[".repeat(10_000) + "]".repeat(10_000) + "}]"));
        monsters.put("number.json", Packed.text(post + "1".repeat(1_000_000) + "}]"));
        monsters.put("surrogates.json", Packed.text(post.replace("\"b\"", "\"\\udc00 b \\ud83d\"") + "1}]"));
        monsters.put("many.json", Packed.text(post + "[" + "{},".repeat(300_000) + "1]}]"));
        monsters.put(
                "deep-x.html",
                Packed.text(
                        "<article data-testid='tweet'><div data-testid='User-Name'>@a</div><div data-testid='tweetText'>b"
                                .repeat(400)));
        monsters.put(
                "deep-forum.html",
                Packed.text(("<html data-xf-init>"
                        + "<article class='message message--post'><div class='message-body'><div class='bbWrapper'><blockquote>a"
                                .repeat(300))));
        monsters.put(
                "posts.html",
                Packed.text("<html data-xf-init>"
                        + "<article class='message message--post' data-author='a'><div class='message-body'><div class='bbWrapper'>b</div></div></article>"
                                .repeat(3_000)));
        monsters.put(
                "wrote.eml",
                Packed.text("From: a@b.example\nTo: c@d.example\nSubject: x\n\n"
                        + ("On " + "3 May 2021, ".repeat(40) + "wrote:\n> a\n").repeat(300)));
        monsters.put(
                "marks.eml",
                Packed.text(
                        "From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: text/plain; format=flowed\nMIME-Version: 1.0\n\n"
                                + ">".repeat(1_000_000) + " \n" + "> > \n".repeat(50_000)));
        monsters.put(
                "from.eml",
                Packed.text("From: a@b.example\nTo: c@d.example\nSubject: x\n\n" + "From: " + "x ".repeat(50_000)
                        + "\nSent: y\nTo: z\n\nwords\n"));
        return each(monsters);
    }

    /** 100 MB of HTML in one line is more than is read of a text; it is said, and takes no memory. */
    @Test
    void oneLineOfAHundredMegabytes() {
        byte[] head = Packed.text("<!DOCTYPE html><html><body><p>");
        var huge = new Origin() {
            @Override
            public long size() {
                return 100L << 20;
            }

            @Override
            public byte[] read(long at, int length) {
                byte[] piece = new byte[(int) Math.max(0, Math.min(length, size() - at))];
                Arrays.fill(piece, (byte) 'a');
                if (at == 0) {
                    System.arraycopy(head, 0, piece, 0, Math.min(head.length, piece.length));
                }
                return piece;
            }
        };
        Found found = read("x.html", huge);
        assertEquals(
                "too large: this kind of file is read up to 64 MiB",
                found.warnings().getFirst().message());
    }
}
