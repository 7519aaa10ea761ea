package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people code one case. */
class CodersCommandTest {
    private static final String GAVE = "They told us to give a tenth of what we earned.";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file;
    private String account;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letter = folder.resolve("letter.txt");
        Files.writeString(letter, "I joined 😀 the Lamp Circle in spring. " + GAVE + " Nobody read our letters there.");
        line.done("add", file, letter.toString(), "--group", "The Lamp Circle", "--names", "rules");
        account = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
    }

    private JsonNode code(String... more) {
        var all = new ArrayList<>(List.of("code", file, account));
        all.addAll(List.of(more));
        all.add("--json");
        return line.done(all.toArray(String[]::new)).json().getFirst();
    }

    private List<JsonNode> passages(String coder, String... more) {
        var all = new ArrayList<>(List.of("passages", file, "--coder", coder, "--json"));
        all.addAll(List.of(more));
        return line.done(all.toArray(String[]::new)).json();
    }

    @Test
    void aPassageIsCodedByHand() {
        JsonNode one = code("practice/money-demand", "--quote", GAVE, "--coder", "anna", "--memo", "a tithe");
        assertEquals("person anna", one.get("by").asText());
        assertEquals(GAVE, one.get("quote").asText());
        assertEquals(38, one.get("start").asInt(), "an emoji is one character");
        JsonNode same = code(
                "practice/money-demand",
                "--start",
                one.get("start").asText(),
                "--end",
                one.get("end").asText(),
                "--coder",
                "berta",
                "--claim",
                "rule");
        assertEquals(GAVE, same.get("quote").asText());
        JsonNode denied =
                code("practice/surveillance", "--quote", "Nobody read our letters there.", "--polarity", "denies");
        assertEquals("denies", denied.get("polarity").asText());
        JsonNode kept = passages("anna").stream()
                .filter(each -> each.get("id").equals(one.get("id")))
                .findFirst()
                .orElseThrow();
        assertEquals("accepted", kept.get("status").asText());
        assertEquals("a tithe (anna)", kept.get("memos").get(0).asText());
    }

    @Test
    void whatCannotBeAPassageIsSaidAndNothingIsRecorded() {
        for (List<String> wrong : List.of(
                List.of("practice/money-demand", "--quote", "They told them"),
                List.of("practice/money-demand", "--quote", "the"),
                List.of("practice/money-demand"),
                List.of("practice/money-demand", "--start", "5", "--end", "5"),
                List.of("practice/money-demand", "--start", "5", "--end", "5000"),
                List.of("practice/money", "--quote", GAVE))) {
            var all = new ArrayList<>(List.of("code", file, account));
            all.addAll(wrong);
            assertEquals(2, line.type(all.toArray(String[]::new)).exit(), wrong::toString);
        }
        assertTrue(passages("anna").isEmpty());
    }

    @Test
    void twoWhoDifferAreSettledByAThird() {
        String id = code("practice/money-demand", "--quote", GAVE, "--coder", "anna")
                .get("id")
                .asText();
        line.done("decide", file, account, "read");
        line.done("decide", file, id, "reject", "--coder", "berta", "--reason", "a due that all knew of");
        assertEquals("disputed", passages("anna").getFirst().get("status").asText());
        JsonNode finding = finding();
        assertEquals(1, finding.get("disputed").asInt());
        assertEquals(0, finding.get("reportHigh").asInt(), "what is disputed is not counted");

        CommandLine.Answer herself = line.type("decide", file, id, "accept", "--coder", "berta", "--adjudicates");
        assertEquals(2, herself.exit(), "a third settles it");
        assertTrue(herself.err().contains("a third settles it"), herself.err());
        assertEquals(
                2, line.type("decide", file, account, "read", "--adjudicates").exit());

        line.done("decide", file, id, "accept", "--coder", "clara", "--adjudicates", "--reason", "they had to");
        JsonNode settled = passages("anna").getFirst();
        assertEquals("accepted", settled.get("status").asText());
        assertEquals("they had to", settled.get("adjudicated").get("reason").asText());
        assertEquals(
                "a due that all knew of",
                settled.get("coders").get(1).get("reason").asText());
        assertEquals(1, finding().get("reportHigh").asInt());

        line.done("undo", file);
        assertEquals("disputed", passages("anna").getFirst().get("status").asText());
    }

    private JsonNode finding() {
        return line.done("findings", file, "--json").json().stream()
                .filter(each -> each.get("code").asText().equals("practice/money-demand"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void blindCodersSeeTheirOwn() {
        line.done("suggest", file);
        assertFalse(passages("berta").isEmpty(), "the program suggests something here");
        line.done("coders", file, "--blind", "on", "--coder", "anna");
        assertTrue(passages("berta").isEmpty());
        code("practice/exhaustion", "--quote", GAVE, "--coder", "anna");
        assertTrue(passages("berta").isEmpty());
        assertEquals(1, passages("anna").size());
        assertTrue(passages("clara", "--adjudicates").size() >= 2);
        line.done("decide", file, account, "read", "--coder", "berta");
        assertTrue(line.done("undo", file, "--coder", "clara").out().contains("no decision to take back"));
        assertTrue(passages("berta").size() >= 2);
        // what anna coded by hand is what she takes back, and nobody else's
        line.done("undo", file, "--coder", "anna");
        assertEquals("rejected", passages("anna").getFirst().get("status").asText());
        assertTrue(line.done("undo", file, "--coder", "anna").out().contains("no decision to take back"));
        line.done("coders", file, "--blind", "off", "--coder", "anna");
        assertTrue(passages("dora").size() >= 2);
        assertEquals(2, line.type("coders", file, "--blind", "perhaps").exit());
        List<JsonNode> coders = line.done("coders", file, "--json").json();
        assertEquals(
                List.of("anna", "berta"),
                coders.stream().map(each -> each.get("coder").asText()).toList());
        assertEquals(1, coders.get(0).get("byHand").asInt());
        assertEquals(1, coders.get(1).get("read").asInt());
    }
}
