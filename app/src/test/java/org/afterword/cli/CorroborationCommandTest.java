package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of three people about one evening: what ties them, what they agree on, what comes next, and who the group is. */
class CorroborationCommandTest {
    private static final String MARA =
            "On 12 May 2019 they took us to the mill at Millbrook, and about 40 members were there.";
    private static final String INES =
            "It was in May 2019 that 60 members stood in the mill at Millbrook and were told to hand over 200 euros.";
    private static final String TOMAS = "In June 2021 nobody asked me for anything at the mill.";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String file = "";

    @BeforeEach
    void write() throws IOException {
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path letters = Files.createDirectory(folder.resolve("letters"));
        for (List<String> one : List.of(
                List.of("Mara Lind", "They gave me tea and a song at the door. " + MARA),
                List.of("Ines Holm", "They gave me tea when I came. " + INES),
                List.of("Tomas Berg", TOMAS))) {
            Files.writeString(
                    letters.resolve(one.getFirst().substring(0, 4) + ".md"),
                    "---\nauthor: " + one.getFirst() + "\ndate: 2022-03-01\n---\n\n" + one.getLast() + "\n");
        }
        line.done("add", file, letters.toString(), "--group", "The Lantern Circle", "--names", "rules");
        for (JsonNode account : accounts()) {
            line.done("decide", file, id(account), "read");
        }
    }

    private List<JsonNode> accounts() {
        return line.done("accounts", file, "--json").json();
    }

    private static String id(JsonNode row) {
        return row.get("id").asText();
    }

    private JsonNode account(String name) {
        return accounts().stream()
                .filter(one -> one.get("file").asText().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String witness(String name) {
        return account(name).get("witnesses").get(0).asText();
    }

    /** The id of the coding. */
    private String code(String name, String code, String quote, String... more) {
        var words = new java.util.ArrayList<>(
                List.of("code", file, id(account(name)), "practice/" + code, "--quote", quote, "--json"));
        words.addAll(List.of(more));
        return line.done(words.toArray(String[]::new))
                .json()
                .getFirst()
                .get("id")
                .asText();
    }

    private JsonNode finding(String code) {
        return line.done("findings", file, "--json").json().stream()
                .filter(one -> one.get("code").asText().equals("practice/" + code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsInTouchIsNotIndependent() {
        code("Mara", "money-demand", MARA);
        code("Ines", "money-demand", INES);
        assertEquals(2, finding("money-demand").get("firstHandApart").asInt());
        line.done("decide", file, witness("Mara"), "knows=" + witness("Ines"), "--reason", "they left together");
        JsonNode tied = finding("money-demand");
        assertEquals(1, tied.get("firstHandApart").asInt());
        assertEquals(2, tied.get("firstHandLow").asInt());
        assertTrue(tied.get("statement").asText().contains("in touch with each other"), tied::toString);
        line.done("decide", file, witness("Ines"), "unconnected=" + witness("Mara"));
        assertEquals(2, finding("money-demand").get("firstHandApart").asInt());
        line.done("decide", file, witness("Mara"), "drew-on=a leak");
        line.done("decide", file, witness("Ines"), "drew-on=A  Leak");
        assertEquals(1, finding("money-demand").get("firstHandApart").asInt());
        String robust = line.done("findings", file, "--robust").out();
        assertTrue(robust.contains("Without what draws on a leak"), robust);
        assertEquals(
                Exit.USAGE,
                line.type("decide", file, id(account("Mara")), "knows=" + witness("Ines"))
                        .exit(),
                "an account knows nobody");
    }

    @Test
    void oneEventAsSeveralTellIt() {
        String mara = code("Mara", "recruitment-step", MARA);
        String ines = code("Ines", "money-demand", INES);
        String tomas = code("Toma", "money-demand", TOMAS, "--polarity", "denies");
        line.done("facts", file);
        line.done("suggest", file, "--phrases");
        for (String one : List.of(mara, ines, tomas)) {
            line.done("decide", file, one, "incident=the evening at the mill");
        }
        JsonNode evening = line.done("incidents", file, "--json").json().getFirst();
        assertEquals(3, evening.get("peopleHigh").asInt());
        assertEquals("differ", detail(evening, "when"), evening::toString);
        assertEquals("differ", detail(evening, "how many members"), evening::toString);
        assertEquals("differ", detail(evening, "practice/money-demand"), evening::toString);
        line.done("decide", file, tomas, "not-incident=the evening at the mill");
        JsonNode without = line.done("incidents", file, "--json").json().getFirst();
        assertEquals(2, without.get("peopleHigh").asInt());
        assertEquals("agree", detail(without, "when"), without::toString);
        assertEquals("alone", detail(without, "money asked (EUR)"), without::toString);
        line.done("decide", file, ines, "change=code:practice/recruitment-step");
        assertEquals(
                1, line.done("incidents", file, "--propose", "--json").json().size());
    }

    private static String detail(JsonNode incident, String what) {
        for (JsonNode detail : incident.get("details")) {
            if (detail.get("what").asText().equals(what)) {
                return detail.get("agreement").asText();
            }
        }
        return "none";
    }

    @Test
    void whatComesNext() {
        code("Mara", "love-bombing", "They gave me tea and a song at the door.");
        code("Ines", "love-bombing", "They gave me tea when I came.");
        code("Ines", "money-demand", INES);
        JsonNode arrow = line.done("findings", file, "--next", "--json").json().getFirst();
        assertEquals(2, arrow.get("peopleHigh").asInt());
        assertEquals(1, arrow.get("bothHigh").asInt());
        assertEquals(2, arrow.get("passages").size());
        assertTrue(arrow.get("sentence").asText().startsWith("Of the 2 people who tell of "), arrow::toString);
    }

    @Test
    void aGroupHasNamesKinAndSizes() throws IOException {
        JsonNode group = line.done("groups", file, "--json").json().getFirst();
        for (String known : List.of(
                "also=The Candle Circle (2009..2014)",
                "split-from=The Old Lantern (2009)",
                "claimed=300 (2019)",
                "observed=40..60 (2019-05)")) {
            line.done("decide", file, id(group), known);
        }
        String said = line.done("groups", file).out();
        assertTrue(said.contains("also called The Candle Circle (2009..2014)"), said);
        assertTrue(said.contains("split from The Old Lantern (2009)"), said);
        assertTrue(said.contains("says that it has 300 people (2019)"), said);
        assertTrue(said.contains("was seen to have 40 to 60 people (2019-05)"), said);
        assertEquals(
                Exit.USAGE, line.type("decide", file, id(group), "claimed=many").exit());
        assertEquals(
                Exit.USAGE,
                line.type("decide", file, id(group), "also=Candle (2014..2009)").exit());

        Path other = Files.writeString(folder.resolve("other.txt"), "The circle in the north was another one.\n");
        line.done("add", file, other.toString(), "--group", "The Candle Circle");
        assertEquals(1, line.done("groups", file, "--json").json().size(), "one, under another name");
        String second = line.done("groups", file, "--json")
                .json()
                .getFirst()
                .get("ids")
                .get(1)
                .asText();
        line.done("decide", file, id(group), "distinct-from=" + second, "--reason", "the same letters, another town");
        assertEquals(2, line.done("groups", file, "--json").json().size());
    }
}
