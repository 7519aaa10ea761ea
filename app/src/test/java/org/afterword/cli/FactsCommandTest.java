package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates and money of a small case, from the text to the list. */
class FactsCommandTest {
    private static final String LETTER = """
            🕯 I joined the Lantern Circle in May 2020. Two and a half years later I left.

            They asked for 30 euros a month, and I gave $200 once. I refused the 500 kr for the camp. We were about forty members.
            The letter came on 3/4/19. Nobody ever asked me for 900 euros.
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
        Path letter = Files.writeString(folder.resolve("letter.txt"), LETTER);
        line.done("add", file, letter.toString(), "--group", "Lantern Circle", "--names", "rules");
        line.done("suggest", file, "--phrases", "--names", "rules");
    }

    @Test
    void datesComeInTheOrderOfTimeWithTheirBounds() {
        List<JsonNode> dates = line.done("timeline", file, "--json").json();
        assertEquals(
                List.of("2019-03-04", "2020-05-01", "2022-08-01"),
                dates.stream().map(one -> one.path("earliest").asText()).toList());
        JsonNode undecided = dates.getFirst();
        assertEquals("on 3/4/19", undecided.path("quote").asText());
        assertEquals(List.of("2019-03-04", "2019-04-03"), texts(undecided.path("readings")));
        JsonNode stated = dates.get(1);
        assertEquals("stated", stated.path("basis").asText());
        assertEquals("month", stated.path("precision").asText());
        assertEquals("2020-05-31", stated.path("latest").asText());
        assertEquals("suggested", stated.path("status").asText());
        assertEquals("other-fact", dates.get(2).path("basis").asText());
        for (JsonNode one : dates) {
            assertEquals(
                    one.path("quote").asText(),
                    LETTER.codePoints()
                            .skip(one.path("start").asInt())
                            .limit(one.path("end").asInt() - one.path("start").asInt())
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
            assertTrue(one.path("sentence")
                    .path("quote")
                    .asText()
                    .contains(one.path("quote").asText()));
            assertEquals("letter.txt", one.path("file").asText());
        }
    }

    private static List<String> texts(JsonNode list) {
        var texts = new java.util.ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    @Test
    void amountsKeepTheirCurrencies() {
        List<JsonNode> amounts = line.done("money", file, "--json").json();
        assertEquals(
                List.of("asked 30 EUR false", "given 200 USD true", "refused 500  false"),
                amounts.stream()
                        .map(one -> one.path("kind").asText() + " "
                                + one.path("least").asText() + " "
                                + one.path("currency").asText() + " "
                                + one.path("assumed").asBoolean())
                        .toList());
        assertEquals("month", amounts.getFirst().path("per").asText());
        String words = line.done("money", file).out();
        assertTrue(words.contains("3 of 3 are only suggested"), words);
        assertTrue(words.contains("USD (assumed of “$”)"), words);
    }

    @Test
    void whatAPersonDecidesHoldsAndARejectedFactGoes() {
        List<JsonNode> amounts = line.done("money", file, "--json").json();
        line.done("decide", file, amounts.get(0).path("id").asText(), "accept");
        line.done("decide", file, amounts.get(1).path("id").asText(), "reject", "--reason", "another year");
        List<JsonNode> left = line.done("money", file, "--json").json();
        assertEquals(
                List.of("accepted", "suggested"),
                left.stream().map(one -> one.path("status").asText()).toList());
        line.done("undo", file);
        assertEquals(3, line.done("money", file, "--json").json().size());
        var changed = line.type("decide", file, amounts.get(0).path("id").asText(), "change=code:practice/x");
        assertEquals(Exit.USAGE, changed.exit());
        assertTrue(changed.err().contains("accept it if it is right as it stands, else reject it"), changed.err());
    }

    @Test
    void aSecondLookFindsNothingNewAndPassagesAreAsBefore() {
        assertEquals(
                0,
                line.done("suggest", file, "--phrases", "--json")
                        .json()
                        .getFirst()
                        .path("facts")
                        .asInt());
        assertFalse(line.done("passages", file, "--json").out().contains("3/4/19"));
        assertEquals(7, line.done("facts", file, "--json").json().size());
        String id = line.done("accounts", file, "--json")
                .json()
                .getFirst()
                .path("id")
                .asText();
        assertEquals(
                3,
                line.done("timeline", file, "--account", id.substring(0, 8), "--json")
                        .json()
                        .size());
        assertEquals(
                Exit.USAGE, line.type("timeline", file, "--account", "nothing").exit());
    }
}
