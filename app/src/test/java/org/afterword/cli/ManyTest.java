package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals and names that are settled in one step, after a person has read the list. */
class ManyTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(
                exports.resolve("one.txt"),
                "Wilhelmina Vendrake met us in Manchester. Later Vendrake asked for more, and Thaddeus Okerby paid."
                        + " Then Mina Vendrake wrote, and Okerby left the Copper Lantern Society for good.");
        line.done("add", file, exports.toString(), "--group", "The Lamp Circle", "--names", "rules");
    }

    private List<JsonNode> proposals() {
        return line.done("people", file, "--proposals", "--json").json();
    }

    private List<JsonNode> names() {
        return line.done("people", file, "--json").json();
    }

    @Test
    void proposalsAreReadThenAcceptedAndTakenBackTogether() {
        List<JsonNode> before = proposals();
        assertTrue(before.size() >= 2, before::toString);
        assertTrue(before.stream().noneMatch(one -> one.get("why").asText().isBlank()));
        int names = names().size();
        CommandLine.Answer unread = line.type("decide", file, "--all", "proposals", "accept");
        assertEquals(2, unread.exit(), "nobody is here to be asked");
        assertTrue(unread.out().contains("Vendrake = "), unread.out());
        assertEquals(names, names().size());
        line.done("decide", file, "--all", "proposals", "accept", "--yes");
        assertTrue(names().size() < names);
        assertTrue(
                proposals().stream().noneMatch(one -> one.get("alone").asBoolean()),
                () -> proposals().toString());
        line.done("undo", file);
        assertEquals(names, names().size());
        assertEquals(before, proposals());
    }

    @Test
    void whatWasRefusedIsNotProposedAgain() {
        JsonNode first = proposals().getFirst();
        line.done("decide", file, first.get("id").asText(), "reject");
        assertTrue(proposals().stream().noneMatch(one -> one.get("id").equals(first.get("id"))));
        line.done("decide", file, "--all", "proposals", "reject", "--yes");
        assertEquals(
                0,
                proposals().stream().filter(one -> one.get("alone").asBoolean()).count());
        assertEquals(
                2,
                line.type("decide", file, "--all", "proposals", "keep", "--yes").exit());
    }

    @Test
    void placesAndGroupsAndAllNames() {
        line.done("decide", file, "--all", "places", "redact", "--yes");
        for (JsonNode name : names()) {
            assertEquals(name.get("kind").asText().equals("place"), name.has("decision"), name::toString);
        }
        assertEquals(
                2, line.type("decide", file, "--all", "places", "keep", "--yes").exit());
        line.done("decide", file, "--all", "names", "pseudonym", "--yes");
        assertEquals(
                List.of(), line.done("people", file, "--undecided", "--json").json());
        String account = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        String shown = line.done("text", file, account, "--protected").out();
        for (String name : List.of("Vendrake", "Okerby", "Manchester", "Copper Lantern")) {
            assertFalse(shown.contains(name), shown);
        }
    }
}
