package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching on the command line. */
class SearchCommandTest {
    private static final String LETTER = """
            😢 I stayed with the Kestrel Table for three years.

            Every Friday we were told to bring an envelope with a tenth of our wages. Zoë Vendrake counted the notes.

            Afterwards we sang, and I walked home along the river.
            """;
    private static final String NOTE = """
            They wanted an envelope every Friday, with a tenth of what we earned in wages.

            My brother liked the singing.
            """;
    private static final String OTHER = """
            The harbour was quiet. I fed the cat and wrote a long letter home.

            <script>alert('tide')</script>
            """;

    @TempDir
    private static Path made;

    private static CommandLine line;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeAll
    static void newCase() throws IOException {
        line = new CommandLine(made);
        String first = made.resolve("case.afterword").toString();
        CommandLine.cheap(first);
        Path letters = Files.createDirectory(made.resolve("letters"));
        Files.writeString(letters.resolve("letter.txt"), LETTER);
        Files.writeString(letters.resolve("note.txt"), NOTE);
        Files.writeString(letters.resolve("other.txt"), OTHER);
        line.done("add", first, letters.toString(), "--group", "The Kestrel Table");
    }

    @BeforeEach
    void copied() throws IOException {
        file = Files.copy(made.resolve("case.afterword"), folder.resolve("case.afterword"))
                .toString();
    }

    private List<JsonNode> search(String... words) {
        String[] all = new String[words.length + 3];
        System.arraycopy(words, 0, all, 2, words.length);
        all[0] = "search";
        all[1] = file;
        all[all.length - 1] = "--json";
        return line.done(all).json();
    }

    private static Set<String> files(List<JsonNode> hits) {
        var files = new TreeSet<String>();
        hits.forEach(
                hit -> files.add(Path.of(hit.get("file").asText()).getFileName().toString()));
        return files;
    }

    @Test
    void positionsCountCodePoints() {
        JsonNode hit = search("zoe").getFirst();
        String text = line.done("text", file, hit.get("account").asText()).out();
        int start = text.offsetByCodePoints(0, hit.get("start").asInt());
        int end = text.offsetByCodePoints(0, hit.get("end").asInt());
        assertEquals(hit.get("quote").asText(), text.substring(start, end));
        JsonNode mark = hit.get("marks").get(0);
        assertEquals(
                "Zoë",
                text.substring(
                        text.offsetByCodePoints(0, mark.get(0).asInt()),
                        text.offsetByCodePoints(0, mark.get(1).asInt())));
        assertTrue(hit.get("score").asDouble() > 0);
    }

    @Test
    void wordsAndPhrasesAndLimits() {
        assertEquals(Set.of("letter.txt", "note.txt"), files(search("envelopes", "fridays")));
        assertEquals(Set.of("note.txt"), files(search("\"envelope every friday\"")));
        assertEquals(1, search("envelope", "--limit", "1").size());
        assertEquals(List.of(), search("zeppelin"));
        assertEquals(search("envelope", "sang"), search("envelope", "sang"));
        assertTrue(line.done("search", file, "zeppelin").out().contains("Nothing was found."));
        String shown = line.done("search", file, "envelope").out();
        assertTrue(shown.contains("*envelope*"), shown);
        assertEquals(2, line.type("search", file).exit());
        assertEquals(2, line.type("search", file, "envelope", "--limit", "0").exit());
        assertEquals(0, line.type("search", file, "\"(((~^ AND").exit());
    }

    @Test
    void whoElseSaidThis() {
        JsonNode told = search("\"tenth of our wages\"").getFirst();
        String passage = told.get("account").asText() + ":" + told.get("start").asInt() + "-"
                + told.get("end").asInt();
        List<JsonNode> others = search("--like", passage);
        assertEquals(Set.of("note.txt"), files(others));
        assertTrue(others.getFirst().get("quote").asText().contains("a tenth of what we earned"));
        JsonNode alone = search("harbour").getFirst();
        assertEquals(List.of(), search("--like", alone.get("account").asText() + ":0-22"));
        assertEquals(2, line.type("search", file, "--like", passage + "0000").exit());
        assertEquals(2, line.type("search", file, "--like", "zzzz").exit());
        assertEquals(2, line.type("search", file, "--like", passage, "words").exit());
    }

    @Test
    void whatIsMeantIsFoundOnceItWasComputed() {
        assertEquals(List.of(), search("compulsory salary donations"), "other words");
        String said = line.done("search", file, "salary").err();
        assertTrue(said.contains("--prepare"), said);
        assertEquals(
                3,
                line.done("search", file, "--prepare", "--json")
                        .json()
                        .getFirst()
                        .get("accounts")
                        .asInt());
        assertTrue(line.done("search", file, "--prepare").out().contains("nothing is new"));
        List<JsonNode> meant = search("compulsory salary donations");
        assertTrue(files(meant).contains("letter.txt"), meant::toString);
        assertEquals(meant, search("compulsory salary donations"));
        assertEquals("", line.done("search", file, "salary").err());
        JsonNode note = search("\"envelope every friday\"").getFirst();
        line.done("erase", file, note.get("account").asText(), "--reason", "asked by letter", "--yes");
        assertTrue(
                line.done("verify", file, "--json").json().getFirst().get("ok").asBoolean());
        assertFalse(files(search("compulsory salary donations")).contains("note.txt"));
        // the vectors of the others went with it, and are computed again
        assertEquals(
                2,
                line.done("search", file, "--prepare", "--json")
                        .json()
                        .getFirst()
                        .get("accounts")
                        .asInt());
        assertEquals(Set.of("letter.txt"), files(search("compulsory salary donations")));
    }

    @Test
    void whatWasErasedIsNotFound() {
        JsonNode note = search("\"envelope every friday\"").getFirst();
        line.done("erase", file, note.get("account").asText(), "--reason", "asked by letter", "--yes");
        assertEquals(Set.of("letter.txt"), files(search("envelope")));
        assertEquals(List.of(), search("\"envelope every friday\""));
        String zoe = line.done("people", file, "--json").json().stream()
                .filter(one -> one.get("name").asText().contains("Vendrake"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        line.done("erase", file, zoe, "--reason", "asked by letter", "--yes");
        assertEquals(List.of(), search("vendrake"));
        assertEquals(Set.of("letter.txt"), files(search("envelope")));
    }

    @Test
    void whatIsRestrictedIsNotFound() {
        String zoe = line.done("people", file, "--json").json().stream()
                .filter(one -> one.get("name").asText().contains("Vendrake"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        line.done("subject", file, zoe, "restrict", "--reason", "asked by letter");
        assertEquals(Set.of("note.txt"), files(search("envelope")));
        String said = line.done("search", file, "envelope").err();
        assertTrue(said.contains("1 account is restricted"), said);
        line.done("subject", file, zoe, "lift");
        assertFalse(search("vendrake").isEmpty());
    }
}
