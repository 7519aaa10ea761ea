package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Passphrase;
import org.afterword.coding.Codebook;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has read what, and what is to be read. */
class CoverageCommandTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;
    private List<String> accounts;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        add("The Lamp Circle", 6);
        add("The Rowers", 3);
        accounts = line.done("accounts", file, "--json").json().stream()
                .map(each -> each.get("id").asText())
                .toList();
    }

    private void add(String group, int letters) throws IOException {
        Path exports = Files.createDirectory(folder.resolve(group));
        for (int i = 0; i < letters; i++) {
            Files.writeString(
                    exports.resolve(i + ".txt"),
                    "I was with " + group + " for " + (i + 2) + " winters, and went away.\n".repeat(i * i * i + 1));
        }
        line.done("add", file, exports.toString(), "--group", group, "--names", "rules");
    }

    private JsonNode covered(String account) {
        return line.done("coverage", file, "--json").json().stream()
                .filter(each -> each.get("account").asText().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoHasReadByWhichCodebooks() throws IOException {
        line.done("decide", file, accounts.get(0), "read", "--coder", "anna");
        line.done("decide", file, accounts.get(0), "read", "--coder", "berta");
        decided(new Decision(Id.random(), Id.parse(accounts.get(1)), new Verdict.Read(), "", "anna", Instant.EPOCH));
        JsonNode both = covered(accounts.get(0));
        assertEquals(2, both.get("readings").size());
        assertEquals(
                "practice/" + Codebook.practices().version() + ",lifton/"
                        + Codebook.lifton().version(),
                both.get("readings").get(0).get("under").asText());
        assertTrue(both.get("current").asBoolean());
        JsonNode old = covered(accounts.get(1));
        assertTrue(old.get("read").asBoolean());
        assertFalse(old.get("current").asBoolean(), "read before versions were kept");
        assertFalse(old.get("readings").get(0).has("under"));
        String said = line.done("coverage", file).out();
        assertTrue(said.contains("anna (unknown version of the codebooks)"), said);
        assertTrue(said.contains("9 accounts: 2 read by somebody, 7 by nobody."), said);
        assertEquals(7, line.done("coverage", file, "--unread", "--json").json().size());
        line.done("undo", file, "3");
        assertEquals(9, line.done("coverage", file, "--unread", "--json").json().size());
    }

    private void decided(Decision decision) throws IOException {
        try (Passphrase passphrase = Passphrase.of("a lamp in every window".toCharArray());
                CaseFile opened = CaseFile.open(Path.of(file), passphrase);
                Batch batch = opened.batch("anna")) {
            batch.add(new Entry.Decided(decision));
            batch.commit();
        }
    }

    private List<String> drawn(String... more) {
        var all = new ArrayList<>(List.of("sample", file, "--json"));
        all.addAll(List.of(more));
        return line.done(all.toArray(String[]::new)).json().stream()
                .map(each -> each.get("account").asText())
                .toList();
    }

    @Test
    void aSampleIsDrawnAndKept() {
        assertTrue(drawn().isEmpty());
        List<String> five = drawn("--size", "5", "--seed", "7");
        assertEquals(5, new HashSet<>(five).size());
        assertEquals(five, drawn("--size", "5", "--seed", "7"), "the same seed draws the same");
        assertEquals(five, drawn(), "the last one is kept");
        assertNotEquals(five, drawn("--size", "5", "--seed", "8"));
        assertEquals(Set.copyOf(accounts), Set.copyOf(drawn("--size", "50")), "there are no more than all");
        assertEquals(2, line.type("sample", file, "--size", "0").exit());
    }

    @Test
    void eachPartGivesItsShare() {
        List<String> circle = accounts.subList(0, 6);
        List<String> three = drawn("--size", "3", "--stratum", "group");
        assertEquals(2, three.stream().filter(circle::contains).count());
        assertEquals(3, drawn("--size", "3", "--stratum", "length").size());
        assertEquals(4, drawn("--size", "4", "--stratum", "format").size());
        line.done("decide", file, three.getFirst(), "read", "--coder", "anna");
        List<String> again = drawn("--size", "3", "--stratum", "group");
        assertEquals(three, again);
        String said = line.done("sample", file, "--coder", "anna").out();
        assertTrue(said.contains("anna has still 2 to read."), said);
        assertTrue(line.done("sample", file, "--coder", "berta").out().contains("berta has still 3 to read."));
        assertTrue(line.done("coverage", file).out().contains("2 still to read by somebody"));
    }
}
