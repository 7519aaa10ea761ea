package org.afterword.reading;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Warning;

/** A child whose reader does what no reader may; what it gets done is in its warnings. The text says what to do. */
final class HostileChild {
    private HostileChild() {}

    public static void main(String[] arguments) throws IOException {
        // what Java needs for sockets is there before the lock, so that it is the lock that refuses
        new ServerSocket(0).close();
        ReadingChild.serve(HostileChild::read);
    }

    private static Reading read(Source source, Findings into) throws IOException {
        String text = source.text().strip();
        var done = new ArrayList<Warning>();
        String[] words = text.split(" ", -1);
        switch (words[0]) {
            case "connect" ->
                attempt(
                        done,
                        "connected",
                        () -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[1])).close());
            case "write" -> attempt(done, "wrote", () -> Files.writeString(Path.of(words[1]), "x"));
            case "append" ->
                attempt(
                        done,
                        "appended",
                        () -> Files.newOutputStream(Path.of(words[1]), java.nio.file.StandardOpenOption.APPEND)
                                .close());
            case "delete" -> attempt(done, "deleted", () -> Files.delete(Path.of(words[1])));
            case "run" ->
                attempt(
                        done,
                        "ran",
                        () -> new ProcessBuilder("/bin/true").start().waitFor());
            case "environment" -> System.getenv().forEach((name, value) -> done.add(new Warning("", name)));
            case "print" -> System.out.println("this must not break the frames");
            case "memory" -> {
                byte[][] all = new byte[1 << 20][];
                for (int i = 0; i < all.length; i++) {
                    all[i] = new byte[10 << 20];
                }
                done.add(new Warning("", "has all the memory: " + all.length));
            }
            case "hang" -> {
                while (true) {
                    Thread.onSpinWait();
                }
            }
            case "parts" -> {
                for (String path : List.of("../names.txt", "nothing.txt")) {
                    Optional<Source> other = source.beside(path);
                    if (other.isEmpty()) {
                        done.add(new Warning("", path));
                    } else {
                        into.part(path, other.get().stream(0));
                    }
                }
                into.part("empty", InputStream.nullInputStream());
            }
            case "bomb" ->
                into.part("bomb", new InputStream() {
                    @Override
                    public int read() {
                        return 0;
                    }
                });
            case "beyond" -> into.part("x".repeat(5000), InputStream.nullInputStream());
            case "result" -> {
                return new Reading(null, 1, 0, 0, List.of(), Optional.empty());
            }
            case "breaks" -> {
                Readers.read(
                        new Source(
                                "x.txt", source.exhibit(), source.group(), "I left.".getBytes(StandardCharsets.UTF_8)),
                        into);
                into.part("x".repeat(5000), InputStream.nullInputStream());
            }
            case "halt" -> Runtime.getRuntime().halt(7);
            default -> {
                return Readers.read(source, into);
            }
        }
        return new Reading("hostile", 1, 0, 0, done, Optional.empty());
    }

    private interface Attempt {
        void run() throws IOException, InterruptedException;
    }

    private static void attempt(List<Warning> done, String what, Attempt attempt) {
        try {
            attempt.run();
            done.add(new Warning("", what));
        } catch (IOException | InterruptedException e) {
            done.add(new Warning("", "refused"));
        }
    }
}
