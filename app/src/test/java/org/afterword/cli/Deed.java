package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.afterword.casefile.Plaintexts;
import org.afterword.custody.OpensslAuthority;

/** A command that is killed while it runs, and how one tells that nothing which it acknowledged was lost. */
abstract class Deed implements AutoCloseable {
    /** All of them: a new command is one more line. */
    static List<Deed> all() {
        return List.of(
                new Add(),
                new Decide(),
                new Publish(),
                new Stamp(),
                new Capture(),
                new KeyDeeds.Passphrase(),
                new KeyDeeds.Recovery(),
                new Erase());
    }

    CommandLine line;
    Path folder;
    String file;

    /** Once, before the first run. */
    void prepare() throws IOException {}

    /** The command of a round. */
    abstract List<String> command(int round) throws IOException;

    /**
     * After each round: throws if something that any round acknowledged is not there.
     *
     * @param done whether this round came to its end
     * @param said by it until then
     */
    abstract void check(int round, boolean done, Program.Ended said) throws IOException;

    JsonNode json(String... command) {
        return line.done(command).json().getFirst();
    }

    @Override
    public void close() {}

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    /** Files are acknowledged one by one. */
    static final class Add extends Deed {
        private static final int FILES = 120;
        private final Set<String> acknowledged = new HashSet<>();
        private int added;

        @Override
        List<String> command(int round) throws IOException {
            Path exports = folder.resolve("exports");
            Files.createDirectories(exports);
            for (int i = 0; i < FILES; i++, added++) {
                Files.writeString(
                        exports.resolve("letter-" + added + ".txt"),
                        "Letter " + added + "\n\nThey asked me for money.\n");
            }
            return List.of("add", file, exports.toString(), "--group", "The group", "-v");
        }

        @Override
        void check(int round, boolean done, Program.Ended said) {
            said.err()
                    .lines()
                    .filter(one -> one.startsWith("kept ") && one.endsWith(".txt"))
                    .forEach(one -> acknowledged.add(one.substring("kept ".length())));
            assertTrue(json("verify", file, "--json").get("exhibits").asInt() >= acknowledged.size());
            if (done) {
                Set<String> there = new HashSet<>();
                line.done("accounts", file, "--json")
                        .json()
                        .forEach(one -> there.add(one.get("file").asText()));
                assertEquals(added, there.size());
                assertTrue(there.containsAll(acknowledged));
            }
        }
    }

    /** A decision is there once it was acknowledged, and the last one holds. */
    static final class Decide extends Deed {
        private String id = "";
        private String last = "";

        @Override
        void prepare() throws IOException {
            Path letter = Files.writeString(
                    folder.resolve("letter.txt"), "Ada Quill, Bertha Loom and Conrad Vetch were kind to me.\n");
            line.done("add", file, letter.toString());
            id = json("people", file, "--json").get("id").asText();
        }

        @Override
        List<String> command(int round) {
            return List.of("decide", file, id, verdict(round));
        }

        private static String verdict(int round) {
            return "pseudonym=Friend " + round;
        }

        @Override
        void check(int round, boolean done, Program.Ended said) {
            String now = line.done("people", file, "--json").json().stream()
                    .filter(one -> one.get("id").asText().equals(id))
                    .map(one -> one.path("decision").asText(""))
                    .findFirst()
                    .orElse("");
            assertTrue(now.equals(verdict(round)) || (!done && now.equals(last)), () -> now + ", before: " + last);
            last = now;
        }
    }

    /** A site is whole or it is not there; what is there is one that was published. */
    static final class Publish extends Deed {
        private String site = "";
        private boolean published;

        @Override
        void prepare() throws IOException {
            Walked walked = Walked.decided(Files.createDirectory(folder.resolve("walked")));
            file = walked.file;
            line = walked.line;
            site = folder.resolve("site").toString();
        }

        @Override
        List<String> command(int round) {
            return List.of("publish", file, site, "--run-by", "round " + round);
        }

        @Override
        void check(int round, boolean done, Program.Ended said) {
            published |= done;
            if (Files.exists(Path.of(site))) {
                line.done("verify", site);
            } else if (published) {
                // Between two renamings; the next publication begins by putting the old site back.
                assertTrue(!done && Files.exists(folder.resolve(".site.afterword-before")), "the site is lost");
            }
        }
    }

    /** A stamp that was acknowledged is kept. */
    static final class Stamp extends Deed {
        private OpensslAuthority authority;
        private int acknowledged;

        @Override
        void prepare() throws IOException {
            authority = new OpensslAuthority(Files.createDirectory(folder.resolve("tsa")));
        }

        @Override
        List<String> command(int round) {
            return List.of("stamp", file, "--tsa", authority.address().toString());
        }

        @Override
        void check(int round, boolean done, Program.Ended said) {
            acknowledged += done ? 1 : 0;
            int kept = json("verify", file, "--json").get("stamps").size();
            assertTrue(kept >= acknowledged, () -> kept + " stamps of " + acknowledged);
        }

        @Override
        public void close() {
            if (authority != null) {
                authority.close();
            }
        }
    }

    /** The files of a capture that was acknowledged are kept. */
    static final class Capture extends Deed {
        private HttpServer server;
        private int exhibits;

        @Override
        void prepare() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    byte[] page = ("<html><body><p>A letter of " + System.nanoTime() + "</p></body></html>")
                            .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                }
            });
            server.start();
        }

        @Override
        List<String> command(int round) {
            String page = "http://127.0.0.1:" + server.getAddress().getPort() + "/letter-" + round;
            return List.of("capture", file, page, "--direct", "--allow-private");
        }

        @Override
        void check(int round, boolean done, Program.Ended said) {
            int now = json("verify", file, "--json").get("exhibits").asInt();
            int before = exhibits;
            assertTrue(now >= before + (done ? 1 : 0), () -> now + " exhibits, before " + before);
            exhibits = now;
        }

        @Override
        public void close() {
            if (server != null) {
                server.stop(0);
            }
        }
    }

    /** What was erased never comes back, and what was not is there. */
    static final class Erase extends Deed {
        private final Set<String> erased = new HashSet<>();
        private String secret = "";

        @Override
        List<String> command(int round) throws IOException {
            secret = "the heron flew at seven on day " + round + ".";
            Path letter = folder.resolve("letter-" + round + ".txt");
            Files.writeString(letter, "I was there when " + secret + "\n" + "We lit the lamps.\n".repeat(3000));
            line.done("add", file, letter.toString());
            String id = line.done("accounts", file, "--json").json().stream()
                    .filter(one -> one.get("file")
                            .asText()
                            .endsWith(letter.getFileName().toString()))
                    .map(one -> one.get("exhibit").asText())
                    .findFirst()
                    .orElseThrow();
            return List.of("erase", file, id, "--reason", "asked for in a letter", "--yes");
        }

        @Override
        void check(int round, boolean done, Program.Ended said) throws IOException {
            List<String> all = Plaintexts.in(Path.of(file), Program.PASSPHRASE);
            boolean readable = all.stream().anyMatch(text -> text.contains(secret));
            boolean there = line.done("accounts", file, "--json").json().stream()
                    .anyMatch(one -> one.get("file").asText().endsWith("letter-" + round + ".txt"));
            assertEquals(there, readable, "whole or not at all");
            assertTrue(!there || !done, "acknowledged, and still there");
            if (!there) {
                erased.add(secret);
            }
            assertTrue(
                    erased.stream().noneMatch(one -> all.stream().anyMatch(text -> text.contains(one))),
                    "something erased is back");
        }
    }
}
