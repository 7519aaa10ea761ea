package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.afterword.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever is not let in, or sends what our pages did not make, at every address that is registered: a new one is tried
 * as well. Nothing is shown, and nothing is recorded.
 */
final class AttackTest {
    @TempDir
    private static Path folder;

    private static Case opened;
    private static Workbench workbench;
    private static Browser browser;
    private static String token;
    private static long entries;
    private static int port;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        opened = FullCase.open(folder);
        workbench = Workbench.start(opened, 0);
        browser = Browser.in(workbench);
        token = browser.token();
        port = URI.create(workbench.address()).getPort();
        entries = opened.file().entries();
    }

    @AfterAll
    static void close() throws IOException {
        workbench.close();
        opened.close();
    }

    /** The addresses that take forms, each about something that is there. */
    private static List<String> forms() throws IOException, InterruptedException {
        return addresses("POST ");
    }

    private static List<String> addresses(String method) throws IOException, InterruptedException {
        var real = Map.of(
                "/account/{id}", browser.accounts().getFirst(),
                "/people/{id}",
                        browser.page("/people?show=all").select(".person h2 a").attr("href"),
                "/letters/{id}", browser.page("/letters").select(".accounts a").attr("href"),
                "/codes/{book}/{code}", "/codes/practice/money-demand");
        var all = new TreeSet<String>();
        for (String route : workbench.routes()) {
            if (route.startsWith(method)) {
                String path = route.substring(method.length());
                for (var one : real.entrySet()) {
                    path = path.replace(one.getKey(), one.getValue());
                }
                all.add(path.replace("{seen}", "0.png"));
            }
        }
        assertTrue(all.size() > 10, all.toString());
        assertTrue(all.stream().noneMatch(path -> path.contains("{")), all.toString());
        return List.copyOf(all);
    }

    /** What every form needs to do anything, with the session's own token. */
    private static Map<String, String> good() throws IOException, InterruptedException {
        var fields = new HashMap<String, String>();
        fields.put("token", token);
        fields.put("target", browser.accounts().getFirst().substring("/account/".length()));
        fields.put("decision", "restrict");
        fields.put("do", "block");
        fields.put("seen", "");
        fields.put("words", "forged");
        fields.put("kind", "person");
        fields.put("name", "forged");
        return fields;
    }

    private static void assertNothingDone(String why) {
        assertEquals(entries, opened.file().entries(), why);
        assertTrue(
                opened.file().path().getParent().resolve("small-site").toFile().listFiles() == null, why);
    }

    @Test
    void aFormWithoutOurTokenDoesNothing() throws IOException, InterruptedException {
        for (String path : forms()) {
            for (String forged : List.of(
                    "", "0".repeat(43), token.substring(1), token + "A", token.toLowerCase(java.util.Locale.ROOT))) {
                Map<String, String> fields = good();
                fields.put("token", forged);
                assertRefused(path, browser.post(path, fields));
            }
            Map<String, String> none = good();
            none.remove("token");
            assertRefused(path, browser.post(path, none));
            assertRefused(path, browser.post(path + "?token=" + token, none));
            assertNothingDone(path);
        }
    }

    /** Files come in a form of another kind, whose token is a matter of UploadTest. */
    private static void assertRefused(String path, HttpResponse<String> answer) {
        assertEquals(path.equals(Upload.ADDRESS) ? 400 : 403, answer.statusCode(), path);
    }

    @Test
    void aFormFromElsewhereDoesNothing() throws IOException, InterruptedException {
        for (String path : forms()) {
            for (String origin : List.of(
                    "https://evil.example",
                    "null",
                    "http://127.0.0.1:1",
                    "https://127.0.0.1:" + port,
                    "http://127.0.0.1:" + port + ".evil.example",
                    "file://")) {
                assertEquals(403, browser.post(path, good(), "Origin", origin).statusCode(), path + " from " + origin);
            }
            for (String site : List.of("cross-site", "same-site", "none")) {
                assertEquals(
                        403, browser.post(path, good(), "Sec-Fetch-Site", site).statusCode(), path + " " + site);
            }
            assertNothingDone(path);
        }
    }

    @Test
    void anotherHostIsTurnedAway() throws IOException, InterruptedException {
        String body = "token=" + token + "&decision=restrict";
        for (String method : List.of("GET ", "POST ")) {
            for (String path : addresses(method)) {
                for (String host : List.of("evil.example:" + port, "127.0.0.1.evil.example:" + port, "127.0.0.1:1")) {
                    String answer = raw(method + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + browser.cookie()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                            + (method.equals("POST ") ? body.length() : 0) + "\r\nConnection: close\r\n\r\n"
                            + (method.equals("POST ") ? body : ""));
                    assertTrue(
                            answer.startsWith("HTTP/1.1 421"),
                            path + " at " + host + ": " + answer.lines().findFirst());
                    assertFalse(answer.contains("Kestrel"), path);
                }
            }
        }
        assertNothingDone("another Host");
    }

    /** Ways out of a folder, in every place of every address where something may stand. */
    @Test
    void noAddressLeadsToAFile() throws IOException, InterruptedException {
        var names = List.of(
                "..%2f..%2f..%2f..%2fetc%2fpasswd",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "..%5c..%5cetc%5cpasswd",
                "%00",
                "%2fetc%2fpasswd",
                "....%2f%2fetc%2fpasswd",
                "..;%2fetc",
                "%c0%ae%c0%ae%2fetc%2fpasswd",
                "0".repeat(26));
        var tried = new ArrayList<String>();
        for (String route : workbench.routes()) {
            String path = route.substring(route.indexOf('/'));
            for (String name : names) {
                tried.add(
                        path.contains("{")
                                ? path.replaceAll("\\{[a-z]+}", name)
                                : path.replaceFirst("/$", "") + "/" + name);
            }
        }
        for (String path : tried) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: "
                    + browser.cookie() + "\r\nConnection: close\r\n\r\n");
            assertTrue(
                    answer.matches("(?s)HTTP/1\\.1 (400|404) .*"),
                    path + ": " + answer.lines().findFirst());
            assertFalse(answer.contains("root:"), path);
            assertFalse(answer.contains("Exception"), path + answer);
        }
        for (String path : List.of("/../../etc/passwd", "/./case/../../x", "//etc/passwd", "/style.css/../../x")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: "
                    + browser.cookie() + "\r\nConnection: close\r\n\r\n");
            assertFalse(answer.contains("root:"), path);
            assertTrue(
                    answer.matches("(?s)HTTP/1\\.1 [34]0\\d .*"),
                    path + ": " + answer.lines().findFirst());
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The secrets of one session open no other: that of a case which is shut again, and one that is not open yet. */
    @Test
    void theSessionOfALockedCaseShowsNothing() throws IOException, InterruptedException {
        Path other = java.nio.file.Files.createDirectory(folder.resolve("other"));
        String cookie;
        String key;
        try (Case shut = SmallCase.open(other);
                Workbench before = Workbench.start(shut, 0)) {
            cookie = Browser.in(before).cookie().replaceFirst("^[^=]*=", "");
            key = before.address().substring(before.address().indexOf("/?"));
        }
        try (Workbench locked = Workbench.begin(other.resolve("small.afterword"), "tester", 0)) {
            var old = new Browser(locked);
            String name = "afterword-" + URI.create(locked.address()).getPort() + "=";
            Browser own = Browser.in(locked);
            for (String route : locked.routes()) {
                String path = route.substring(route.indexOf('/')).replaceAll("\\{[a-z]+}", "x");
                if (List.of("/style.css", "/icon.png").contains(path)) {
                    continue;
                }
                HttpResponse<String> answer = route.startsWith("GET")
                        ? old.get(path, "Cookie", name + cookie)
                        : old.post(path, good(), "Cookie", name + cookie);
                assertEquals(403, answer.statusCode(), route);
                // and whoever is let in sees the page that asks for the passphrase, and nothing else
                if (route.startsWith("GET") && !path.endsWith(".js")) {
                    HttpResponse<String> asked = own.get(path);
                    assertEquals("/", asked.uri().getPath(), route);
                    assertFalse(asked.body().contains("Kestrel") || asked.body().contains("Orla"), route);
                }
            }
            assertEquals(403, old.get(key).statusCode());
        }
    }
}
