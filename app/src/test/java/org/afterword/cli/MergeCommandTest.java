package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of a case, worked on apart. */
class MergeCommandTest {
    private static final String GAVE = "They told us to give a tenth of what we earned.";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;
    private String other;
    private String account;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        other = folder.resolve("berta.afterword").toString();
        CommandLine.cheap(file);
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "I joined the Lamp Circle in spring. " + GAVE + " Wilhelmina Vendrake led it.");
        line.done("add", file, letter.toString(), "--group", "The Lamp Circle", "--names", "rules");
        Files.copy(Path.of(file), Path.of(other));
        account = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
    }

    private JsonNode merged(String into, String from) {
        return line.done("merge", into, from, "--json").json().getFirst();
    }

    private String name() {
        return line.done("people", file, "--json").json().stream()
                .filter(one -> one.get("name").asText().contains("Vendrake"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    @Test
    void whatAnotherCoderDidComesIn() {
        line.done("code", file, account, "practice/money-demand", "--quote", GAVE, "--coder", "anna");
        line.done("decide", file, account, "read", "--coder", "anna");
        line.done(
                "code", other, account, "practice/exhaustion", "--quote", GAVE, "--coder", "berta", "--memo", "tired");
        line.done("decide", other, account, "read", "--coder", "berta");
        JsonNode came = merged(file, other);
        assertEquals(1, came.get("codings").asInt());
        assertEquals(3, came.get("decisions").asInt(), "a reading, a memo, and that she holds what she coded");
        assertEquals(0, came.get("left").size());
        assertEquals(0, came.get("conflicts").size());
        List<JsonNode> passages = line.done("passages", file, "--json").json();
        assertEquals(
                List.of("person anna", "person berta"),
                passages.stream().map(one -> one.get("by").asText()).sorted().toList());
        assertTrue(line.done("accounts", file).out().contains("read by berta"));
        assertEquals(0, merged(file, other).get("decisions").asInt(), "the second time nothing is left to bring");
        assertEquals(2, line.type("merge", file, file).exit());
        assertTrue(line.done("agreement", file, "--disagreements").out().contains("not found"));
    }

    @Test
    void whatBothDecidedDifferentlyIsSettledByAPerson() {
        line.done("decide", file, name(), "pseudonym", "--coder", "anna");
        line.done("decide", other, name(), "redact", "--coder", "berta", "--reason", "she asked for it");
        JsonNode came = merged(file, other);
        JsonNode conflict = came.get("conflicts").get(0);
        assertEquals(name(), conflict.get("id").asText());
        assertEquals(2, conflict.get("decisions").size());
        assertTrue(line.done("merge", file, other).out().contains("berta: redact (she asked for it)"));
        line.done("decide", file, name(), "redact", "--coder", "anna");
        assertEquals(0, merged(file, other).get("conflicts").size());
        assertEquals(0, merged(other, file).get("conflicts").size(), "what was settled there is settled here");
    }

    @Test
    void theOtherMayHaveAnotherPassphrase() throws IOException {
        line.done("decide", other, account, "read", "--coder", "berta");
        Path wrong = Files.writeString(folder.resolve("wrong"), "a door in every wall\n");
        assertEquals(
                5,
                line.type("merge", file, other, "--other-passphrase-file", wrong.toString())
                        .exit());
        Path right = Files.writeString(folder.resolve("right"), "a lamp in every window\n");
        line.done("merge", file, other, "--other-passphrase-file", right.toString());
    }

    @Test
    void anotherCaseHasNothingThatFits() throws IOException {
        String stranger = folder.resolve("stranger.afterword").toString();
        CommandLine.cheap(stranger);
        line.done("add", stranger, folder.resolve("letter.txt").toString(), "--names", "rules");
        String there = line.done("accounts", stranger, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        line.done("code", stranger, there, "practice/money-demand", "--quote", GAVE);
        line.done("decide", stranger, there, "read");
        JsonNode came = merged(file, stranger);
        assertEquals(0, came.get("decisions").asInt() + came.get("codings").asInt());
        assertEquals(3, came.get("left").size(), "a coding, what its coder holds of it, and a reading");
        assertTrue(came.get("left").get(0).get("why").asText().contains("not in this case"));
    }
}
