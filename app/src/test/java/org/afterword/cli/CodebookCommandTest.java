package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's own codebook: added, used, changed, given out; and what a framework does to counts. */
class CodebookCommandTest {
    private static final String OURS = """
            schema: afterword/codebook/1
            id: ours
            name: Our own
            version: "1"
            description: What we look for.
            source: us
            codes:
            - id: ours/songs
              name: Songs
              definition: They sang.
            - id: ours/rules
              name: Rules
              definition: Rules of any kind.
              codable: "false"
            - id: ours/silence
              parent: ours/rules
              name: Rule of silence
              definition: Nobody may speak at certain times.
            """;

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static CommandLine person;
    private static String money = "";

    private String file = "";

    @BeforeEach
    void ofItsOwn() throws IOException {
        Path copy = folder.resolve("case.afterword");
        Files.copy(shared.resolve("case.afterword"), copy);
        file = copy.toString();
    }

    @BeforeAll
    static void aCaseWithAnAcceptedPassage() throws IOException {
        person = new CommandLine(shared);
        String file = shared.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letter = shared.resolve("letter.txt");
        Files.writeString(
                letter,
                "In my first year they asked me for all my savings, and I gave them. We sang every night. It was a long"
                        + " winter, and nobody could say when it would end.\n");
        person.done("add", file, letter.toString(), "--group", "The Lantern Circle", "--names", "rules");
        person.done("suggest", file, "--names", "rules", "--phrases");
        money = person.done("passages", file, "--json", "--code", "practice/money-demand")
                .json()
                .getFirst()
                .path("id")
                .asText();
        person.done("decide", file, money, "accept");
        String account = person.done("accounts", file, "--json")
                .json()
                .getFirst()
                .path("id")
                .asText();
        person.done("decide", file, account, "read");
    }

    private List<JsonNode> passages(String... more) {
        var all = new java.util.ArrayList<>(List.of("passages", file, "--json"));
        all.addAll(List.of(more));
        return person.done(all.toArray(String[]::new)).json();
    }

    private String ours(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml).toString();
    }

    private String refused(String yaml) throws IOException {
        var answer = person.type("codebook", file, "add", ours("bad.yaml", yaml));
        assertEquals(1, answer.exit(), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
        return answer.err();
    }

    @Test
    void addedOnceAndThereAfterwards() throws IOException {
        String path = ours("ours.yaml", OURS);
        JsonNode added =
                person.done("codebook", file, "add", path, "--json").json().getFirst();
        assertEquals(3, added.path("added").size());
        assertTrue(person.done("codebook", file, "add", path, "--json")
                .json()
                .getFirst()
                .path("known")
                .asBoolean());
        List<String> ids = person.done("codebook", file, "--json").json().stream()
                .map(row -> row.path("id").asText())
                .toList();
        assertEquals(List.of("practice", "lifton", "ours"), ids);
        assertEquals(
                3,
                person.done("codebook", file, "show", "ours", "--json").json().size());
    }

    @Test
    void whatIsGivenOutComesInAgainAsTheSame() throws IOException {
        person.done("codebook", file, "add", ours("ours.yaml", OURS));
        Path out = folder.resolve("out.yaml");
        person.done("codebook", file, "export", "ours", "-o", out.toString());
        assertTrue(person.done("codebook", file, "add", out.toString(), "--json")
                .json()
                .getFirst()
                .path("known")
                .asBoolean());
        assertEquals(
                1,
                person.type("codebook", file, "export", "ours", "-o", out.toString())
                        .exit());
        Path bundled = folder.resolve("practice.yaml");
        person.done("codebook", file, "export", "practice", "-o", bundled.toString());
        assertTrue(person.done("codebook", file, "add", bundled.toString(), "--json")
                .json()
                .getFirst()
                .path("known")
                .asBoolean());
    }

    @Test
    void aNewVersionSaysWhatItTouchesAndOldCodingsKeepTheirs() throws IOException {
        person.done("codebook", file, "add", ours("ours.yaml", OURS));
        person.done("decide", file, money, "change=code:ours/songs");
        JsonNode coded = passages("--code", "ours/songs").getFirst();
        assertEquals("1", coded.path("codebookVersion").asText());

        String changed = OURS.replace("version: \"1\"", "version: \"2\"").replace("They sang.", "They sang at night.");
        String path = ours("changed.yaml", changed);
        JsonNode plan =
                person.done("codebook", file, "check", path, "--json").json().getFirst();
        assertEquals(
                "definition", plan.path("redefined").path("ours/songs").path(0).asText());
        assertEquals(money, plan.path("touched").path(0).asText());
        assertEquals(3, person.done("codebook", file, "--json").json().size(), "a check changes nothing");

        person.done("codebook", file, "add", path);
        assertEquals(
                "1",
                passages("--code", "ours/songs")
                        .getFirst()
                        .path("codebookVersion")
                        .asText());
        var again = person.type("codebook", file, "add", ours("other.yaml", changed.replace("at night", "by day")));
        assertEquals(2, again.exit());
        assertTrue(again.err().contains("another 'version'"), again.err());
    }

    @Test
    void aPassageReadAsThreeCriteriaIsOneEvent() {
        for (String criterion : List.of("milieu-control", "mystical-manipulation", "demand-for-purity")) {
            person.done("map", file, money, "lifton/" + criterion);
        }
        List<JsonNode> all = passages().stream()
                .filter(row -> row.path("status").asText().equals("accepted"))
                .toList();
        assertEquals(4, all.size());
        assertEquals(
                1,
                all.stream().map(row -> row.path("event").asText()).distinct().count());
        List<JsonNode> findings = person.done("findings", file, "--json").json();
        assertEquals(
                3,
                findings.stream()
                        .filter(row -> row.path("code").asText().startsWith("lifton/"))
                        .count());
        JsonNode milieu = findings.stream()
                .filter(row -> row.path("code").asText().equals("lifton/milieu-control"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, milieu.path("reportHigh").asInt());
        assertTrue(
                person.type("map", file, money, "lifton/milieu-control").err().contains("already"));
    }

    @Test
    void theMachineNeverSuggestsAFrameworksCode() throws IOException {
        person.done("codebook", file, "add", ours("ours.yaml", OURS));
        Path second =
                Files.writeString(folder.resolve("second.txt"), "They controlled all we heard. We sang. They sang.");
        person.done("add", file, second.toString(), "--names", "rules");
        person.done("suggest", file, "--names", "rules", "--phrases");
        assertTrue(passages().stream()
                .map(row -> row.path("code").asText())
                .allMatch(code -> code.startsWith("practice/")));
    }

    @Test
    void onlyCodesOfTheCaseAreAccepted() throws IOException {
        person.done("codebook", file, "add", ours("ours.yaml", OURS));
        assertTrue(person.type("decide", file, money, "change=code:ours/song")
                .err()
                .contains("ours/songs"));
        assertTrue(person.type("decide", file, money, "change=code:ours/rules")
                .err()
                .contains("only holds other codes"));
        assertTrue(person.type("map", file, money, "nobody/x").err().contains("there is no code"));
        assertTrue(
                person.type("map", file, "zzzz", "lifton/milieu-control").err().contains("no coded passage"));
    }

    @Test
    void badFilesAreRefusedInOneSentenceWithThePlace() throws IOException {
        assertTrue(
                refused(OURS.replace("parent: ours/rules", "parent: ours/none")).contains("'ours/none'"));
        assertTrue(refused(OURS.replace("ours/songs", "ours/silence")).contains("given to two codes"));
        assertTrue(refused(OURS.replace("id: ours/rules", "id: ours/rules\n  parent: ours/silence"))
                .contains("in a circle"));
        assertTrue(refused("a: [b").contains("line"));
        assertTrue(refused(OURS.replace("ours/songs", "\"ours/so,ngs\"")).contains("code number 1"));
        assertTrue(refused("[".repeat(100_000)).contains("not readable"));
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertFalse(refused(bomb.toString()).isBlank());
        assertEquals(
                2,
                person.type("codebook", file, "add", ours("p.yaml", OURS.replace("ours", "practice")))
                        .exit());
    }
}
