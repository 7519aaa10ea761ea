package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Progress;
import org.afterword.model.Account;
import org.afterword.protection.PictureFixtures;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markup in every field that a source fills, of every kind of file: on no page is it more than text. */
final class StoredScriptTest {
    private static final String EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&";
    private static final String QUOTED = EVIL.replace("\"", "");
    /** As it stands in a name of a file. */
    private static final String NAME = "<img src=x onerror=alert(3)>'\"&";

    private static final Map<String, String> FILES = Map.of(
            ".txt", """
                    I was there for years. %s They asked us for money every week, %s and I was told to pay or leave.
                    In May 2009 %s I gave them 400 pounds %s for it. Orla Finch %s kept the list.
                    """,
            ".md", """
                    ---
                    title: "T %s"
                    author: "A %s"
                    date: "2011-05-01 %s"
                    url: "https://example.org/%s"
                    ---
                    We were not allowed to criticise anybody there, and everybody knew why. %s
                    """,
            ".eml", """
                    From: "%s" <wren@example.org>
                    To: "%s" <orla@example.org>
                    Subject: S %s
                    Date: Mon, 2 May 2011 10:00:00 +0000
                    Message-ID: <%s@example.org>
                    Content-Type: text/plain; charset=utf-8

                    They asked us for forty pounds every Friday, and I was told to pay or leave. %s
                    """,
            "-chat.txt", """
                    12/05/2011, 10:00 - %s: They asked us for money again %s
                    12/05/2011, 10:01 - Orla Finch: You have to bring it %s
                    12/05/2011, 10:02 - %s: I was told to pay or leave
                    12/05/2011, 10:03 - Orla Finch: %s
                    """,
            ".json", """
                    {"name": "%s", "type": "personal_chat", "id": 7, "messages": [
                      {"id": 1, "type": "message", "date": "2011-05-12T10:00:00", "from": "%s", "from_id": "user1",
                       "text": "They asked us for money %s"},
                      {"id": 2, "type": "message", "date": "2011-05-12T10:01:00", "from": "Orla %s", "from_id": "user2",
                       "text": ["we pay ", {"type": "link", "text": "javascript:alert(4) %s"}]}]}
                    """,
            ".vtt", """
                    WEBVTT - %s

                    00:00:01.000 --> 00:00:04.000
                    <v %s>They asked us for money every week. %s

                    00:00:05.000 --> 00:00:09.000
                    <v Orla>And I was told to pay or leave. %s %s
                    """);

    @TempDir
    private static Path folder;

    private static Case opened;
    private static Workbench workbench;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        for (var file : FILES.entrySet()) {
            String evil = file.getKey().equals(".txt") || file.getKey().equals("-chat.txt") ? EVIL : QUOTED;
            Files.writeString(
                    files.resolve(NAME + file.getKey()),
                    String.format(java.util.Locale.ROOT, file.getValue(), evil, evil, evil, evil, evil));
        }
        Files.writeString(files.resolve("page.html"), page());
        Files.write(
                files.resolve(NAME + ".jpg"),
                PictureFixtures.sideways(PictureFixtures.plain(PictureFixtures.SAID), QUOTED));
        Files.write(files.resolve("things.zip"), zip(NAME + "/" + NAME + ".txt"));
        SmallCase.empty(folder.resolve("small.afterword")).close();
        opened = Case.open(folder.resolve("small.afterword"), SmallCase.passphrase(), "<script>tester");
        opened.add(List.of(files), Optional.of("<script>alert(7)</script> Table"), false, Progress.SILENT);
        opened.suggest(Progress.SILENT);
        workbench = Workbench.start(opened, 0);
        browser = Browser.in(workbench);
    }

    private static String page() {
        String escaped = EVIL.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return """
                <html><head><title>%1$s A page</title><meta name="author" content="%1$s Wren">
                <link rel="canonical" href="javascript:alert(5)"><meta property="og:url" content="javascript:alert(6)//%1$s">
                <meta property="og:site_name" content="%1$s"><meta property="article:published_time" content="2011-05-01 %1$s">
                </head><body><article><h1>%1$s A page</h1><p>We were not allowed to criticise anybody there, %1$s and we
                did not for all the years that I was a member of it, and everybody knew why.</p></article></body></html>
                """.formatted(escaped);
    }

    private static byte[] zip(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(("She was there in June 2012. " + EVIL).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @AfterAll
    static void close() throws IOException {
        workbench.close();
        opened.close();
    }

    /** Every kind came in as such, and carries it. */
    @Test
    void theFieldsHoldIt() {
        var formats = new HashSet<String>();
        opened.contents()
                .readings()
                .forEach(reading -> formats.add(reading.reader().replaceFirst("/.*", "")));
        assertTrue(formats.size() >= 7, formats.toString());
        List<Account> accounts;
        try (var all = opened.contents().accounts()) {
            accounts = all.toList();
        }
        assertTrue(accounts.stream().anyMatch(one -> one.title().contains("onerror")), "a title");
        assertTrue(
                accounts.stream()
                        .anyMatch(one -> one.author()
                                .filter(by -> by.contains("onerror"))
                                .isPresent()),
                "an author");
        assertTrue(
                accounts.stream()
                        .flatMap(one -> one.speakers().stream())
                        .anyMatch(one -> one.toString().contains("onerror")),
                "a speaker");
        assertTrue(
                accounts.stream().filter(one -> one.text().contains("onerror")).count() >= 6, "texts");
        assertTrue(
                opened.contents().exhibits().stream()
                                .filter(one -> one.name().contains("onerror"))
                                .count()
                        >= 7,
                "names of files");
    }

    /** From every page to every page that it leads to. */
    private static Set<String> everyPage() throws IOException, InterruptedException {
        var seen = new HashSet<String>();
        var next = new ArrayList<String>();
        for (String route : workbench.routes()) {
            if (route.startsWith("GET ") && !route.contains("{") && !route.contains(".")) {
                next.add(route.substring("GET ".length()));
            }
        }
        while (!next.isEmpty()) {
            String path = next.removeLast();
            if (seen.add(path)) {
                assertOnlyText(browser.page(path), path);
                browser.page(path).select("a[href^=/]").eachAttr("href").stream()
                        .map(href -> href.replaceFirst("#.*", ""))
                        .forEach(next::add);
            }
        }
        return seen;
    }

    private static void assertOnlyText(Document page, String path) {
        for (Element script : page.select("script")) {
            assertTrue(List.of("/find.js", "/keys.js", "/mark.js", "/work.js").contains(script.attr("src")), path);
            assertTrue(script.data().isEmpty(), path);
        }
        assertEquals(
                0,
                page.select("img:not([src^=/account/]), b, iframe, object, embed, style, base, v")
                        .size(),
                path);
        page.getAllElements()
                .forEach(element -> element.attributes().forEach(attribute -> {
                    String where = path + " " + attribute;
                    assertFalse(attribute.getKey().startsWith("on"), where);
                    assertFalse(attribute.getKey().equals("style"), where);
                    boolean leads =
                            Set.of("href", "src", "action", "formaction").contains(attribute.getKey());
                    assertTrue(!leads || attribute.getValue().matches("(/|#)[^/].*|/|.*#.*"), where);
                    assertFalse(attribute.getValue().startsWith("javascript:") && leads, where);
                }));
        assertTrue(page.title().startsWith("Afterword"), path);
    }

    @Test
    void itIsOnlyEverText() throws IOException, InterruptedException {
        // what people type carries it as well
        String account = browser.accounts().getFirst().substring("/account/".length());
        opened.deciding().record(List.of(new Request(account, "memo=" + EVIL, EVIL)));
        browser.post("/name", Map.of("token", browser.token(), "words", "Orla " + EVIL, "kind", "person"));
        Set<String> pages = everyPage();
        assertTrue(pages.size() > 50, pages.toString());
        for (String path : List.of("/search", "/publish", "/mine/print")) {
            Element button = Objects.requireNonNull(browser.page(path).selectFirst("main form button"), path);
            assertOnlyText(
                    org.jsoup.Jsoup.parse(
                            browser.press(button, "words", "money " + EVIL).body()),
                    path + " answered");
        }
        assertOnlyText(browser.page("/nothing" + "%3Cscript%3E"), "an error");
    }
}
