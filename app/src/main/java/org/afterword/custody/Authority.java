package org.afterword.custody;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.afterword.model.Sha256;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/**
 * A time-stamp authority, asked over HTTP (RFC 3161, section 3.4). It learns a hash, the address that asks, and when.
 *
 * @param address http or https
 * @param proxy through which it is asked; {@link Proxy#NO_PROXY} for none. With SOCKS, the proxy resolves the name
 * @param patience how long one answer may take, from beginning to end
 */
record Authority(URI address, Proxy proxy, Duration patience) {
    private static final int LARGEST = 1 << 20;
    private static final int NONCE_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Asks for a stamp. What comes back is not checked yet.
     *
     * @param note the checkpoint, over {@code size} entries
     * @throws StampException if no answer came
     */
    TimeStamp ask(String note, long size, Optional<String> roots) throws StampException {
        byte[] request = request(note);
        byte[] response = within(() -> exchange(request));
        return new TimeStamp(size, address.toString(), note, request, response, roots);
    }

    private static byte[] request(String note) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        byte[] hash = Sha256.of(note.getBytes(StandardCharsets.UTF_8)).bytes();
        try {
            return generator
                    .generate(NISTObjectIdentifiers.id_sha256, hash, new BigInteger(NONCE_BITS, RANDOM))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request has a DER form", e);
        }
    }

    /** An authority that drips its answer is left behind: its thread does not keep the program alive. */
    private byte[] within(Callable<byte[]> exchange) throws StampException {
        var task = new FutureTask<>(exchange);
        Thread.ofVirtual().start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StampException("asking it was broken off", e);
        } catch (ExecutionException e) {
            throw why(e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private StampException late(Throwable cause) {
        return new StampException(late(), cause);
    }

    private String late() {
        return "it did not answer within " + Math.max(1, patience.toSeconds()) + " s";
    }

    private StampException why(Throwable e) {
        return switch (e) {
            case StampException said -> said;
            case SocketTimeoutException late -> late(late);
            case UnknownHostException unknown -> new StampException("no such name is known on the network", unknown);
            case SSLException tls -> new StampException("its https connection cannot be trusted", tls);
            case SocketException socket
            when proxy.type() == Proxy.Type.SOCKS ->
                new StampException("it cannot be reached through the proxy", socket);
            case ConnectException refused -> new StampException("nobody answers at its address", refused);
            default -> new StampException("the connection to it broke off", e);
        };
    }

    private byte[] exchange(byte[] request) throws IOException, StampException {
        long end = System.nanoTime() + patience.toNanos();
        var connection = (HttpURLConnection) address.toURL().openConnection(proxy);
        try {
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/timestamp-query");
            connection.setRequestProperty("Accept", "application/timestamp-reply");
            connection.setRequestProperty("User-Agent", ""); // not the version of our Java
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(request.length); // else the JDK may ask twice
            try (var out = connection.getOutputStream()) {
                out.write(request);
            }
            status(connection);
            try (InputStream in = connection.getInputStream()) {
                return body(in, end);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static void status(HttpURLConnection connection) throws IOException, StampException {
        int status = connection.getResponseCode();
        if (status >= 300 && status < 400) {
            String to = connection.getHeaderField("Location");
            throw new StampException("it sends us elsewhere"
                    + (to == null ? "" : ", to " + Token.plain(to))
                    + "; give that address yourself if you trust it");
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new StampException(
                    status < 0 ? "it does not speak HTTP" : "it answered with an error (HTTP " + status + ")");
        }
    }

    private byte[] body(InputStream in, long end) throws IOException, StampException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            if (out.size() > LARGEST) {
                throw new StampException("its answer is longer than 1 MiB, which no time stamp is");
            }
            if (System.nanoTime() > end) {
                throw new StampException(late());
            }
        }
        return out.toByteArray();
    }
}
