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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is let in. */
final class DoorTest extends AtTheWorkbench {
    private String token() throws IOException, InterruptedException {
        return Objects.requireNonNull(browser.page("/people").selectFirst("input[name=token]"))
                .val();
    }

    private List<String> paths() throws IOException, InterruptedException {
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
            assertFalse(shut.body().contains("Kestrel"));
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
        paths.addAll(List.of(
                "/style.css",
                "/icon.png",
                "/find.js",
                "/keys.js",
                "/mark.js",
                "/..%2f..%2fetc%2fpasswd",
                "/account/%00"));
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
}
