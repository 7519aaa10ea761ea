package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.Passphrase;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and that nothing which comes out of a case is ever more than text. */
final class DoorTest {
    private static final String EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&";

    @TempDir
    private static Path folder;

    private static Case opened;
    private static Workbench workbench;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("<b onclick=alert(3)>'\".txt"), """
                I was there for years. %s They asked us for money every week, %s and I was told to pay or leave.
                In May 2009 %s I gave them 400 pounds %s for it.

                Orla Finch %s kept the list.
                """.formatted(EVIL, EVIL, EVIL, EVIL, EVIL));
        Files.writeString(files.resolve("page.html"), """
                <html><head><title>&lt;script&gt;alert(4)&lt;/script&gt; A page</title>
                <meta name="author" content="&lt;script&gt;alert(5)&lt;/script&gt; Wren"></head>
                <body><article><h1>&lt;script&gt;alert(4)&lt;/script&gt; A page</h1>
                <p>We were not allowed to criticise anybody there, &lt;script&gt;alert(6)&lt;/script&gt; and we did not
                for all the years that I was a member of it, and everybody knew why.</p></article></body></html>
                """);
        opened = Case.create(
                        folder.resolve("small.afterword"), Passphrase.of("a test only".toCharArray()), "<script>tester")
                .opened();
        opened.add(List.of(files), Optional.of("<script>alert(7)</script> Table"), false, Progress.SILENT);
        opened.suggest(Progress.SILENT);
        workbench = Workbench.start(opened, 0);
        browser = Browser.in(workbench);
        var fields =
                new HashMap<>(Map.of("token", token(), "words", "Orla <script>alert(8)</script>", "kind", "person"));
        assertEquals(200, browser.post("/name", fields).statusCode());
    }

    @AfterAll
    static void close() throws IOException {
        workbench.close();
        opened.close();
    }

    private static String token() throws IOException, InterruptedException {
        return Objects.requireNonNull(browser.page("/people").selectFirst("input[name=token]"))
                .val();
    }

    private static List<String> paths() throws IOException, InterruptedException {
        var paths = new ArrayList<>(List.of(
                "/",
                "/people",
                "/people?show=all",
                "/codes",
                "/codes/practice/money-demand",
                "/agreement",
                "/agreement/differences",
                "/agreement/read",
                "/findings",
                "/timeline",
                "/custody",
                "/money",
                "/publish",
                "/work",
                "/case",
                "/mine/time",
                "/mine/people",
                "/mine/print",
                "/nothing"));
        for (String account : browser.accounts()) {
            paths.add(account);
            paths.add(account + "/before");
            paths.add(account + "/known");
        }
        browser.page("/people?show=all").select("article.person h2 a").forEach(link -> paths.add(link.attr("href")));
        return paths;
    }

    @Test
    void nobodyComesInWithoutTheKey() throws IOException, InterruptedException {
        var stranger = new Browser(workbench);
        for (String path : paths()) {
            HttpResponse<String> shut = stranger.get(path);
            assertEquals(403, shut.statusCode(), path);
            assertTrue(shut.body().contains("address printed by the command"), shut.body());
            assertFalse(shut.body().contains("Table"));
        }
        assertEquals(403, stranger.get("/?key=wrong").statusCode());
        assertEquals(403, stranger.get("/keys.js").statusCode());
        assertEquals(403, stranger.get("/work.js").statusCode());
        assertEquals(
                403,
                stranger.post("/undo", Map.of("token", token(), "seen", "")).statusCode());
    }

    @Test
    void theKeyLeavesTheAddress() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(workbench.address())).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(303, answer.statusCode());
        assertEquals(Optional.of("/"), answer.headers().firstValue("Location"));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String key = workbench.address().substring(workbench.address().indexOf('=') + 1);
        assertFalse(cookie.contains(key));
        assertFalse(browser.get("/").body().contains(key));
    }

    @Test
    void everyAnswerHasTheHeaders() throws IOException, InterruptedException {
        var paths = new ArrayList<>(paths());
        paths.addAll(List.of("/style.css", "/icon.png", "/keys.js", "/..%2f..%2fetc%2fpasswd", "/account/%00"));
        for (String path : paths) {
            HttpResponse<String> answer = browser.get(path);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("none at " + path);
            assertTrue(policy.startsWith("default-src 'none';") && policy.contains("frame-ancestors 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"), path);
            assertEquals(Optional.of("no-referrer"), answer.headers().firstValue("Referrer-Policy"), path);
            assertEquals(Optional.of("nosniff"), answer.headers().firstValue("X-Content-Type-Options"), path);
            assertEquals(Optional.of("same-origin"), answer.headers().firstValue("Cross-Origin-Opener-Policy"), path);
        }
    }

    @Test
    void anotherHostIsRefused() throws IOException, InterruptedException {
        int port = URI.create(workbench.address()).getPort();
        for (String host :
                List.of("evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1.evil.example:" + port)) {
            String answer = raw(port, "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 421"), answer);
        }
        String ours = raw(port, "GET /style.css HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n");
        assertTrue(ours.startsWith("HTTP/1.1 200"), ours);
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void forgedFormsAreRefused() throws IOException, InterruptedException {
        String account = browser.accounts().getFirst().substring("/account/".length());
        Map<String, String> read = Map.of("target", account, "decision", "read", "seen", "", "back", "/");
        var good = new HashMap<>(read);
        good.put("token", token());
        var wrong = new HashMap<>(read);
        wrong.put("token", "0".repeat(43));
        assertEquals(403, browser.post("/decide", read).statusCode());
        assertEquals(403, browser.post("/decide", wrong).statusCode());
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1")) {
            assertEquals(403, browser.post("/decide", good, "Origin", origin).statusCode(), origin);
        }
        assertEquals(
                403,
                browser.post("/decide", good, "Origin", browser.base, "Sec-Fetch-Site", "cross-site")
                        .statusCode());
        assertEquals(
                403,
                browser.post("/decide", good, "Sec-Fetch-Site", "same-site").statusCode());
        assertTrue(opened.contents().decisions().isEmpty());
        // as browsers send our own forms under our referrer policy
        assertEquals(
                200,
                browser.post("/decide", good, "Origin", "null", "Sec-Fetch-Site", "same-origin")
                        .statusCode());
        assertEquals(1, opened.contents().decisions().size());
        opened.deciding().undo(1);
    }

    @Test
    void nobodyIsSentElsewhere() throws IOException, InterruptedException {
        var fields = new HashMap<>(Map.of("token", token(), "decision", "", "target", "x"));
        for (String back :
                List.of("//evil.example/", "https://evil.example", "/\\evil.example", "javascript:alert(1)")) {
            fields.put("back", back);
            assertFalse(browser.post("/decide", fields).body().contains("evil"), back);
        }
    }

    @Test
    void whatACaseHoldsIsOnlyEverText() throws IOException, InterruptedException {
        for (String path : paths()) {
            Document page = browser.page(path);
            for (Element script : page.select("script")) {
                assertTrue(List.of("/keys.js", "/work.js").contains(script.attr("src")), path);
                assertTrue(script.data().isEmpty(), path);
            }
            assertTrue(page.select("img, b, iframe, object, style, base").isEmpty(), path);
            page.getAllElements()
                    .forEach(element -> element.attributes().forEach(attribute -> {
                        assertFalse(attribute.getKey().startsWith("on"), path + " " + attribute);
                        assertFalse(attribute.getKey().equals("style"), path + " " + attribute);
                        assertFalse(attribute.getValue().startsWith("javascript:"), path + " " + attribute);
                    }));
        }
        String all = browser.get(browser.accounts().getFirst()).body()
                + browser.get(browser.accounts().getLast()).body();
        assertTrue(all.contains("&lt;script&gt;alert("), all);
    }
}
