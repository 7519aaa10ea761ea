package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.afterword.casefile.Plaintexts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is nowhere any more, and what it was not about is as it was. */
class EraseTest {
    private static final String PASSPHRASE = "a lamp in every window";

    @TempDir
    private static Path shared;

    private static Walked decided;

    @TempDir
    private Path folder;

    private Walked walked;
    private Path file;
    private Path before;

    @BeforeAll
    static void decide() throws IOException {
        decided = Walked.decided(shared);
    }

    @BeforeEach
    void copy() throws IOException {
        walked = decided.copied(folder);
        file = Path.of(walked.file);
        before = Files.copy(file, folder.resolve("before.afterword"));
    }

    private JsonNode erase(String id) {
        return walked.done("erase", id, "--reason", "asked for in a letter", "--yes", "--json")
                .json()
                .getFirst();
    }

    private void isSound() {
        JsonNode verified = walked.json("verify").getFirst();
        assertTrue(verified.get("ok").asBoolean(), verified::toString);
        assertTrue(verified.get("signed").asBoolean());
    }

    /** Whoever learns the passphrase reads none of it; no old key and nothing of what went lies in the file. */
    private void isNowhere(List<String> forms) throws Exception {
        List<String> then = Plaintexts.in(before, PASSPHRASE);
        List<String> now = Plaintexts.in(file, PASSPHRASE);
        String raw = raw(file);
        for (String form : forms) {
            String small = form.toLowerCase(Locale.ROOT);
            assertTrue(then.stream().anyMatch(text -> text.contains(small)), () -> form + " was there");
            now.forEach(text -> assertFalse(text.contains(small), () -> form + " in: " + cut(text, form)));
            assertFalse(raw.toLowerCase(Locale.ROOT).contains(small), form);
        }
        assertFalse(Files.exists(folder.resolve("case.afterword-journal")));
        String rawThen = raw(before);
        for (byte[] key : Plaintexts.keysIn(before)) {
            assertTrue(rawThen.contains(piece(key)), "the search finds what is there");
            assertFalse(raw.contains(piece(key)), "an old key is left");
        }
        var left = new HashSet<String>();
        Plaintexts.contentsIn(file).forEach(bytes -> left.add(piece(bytes)));
        int gone = 0;
        for (byte[] content : Plaintexts.contentsIn(before)) {
            if (!left.contains(piece(content))) {
                gone++;
                for (int at = 0; at + 32 <= content.length; at += 32) {
                    String some = new String(content, at, 32, StandardCharsets.ISO_8859_1);
                    assertFalse(raw.contains(some), "erased ciphertext is left");
                }
            }
        }
        assertTrue(gone > 0, "nothing went");
    }

    /** Every byte of the file, those of free pages as well. */
    private static String raw(Path path) throws IOException {
        return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    }

    private static String piece(byte[] bytes) {
        return new String(
                bytes, Math.max(0, bytes.length - 48), Math.min(48, bytes.length), StandardCharsets.ISO_8859_1);
    }

    private static String cut(String text, String form) {
        int at = text.indexOf(form.toLowerCase(Locale.ROOT));
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private List<JsonNode> without(String command, String field, Set<String> ids) {
        return walked.json(command).stream()
                .filter(one -> !ids.contains(one.path(field).asText()))
                .toList();
    }

    private static Set<String> ids(JsonNode list) {
        var ids = new TreeSet<String>();
        list.forEach(one -> ids.add(one.asText()));
        return ids;
    }

    private JsonNode named(String name) {
        return walked.json("people").stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    @Test
    void anExhibitGoesWithAllThatIsSaidOfIt() throws Exception {
        JsonNode account = walked.account("diary-with-pictures.txt");
        String id = account.get("id").asText();
        String words = walked.done("text", id)
                .out()
                .lines()
                .filter(l -> l.length() > 40)
                .findFirst()
                .orElseThrow();
        Set<String> gone = Set.of(id);
        List<JsonNode> accounts = without("accounts", "id", gone);
        List<JsonNode> passages =
                without("passages", "file", Set.of(account.get("file").asText()));
        List<JsonNode> people = walked.json("people");
        JsonNode said = erase(account.get("exhibit").asText());
        assertEquals(1, said.get("counts").get("exhibits").asInt());
        assertEquals(accounts, walked.json("accounts"));
        assertEquals(passages, walked.json("passages"));
        isSound();
        isNowhere(List.of("diary-with-pictures", words.strip()));
        var left = new ArrayList<String>();
        for (JsonNode one : walked.json("people")) {
            left.add(one.get("id").asText() + one.path("decision"));
        }
        var kept = people.stream()
                .map(one -> one.get("id").asText() + one.path("decision"))
                .filter(left::contains)
                .toList();
        assertEquals(kept, left);
        assertEquals(2, walked.type("erase", id, "--reason", "again", "--yes").exit());
    }

    @Test
    void anAccountGoesAndItsNeighboursStay() throws Exception {
        List<JsonNode> comments = walked.json("accounts").stream()
                .filter(one -> one.get("file").asText().endsWith("rowing_comments.jsonl"))
                .toList();
        assertTrue(comments.size() > 1);
        String id = comments.getFirst().get("id").asText();
        String exhibit = comments.getFirst().get("exhibit").asText();
        String text = walked.done("text", id).out().strip();
        List<JsonNode> accounts = without("accounts", "id", Set.of(id));
        List<JsonNode> neighbours = comments.subList(1, Math.min(3, comments.size()));
        List<String> texts = texts(neighbours);
        JsonNode said = erase(id);
        assertEquals(Set.of(id), ids(said.get("accounts")));
        assertEquals(accounts, walked.json("accounts"));
        assertEquals(texts, texts(neighbours));
        isSound();
        isNowhere(List.of(text.lines().findFirst().orElseThrow()));
        CommandLine.Answer bytes =
                walked.type("exhibit", exhibit, "-o", folder.resolve("out").toString());
        assertEquals(1, bytes.exit());
        assertTrue(bytes.err().contains("erased on purpose (log entry"), bytes.err());
        assertFalse(Files.exists(folder.resolve("out")));
        assertEquals(
                1,
                walked.json("verify").getFirst().get("erased").get("exhibits").asInt());
        Path more = Files.writeString(folder.resolve("more.txt"), "A letter that came later, about Harrow Weald.\n");
        walked.done("add", more.toString());
    }

    private List<String> texts(List<JsonNode> accounts) {
        return accounts.stream()
                .map(one -> walked.done("text", one.get("id").asText()).out())
                .toList();
    }

    @Test
    void aNameGoesInEveryForm() throws Exception {
        JsonNode jo = named("Jo Marsh");
        List<JsonNode> people = without("people", "id", Set.of(jo.get("id").asText()));
        List<JsonNode> accounts = walked.json("accounts");
        List<JsonNode> findings = walked.json("findings");
        CommandLine.Answer refused =
                walked.type("erase", jo.get("id").asText(), "--reason", "Jo Marsh asked for it", "--yes");
        assertEquals(2, refused.exit());
        assertTrue(refused.err().contains("nothing was erased"), refused.err());
        JsonNode said = erase(jo.get("id").asText());
        assertTrue(said.get("counts").get("blackened").asInt() > 1, said::toString);
        assertTrue(said.get("counts").get("bytes").asInt() > 1, said::toString);
        isSound();
        isNowhere(List.of("Jo Marsh", "jo_marsh", "jomarsh"));
        assertEquals(accounts.size(), walked.json("accounts").size());
        for (JsonNode account : walked.json("accounts")) {
            JsonNode old = accounts.stream()
                    .filter(one -> one.get("id").equals(account.get("id")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(old.get("consent"), account.get("consent"));
            assertEquals(old.path("readBy"), account.path("readBy"));
        }
        assertEquals(findings, walked.json("findings"));
        Set<String> others = new HashSet<>();
        walked.json("people").forEach(one -> others.add(one.get("id") + " " + one.get("name") + one.path("decision")));
        people.forEach(one -> {
            if (!others.contains(one.get("id") + " " + one.get("name") + one.path("decision"))) {
                assertTrue(one.get("name").asText().toLowerCase(Locale.ROOT).contains("marsh"), one::toString);
            }
        });
    }

    @Test
    void allThatAWitnessTellsGoes() throws Exception {
        JsonNode account = walked.account("a-cox-remembers.md");
        String witness = account.get("witnesses").get(0).asText();
        String words = walked.done("text", account.get("id").asText())
                .out()
                .lines()
                .filter(l -> l.length() > 40)
                .findFirst()
                .orElseThrow();
        JsonNode said = erase(witness);
        assertEquals("material", said.get("what").asText());
        assertTrue(ids(said.get("accounts")).contains(account.get("id").asText()));
        isSound();
        isNowhere(List.of(words.strip(), "a-cox-remembers"));
    }

    @Test
    void aDryRunErasesNothing() throws Exception {
        JsonNode account = walked.account("a-cox-remembers.md");
        List<JsonNode> accounts = walked.json("accounts");
        JsonNode said = walked.done("erase", account.get("id").asText(), "--dry-run", "--json")
                .json()
                .getFirst();
        assertFalse(said.get("erased").asBoolean());
        assertEquals(1, said.get("counts").get("exhibits").asInt());
        assertEquals(accounts, walked.json("accounts"));
        CommandLine.Answer unasked = walked.type("erase", account.get("id").asText(), "--reason", "asked for");
        assertEquals(2, unasked.exit());
        assertTrue(unasked.err().contains("--yes"), unasked.err());
        assertEquals(accounts, walked.json("accounts"));
    }

    @Test
    void whatWentOutIsListedAndNothingIsUndone() {
        walked.done("publish", folder.resolve("site").toString());
        JsonNode said = erase(walked.account("a-cox-remembers.md").get("id").asText());
        assertEquals("published site", said.get("unreached").get(0).get("what").asText());
        assertTrue(walked.done("undo", "5").out().contains("no decision to take back"));
        ObjectNode first = (ObjectNode) walked.json("accounts").getFirst();
        walked.done("decide", first.get("id").asText(), "consent=counts");
        assertTrue(walked.done("undo", "5").out().startsWith("Taken back: consent=counts"));
    }
}
