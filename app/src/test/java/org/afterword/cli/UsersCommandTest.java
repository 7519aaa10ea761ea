package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in where a case is served, and how it is served. */
class UsersCommandTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private String file = "";

    @BeforeEach
    void newCase() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    private String secret(String words) throws IOException {
        return Files.writeString(folder.resolve("secret"), words + "\n").toString();
    }

    private CommandLine.Answer add(String name) throws IOException {
        return line.type("users", file, "add", name, "--new-passphrase-file", secret("walnut harbour gravel oboe"));
    }

    private void assertRefused(String sentence, CommandLine.Answer answer) {
        assertEquals(Exit.USAGE, answer.exit(), answer.err());
        assertTrue(answer.err().contains(sentence), answer.err());
    }

    @Test
    void theyAreAddedChangedAndRemoved() throws IOException {
        assertTrue(line.done("users", file).out().contains("Nobody is let in by name."));
        assertRefused(
                "easily guessed", line.type("users", file, "add", "anna", "--new-passphrase-file", secret("password")));
        assertEquals(0, add("anna").exit());
        assertEquals(0, add("Berta Ö.").exit());
        assertRefused("is let in already", add("anna"));
        assertRefused("cannot be a user's name", add("<b>"));
        assertEquals(
                "anna",
                line.done("users", file, "--json").json().getLast().get("user").textValue());
        assertRefused("nobody is let in under", line.type("users", file, "change", "nobody"));
        assertRefused("nobody is let in under", line.type("users", file, "remove", "nobody"));
        assertRefused("an action and a name", line.type("users", file, "add"));
        assertRefused("there is no action", line.type("users", file, "promote", "anna"));
        line.done("users", file, "change", "anna", "--new-passphrase-file", secret("pencil thicket mango lantern"));
        line.done("users", file, "remove", "anna");
        assertEquals("Berta Ö.", line.done("users", file).out().strip());
        assertEquals(0, line.type("verify", file).exit());
    }

    @Test
    void nothingIsServedWithoutUsersOrInTheClear() throws IOException {
        assertRefused("nobody is let in by name yet", line.type("serve", file, "--listen", "127.0.0.1"));
        add("anna");
        assertRefused("would be all of them", line.type("serve", file, "--listen", "0.0.0.0"));
        assertRefused("go with --listen", line.type("serve", file, "--certificate", file, "--key", file));
        assertRefused("go together", line.type("serve", file, "--listen", "127.0.0.1", "--key", file));
        assertRefused("1 to 1440", line.type("serve", file, "--listen", "127.0.0.1", "--idle", "0"));
        assertRefused(
                "a case that is there",
                line.type("serve", folder.resolve("no.afterword").toString(), "--listen", "::1"));
        assertRefused("nothing can listen", line.type("serve", file, "--listen", "192.0.2.1"));
        assertRefused(
                "no certificate in",
                line.type("serve", file, "--listen", "127.0.0.1", "--certificate", file, "--key", file));
    }

    @Test
    void itSaysWhereToWhomAndTheFingerprint()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        add("anna");
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var said = new CompletableFuture<CommandLine.Answer>();
        Thread server = Thread.ofPlatform()
                .start(() -> said.complete(
                        line.type("serve", file, "--listen", "127.0.0.1", "--port", Integer.toString(port))));
        for (int i = 0; i < 600 && !waits(server); i++) {
            Thread.sleep(50);
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
        }
        server.interrupt();
        CommandLine.Answer answer = said.get(30, TimeUnit.SECONDS);
        // interrupted, the thread cannot close its server in peace: so nothing of how it ended
        assertTrue(answer.out().contains("https://127.0.0.1:" + port + "/"), answer.out());
        assertTrue(answer.out().contains("to: anna."), answer.out());
        assertTrue(answer.out().matches("(?s).*\\b([0-9A-F]{2}:){31}[0-9A-F]{2}\\b.*"), answer.out());
    }

    /** Whether it has said what it has to say. */
    private static boolean waits(Thread server) {
        return Arrays.stream(server.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Waiting.class.getName()));
    }
}
