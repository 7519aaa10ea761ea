package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged case, as a person would meet it. */
class SalvageCommandTest {
    private static final String LETTER = "Ada Quill was kind to me. They asked me for 300 crowns.\n";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;
    private String out;

    @BeforeEach
    void aCase() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        out = folder.resolve("salvaged").toString();
        CommandLine.cheap(file);
        Path letter = Files.writeString(folder.resolve("my letter.txt"), LETTER);
        line.done("add", file, letter.toString(), "--group", "The group");
        String id =
                line.done("people", file, "--json").json().getFirst().get("id").asText();
        line.done("decide", file, id, "pseudonym=Berta", "--reason", "a private person");
    }

    @Test
    void nothingIsWrittenInTheClearUnlessThatIsSaid() {
        CommandLine.Answer answer = line.type("salvage", file, out);
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("--unprotected"), answer.err());
        assertFalse(Files.exists(Path.of(out)));
    }

    @Test
    void whatIsWholeComesOutOfACaseWithoutItsFirstPage() throws IOException {
        try (var channel = Files.newByteChannel(Path.of(file), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1 << 14));
        }
        assertEquals(1, line.type("people", file).exit());
        var said = line.done("salvage", file, out, "--unprotected", "--json")
                .json()
                .getFirst();
        assertEquals(1, said.get("exhibits").asInt());
        assertEquals(1, said.get("accounts").asInt());
        assertEquals(1, said.get("decisions").asInt());
        try (var exhibits = Files.list(Path.of(out, "exhibits"))) {
            Path exhibit = exhibits.findFirst().orElseThrow();
            assertTrue(exhibit.toString().endsWith("my letter.txt"));
            assertArrayEquals(LETTER.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(exhibit));
        }
        assertTrue(Files.readString(Path.of(out, "accounts.jsonl")).contains("300 crowns"));
        assertTrue(Files.readString(Path.of(out, "REPORT.md")).contains("my letter.txt"));
    }

    @Test
    void itsDecisionsCanBeReadByDecide() {
        line.done("salvage", file, out, "--unprotected");
        line.done("undo", file);
        line.done("decide", file, "--from", Path.of(out, "decisions.jsonl").toString());
        assertEquals(
                "pseudonym=Berta",
                line.done("people", file, "--json")
                        .json()
                        .getFirst()
                        .get("decision")
                        .asText());
    }

    @Test
    void aRepairIsAskedForAndSaid() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("UPDATE header SET bytes = zeroblob(300) WHERE copy = 2");
        }
        CommandLine.Answer found = line.type("verify", file, "--json");
        assertEquals(3, found.exit());
        assertEquals(
                "restore-header",
                found.json().getFirst().at("/problems/0/repair").asText());
        assertEquals(2, line.type("verify", file, "--repair").exit(), "nobody can be asked");
        CommandLine.Answer repaired = line.done("verify", file, "--repair", "--yes");
        assertTrue(repaired.out().contains("before-repair-1"), repaired.out());
        line.done("verify", file);
        assertEquals(3, line.type("verify", file + ".before-repair-1").exit());
    }
}
