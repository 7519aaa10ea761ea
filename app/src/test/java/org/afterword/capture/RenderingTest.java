package org.afterword.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.afterword.casefile.Scratch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures with a real browser, which must have no other network than ours. */
class RenderingTest {
    @TempDir
    private Path folder;

    private Site site;

    /** A machine of this network that the page would like to reach. */
    private Site router;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(Chromium.find().isPresent(), "there is no Chromium on this computer");
        site = Site.open();
        router = Site.open();
    }

    @AfterEach
    void close() throws IOException {
        if (site != null) {
            site.close();
            router.close();
        }
    }

    private static byte[] part(Capture capture, String kind) {
        return capture.parts().stream()
                .filter(part -> part.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(capture.how().notes().toString()))
                .bytes();
    }

    @Test
    void aPageAsItLooksWithoutANetworkOfItsOwn() throws IOException, InterruptedException {
        String port = Integer.toString(router.port());
        site.redirect("/start", "/page")
                .page("/page", """
                        <!doctype html><html><head><title>The letter</title><link rel=stylesheet href="/style.css"></head>
                        <body style="margin:0"><h1>The letter</h1><p id=late>not yet</p><div class=tall></div>
                        <p hidden>not to be seen</p>
                        <script>
                          fetch('/data.json').then(r => r.json()).then(d => { late.textContent = d.say; });
                          fetch('/count', { method: 'POST', body: 'who are you' }).catch(() => 0);
                          for (const h of ['127.0.0.1', 'localhost', '[::1]']) {
                            new Image().src = 'http://' + h + ':PORT/secret.png';
                            try { new WebSocket('ws://' + h + ':PORT/socket'); } catch (e) {}
                          }
                          const frame = document.createElement('iframe');
                          frame.src = 'http://other.example/frame'; document.body.append(frame);
                          new Worker('/worker.js');
                          alert('nobody presses this');
                        </script></body></html>
                        """.replace("PORT", port))
                .page("/frame", "<body>framed</body>")
                .on(
                        "/style.css",
                        Site.plain("200 OK", "text/css", ".tall { height: 3000px; background: rgb(10,200,30) }"))
                .on(
                        "/worker.js",
                        Site.plain(
                                "200 OK",
                                "text/javascript",
                                "fetch('http://127.0.0.1:PORT/worker')".replace("PORT", port)))
                .on("/data.json", Site.plain("200 OK", "application/json", "{\"say\":\"They asked for more.\"}"));
        Capture capture;
        try (var proxy = new Proxy(site.port(), 0)) {
            var network = new Network(proxy.way(), false, host -> List.of(InetAddress.ofLiteral("127.0.0.1")));
            capture = new Capturer(network, Limits.DEFAULT, Chromium.find(), "Ada Quill", "test/1")
                    .capture("http://letters.example/start");
        }
        assertEquals(List.of(), router.asked(), "the browser reached this machine's network");
        assertTrue(site.asked().stream().noneMatch(head -> head.contains("Sec-Fetch")), "the browser asked by itself");
        assertTrue(site.asked().stream().noneMatch(head -> head.startsWith("POST")), "something was sent");
        CaptureRecord how = capture.how();
        assertTrue(how.text().contains("They asked for more."), how.text());
        assertFalse(how.text().contains("not to be seen"), how.text());
        assertEquals("http://letters.example/page", how.finalUrl());
        assertTrue(how.notes().toString().contains("wanted to send"), how.notes()::toString);
        Map<String, byte[]> bodies = CapturerTest.bodies(part(capture, "wacz"));
        assertTrue(bodies.containsKey("http://letters.example/data.json"), "what scripts fetched is recorded");
        assertTrue(bodies.containsKey("http://other.example/frame"), "frames of other sites are");
        String html = new String(part(capture, "page"), StandardCharsets.UTF_8);
        assertTrue(html.contains("They asked for more."), html);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(part(capture, "screenshot")));
        assertTrue(picture.getHeight() > 3000, picture.getHeight() + " high");
        assertEquals(0xff0ac81e, picture.getRGB(600, 2500), "all of it, with its styles");
        assertEquals("%PDF", new String(part(capture, "pdf"), 0, 4, StandardCharsets.US_ASCII));
        List<Path> profiles;
        try (Stream<Path> left = Files.list(Path.of("/dev/shm"))) {
            profiles =
                    left.filter(file -> Files.exists(file.resolve("profile"))).toList();
        }
        // Another test may show a page at this moment, or have killed who did: those files go a little later.
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (profiles.stream().anyMatch(Files::exists)) {
            assertTrue(System.nanoTime() < end, () -> "the browser's files are not wiped: " + profiles);
            Thread.sleep(100);
            Scratch.open().close();
        }
    }

    /** As the kernel sees it: whatever any of the browser's processes wants to send or to connect to fails. */
    @Test
    void whatCannotBeInterceptedGoesNowhere() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "there is no strace on this computer");
        site.page("/", """
                <p id=state>waiting</p><script>
                const socket = new WebSocket('ws://127.0.0.1:PORT/socket');
                socket.onclose = () => { state.textContent = 'closed'; };
                new WebSocket('ws://192.0.2.77:PORT/socket');
                new WebSocket('ws://letters.example:PORT/socket');
                const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:192.0.2.78:3478' }] });
                peer.createDataChannel('x'); peer.createOffer().then(offer => peer.setLocalDescription(offer));
                </script>""".replace("PORT", Integer.toString(router.port())));
        Path trace = Files.createDirectory(folder.resolve("trace"));
        Path wrapped = Files.writeString(folder.resolve("chromium"), """
                #!/bin/sh
                exec /usr/bin/strace -ff -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg,bind -e signal=none -o TRACE/of /usr/bin/chromium "$@"
                """.replace("TRACE", trace.toString()));
        Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rwx------"));
        var network = new Network(new Way.Direct(), true, Resolver.SYSTEM);
        Limits few = new Limits(Duration.ofSeconds(60), 1 << 20, 1);
        Capture capture = new Capturer(network, few, Chromium.find(folder.toString()), "Ada Quill", "test/1")
                .capture(site.url("/"));
        assertEquals("closed", capture.how().text(), capture.how().notes()::toString);
        assertEquals(List.of(), router.asked());
        List<String> calls = new ArrayList<>();
        try (Stream<Path> threads = Files.list(trace)) {
            for (Path thread : threads.toList()) {
                calls.addAll(Files.readAllLines(thread));
            }
        }
        assertTrue(calls.stream().anyMatch(call -> call.contains("AF_UNIX")), "it was traced");
        assertEquals(
                List.of(),
                calls.stream()
                        .filter(call -> call.contains("AF_INET") && !call.startsWith("bind("))
                        .filter(call -> !call.contains(" = -1 "))
                        .toList());
    }

    @Test
    void aBrowserThatFailsTakesNothingWithIt() throws IOException {
        site.page("/", "<p>words</p>");
        var network = new Network(new Way.Direct(), true, Resolver.SYSTEM);
        Renderer failing = (url, session) -> {
            throw new IOException("no");
        };
        Capture capture = new Capturer(network, Limits.DEFAULT, Optional.of(failing), "Ada Quill", "test/1")
                .capture(site.url("/"));
        assertEquals("words", capture.how().text());
        assertTrue(capture.how().notes().getFirst().contains("failed"));
        assertEquals(Optional.empty(), Chromium.find("/nowhere"));
    }
}
