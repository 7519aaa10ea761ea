package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose name may stand, as it is asked on the command line. */
class KeepTest {
    private static final String LETTER = """
            We read Karl Marx on Fridays, and Rosa Luxemburg when it rained.

            Our treasurer Orla Vendrake collected the money. Tamsin Okerby, aged 14, poured the tea. Bruno Hallick said
            nothing, and I never saw Bruno Hallick again. Orla Vendrake wrote the sums on a board.
            """;

    @TempDir
    private static Path made;

    private static CommandLine line;
    private static final Map<String, String> IDS = new HashMap<>();

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeAll
    static void newCase() throws IOException {
        line = new CommandLine(made);
        String first = made.resolve("case.afterword").toString();
        CommandLine.cheap(first);
        Path letter = Files.writeString(made.resolve("letter.txt"), LETTER);
        line.done("add", first, letter.toString());
        line.done("people", first, "--json")
                .json()
                .forEach(one -> IDS.put(one.get("name").asText(), one.get("id").asText()));
    }

    @BeforeEach
    void copied() throws IOException {
        file = Files.copy(made.resolve("case.afterword"), folder.resolve("case.afterword"))
                .toString();
    }

    private JsonNode person(String name) {
        return line.done("people", file, "--json").json().stream()
                .filter(one -> one.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String id(String name) {
        return IDS.containsKey(name) ? IDS.get(name) : person(name).get("id").asText();
    }

    private String refused(String name, String decision, String... more) {
        var typed = new ArrayList<>(List.of("decide", file, id(name), decision));
        typed.addAll(List.of(more));
        CommandLine.Answer answer = line.type(typed.toArray(String[]::new));
        assertEquals(2, answer.exit(), answer.out());
        assertEquals(1, answer.err().strip().lines().count(), answer.err());
        assertFalse(answer.err().contains(name), answer.err());
        return answer.err();
    }

    private void decided(String name, String decision, String... more) {
        var typed = new ArrayList<>(List.of("decide", file, id(name), decision));
        typed.addAll(List.of(more));
        line.done(typed.toArray(String[]::new));
    }

    private String shown() {
        String account = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        return line.done("text", file, account, "--protected").out();
    }

    @Test
    void suggestionsSayWhy() {
        assertEquals(
                "historical-figure", person("Karl Marx").get("suggestedRole").asText());
        assertTrue(person("Karl Marx").get("why").asText().contains("1818–1883"));
        assertEquals(
                "office-holder", person("Orla Vendrake").get("suggestedRole").asText());
        assertTrue(person("Orla Vendrake").get("why").asText().contains("treasurer"));
        assertEquals("minor", person("Tamsin Okerby").get("suggestedRole").asText());
        assertEquals("private", person("Bruno Hallick").get("suggestedRole").asText());
        assertFalse(person("Karl Marx").has("is"), "nothing is decided by itself");
        assertTrue(line.done("people", file).out().contains("minor? “aged 14” stands beside the name."));
    }

    @Test
    void aPrivatePersonIsNamedOnlyWithTheirOwnConsent() {
        assertTrue(refused("Bruno Hallick", "keep", "--reason", "why not", "--confirm")
                .contains("Say who this is"));
        for (String role : List.of("private", "witness", "poster")) {
            assertTrue(refused("Bruno Hallick", "keep=" + role, "--reason", "why not", "--confirm")
                    .contains("only with their own consent"));
        }
        assertTrue(refused("Bruno Hallick", "agrees").contains("when and to whom"));
        assertFalse(shown().contains("Hallick"));
        decided("Bruno Hallick", "agrees", "--reason", "on 3 May, to me, by telephone");
        assertTrue(refused("Bruno Hallick", "keep=private").contains("reason"));
        assertTrue(refused("Bruno Hallick", "keep=private", "--reason", "he asks for it")
                .contains("--confirm"));
        decided("Bruno Hallick", "keep=private", "--reason", "he asks for it", "--confirm");
        assertTrue(shown().contains("Bruno Hallick"));
        assertEquals("private", person("Bruno Hallick").get("is").asText());
        decided("Bruno Hallick", "withdraws", "--reason", "on 9 May, in a letter");
        assertFalse(shown().contains("Hallick"));
        assertTrue(person("Bruno Hallick").get("open").asBoolean());
        assertTrue(line.done("people", file, "--undecided").out().contains("to be decided anew"));
    }

    @Test
    void anOfficeHolderWantsAReasonAndASecondWord() {
        assertTrue(refused("Orla Vendrake", "keep=office-holder").contains("reason"));
        String said = refused("Orla Vendrake", "keep=office-holder", "--reason", "elected, in the papers");
        assertTrue(said.contains("would stand in 1 account"), said);
        decided("Orla Vendrake", "keep=office-holder", "--reason", "elected, in the papers", "--confirm");
        assertTrue(shown().contains("Our treasurer Orla Vendrake"));
        decided("Orla Vendrake", "is=private", "--reason", "it was another of that name");
        assertFalse(shown().contains("Vendrake"));
        line.done("undo", file);
        assertTrue(shown().contains("Vendrake"));
        line.done("undo", file);
        assertFalse(shown().contains("Vendrake"));
        assertFalse(person("Orla Vendrake").has("is"), "role and name were decided together, and go together");
    }

    @Test
    void aMinorIsNeverNamed() {
        decided("Tamsin Okerby", "is=minor");
        for (String role : List.of("keep", "keep=historical-figure", "keep=author", "keep=witness", "keep=minor")) {
            String said = refused("Tamsin Okerby", role, "--reason", "she asks for it", "--confirm");
            assertTrue(said.contains("minor"), said);
        }
        assertTrue(
                refused("Tamsin Okerby", "agrees", "--reason", "today, to me").contains("cannot agree"));
        String nobody = refused("Tamsin Okerby", "not-a-name");
        assertTrue(nobody.contains("decided who this is"), nobody);
        assertFalse(shown().contains("Okerby"));
    }

    @Test
    void historyInOneStepForOneAndForAll() {
        decided("Karl Marx", "keep=historical-figure");
        assertTrue(shown().contains("Karl Marx"));
        assertEquals(2, line.done("undo", file, "--json").json().size());
        CommandLine.Answer asked = line.type("decide", file, "--all", "historical-figure", "keep");
        assertEquals(2, asked.exit());
        assertTrue(asked.out().contains("Karl Marx") && asked.out().contains("Rosa Luxemburg"), asked.out());
        assertTrue(asked.err().contains("--yes") && asked.err().contains("nothing was changed"), asked.err());
        assertFalse(shown().contains("Marx"));
        line.done("decide", file, "--all", "historical-figure", "keep", "--yes");
        assertTrue(shown().contains("Karl Marx") && shown().contains("Rosa Luxemburg"), shown());
        assertEquals(4, line.done("undo", file, "--json").json().size());
        assertFalse(shown().contains("Marx"));
    }

    @Test
    void manyAreHiddenAtOnceAndNobodyIsNamedSo() {
        for (String[] bold : List.of(
                new String[] {"undecided", "keep"},
                new String[] {"undecided", "not-a-name"},
                new String[] {"private", "keep"},
                new String[] {"office-holder", "keep=office-holder"},
                new String[] {"office-holder", "is=author"},
                new String[] {"minor", "keep=historical-figure"})) {
            CommandLine.Answer answer =
                    line.type("decide", file, "--all", bold[0], bold[1], "--yes", "--confirm", "--reason", "because");
            assertEquals(2, answer.exit(), answer.out());
            assertTrue(answer.err().contains("nothing was recorded"), answer.err());
        }
        assertEquals(
                2,
                line.type("decide", file, "--all", "everybody", "redact", "--yes")
                        .exit());
        assertEquals(2, line.type("decide", file, "--all", "undecided", "--yes").exit());
        line.done("decide", file, "--all", "minor", "is=minor", "--yes");
        line.done("decide", file, "--all", "undecided", "pseudonym", "--yes");
        assertEquals(
                List.of(), line.done("people", file, "--undecided", "--json").json());
        for (String name : List.of("Marx", "Luxemburg", "Vendrake", "Okerby", "Hallick")) {
            assertFalse(shown().contains(name), shown());
        }
        int undone = line.done("undo", file, "--json").json().size();
        assertEquals(5, undone);
        assertEquals(1, line.done("undo", file, "--json").json().size());
        assertEquals(
                5, line.done("people", file, "--undecided", "--json").json().size());
    }

    @Test
    void aFileSaysItTwiceWithConfirmed() throws IOException {
        String keep = "{\"id\": \"" + id("Orla Vendrake")
                + "\", \"decision\": \"keep\", \"reason\": \"elected, in the papers\"";
        String is = "{\"id\": \"" + id("Orla Vendrake") + "\", \"decision\": \"is=office-holder\"}";
        Path once = Files.write(folder.resolve("once.jsonl"), List.of(is, keep + "}"));
        CommandLine.Answer answer = line.type("decide", file, "--from", once.toString());
        assertEquals(2, answer.exit());
        assertTrue(answer.err().contains("decision 2") && answer.err().contains("\"confirmed\": true"), answer.err());
        assertFalse(person("Orla Vendrake").has("is"));
        Path twice = Files.write(folder.resolve("twice.jsonl"), List.of(is, keep + ", \"confirmed\": true}"));
        line.done("decide", file, "--from", twice.toString());
        assertEquals(
                "keep=office-holder", person("Orla Vendrake").get("decision").asText());
        assertTrue(shown().contains("Orla Vendrake"));
    }

    @Test
    void aRoleIsOfANameAndWhatIsNoPersonIsKeptAsBefore() {
        line.done("people", file, "--add", "Fridays Hall", "--kind", "place");
        decided("Fridays Hall", "keep");
        assertTrue(refused("Fridays Hall", "keep=author").contains("a place"));
        line.done("people", file, "--add", "Kestrel Table", "--kind", "unknown");
        assertTrue(refused("Kestrel Table", "keep").contains("no-person"));
        decided("Kestrel Table", "keep=no-person");
        assertTrue(refused("Bruno Hallick", "is=no-person").contains("why it is none"));
        String account = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .get("id")
                .asText();
        assertEquals(2, line.type("decide", file, account, "is=author").exit());
        line.done("decide", file, account, "is=minor");
    }

    @Test
    void aListOfNamesIsAddedAtOnce() throws IOException {
        Path list = Files.writeString(folder.resolve("whom-to-protect.txt"), "Fridays Hall\n\n  Kestrel Table  \n");
        JsonNode added = line.done("people", file, "--add-from", list.toString(), "--kind", "place", "--json")
                .json()
                .getFirst();
        assertEquals(2, added.get("names").asInt());
        assertEquals("place", person("Fridays Hall").get("kind").asText());
        assertEquals("place", person("Kestrel Table").get("kind").asText());
        assertEquals(
                1,
                line.type(
                                "people",
                                file,
                                "--add-from",
                                folder.resolve("none.txt").toString())
                        .exit());
        Files.writeString(list, "Fridays Hall\n???\n");
        assertTrue(
                line.type("people", file, "--add-from", list.toString()).err().contains("a letter or a digit"));
    }
}
