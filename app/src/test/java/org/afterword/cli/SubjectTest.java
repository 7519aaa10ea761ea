package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks what is held about them, or to be left alone; and what was to be kept only for a time. */
class SubjectTest {
    @TempDir
    private static Path shared;

    private static Walked decided;

    @TempDir
    private Path folder;

    private Walked walked;

    @BeforeAll
    static void decide() throws IOException {
        decided = Walked.decided(shared);
    }

    @BeforeEach
    void copy() throws IOException {
        walked = decided.copied(folder);
    }

    private JsonNode subject(String id, String wish) {
        return walked.json("subject", id, wish).getFirst();
    }

    private String jo() {
        return walked.json("people").stream()
                .filter(one -> one.get("name").asText().equals("Jo Marsh"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }

    @Test
    void theReportHasThePersonAndCoversOthers() {
        JsonNode report = subject(jo(), "report");
        assertTrue(report.get("accounts").size() > 1, report::toString);
        assertFalse(report.get("restricted").asBoolean());
        assertTrue(report.get("decisions").get(0).get("verdict").asText().startsWith("pseudonym="));
        var passages = new StringBuilder();
        report.get("accounts")
                .forEach(one -> one.get("passages")
                        .forEach(passage -> passages.append(passage.asText()).append('\n')));
        assertTrue(passages.toString().contains("Jo"), passages::toString);
        for (JsonNode other : walked.json("people")) {
            String name = other.get("name").asText();
            if (name.contains(" ")
                    && !name.contains("Marsh")
                    && other.path("decision").asText().startsWith("pseudonym")) {
                assertFalse(passages.toString().contains(name), name);
            }
        }
        assertTrue(walked.done("subject", jo(), "report").out().contains("Restricted: no"));
    }

    @Test
    void whatIsRestrictedIsNeitherShownNorCounted() throws IOException {
        JsonNode account = walked.account("a-cox-remembers.md");
        String words = walked.done("text", account.get("id").asText())
                .out()
                .lines()
                .filter(line -> line.length() > 40)
                .findFirst()
                .orElseThrow()
                .substring(0, 30);
        String witness = account.get("witnesses").get(0).asText();
        JsonNode before = rowing();
        walked.done("publish", folder.resolve("open").toString());
        assertTrue(anywhere(folder.resolve("open"), words));
        assertEquals(1, subject(witness, "restrict").get("accounts").asInt());
        assertEquals(
                before.get("accounts").asInt() - 1, rowing().get("accounts").asInt());
        CommandLine.Answer published =
                walked.done("publish", folder.resolve("shut").toString());
        assertTrue(published.out().contains("restricted"), published.out());
        assertFalse(anywhere(folder.resolve("shut"), words));
        assertTrue(walked.account("a-cox-remembers.md").get("restricted").asBoolean());
        assertTrue(subject(witness, "report").get("restricted").asBoolean());
        assertTrue(subject(witness, "lift").get("lifted").asBoolean());
        assertEquals(before, rowing());
        walked.done("undo");
        assertEquals(
                before.get("accounts").asInt() - 1, rowing().get("accounts").asInt());
    }

    private JsonNode rowing() {
        return walked.json("findings").stream()
                .filter(one -> one.get("group").asText().equals("A rowing club"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean anywhere(Path site, String words) throws IOException {
        return Walked.bytes(site).values().stream()
                .anyMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains(words));
    }

    @Test
    void aRestrictedNameKeepsEveryAccountOut() {
        JsonNode said = subject(jo(), "restrict");
        assertEquals(
                subject(jo(), "report").get("accounts").size(),
                said.get("accounts").asInt());
        // others have its words, too: what they may show is to be decided anew
        CommandLine.Answer answer =
                walked.type("publish", folder.resolve("site").toString());
        assertEquals(4, answer.exit(), answer::out);
        assertTrue(answer.out().contains("a text that may not be quoted"), answer.out());
    }

    @Test
    void aDayThatHasPassedIsSaid() {
        JsonNode account = walked.account("a-cox-remembers.md");
        String exhibit = account.get("exhibit").asText();
        walked.done("decide", exhibit, "retain-until=2020-05-01");
        walked.done("decide", account.get("id").asText(), "retain-until=9999-05-01");
        for (String command : new String[] {"accounts", "verify"}) {
            CommandLine.Answer answer = walked.done(command);
            assertTrue(answer.err().contains("1 exhibit and 0 accounts are past the day"), answer.err());
            assertTrue(answer.err().contains(exhibit), answer.err());
            assertTrue(walked.done(command, "--json").err().contains("{\"pastRetention\":{\"exhibits\":[\"" + exhibit));
        }
        assertEquals(2, walked.type("decide", exhibit, "retain-until=soon").exit());
        walked.done("erase", exhibit, "--reason", "its day has come", "--yes");
        assertFalse(walked.done("accounts").err().contains("past the day"));
    }
}
