package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.CheapCase;
import org.afterword.casefile.Passphrase;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Authorities that lie, stall and babble: each gets its sentence, none is kept, and the next is asked. */
class HostileAuthorityTest {
    /** For those who never answer; all others get as long as a busy machine may need. */
    private static final Duration SHORT = Duration.ofMillis(900);

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String NO_STAMP = "it sent something that is no time stamp";

    @TempDir
    Path folder;

    private final Forger forger = new Forger();

    HostileAuthorityTest() throws Exception {}

    private CaseFile open(String name) throws IOException {
        Path path = folder.resolve(name + ".afterword");
        CheapCase.create(path, "a lamp");
        return CaseFile.open(path, Passphrase.of("a lamp".toCharArray()));
    }

    private static Stamping.Result stamp(CaseFile file, Proxy proxy, URI... addresses) throws IOException {
        return stamp(LONG, file, proxy, addresses);
    }

    private static Stamping.Result stamp(Duration patience, CaseFile file, Proxy proxy, URI... addresses)
            throws IOException {
        return new Stamping(file, "me", proxy, patience, Roots.NONE).stamp(List.of(addresses));
    }

    @TestFactory
    Stream<DynamicTest> lies() {
        Map<String, Loopback.Answer> lies = new LinkedHashMap<>();
        lies.put("its token is about something else, not about this checkpoint", request -> {
            var asked = new TimeStampRequest(request);
            var other = new TimeStampRequestGenerator();
            other.setCertReq(true);
            return forger.response(other.generate(asked.getMessageImprintAlgOID(), new byte[32], asked.getNonce())
                    .getEncoded());
        });
        lies.put("its token answers another request (the nonce is not ours)", request -> {
            var asked = new TimeStampRequest(request);
            var other = new TimeStampRequestGenerator();
            other.setCertReq(true);
            return forger.response(other.generate(asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest())
                    .getEncoded());
        });
        lies.put("it did not send the certificate that it signs with", forger::withoutCertificate);
        lies.put(
                "its certificate is for something other than time stamping",
                request -> forger.forOtherUse(request, true, KeyPurposeId.id_kp_serverAuth));
        lies.put(
                "its certificate is for something other than time stamping ",
                request -> forger.forOtherUse(
                        request, true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning));
        lies.put(
                "its certificate does not say that it is for time stamping only",
                request -> forger.forOtherUse(request, false, KeyPurposeId.id_kp_timeStamping));
        lies.put(
                "its certificate does not say that it is for time stamping only ",
                request -> forger.forOtherUse(request, true));
        lies.put("it refused: \"not today [2J, archivist\"", request -> forger.refusal());
        lies.put("the signature of its token does not hold", request -> {
            byte[] response = forger.response(request);

            // the last bytes of the token are its signature
            response[response.length - 1] ^= 1;
            return response;
        });
        lies.put(NO_STAMP, request -> "<html>Welcome</html>".getBytes(StandardCharsets.UTF_8));
        lies.put(NO_STAMP + " ", request -> new byte[0]);
        lies.put(NO_STAMP + "  ", request -> Arrays.copyOf(forger.response(request), 700));
        lies.put(NO_STAMP + "   ", request -> {
            byte[] response = forger.response(request);
            return Arrays.copyOf(response, response.length + 1);
        });
        return lies.entrySet().stream()
                .map(lie -> dynamicTest(
                        lie.getKey().strip(), () -> fails(lie.getKey().strip(), lie.getValue())));
    }

    private void fails(String reason, Loopback.Answer lie) throws Exception {
        try (var file = open("lies" + System.nanoTime());
                var liar = Loopback.answering(lie);
                var honest = Loopback.answering(forger::response)) {
            var result = stamp(file, Proxy.NO_PROXY, liar.address(), honest.address());
            assertEquals(List.of(new Stamping.Failed(liar.address().toString(), reason)), result.failed());
            assertEquals(1, result.stamped().size());
            assertEquals(
                    "Forged time [31m", result.stamped().getFirst().existed().authority());
            assertEquals(1, file.stamps().size());
            assertTrue(Verification.verify(file).ok());
        }
    }

    @Test
    void anExpiredCertificateIsNamed() throws Exception {
        forger.from = Instant.now().minus(Duration.ofDays(20));
        forger.until = Instant.now().minus(Duration.ofDays(1));
        try (var file = open("expired");
                var expired = Loopback.answering(forger::response)) {
            String reason = stamp(file, Proxy.NO_PROXY, expired.address())
                    .failed()
                    .getFirst()
                    .reason();
            assertTrue(reason.startsWith("its certificate was not valid at the time it states ("), reason);
        }
    }

    @Test
    void anAuthorityWithAnotherClockIsKeptWithAWarning() throws Exception {
        forger.time = Instant.now().minus(Duration.ofMinutes(90));
        try (var file = open("clock");
                var slow = Loopback.answering(forger::response)) {
            var warnings = stamp(file, Proxy.NO_PROXY, slow.address())
                    .stamped()
                    .getFirst()
                    .warnings();
            assertTrue(warnings.getFirst().contains("differ by 90 minutes"), warnings.toString());
        }
    }

    @TestFactory
    Stream<DynamicTest> serversThatDoNotAnswer() {
        Map<String, Loopback.Behaviour> servers = new LinkedHashMap<>();
        servers.put("it answered with an error (HTTP 500)", exchange -> exchange.sendResponseHeaders(500, -1));
        servers.put("it answered with an error (HTTP 401)", exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"who are you\"");
            exchange.sendResponseHeaders(401, -1);
        });
        servers.put(
                "it sends us elsewhere, to file:///etc/passwd; give that address yourself if you trust it",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
                    exchange.sendResponseHeaders(307, -1);
                });
        servers.put("it did not answer within 1 s", exchange -> Thread.sleep(120_000));
        servers.put("it did not answer within 1 s ", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            for (int i = 0; i < 2400; i++) {
                exchange.getResponseBody().write('0');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        });
        servers.put("its answer is longer than 1 MiB, which no time stamp is", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte[] babble = new byte[1 << 16]; ; ) {
                exchange.getResponseBody().write(babble);
            }
        });
        return servers.entrySet().stream()
                .map(server -> dynamicTest(server.getKey().strip(), () -> {
                    try (var file = open("servers" + System.nanoTime());
                            var bad = new Loopback(server.getValue());
                            var honest = Loopback.answering(forger::response)) {
                        boolean silent = server.getKey().startsWith("it did not answer");
                        long start = System.nanoTime();
                        var result = stamp(silent ? SHORT : LONG, file, Proxy.NO_PROXY, bad.address());
                        assertTrue(System.nanoTime() - start < LONG.toNanos());
                        assertEquals(
                                server.getKey().strip(),
                                result.failed().getFirst().reason());
                        assertEquals(
                                1,
                                stamp(file, Proxy.NO_PROXY, honest.address())
                                        .stamped()
                                        .size());
                    }
                }));
    }

    @Test
    void whatIsNoServerIsNamed() throws Exception {
        try (var file = open("none");
                var babbler = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = babbler.accept()) {
                    socket.getOutputStream().write("SSH-2.0-lamp\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // the test says it
                }
            });
            var result = stamp(
                    file,
                    Proxy.NO_PROXY,
                    URI.create("http://127.0.0.1:1/"),
                    URI.create("http://authority.invalid/"),
                    URI.create("http://127.0.0.1:" + babbler.getLocalPort() + "/"));
            assertEquals("nobody answers at its address", result.failed().get(0).reason());
            assertTrue(
                    List.of("no such name is known on the network", "it did not answer within 60 s")
                            .contains(result.failed().get(1).reason()),
                    result.failed().get(1).reason());
            assertTrue(
                    List.of("it does not speak HTTP", "the connection to it broke off", "nobody answers at its address")
                            .contains(result.failed().get(2).reason()),
                    result.failed().get(2).reason());
        }
    }

    /** The name must not be looked up by this machine: whoever runs the network would learn it. */
    @Test
    void throughAProxyTheNameIsLookedUpThere() throws Exception {
        try (var file = open("proxy");
                var honest = Loopback.answering(forger::response);
                var proxy = new Socks(honest.port())) {
            var through =
                    new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
            var result = stamp(file, through, URI.create("http://authority.invalid/tsr"));
            assertEquals(List.of(), result.failed());
            assertEquals("authority.invalid", proxy.asked);
            assertFalse(proxy.sent().contains("Java"), proxy.sent());
        }
        try (var file = open("closed")) {
            var nobody = new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
            assertEquals(
                    "it cannot be reached through the proxy",
                    stamp(file, nobody, URI.create("http://authority.invalid/tsr"))
                            .failed()
                            .getFirst()
                            .reason());
        }
    }

    /** A SOCKS 5 proxy for one connection, which leads to a port of this machine whatever is asked for. */
    private static final class Socks implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final java.io.ByteArrayOutputStream heard = new java.io.ByteArrayOutputStream();
        volatile String asked = "";

        Socks(int to) throws IOException {
            Thread.ofVirtual().start(() -> serve(to));
        }

        int port() {
            return server.getLocalPort();
        }

        synchronized String sent() {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }

        private void serve(int to) {
            try (Socket client = server.accept();
                    Socket target = new Socket(InetAddress.getLoopbackAddress(), to)) {
                InputStream in = client.getInputStream();
                OutputStream out = client.getOutputStream();
                in.read();
                in.readNBytes(in.read());
                out.write(new byte[] {5, 0});
                byte[] head = in.readNBytes(4);
                assertEquals(3, head[3], "a name, not an address");
                asked = new String(in.readNBytes(in.read()), StandardCharsets.US_ASCII);
                in.readNBytes(2);
                out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 80});
                Thread back = Thread.ofVirtual().start(() -> {
                    try {
                        target.getInputStream().transferTo(out);
                    } catch (IOException e) {
                        // the client has gone
                    }
                });
                byte[] buffer = new byte[4096];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    synchronized (this) {
                        heard.write(buffer, 0, count);
                    }
                    target.getOutputStream().write(buffer, 0, count);
                }
                back.join();
            } catch (IOException | InterruptedException e) {
                // the test ends
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
