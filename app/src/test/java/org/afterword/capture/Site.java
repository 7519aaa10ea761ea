package org.afterword.capture;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A site on this machine that sends exactly the bytes that a test gives it, and keeps what it was asked. */
public final class Site implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean hungUp;

    /** Writes an answer, head and body, as it likes. */
    public interface Answer {
        void write(OutputStream out, String request) throws IOException;
    }

    Site(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    public static Site open() throws IOException {
        return new Site(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append("\r\n");
            }
            if (!head.isEmpty() && !hungUp) {
                asked.add(head.toString());
                String path = head.toString().split(" ", 3)[1];
                answers.getOrDefault(path, plain("404 Not Found", "text/plain", "no such page"))
                        .write(client.getOutputStream(), head.toString());
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            // the client went away, which is its right
        }
    }

    public Site on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    public Site page(String path, String html) {
        return on(path, plain("200 OK", "text/html; charset=utf-8", html));
    }

    public Site redirect(String path, String to) {
        return on(
                path,
                (out, request) -> send(
                        out, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n", new byte[0]));
    }

    public static Answer plain(String status, String type, String body) {
        return with(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer with(String status, String type, byte[] body, String... headers) {
        return (out, request) -> send(
                out,
                "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n"
                        + String.join(
                                "",
                                List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n",
                body);
    }

    /**
     * From now on whoever connects is hung up on without a word. The port stays held: a closed one may be another test's
     * a moment later, and that test's site would answer.
     */
    public void hangsUp() {
        hungUp = true;
    }

    static String head(String status, String... headers) {
        return "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    public static void send(OutputStream out, String head, byte[] body) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /** In pieces of the given length, with a trailer. */
    static byte[] chunked(byte[] bytes, int length) throws IOException {
        var out = new ByteArrayOutputStream();
        for (int at = 0; at < bytes.length; at += length) {
            int n = Math.min(length, bytes.length - at);
            out.write((Integer.toHexString(n) + ";note=1\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, at, n);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write("0\r\nX-Trailer: end\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** The heads of all requests. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    int port() {
        return socket.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
