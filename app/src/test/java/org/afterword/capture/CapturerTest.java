package org.afterword.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.afterword.capture.CaptureRecord.Outcome;
import org.afterword.casefile.Frames;
import org.afterword.model.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

/** Captures from sites on this machine, without a browser. */
class CapturerTest {
    private static final Resolver NOBODY = host -> {
        throw new AssertionError("a name was resolved here: " + host);
    };
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private static Capturer capturer(Way way, boolean allowPrivate, Resolver resolver, Limits limits) {
        return new Capturer(new Network(way, allowPrivate, resolver), limits, Optional.empty(), "Ada Quill", "test/1");
    }

    private static Capture capture(String url) throws CaptureException {
        return capturer(new Way.Direct(), true, NOBODY, Limits.DEFAULT).capture(url);
    }

    private static byte[] part(Capture capture, String kind) {
        return capture.parts().stream()
                .filter(part -> part.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .bytes();
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** What was answered, by address, as another program reads it: bodies without chunks. Every digest is checked. */
    static Map<String, byte[]> bodies(byte[] wacz) throws IOException {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        byte[] warc = unzip(wacz).get("archive/data.warc.gz");
        try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                assertEquals("1.1", record.version().toString().replaceFirst(".*/", ""));
                if (record instanceof WarcResponse response) {
                    byte[] body = response.http().body().stream().readAllBytes();
                    assertEquals(
                            Sha256.of(body).hex(),
                            response.payloadDigest().orElseThrow().hex());
                    bodies.put(response.target(), body);
                }
            }
        }
        return bodies;
    }

    @Test
    void aPageWithAllItNeeds() throws IOException {
        byte[] style = "@import 'more.css'; body { background: url(\"/paper.png\") }".getBytes(StandardCharsets.UTF_8);
        site.redirect("/old", "/letter?x=1")
                .page("/letter?x=1", """
                        <!doctype html><html lang=en><head><title>A letter</title><link rel=stylesheet href=style.css>
                        <style>h1 { background: url('line.gif') }</style></head><body><h1>A letter</h1>
                        <p>We were asked to give more each month.</p><img src="boat.jpg" srcset="boat2.jpg 2x">
                        <script src="app.js"></script><iframe src="/frame"></iframe><a href="/other">other</a></body></html>
                        """)
                .page("/frame", "<p style=\"background:url(/inframe.png)\">framed</p>")
                .on(
                        "/style.css",
                        (out, request) -> Site.send(
                                out,
                                Site.head(
                                        "200 OK",
                                        "Content-Type: text/css",
                                        "Content-Encoding: gzip",
                                        "Transfer-Encoding: chunked"),
                                Site.chunked(Site.gzip(style), 7)))
                .on("/more.css", Site.plain("200 OK", "text/css", "@font-face { src: url(f.woff2) }"));
        for (String path : List.of("/paper.png", "/line.gif", "/boat.jpg", "/boat2.jpg", "/inframe.png", "/f.woff2")) {
            site.on(path, Site.with("200 OK", "image/png", path.getBytes(StandardCharsets.UTF_8)));
        }
        site.on("/app.js", Site.plain("200 OK", "text/javascript", "let a = 1;"));
        Capture capture = capture(site.url("/old"));

        Map<String, byte[]> bodies = bodies(part(capture, "wacz"));
        var expected = new ArrayList<>(List.of("/old", "/letter?x=1", "/style.css", "/more.css", "/paper.png"));
        expected.addAll(
                List.of("/line.gif", "/boat.jpg", "/boat2.jpg", "/app.js", "/frame", "/inframe.png", "/f.woff2"));
        assertEquals(
                expected.stream().map(site::url).sorted().toList(),
                bodies.keySet().stream().sorted().toList());
        assertArrayEquals(Site.gzip(style), bodies.get(site.url("/style.css")), "kept as it was packed");
        CaptureRecord how = capture.how();
        assertEquals(Outcome.CAPTURED, how.outcome());
        assertEquals(site.url("/letter?x=1"), how.finalUrl());
        assertEquals(Optional.of("127.0.0.1"), how.address());
        assertEquals("A letter", how.title());
        assertEquals("A letter\nWe were asked to give more each month.\nother", how.text());
        assertEquals("Ada Quill", how.by());
        assertTrue(how.notes().getFirst().contains("no Chromium was used"), how.notes()::toString);
        String page = new String(part(capture, "page"), StandardCharsets.UTF_8);
        assertTrue(page.contains("saved from url=(") && page.contains(site.url("/letter?x=1")), page);
        assertTrue(site.asked().stream().noneMatch(head -> head.contains("Java") || head.contains("afterword")));
    }

    @Test
    void everyRecordLeadsToItsPair() throws IOException {
        site.page("/", "<p>x</p>");
        Capture capture = capture(site.url("/"));
        List<WarcRecord> records = new ArrayList<>();
        byte[] warc = unzip(part(capture, "wacz")).get("archive/data.warc.gz");
        var digests = new ArrayList<Boolean>();
        var methods = new ArrayList<String>();
        try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                records.add(record);
                if (record instanceof WarcRequest request) {
                    methods.add(request.http().method());
                }
                record.body().consume();
                record.blockDigest().ifPresent(digest -> {
                    try {
                        digests.add(digest.equals(record.calculatedBlockDigest().orElseThrow()));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
            }
        }
        assertEquals(List.of(true, true), digests);
        assertTrue(records.get(0) instanceof Warcinfo);
        var response = (WarcResponse) records.get(1);
        var request = (WarcRequest) records.get(2);
        assertEquals(List.of(response.id()), request.concurrentTo());
        assertEquals(Optional.of(records.get(0).id()), response.warcinfoID());
        assertEquals(Optional.of(InetAddress.ofLiteral("127.0.0.1")), response.ipAddress());
        assertEquals(List.of("GET"), methods);
    }

    @Test
    void theWaczSaysWhatIsInIt() throws IOException {
        site.page("/", "<title>T</title><p>words</p>");
        Map<String, byte[]> files = unzip(part(capture(site.url("/")), "wacz"));
        var description = Frames.json().readTree(files.get("datapackage.json"));
        assertEquals("1.1.1", description.get("wacz_version").asText());
        assertEquals(3, description.get("resources").size());
        for (var resource : description.get("resources")) {
            byte[] file = files.get(resource.get("path").asText());
            assertEquals("sha256:" + Sha256.of(file).hex(), resource.get("hash").asText());
            assertEquals(file.length, resource.get("bytes").asInt());
        }
        assertEquals(
                "sha256:" + Sha256.of(files.get("datapackage.json")).hex(),
                Frames.json()
                        .readTree(files.get("datapackage-digest.json"))
                        .get("hash")
                        .asText());
        String line = new String(files.get("indexes/index.cdx"), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        var index = Frames.json().readTree(line.substring(line.indexOf('{')));
        assertEquals(site.url("/"), index.get("url").asText());
        int offset = index.get("offset").asInt();
        byte[] warc = files.get("archive/data.warc.gz");
        try (var reader = new WarcReader(new ByteArrayInputStream(warc, offset, warc.length - offset))) {
            assertEquals(site.url("/"), ((WarcResponse) reader.next().orElseThrow()).target());
        }
    }

    @Test
    void theOwnNetworkIsNotAsked() throws IOException {
        for (String host : List.of(
                "127.0.0.1",
                "localhost",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "100.64.0.1",
                "169.254.169.254",
                "224.0.0.1",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[fd00::1]",
                "[fe80::1]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "127.0.0.1.",
                "printer",
                "nas.local",
                "metadata.google.internal",
                "255.255.255.255")) {
            for (Way way : List.of(new Way.Direct(), Way.proxy("socks5://127.0.0.1:1"))) {
                String url = "http://" + host + ":" + site.port() + "/";
                Exception refused = assertThrows(
                        Exception.class,
                        () -> capturer(way, false, NOBODY, Limits.DEFAULT).capture(url),
                        url);
                boolean noAddress = refused instanceof IllegalArgumentException && !host.startsWith("[");
                assertTrue(
                        noAddress || refused.getMessage().contains("nothing was asked of it"),
                        url + ": " + refused.getMessage());
            }
        }
        assertEquals(List.of(), site.asked());
    }

    @Test
    void publicAddressesArePublic() {
        for (String address :
                List.of("93.184.215.14", "9.9.9.9", "172.32.0.1", "100.128.0.1", "2620:fe::fe", "2a00:1450::1")) {
            assertFalse(Addresses.isPrivate(InetAddress.ofLiteral(address)), address);
        }
    }

    @Test
    void neitherRedirectsNorPartsLeadIntoTheOwnNetwork() throws IOException {
        site.redirect("/away", "http://127.0.0.1:" + site.port() + "/secret")
                .page(
                        "/page",
                        "<p>x</p><img src='http://192.168.0.1/router.png'><img src='http://[::1]:" + site.port()
                                + "/x.png'><img src='http://localhost/y.png'>")
                .page("/secret", "router");
        try (var proxy = new Proxy(site.port(), 0)) {
            Capturer capturer = capturer(proxy.way(), false, NOBODY, Limits.DEFAULT);
            assertThrows(CaptureException.class, () -> capturer.capture("http://letters.example/away"));
            Capture capture = capturer.capture("http://letters.example/page");
            assertEquals(3, capture.how().refused().size(), capture.how().refused()::toString);
            assertEquals(1, capture.how().requests().size());
            assertEquals(Optional.empty(), capture.how().address(), "who answers is not known through a proxy");
            assertEquals(List.of("letters.example", "letters.example"), proxy.asked());
            assertEquals(2, proxy.users().stream().distinct().count() + 1, "one page, one circuit");
        }
        assertTrue(site.asked().stream().noneMatch(head -> head.contains("secret")), site.asked()::toString);
    }

    @Test
    void aNameThatLeadsElsewhereAMomentLaterGainsNothing() {
        var asked = new AtomicInteger();
        Resolver rebinding =
                host -> List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "203.0.113.9" : "127.0.0.1"));
        Limits brief = new Limits(Duration.ofMillis(300), 1000, 5);
        assertThrows(
                CaptureException.class,
                () -> capturer(new Way.Direct(), false, rebinding, brief)
                        .capture("http://letters.example:" + site.port() + "/"));
        assertEquals(1, asked.get(), "resolved once, and that address connected to");
        assertEquals(List.of(), site.asked());
        Resolver both = host -> List.of(InetAddress.ofLiteral("203.0.113.9"), InetAddress.ofLiteral("127.0.0.1"));
        CaptureException refused = assertThrows(
                CaptureException.class,
                () -> capturer(new Way.Direct(), false, both, brief).capture("http://letters.example/"));
        assertTrue(refused.getMessage().contains("own network"), refused.getMessage());
    }

    @Test
    void theAddressThatWasResolvedIsTheOneAsked() throws IOException {
        site.page("/", "<p>found</p>");
        Capture capture = capturer(
                        new Way.Direct(), true, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), Limits.DEFAULT)
                .capture("http://letters.example:" + site.port() + "/");
        assertEquals("found", capture.how().text());
        assertTrue(site.asked().getFirst().contains("Host: letters.example:" + site.port()));
    }

    @Test
    void limits() throws IOException {
        byte[] huge = new byte[3 << 20];
        site.on("/huge", Site.with("200 OK", "text/html", huge))
                .on("/stall", (out, request) -> {
                    Site.send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>so far", new byte[0]);
                    out.flush();
                    pause(60_000);
                })
                .on("/drip", (out, request) -> {
                    for (int i = 0; i < 3000; i++) {
                        out.write('H');
                        out.flush();
                        pause(20);
                    }
                })
                .on(
                        "/cut",
                        (out, request) -> Site.send(
                                out,
                                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>cut",
                                new byte[0]));
        Limits small = new Limits(Duration.ofSeconds(60), 1 << 20, 5);
        Capturer capturer = capturer(new Way.Direct(), true, NOBODY, small);
        Capture cut = capturer.capture(site.url("/huge"));
        assertEquals(Outcome.INCOMPLETE, cut.how().outcome());
        assertEquals(Optional.of("length"), cut.how().requests().getFirst().truncated());
        assertTrue(cut.how().requests().getFirst().bytes() <= 1 << 20);
        long before = System.nanoTime();
        Capturer hasty = capturer(new Way.Direct(), true, NOBODY, new Limits(Duration.ofMillis(1500), 1 << 20, 5));
        Capture stalled = hasty.capture(site.url("/stall"));
        assertEquals(Optional.of("time"), stalled.how().requests().getFirst().truncated());
        assertEquals("so far", stalled.how().text());
        assertThrows(CaptureException.class, () -> hasty.capture(site.url("/drip")));
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 50, "no answer may hold it up");
        assertEquals(
                Optional.of("disconnect"),
                capturer.capture(site.url("/cut")).how().requests().getFirst().truncated());
        var many = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            many.append("<img src='/i").append(i).append("'>");
        }
        site.page("/many", many.toString());
        CaptureRecord how = capturer.capture(site.url("/many")).how();
        assertEquals(5, how.requests().size());
        assertEquals(16, how.refused().size());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersThatAreNoPage() throws IOException {
        site.on("/gone", Site.plain("410 Gone", "text/html", "<p>removed by its author</p>"))
                .on("/broken", Site.plain("500 Oops", "text/html", "<p>sorry</p>"))
                .page("/empty", "<html><body> </body></html>")
                .page("/picture", "<html><body><img src=x.png></body></html>")
                .redirect("/circle", "/circle")
                .on("/text", Site.plain("200 OK", "text/plain; charset=utf-8", "a letter, über alles andere"))
                .on("/noise", (out, request) -> out.write("not http\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        Map<String, Outcome> outcomes = new HashMap<>();
        for (String path : List.of("/gone", "/nowhere", "/broken", "/empty", "/picture", "/text")) {
            outcomes.put(path, capture(site.url(path)).how().outcome());
        }
        assertEquals(
                Map.of(
                        "/gone", Outcome.GONE,
                        "/nowhere", Outcome.GONE,
                        "/broken", Outcome.ERROR,
                        "/empty", Outcome.GONE,
                        "/picture", Outcome.CAPTURED,
                        "/text", Outcome.CAPTURED),
                outcomes);
        Capture text = capture(site.url("/text"));
        assertEquals("a letter, über alles andere", new String(part(text, "body"), StandardCharsets.UTF_8));
        assertTrue(message("/circle").contains("circle"), message("/circle"));
        assertTrue(message("/noise").contains("HTTP"), message("/noise"));
    }

    private String message(String path) {
        return assertThrows(CaptureException.class, () -> capture(site.url(path)))
                .getMessage();
    }

    @Test
    void unreachable() throws IOException {
        // bound and not listening: it refuses, and no other test can be given it meanwhile
        try (var held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            unreachable(held.getLocalPort());
        }
    }

    private void unreachable(int closed) throws IOException {
        assertTrue(assertThrows(CaptureException.class, () -> capture("http://127.0.0.1:" + closed + "/"))
                .getMessage()
                .contains("refused the connection"));
        try (var proxy = new Proxy(site.port(), 5)) {
            CaptureException e = assertThrows(
                    CaptureException.class,
                    () -> capturer(proxy.way(), false, NOBODY, Limits.DEFAULT).capture("http://letters.example/"));
            assertEquals("it refused the proxy's connection", e.getMessage());
        }
        CaptureException noProxy = assertThrows(
                CaptureException.class,
                () -> capturer(Way.proxy("socks5://127.0.0.1:" + closed), false, NOBODY, Limits.DEFAULT)
                        .capture("http://letters.example/"));
        assertTrue(noProxy.getMessage().contains("is it running"), noProxy.getMessage());
        CaptureException onion = assertThrows(
                CaptureException.class,
                () -> capturer(new Way.Direct(), false, NOBODY, Limits.DEFAULT).capture("http://abcdefgh.onion/"));
        assertTrue(onion.getMessage().contains("Tor"), onion.getMessage());
    }

    @Test
    void whatLeadsToTheArchivistIsFound() throws IOException {
        site.on("/", (out, request) -> {
            if (request.contains("Cookie: visit=v-8f3a91c2d4")) {
                Site.send(
                        out,
                        Site.head("200 OK", "X-Client-IP: 198.51.100.23", "Content-Type: text/html"),
                        "<p>Visit v-8f3a91c2d4. We log 198.51.100.23.</p><p>Your IP address: 2001:db8::17</p>"
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                Site.send(
                        out,
                        Site.head(
                                "302 Found",
                                "Location: /",
                                "Set-Cookie: visit=v-8f3a91c2d4; Path=/",
                                "Set-Cookie: place=geo:203.0.113.77",
                                "Content-Length: 0"),
                        new byte[0]);
            }
        });
        List<Own> own = capture(site.url("/")).how().own();
        Map<String, Own> found = new HashMap<>();
        own.forEach(one -> found.put(one.value(), one));
        assertEquals("cookie", found.get("v-8f3a91c2d4").what());
        assertTrue(found.get("v-8f3a91c2d4").inPage());
        assertTrue(found.get("198.51.100.23").inPage());
        assertEquals("address", found.get("2001:db8::17").what());
        assertFalse(found.get("203.0.113.77").inPage());
    }

    @Test
    void cookiesAreForgottenBetweenPages() throws IOException {
        site.on("/", Site.with("200 OK", "text/html", "<p>x</p>".getBytes(StandardCharsets.UTF_8), "Set-Cookie: a=b"));
        Capturer capturer = capturer(new Way.Direct(), true, NOBODY, Limits.DEFAULT);
        capturer.capture(site.url("/"));
        capturer.capture(site.url("/"));
        assertTrue(site.asked().stream().noneMatch(head -> head.contains("Cookie:")));
    }

    @Test
    void aPackedBombIsNotUnpackedToItsEnd() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(Site.gzip(new byte[100 << 20]));
        assertTrue(Content.unpacked(out.toByteArray(), "gzip").length <= (64 << 20) + (1 << 16));
    }

    @Test
    void tlsIsRecordedAlsoWhereItProvesNothing() throws IOException, InterruptedException {
        try (var secure = SecureSite.open()) {
            secure.site().page("/", "<p>sealed</p>");
            Capture capture = capturer(
                            new Way.Direct(), true, host -> List.of(InetAddress.ofLiteral("127.0.0.1")), Limits.DEFAULT)
                    .capture("https://letters.example:" + secure.site().port() + "/");
            assertEquals("sealed", capture.how().text());
            Tls tls = capture.how().tls().orElseThrow();
            assertEquals("TLSv1.3", tls.protocol());
            assertEquals(List.of(secure.certificate().hex()), tls.certificates());
            assertEquals(Optional.of("nobody who is known vouches for it"), tls.distrust());
            assertTrue(
                    capture.how().notes().toString().contains("certificate"),
                    capture.how().notes()::toString);
            byte[] warc = unzip(part(capture, "wacz")).get("archive/data.warc.gz");
            try (var reader = new WarcReader(new ByteArrayInputStream(warc))) {
                var metadata = reader.records()
                        .filter(WarcMetadata.class::isInstance)
                        .map(WarcMetadata.class::cast)
                        .findFirst()
                        .orElseThrow();
                String fields = new String(metadata.body().stream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(
                        fields.contains("tls-certificate-sha256: "
                                + secure.certificate().hex()),
                        fields);
            }
        }
    }

    @Test
    void addressesAsPeopleWriteThem() {
        assertEquals(
                "http://example.org/",
                WebAddress.of(" HTTP://Example.ORG:80#top ").toString());
        assertEquals(
                "https://xn--brs-1na.example/a%20b?q=%c3%bc",
                WebAddress.of("https://brøs.example/a b?q=ü").toString());
        for (String wrong : List.of(
                "ftp://example.org/",
                "file:///etc/passwd",
                "http://",
                "javascript:alert(1)",
                "example.org",
                "http://a:b@example.org/")) {
            assertThrows(IllegalArgumentException.class, () -> WebAddress.of(wrong), wrong);
        }
    }
}
