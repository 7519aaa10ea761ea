package org.afterword.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A time-stamp authority on this machine: {@code openssl ts} behind a small server, with a root of its own. */
public final class OpensslAuthority implements AutoCloseable {
    private static final String CONFIGURATION = """
            [tsa]
            default_tsa = one
            [one]
            serial = serial
            signer_cert = tsa.pem
            certs = ca.pem
            signer_key = tsa.key
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256, sha384, sha512
            accuracy = secs:1, millisecs:500
            ess_cert_id_alg = sha256
            [ext]
            basicConstraints = critical, CA:false
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, timeStamping
            """;

    private final Path folder;
    private final HttpServer server;

    /**
     * @param folder for its keys; must be there
     */
    public OpensslAuthority(Path folder) throws IOException {
        assumeTrue(there(), "openssl is not on this machine");
        this.folder = folder;
        Files.writeString(folder.resolve("tsa.cnf"), CONFIGURATION);
        Files.writeString(folder.resolve("serial"), "01\n");
        String curve = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc";
        openssl("req -x509 " + curve + " -keyout ca.key -out ca.pem -days 30 -subj /CN=Lamp-root");
        openssl("req -new " + curve + " -keyout tsa.key -out tsa.csr -subj /CN=Lamp-time");
        openssl("x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem -days 20"
                + " -extfile tsa.cnf -extensions ext");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = reply(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    private static boolean there() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsr");
    }

    /** Its root certificate. */
    public Path root() {
        return folder.resolve("ca.pem");
    }

    /** What it answers. */
    synchronized byte[] reply(byte[] request) throws IOException {
        Files.write(folder.resolve("query.tsq"), request);
        openssl("ts -reply -config tsa.cnf -section one -queryfile query.tsq -out answer.tsr");
        return Files.readAllBytes(folder.resolve("answer.tsr"));
    }

    private void openssl(String arguments) {
        List<String> all = new ArrayList<>(List.of("openssl"));
        all.addAll(List.of(arguments.split(" ")));
        assertEquals(0, run(folder, all), arguments);
    }

    /**
     * @return the exit code
     */
    static int run(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            assertEquals(true, process.waitFor(30, TimeUnit.SECONDS));
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What openssl says of a stamp, without our program. */
    int verify(byte[] data, byte[] response, Path roots) throws IOException {
        Files.write(folder.resolve("checkpoint.txt"), data);
        Files.write(folder.resolve("token.tsr"), response);
        return run(
                folder,
                List.of(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        "checkpoint.txt",
                        "-in",
                        "token.tsr",
                        "-CAfile",
                        roots.toString()));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** What it last said. */
    String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
    }
}
