package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodebookTest {
    private static final String HEAD = """
            schema: afterword/codebook/1
            id: mine
            name: Mine
            version: "1"
            description: A codebook.
            source: me
            codes:
            """;

    @Test
    void practicesAreWholeAndInTheDesignsWords() {
        Codebook book = Codebook.practices();
        assertEquals(
                List.of(
                        "recruitment-step",
                        "money-demand",
                        "limits-on-outside-information",
                        "limits-on-internal-criticism",
                        "public-conformity",
                        "surveillance",
                        "use-of-personal-information",
                        "shunning-or-retaliation",
                        "love-bombing",
                        "exhaustion",
                        "sunk-cost",
                        "positive-experience",
                        "open-criticism"),
                book.codes().stream()
                        .map(code -> code.id().substring("practice/".length()))
                        .toList());
        for (Code code : book.codes()) {
            assertTrue(code.step().isPresent(), code.id());
            assertTrue(code.question().orElseThrow().endsWith("?"), code.id());
            assertTrue(code.statement().orElseThrow().reports().startsWith("say "), code.id());
            assertTrue(code.statement().orElseThrow().denies().startsWith("say "), code.id());
            assertFalse(code.counts().isEmpty(), code.id());
            assertFalse(code.doesNotCount().isEmpty(), code.id());
            assertFalse(code.nearMisses().isEmpty(), code.id());
            assertFalse(code.examples().isEmpty(), code.id());
            assertFalse(code.cues().strong().isEmpty(), code.id());
        }
        for (Step step : Step.values()) {
            assertTrue(
                    book.codes().stream().anyMatch(code -> code.step().orElseThrow() == step),
                    "no practice belongs to " + step);
        }
    }

    @Test
    void liftonIsMappedByPeopleOnly() {
        Codebook book = Codebook.lifton();
        assertEquals(8, book.codes().size());
        for (Code code : book.codes()) {
            assertEquals(Code.Cues.NONE, code.cues(), code.id());
            assertFalse(code.from().isEmpty(), code.id());
            code.from().forEach(id -> assertTrue(Codebook.practices().code(id).isPresent(), id));
        }
        assertTrue(book.code("lifton/sacred-science").isPresent());
        assertTrue(book.code("lifton/none-such").isEmpty());
    }

    @Test
    void readsWhatIsMissingAsNothing() throws IOException {
        Code code = read(HEAD + code("mine/a", "")).codes().getFirst();
        assertEquals("me", code.source());
        assertTrue(code.step().isEmpty());
        assertTrue(code.statement().isEmpty());
    }

    @Test
    void saysWhatIsWrongAndWhere() {
        assertEquals("The id 'mine/a' is given to two codes.", error(HEAD + code("mine/a", "") + code("mine/a", "")));
        assertEquals(
                "The parent 'mine/z' of 'mine/a' is not a code of this codebook.",
                error(HEAD + code("mine/a", "parent: mine/z")));
        assertEquals(
                "The code 'mine/a' is above itself: its parents go in a circle.",
                error(HEAD + code("mine/a", "parent: mine/b") + code("mine/b", "parent: mine/a")));
        assertEquals(
                "The code 'mine/a' is above itself: its parents go in a circle.",
                error(HEAD + code("mine/a", "parent: mine/a")));
        assertEquals(
                "The id in code number 1 (other/a) does not begin with 'mine/'.", error(HEAD + code("other/a", "")));
        assertEquals(
                "The field 'definition' in code number 1 (mine/a) is missing.",
                error(HEAD + "- id: mine/a\n  name: A\n"));
        assertEquals(
                "The field 'hue' in code number 1 (mine/a) is not known.", error(HEAD + code("mine/a", "hue: red")));
        assertEquals(
                "The step 'middle' in code number 1 (mine/a) is not one of: contact, first-meetings, asks, commitment, "
                        + "disagreement, leaving, aftermath.",
                error(HEAD + code("mine/a", "step: middle")));
        assertEquals(
                "The cue 'give <coin>' of 'mine/a' cannot be read: there is no set 'coin'.",
                error(HEAD + code("mine/a", "cues: {strong: [give <coin>]}")));
        assertEquals("This codebook has no codes.", error(HEAD));
        assertEquals(
                "This codebook has the schema 'afterword/codebook/9'; this program reads 'afterword/codebook/1'.",
                error(HEAD.replace("codebook/1", "codebook/9")));
        assertEquals("There are no fields at the top.", error(""));
        assertEquals("There are no fields at the top.", error("- a\n- b\n"));
        assertEquals("This is not readable YAML: see line 2.", error("id: a\nname: [b\n"));
        assertTrue(error("id: a\nid: b\n").startsWith("This is not readable YAML"));
    }

    @Test
    void takesTenThousandCodes() throws IOException {
        String codes = IntStream.range(0, 10_000)
                .mapToObj(i -> code("mine/c" + i, i == 0 ? "" : "parent: mine/c" + (i - 1)))
                .collect(Collectors.joining());
        assertEquals(10_000, read(HEAD + codes).codes().size());
    }

    @Test
    void anyCutOfAFileIsReadOrRefusedInASentence() throws IOException {
        String whole = HEAD + code("mine/a", "step: asks") + code("mine/b", "parent: mine/a");
        for (int end = 0; end < whole.length(); end++) {
            try {
                read(whole.substring(0, end));
            } catch (CodebookException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        }
    }

    private static String code(String id, String more) {
        return "- id: " + id + "\n  name: A\n  definition: Something.\n" + (more.isEmpty() ? "" : "  " + more + "\n");
    }

    private static String error(String yaml) {
        return assertThrows(CodebookException.class, () -> read(yaml)).getMessage();
    }

    private static Codebook read(String yaml) throws IOException {
        return Codebook.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
