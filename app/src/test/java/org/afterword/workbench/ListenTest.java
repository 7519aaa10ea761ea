package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.casefile.Batch;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Logged;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Verifier;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case that is served to others: who is let in, what stands under whose name, and how two work at once. */
final class ListenTest {
    private static final String ANNA = "walnut harbour gravel oboe";
    private static final String BERTA = "pencil thicket mango lantern";

    @TempDir
    private Path folder;

    private Case opened;
    private Workbench workbench;
    private Listening at;

    @BeforeEach
    void open() throws IOException {
        opened = SmallCase.open(folder);
        for (var user : Map.of("anna", ANNA, "berta", BERTA).entrySet()) {
            try (var secret = Passphrase.of(user.getValue().toCharArray());
                    Batch batch = opened.file().batch("tester")) {
                var cheap = Verifier.of(secret, Cost.CHEAP);
                batch.add(new Entry.UserSet(user.getKey(), Optional.of(cheap), "tester"));
                batch.commit();
            }
        }
        at = Listening.of(opened, "127.0.0.1", 0, Optional.empty(), Duration.ofMinutes(30));
        workbench = Workbench.listen(opened, at);
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
        opened.close();
    }

    private static HttpResponse<String> enter(Browser browser, String name, String passphrase)
            throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page("/enter").selectFirst("main button"));
        return browser.press(button, "name", name, "passphrase", passphrase);
    }

    private Browser as(String name, String passphrase) throws IOException, InterruptedException {
        var browser = new Browser(workbench);
        assertEquals(200, enter(browser, name, passphrase).statusCode());
        return browser;
    }

    @Test
    void nobodyIsServedWithoutNames() throws IOException {
        try (Case empty = SmallCase.empty(folder.resolve("empty.afterword"))) {
            var none = assertThrows(
                    IllegalArgumentException.class,
                    () -> Listening.of(empty, "127.0.0.1", 0, Optional.empty(), Duration.ofMinutes(1)));
            assertTrue(Objects.requireNonNull(none.getMessage()).contains("users CASE add"), none.getMessage());
        }
        for (String everywhere : List.of("0.0.0.0", "::", "no such host")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Listening.of(opened, everywhere, 0, Optional.empty(), Duration.ofMinutes(1)));
        }
        for (String name : List.of("", " anna", "person anna", "a\nb", "<b>", "x".repeat(41))) {
            try (var secret = Passphrase.of(ANNA.toCharArray())) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> opened.coding().users().let(name, secret),
                        name);
            }
        }
    }

    @Test
    void nothingIsSaidInTheClear() throws InterruptedException {
        URI plain = URI.create(workbench.address().replace("https:", "http:"));
        var request =
                HttpRequest.newBuilder(plain).timeout(Duration.ofSeconds(10)).build();
        try (var client = HttpClient.newHttpClient()) {
            assertThrows(IOException.class, () -> client.send(request, HttpResponse.BodyHandlers.ofString()));
        }
    }

    /** Nothing is shown but the door, not even whether there is such a page; and nothing is recorded. */
    @Test
    void whoSaysNoNameSeesTheDoorAlone() throws IOException, InterruptedException {
        var stranger = new Browser(workbench);
        for (String route : workbench.routes()) {
            String path = route.substring(route.indexOf('/')).replaceAll("\\{[a-z]+}", "x");
            if (List.of("/enter", "/style.css", "/icon.png").contains(path)) {
                continue;
            }
            if (route.startsWith("GET ")) {
                HttpResponse<String> answer = stranger.get(path);
                assertEquals("/enter", answer.uri().getPath(), route);
                assertFalse(answer.body().contains("Kestrel") || answer.body().contains("anna"), route);
            } else {
                assertEquals(403, stranger.post(path, Map.of("token", "x")).statusCode(), route);
            }
        }
        assertTrue(opened.contents().decisions().isEmpty());
        assertEquals(403, enter(stranger, "anna", BERTA).statusCode());
        assertEquals(403, enter(stranger, "nobody", ANNA).statusCode());
    }

    /** What goes wrong at the door is said without a word of the case, not even what was decided last. */
    @Test
    void whatGoesWrongAtTheDoorTellsNothing() throws IOException, InterruptedException {
        String account = opened.contents().accountIds().getFirst().toString();
        opened.deciding().record(List.of(new Request(account, "memo=ask Orla Finch", "")));
        var stranger = new Browser(workbench);
        HttpResponse<String> tooMuch = tooMuch();
        assertTrue(tooMuch.statusCode() >= 400, tooMuch.body());
        assertFalse(
                stranger.page("/enter").text().contains("Only this computer"), "others on the network reach the door");
        for (String secret : List.of("Kestrel", "Orla", "Last decision", "/people", "boathouse")) {
            assertFalse(tooMuch.body().contains(secret), tooMuch.body());
        }
    }

    /** A server that reads no further may end the connection before its answer arrives: then it is asked again. */
    private HttpResponse<String> tooMuch() throws IOException, InterruptedException {
        for (int left = 10; ; left--) {
            try {
                return new Browser(workbench).post("/enter", Map.of("name", "x".repeat(400_000), "passphrase", "x"));
            } catch (IOException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    @Test
    void theCookieIsForThisServerAlone() throws IOException, InterruptedException {
        var browser = new Browser(workbench);
        HttpResponse<String> in = enter(browser, "anna", ANNA);
        String cookie = in.previousResponse()
                .orElseThrow()
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertTrue(cookie.startsWith("__Host-"), cookie);
        for (String word : List.of("Secure", "HttpOnly", "SameSite=Strict", "Path=/")) {
            assertTrue(cookie.contains(word), cookie);
        }
        for (String origin : List.of(
                "https://evil.example",
                "http://127.0.0.1:" + URI.create(browser.base).getPort())) {
            assertEquals(
                    403,
                    new Browser(workbench)
                            .post("/enter", Map.of("name", "anna", "passphrase", ANNA), "Origin", origin)
                            .statusCode());
        }
    }

    @Test
    void whatEachDoesStandsUnderTheirName() throws IOException, InterruptedException {
        Browser anna = as("anna", ANNA);
        Browser berta = as("berta", BERTA);
        String account = anna.accounts().getFirst();
        anna.press(button(anna.page(account), "read"));
        assertTrue(berta.page("/custody").text().contains("anna"), "the other sees it at once");
        berta.press(button(berta.page(account), "read"));
        assertEquals(
                List.of("anna", "berta"),
                opened.contents().decisions().stream().map(one -> one.by()).toList());
        try (var log = opened.file().log()) {
            List<String> actors = log.map(Logged::actor).toList();
            assertEquals(List.of("anna", "berta"), actors.subList(actors.size() - 2, actors.size()));
        }
        // the token of one is not the other's
        var forged = Map.of("token", berta.token(), "seen", "", "back", "/");
        assertEquals(403, anna.post("/undo", forged).statusCode());
        // "Undo" takes back one's own, though the other's is the last
        anna.press(Objects.requireNonNull(anna.page("/").selectFirst("form.last button")));
        assertEquals(
                List.of("berta"),
                opened.contents().decisions().stream().map(one -> one.by()).toList());
    }

    @Test
    void neitherOverwritesTheOther() throws IOException, InterruptedException {
        Browser anna = as("anna", ANNA);
        Browser berta = as("berta", BERTA);
        Document hers = anna.page("/people?show=all");
        Document others = berta.page("/people?show=all");
        assertEquals(200, anna.press(button(hers, "redact")).statusCode());
        HttpResponse<String> late = berta.press(button(others, "redact"));
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("(anna)"), Jsoup.parse(late.body()).text());
        // more than a decision: the other's pages have it as well
        anna.press(
                Objects.requireNonNull(anna.page(anna.accounts().getFirst()).selectFirst("form[action=/name] button")),
                "words",
                "teacher",
                "kind",
                "person");
        for (int i = 0; i < 100 && !berta.page("/people?show=all").text().contains("teacher"); i++) {
            Thread.sleep(20);
        }
        assertTrue(berta.page("/people?show=all").text().contains("teacher"));
    }

    @Test
    void whoLeavesIsOut() throws IOException, InterruptedException {
        Browser anna = as("anna", ANNA);
        String cookie = anna.cookie();
        Document here = anna.page("/leave");
        assertTrue(here.text().contains("You are here as anna"), here.text());
        anna.press(Objects.requireNonNull(here.selectFirst("main button")));
        assertEquals("/enter", anna.get("/").uri().getPath());
        var again = new Browser(workbench);
        assertEquals("/enter", again.get("/", "Cookie", cookie).uri().getPath());
    }

    @Test
    void eachChangesTheirOwnPassphrase() throws IOException, InterruptedException {
        String other = "lantern orchard velvet compass";
        Browser anna = as("anna", ANNA);
        Browser elsewhere = as("anna", ANNA);
        Browser berta = as("berta", BERTA);
        for (var wrong :
                List.of(List.of(BERTA, other, other), List.of(ANNA, other, ANNA), List.of(ANNA, "summer", "summer"))) {
            HttpResponse<String> refused = change(anna, wrong.get(0), wrong.get(1), wrong.get(2));
            assertTrue(refused.statusCode() >= 400, refused.body());
            assertTrue(refused.body().contains("Nothing was changed"), refused.body());
        }
        assertEquals(
                403,
                anna.post("/passphrase", Map.of("passphrase", ANNA, "new", other, "again", other))
                        .statusCode(),
                "not without the token");
        HttpResponse<String> changed = change(anna, ANNA, other, other);
        assertEquals(200, changed.statusCode(), changed.body());
        assertFalse(changed.body().contains(other), "it stands on no page");
        assertTrue(anna.page("/").text().contains("You are here as anna"), "who changed it stays");
        assertEquals("/enter", elsewhere.get("/").uri().getPath(), "in another browser she is asked again");
        assertEquals("/", berta.get("/").uri().getPath(), "others stay");
        assertEquals(403, enter(new Browser(workbench), "anna", ANNA).statusCode());
        as("anna", other);
        try (var log = opened.file().log()) {
            Logged last = log.reduce((_, later) -> later).orElseThrow();
            assertEquals("anna", last.actor());
            assertTrue(last.entry().orElseThrow() instanceof Entry.UserSet, last.kind());
        }
    }

    private static HttpResponse<String> change(Browser browser, String old, String chosen, String again)
            throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page("/leave").selectFirst("form[action=/passphrase] button"));
        return browser.press(button, "passphrase", old, "new", chosen, "again", again);
    }

    @Test
    void whoTriesManyHasToWait() throws IOException, InterruptedException {
        var guesser = new Browser(workbench);
        for (int i = 0; i < 4; i++) {
            assertEquals(403, enter(guesser, "anna", "guess " + i).statusCode());
        }
        HttpResponse<String> slowed = enter(guesser, "anna", ANNA);
        assertEquals(429, slowed.statusCode());
        assertTrue(slowed.body().contains("then try again"), slowed.body());
    }

    @Test
    void theCertificateIsTheSameForOneCaseAndAddress() throws IOException {
        byte[] secret = opened.file().secret("tls");
        assertEquals(
                at.tls().fingerprint(),
                OwnCertificate.of(secret, "127.0.0.1", year()).fingerprint());
        assertNotEquals(
                at.tls().fingerprint(),
                OwnCertificate.of(secret, "127.0.0.2", year()).fingerprint());
        assertNotEquals(
                at.tls().fingerprint(),
                OwnCertificate.of(secret, "127.0.0.1", year() + 1).fingerprint());
        assertTrue(
                at.tls().fingerprint().matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"),
                at.tls().fingerprint());
    }

    private static int year() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear();
    }

    @Test
    void aCertificateThatIsGivenHasToFit() throws IOException {
        Tls own = OwnCertificate.of(new byte[32], "archive.example", year());
        Tls other = OwnCertificate.of(opened.file().secret("other"), "archive.example", year());
        Path certificate = pem("certificate.pem", own.certificate());
        Path key = pem("key.pem", own.key());
        assertEquals(own.fingerprint(), Tls.of(certificate, key).fingerprint());
        for (Path wrong : List.of(pem("other.pem", other.key()), certificate)) {
            assertThrows(IllegalArgumentException.class, () -> Tls.of(certificate, wrong), wrong.toString());
        }
        assertThrows(IllegalArgumentException.class, () -> Tls.of(key, key));
        Path old = pem(
                "old.pem",
                OwnCertificate.of(new byte[32], "archive.example", 2001).certificate());
        var expired = assertThrows(IllegalArgumentException.class, () -> Tls.of(old, key));
        assertTrue(Objects.requireNonNull(expired.getMessage()).contains("no longer valid"), expired.getMessage());
    }

    private Path pem(String name, Object what) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(what);
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    private static Element button(Element in, String decision) {
        return Objects.requireNonNull(in.selectFirst("button[value='" + decision + "']"), in.text());
    }
}
