package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
    /** As age-keygen writes it. */
    private static final String IDENTITY = """
            # created: 2026-01-02T03:04:05Z
            # public key: age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj
            AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX
            """;

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file = "";

    @BeforeEach
    void newCase() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
    }

    private String keep(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text + "\n").toString();
    }

    /** Opens the case with what stands in a file. */
    private CommandLine.Answer with(String secretFile, String... arguments) {
        return CommandLine.with(Path.of(secretFile), arguments);
    }

    @Test
    void thePrintedCodeIsTypedBack() throws IOException {
        var said = line.done("keys", file, "add", "recovery", "--yes").out();
        var code = said.lines()
                .findFirst()
                .orElseThrow()
                .replace("Recovery code:", "")
                .strip();
        assertTrue(code.matches("([0-9A-Z]{4}-){7}[0-9A-Z]{4}"), code);
        var typed = keep("typed", code.toLowerCase(Locale.ROOT).replace("-", " "));
        assertTrue(line.done("keys", file, "check-recovery", "--code-file", typed)
                .out()
                .contains("This is the recovery code"));
        assertEquals(0, with(typed, "keys", file).exit());
        var slip = keep("slip", (code.charAt(0) == '7' ? "8" : "7") + code.substring(1));
        var wrong = line.type("keys", file, "check-recovery", "--code-file", slip);
        assertEquals(5, wrong.exit());
        assertTrue(wrong.err().contains("slip"), wrong.err());
        line.done("keys", file, "add", "recovery", "--yes");
        var old = line.type("keys", file, "check-recovery", "--code-file", typed);
        assertEquals(5, old.exit());
        assertTrue(old.err().contains("not the recovery code"), old.err());
        assertEquals(5, with(typed, "keys", file).exit());
        for (var text : List.of(wrong.err(), old.err())) {
            assertFalse(text.contains(code.substring(5, 14)), text);
        }
    }

    @Test
    void passphrasesComeAndGo() throws IOException {
        var second = keep("second", "for Anna and nobody else");
        JsonNode added = line.done(
                        "keys", file, "add", "passphrase", "--label", "Anna", "--new-passphrase-file", second, "--json")
                .json()
                .getFirst();
        assertEquals("Anna", added.get("label").asText());
        assertEquals(0, with(second, "keys", file).exit());
        assertTrue(line.done("keys", file).out().contains("\"Anna\""));
        assertFalse(Files.readString(Path.of(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("Anna"));
        var third = keep("third", "another one");
        line.done("keys", file, "change", added.get("id").asText().substring(0, 8), "--new-passphrase-file", third);
        assertEquals(5, with(second, "keys", file).exit());
        assertEquals(0, with(third, "keys", file).exit());
        var listed = line.done("keys", file, "--json").json();
        assertEquals(3, listed.size());
        assertEquals("Anna", listed.getLast().get("label").asText());
        var unasked =
                line.type("keys", file, "remove", listed.getLast().get("id").asText());
        assertEquals(2, unasked.exit());
        assertTrue(unasked.err().contains("cannot be undone") && unasked.err().contains("--yes"), unasked.err());
        line.done("keys", file, "remove", listed.getLast().get("id").asText(), "--yes");
        assertEquals(5, with(third, "keys", file).exit());
        line.done("verify", file);
    }

    @Test
    void anAgeIdentityOpensTheCase() throws IOException {
        var secret = "AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
        var key =
                keep("key.txt", IDENTITY.replaceAll("AGE-SECRET-KEY-.*", secret).strip());
        assertEquals(5, with(key, "keys", file).exit());
        line.done("keys", file, "add", "age", recipient(), "--label", "the newspaper");
        assertEquals(0, with(key, "keys", file).exit());
        var listed = with(key, "keys", file, "--json").json();
        assertTrue(listed.getLast().get("used").asBoolean());
        assertEquals(recipient(), listed.getLast().get("recipient").asText());
        assertEquals(2, line.type("keys", file, "add", "age", recipient()).exit(), "it is there");
        assertEquals(
                0,
                with(key, "keys", file, "remove", listed.getFirst().get("id").asText(), "--yes")
                        .exit());
        assertEquals(5, line.type("keys", file).exit());
        assertEquals(0, with(key, "verify", file).exit());
        var last = with(key, "keys", file, "remove", listed.get(1).get("id").asText(), "--yes");
        assertEquals(1, last.exit());
        assertTrue(last.err().contains("keeps at least one"), last.err());
        var misused = with(key, "new", folder.resolve("other.afterword").toString());
        assertEquals(2, misused.exit());
        assertFalse(misused.err().contains(secret.substring(16, 30)), misused.err());
    }

    /** Of the identity above, as the age test kit has it. */
    private static String recipient() {
        return "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef";
    }

    @Test
    void aCheckpointFromBeforeAChangeOfKeysStillCounts() throws IOException {
        var letter = keep("letter.txt", "We lit the lamps at seven.");
        line.done("add", file, letter);
        var early = keep("early", line.done("checkpoint", file).out().strip());
        var old = Files.copy(Path.of(file), folder.resolve("old.afterword")).toString();
        var changed = keep("changed", "a lamp in no window");
        line.done("keys", file, "change", "--new-passphrase-file", changed);
        line.done("keys", old, "add", "recovery", "--yes");
        assertEquals(5, line.type("verify", file, "--since", early).exit());
        JsonNode verified =
                with(changed, "verify", file, "--since", early, "--json").json().getFirst();
        assertTrue(verified.get("ok").asBoolean(), verified::toString);
        assertTrue(verified.get("signed").asBoolean());
        assertTrue(
                verified.get("unchangedSince").asText().contains("signed by an earlier key of this case"),
                verified::toString);

        with(changed, "keys", file, "add", "recovery", "--yes");
        assertEquals(0, with(changed, "verify", file, "--since", early).exit());
        var late = keep("late", with(changed, "checkpoint", file).out().strip());
        verified =
                with(changed, "verify", file, "--since", late, "--json").json().getFirst();
        assertFalse(verified.get("unchangedSince").asText().contains("earlier key"), verified::toString);

        // A copy that went on by itself under keys of its own knows nothing of this one's.
        var fork = line.type("verify", old, "--since", late);
        assertEquals(3, fork.exit(), fork.out());
        assertEquals(0, line.type("verify", old, "--since", early).exit());
        var broken = keep("broken", Files.readString(Path.of(early)).replaceFirst("\n(\\d+)\n", "\n9\n"));
        assertEquals(3, with(changed, "verify", file, "--since", broken).exit());
    }

    @Test
    void whatCannotBeMeant() throws IOException {
        assertEquals(2, line.type("keys", file, "frob").exit());
        assertEquals(2, line.type("keys", file, "add").exit());
        assertEquals(2, line.type("keys", file, "add", "age").exit());
        assertEquals(2, line.type("keys", file, "add", "age", "age1nobody").exit());
        assertEquals(2, line.type("keys", file, "remove").exit());
        assertEquals(2, line.type("keys", file, "remove", "zzzz").exit());
        assertEquals(2, line.type("keys", file, "add", "passphrase", "more").exit());
        assertEquals(2, line.type("keys", file, "change").exit(), "nobody to ask");
        assertEquals(
                2,
                line.type("keys", file, "add", "passphrase", "--new-passphrase-file", keep("empty", ""))
                        .exit());
    }
}
