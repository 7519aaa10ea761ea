package org.afterword.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.afterword.model.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * Whatever a file refers to is left where it is. Read twice: in this process, which nothing keeps from the network, so
 * that a reader that asked would be seen; and by the child, as {@code afterword add} does.
 */
class NothingFetchedTest {
    private static final String MARK = "what lies on this machine";
    private static final int DEEPEST = 4;

    /** Keeps the first line of whatever anybody asks. */
    private static final class Listening implements AutoCloseable {
        private final ServerSocket server;
        private final List<String> asked = new ArrayList<>();
        private final Thread thread;

        Listening() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            thread = Thread.ofVirtual().start(this::listen);
        }

        String address() {
            return "http://127.0.0.1:" + server.getLocalPort();
        }

        private void listen() {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    socket.setSoTimeout(2000);
                    String line = new String(socket.getInputStream().readNBytes(14), StandardCharsets.ISO_8859_1);
                    synchronized (asked) {
                        asked.add(line);
                    }
                    socket.getOutputStream().write(Packed.text("HTTP/1.0 404 Gone\r\nContent-Length: 0\r\n\r\n"));
                } catch (IOException e) {
                    synchronized (asked) {
                        asked.add(server.isClosed() ? "closed" : "broken off");
                    }
                }
            }
        }

        /** All that was asked before; the last of it by this method, so that nothing is still under way. */
        List<String> asked() throws IOException {
            assertThrows(
                    IOException.class,
                    () -> URI.create(address() + "/at-the-end")
                            .toURL()
                            .openStream()
                            .close());
            synchronized (asked) {
                assertEquals("GET /at-the-en", asked.removeLast());
                return List.copyOf(asked);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static References references(Listening server, Path folder) throws IOException {
        Path local = Files.writeString(folder.resolve("local.txt"), MARK);
        return new References(server.address(), local.toUri().toString());
    }

    @Test
    void noRequestArrives(@TempDir Path folder) throws IOException {
        try (var server = new Listening();
                var child = new ChildReader()) {
            References references = references(server, folder);
            for (var file : references.files().entrySet()) {
                String name = file.getKey();
                String reader = references.reader(name);
                Found here = all(
                        name,
                        file.getValue(),
                        1,
                        (path, bytes) -> Found.of(
                                into -> Readers.read(new Source(path, Fixtures.EXHIBIT, Fixtures.GROUP, bytes), into)));
                assertEquals(List.of(), server.asked(), name);
                assertTrue(
                        reader.equals("*") || reader.isEmpty() || here.reader().equals(reader + "/" + Readers.VERSION),
                        name + " was read by " + here.reader() + here.warnings());
                Found there = all(
                        name,
                        file.getValue(),
                        1,
                        (path, bytes) -> Found.of(
                                into -> child.read(path, Fixtures.EXHIBIT, Fixtures.GROUP, Origin.of(bytes), into)));
                assertEquals(here.reader(), there.reader(), name);
            }
            assertEquals(List.of(), server.asked());
        }
    }

    /** Reads the file, and what comes out of it. */
    private static Found all(String name, byte[] bytes, int depth, BiFunction<String, byte[], Found> reads) {
        Found found = reads.apply(name, bytes);
        for (Account account : found.accounts()) {
            assertFalse((account.text() + account.title()).contains(MARK), name);
        }
        for (Map.Entry<String, byte[]> part : found.parts().entrySet()) {
            assertFalse(new String(part.getValue(), StandardCharsets.UTF_8).contains(MARK), name);
            if (depth < DEEPEST) {
                all(name + "!/" + part.getKey(), part.getValue(), depth + 1, reads);
            }
        }
        return found;
    }

    /** The JDK's parsers as they are would have asked, and read the file: so the test above can fail. */
    @Test
    void whoAsksIsSeen(@TempDir Path folder) throws IOException, ParserConfigurationException {
        try (var server = new Listening()) {
            References references = references(server, folder);
            byte[] drawing = references.files().get("data.xml");
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            assertThrows(IOException.class, () -> {
                try {
                    parser.parse(new ByteArrayInputStream(drawing));
                } catch (SAXException e) {
                    throw new AssertionError(e);
                }
            });
            assertFalse(server.asked().isEmpty());
        }
    }
}
