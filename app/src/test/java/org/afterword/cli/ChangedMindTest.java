package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when people decide late, otherwise, or not at all. */
class ChangedMindTest {
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

    private CommandLine.Answer publish() {
        return walked.line.publish(walked.file, folder.resolve("site"));
    }

    private JsonNode named(String name) {
        return walked.json("people").stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void undoRestores() throws IOException {
        List<JsonNode> people = walked.json("people");
        List<JsonNode> findings = walked.json("findings");
        String jo = named("Jo Marsh").get("id").asText();
        String money = walked.json("passages").getFirst().get("id").asText();
        walked.decide(List.of(Walked.decision(jo, "role=the house mother"), Walked.decision(money, "reject")));
        assertFalse(people.equals(walked.json("people")));
        assertFalse(findings.equals(walked.json("findings")));
        walked.done("undo", "2");
        assertEquals(people, walked.json("people"));
        assertEquals(findings, walked.json("findings"));
    }

    @Test
    void onlyWhatWasReadAndSeenIsApproved() {
        String account = walked.account("a-cox-remembers.md").get("id").asText();
        CommandLine.Answer other = walked.type("decide", account, "approve=" + "0".repeat(64));
        assertEquals(2, other.exit(), other::err);
        assertTrue(other.err().contains("has changed since it was shown"), other.err());
        walked.done("undo", "1000");
        CommandLine.Answer unread = walked.type("decide", account, "approve");
        assertEquals(2, unread.exit(), unread::err);
        assertTrue(unread.err().contains("nobody has marked it as read"), unread.err());
    }

    @Test
    void aLateDecisionMakesApprovalsStale() {
        walked.done("decide", named("Jo Marsh").get("id").asText(), "role=the house mother");
        CommandLine.Answer answer =
                walked.type("publish", folder.resolve("site").toString(), "--json");
        assertEquals(4, answer.exit(), answer::err);
        List<String> where = new ArrayList<>();
        answer.json()
                .getFirst()
                .get("obstacles")
                .forEach(o -> where.add(o.get("where").asText()));
        assertTrue(where.contains("exports/what-jo-did.md"), where::toString);
        assertFalse(where.contains("rowing/a-cox-remembers.md"), where::toString);
        walked.done("undo");
        assertEquals(0, publish().exit());
    }

    @Test
    void anAccountWhoseAuthorWithdrawsCountsNoMore() {
        JsonNode before = finding("practice/exhaustion");
        assertEquals(1, before.get("reportLow").asInt());
        walked.done(
                "decide", walked.account("diary-with-pictures.txt").get("id").asText(), "consent=none");
        JsonNode after = finding("practice/exhaustion");
        assertEquals(
                before.get("reportHigh").asInt() - 1, after.get("reportHigh").asInt());
        assertEquals(before.get("accounts").asInt() - 1, after.get("accounts").asInt());
        assertEquals(
                before.get("witnessesHigh").asInt() - 1,
                after.get("witnessesHigh").asInt());
    }

    private JsonNode finding(String code) {
        return walked.json("findings").stream()
                .filter(one -> one.get("code").asText().equals(code)
                        && one.get("group").asText().equals("The group"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameAddedLateStopsThePublication() {
        walked.done("people", "--add", "the drowned man");
        CommandLine.Answer answer = publish();
        assertEquals(4, answer.exit());
        assertTrue(answer.out().contains("the drowned man"), answer.out());
    }

    @Test
    void aRewordingThatQuotesIsRefused() {
        String id = walked.json("passages").stream()
                .filter(one -> one.get("file").asText().endsWith(Walked.TO_BE_REWORDED))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        walked.done(
                "decide", id, "reword=She says that she hasn't spoken to me since, though we have the same dentist.");
        CommandLine.Answer answer = publish();
        assertEquals(4, answer.exit());
        assertTrue(answer.out().contains(id), answer.out());
    }
}
