package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.afterword.custody.OpensslAuthority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints and stamps, as typed. */
class StampsTest {
    @TempDir
    Path folder;

    private CommandLine line;
    private String file;

    @BeforeEach
    void make() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    private String letter(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "We lit the lamps at seven, " + name)
                .toString();
    }

    @Test
    void aCheckpointIsPrintedKeptAndComparedWith() throws IOException {
        Path kept = folder.resolve("checkpoint.txt");
        String printed = line.done("checkpoint", file).out();
        assertTrue(line.done("checkpoint", file, "-o", kept.toString()).out().contains("Keep it elsewhere"));
        assertEquals(printed, Files.readString(kept));
        JsonNode json = line.done("checkpoint", file, "--json").json().getFirst();
        assertEquals(printed, json.path("checkpoint").asText());
        assertEquals(1, json.path("entries").asLong());
        assertTrue(json.path("origin").asText().startsWith("afterword/"));
        CommandLine.Answer again = line.type("checkpoint", file, "-o", kept.toString());
        assertEquals(1, again.exit());
        assertTrue(again.err().contains("nothing was overwritten"), again.err());

        Path old = Files.copy(Path.of(file), folder.resolve("old.afterword"));
        line.done("add", file, letter("one.txt"));
        JsonNode verified = line.done("verify", file, "--since", kept.toString(), "--json")
                .json()
                .getFirst();
        assertEquals(
                "the checkpoint of 1 log entry", verified.path("unchangedSince").asText());
        Files.writeString(kept, line.done("checkpoint", file).out());
        CommandLine.Answer rolledBack = line.type("verify", old.toString(), "--since", kept.toString());
        assertEquals(3, rolledBack.exit());
        assertTrue(rolledBack.out().contains("The case is older than the checkpoint"), rolledBack.out());
        assertEquals(3, line.type("verify", file, "--since", file).exit());
        assertEquals(
                1,
                line.type("verify", file, "--since", folder.resolve("none").toString())
                        .exit());
    }

    @Test
    void nobodyIsAskedUnlessNamed() {
        CommandLine.Answer answer = line.type("stamp", file);
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("a hash, the address that asks, and when"), answer.err());
        for (String wrong : new String[] {
            "authority", "file:///etc/passwd", "https://me:secret@one.example/", "ftp://a/", "http:///"
        }) {
            assertEquals(2, line.type("stamp", file, "--tsa", wrong).exit(), wrong);
        }
        for (String wrong : new String[] {"localhost", "http://127.0.0.1:9050", "socks5://127.0.0.1"}) {
            assertEquals(
                    2,
                    line.type("stamp", file, "--tsa", "http://127.0.0.1:1/", "--proxy", wrong)
                            .exit(),
                    wrong);
        }
        assertEquals(
                2,
                line.type("stamp", file, "--tsa", "http://127.0.0.1:1/", "--roots", noRoots())
                        .exit());
    }

    private String noRoots() {
        return folder.resolve("phrase").toString();
    }

    @Test
    void stampsAreAskedForAndVerified() throws IOException {
        try (var authority = new OpensslAuthority(Files.createDirectory(folder.resolve("tsa")))) {
            String address = authority.address().toString();
            line.done("add", file, letter("one.txt"));
            CommandLine.Answer one = line.done("stamp", file, "--tsa", address);
            assertTrue(one.out().contains("Only one authority was asked"), one.out());
            assertTrue(one.out().contains("give --roots"), one.out());
            JsonNode two = line.type(
                            "stamp",
                            file,
                            "--tsa",
                            address,
                            "--tsa",
                            "http://127.0.0.1:1/",
                            "--roots",
                            authority.root().toString(),
                            "--json")
                    .json()
                    .getFirst();
            assertEquals("given", two.path("stamped").path(0).path("root").asText());
            assertEquals(
                    "http://127.0.0.1:1/",
                    two.path("failed").path(0).path("address").asText());
            assertEquals(
                    "nobody answers at its address",
                    two.path("failed").path(0).path("reason").asText());
            assertEquals(
                    1, line.type("stamp", file, "--tsa", "http://127.0.0.1:1/").exit());

            JsonNode verified = line.done("verify", file, "--json").json().getFirst();
            assertTrue(verified.path("existedBefore").asText().contains("root given by the archivist when stamping"));
            assertEquals(2, verified.path("stamps").size());
            assertEquals(
                    "unchecked", verified.path("stamps").path(0).path("root").asText());
            assertEquals("kept", verified.path("stamps").path(1).path("root").asText());
            String said = line.done("verify", file, "--roots", authority.root().toString())
                    .out();
            assertTrue(said.contains("signed by this case's key: yes"), said);
            assertTrue(said.contains("unchanged since a checkpoint kept elsewhere: rollback not checked"), said);
            assertTrue(said.contains("(its root is one that you gave)"), said);
            assertFalse(said.contains("true"), said);
        }
    }

    /** An option that a check would not heed is refused, not passed over. */
    @Test
    void whatDoesNotGoWithAFolderIsRefused() throws IOException {
        String bag = folder.resolve("bag").toString();
        line.done("add", file, letter("one.txt"));
        line.done("export", file, bag, "--format", "bagit", "--unprotected");
        line.done("verify", bag);
        String empty = folder.resolve("empty").toString();
        assertTrue(line.done("export", file, empty, "--format", "bagit").out().contains("There is no text in it"));
        CommandLine.Answer roots = line.type("verify", bag, "--roots", noRoots());
        assertEquals(2, roots.exit());
        assertTrue(roots.err().contains("VERIFY.md"), roots.err());
        assertEquals(2, line.type("verify", bag, "--repair").exit());
        assertEquals(2, line.type("verify", folder.toString()).exit());
        assertEquals(3, line.type("verify", bag, "--since", noRoots()).exit());
        var view = Files.getFileAttributeView(Path.of(bag), PosixFileAttributeView.class);
        if (view != null) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    view.readAttributes().permissions(),
                    "nobody else on the machine looks into it");
        }
    }
}
