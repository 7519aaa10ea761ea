package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.afterword.cli.CommandLine.Answer;
import org.afterword.protection.PictureFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screenshot's way from the folder to the site, as it is typed. */
@Order(1)
class PictureCommandTest {
    @TempDir
    private Path folder;

    private CommandLine line;
    private String file = "";
    private String exhibit = "";
    private String account = "";

    @BeforeEach
    void addScreenshot() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, "tesseract"))),
                "Tesseract is not installed");
        line = new CommandLine(folder);
        file = folder.resolve("case.afterword").toString();
        CommandLine.cheap(file);
        Path shot = folder.resolve("Screenshot Orla Finch 2021.png");
        Files.write(shot, PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID)));
        line.done("add", file, shot.toString(), "--group", "The Kestrel Table");
        JsonNode listed = only(line.done("pictures", file, "--json"));
        exhibit = listed.path("id").asText();
        account = listed.path("account").asText();
        assertEquals("withheld", listed.path("state").asText());
        assertTrue(listed.path("against").asText().contains("consent="), listed::toString);
    }

    private static JsonNode only(Answer answer) {
        assertEquals(1, answer.json().size(), answer::out);
        return answer.json().getFirst();
    }

    private void allowed() throws IOException {
        var decisions = new StringBuilder();
        decide(decisions, account, "consent=verbatim");
        decide(decisions, account, "public=no");
        record(decisions);
    }

    private void everybodyDecided() throws IOException {
        var decisions = new StringBuilder();
        for (JsonNode name : line.done("people", file, "--json").json()) {
            boolean person = name.path("name").asText().matches(".*(Orla|Finch|Wren|Tarbuck).*");
            decide(decisions, name.path("id").asText(), person ? "redact" : "not-a-name");
        }
        record(decisions);
    }

    private static void decide(StringBuilder into, String id, String decision) {
        into.append("{\"id\":\"%s\",\"decision\":\"%s\"}\n".formatted(id, decision));
    }

    private void record(StringBuilder decisions) throws IOException {
        line.done(
                "decide",
                file,
                "--from",
                Files.writeString(folder.resolve("decisions.jsonl"), decisions).toString());
    }

    private void accountApproved() throws IOException {
        var decisions = new StringBuilder();
        decide(decisions, account, "read");
        decide(decisions, account, "approve");
        record(decisions);
    }

    private Answer publish() {
        return line.publish(file, folder.resolve("site"));
    }

    @Test
    void aPictureGoesOnlyWhereItsWordsMayBeQuotedAndOnceItIsApproved() throws IOException {
        Answer early = line.type("picture", file, exhibit, "--show", "--reason", "it shows the tone");
        assertEquals(Exit.USAGE, early.exit());
        assertTrue(early.err().contains("consent="), early.err());
        allowed();
        assertEquals(Exit.USAGE, line.type("picture", file, exhibit, "--show").exit(), "a reason is wanted");

        Path look = folder.resolve("look.png");
        JsonNode preview = only(line.done("picture", file, exhibit, "--preview", look.toString(), "--json"));
        assertTrue(preview.path("open").asInt() >= 2, preview::toString);
        assertTrue(preview.path("covered").size() >= 3, "names that nobody decided are covered");
        String undecided = preview.path("seen").asText();
        assertEquals(
                Exit.FAILED,
                line.type("picture", file, exhibit, "--preview", look.toString())
                        .exit(),
                "what is there is not overwritten");

        line.done("picture", file, exhibit, "--show", "--box", "10,10,40,20", "--reason", "it shows the tone");
        Answer open = line.type("picture", file, exhibit, "--approve", undecided);
        assertEquals(Exit.USAGE, open.exit());
        assertTrue(open.err().contains("not decided"), open.err());
        everybodyDecided();
        accountApproved();
        Answer changed = line.type("picture", file, exhibit, "--approve", undecided);
        assertTrue(changed.err().contains("has changed since"), changed.err());

        Answer refused = publish();
        assertEquals(Exit.REFUSED, refused.exit(), refused::out);
        assertTrue(refused.out().contains("Nobody has approved this picture"), refused::out);

        JsonNode seen = only(line.done("picture", file, exhibit, "--json"));
        line.done(
                "picture",
                file,
                exhibit,
                "--approve",
                seen.path("seen").asText().substring(0, 12));
        assertEquals(
                "shown",
                only(line.done("pictures", file, "--json")).path("state").asText());
        assertEquals(0, publish().exit());
        Path site = folder.resolve("site");
        byte[] picture = Files.readAllBytes(site.resolve("picture-01.png"));
        var page = Jsoup.parse(Files.readString(site.resolve("account-01.html")));
        var shown = Objects.requireNonNull(page.selectFirst("figure img"));
        assertEquals("picture-01.png", shown.attr("src"));
        assertEquals(seen.path("width").asText(), shown.attr("width"));
        assertTrue(shown.attr("alt").contains("bring the money"), shown::toString);
        assertFalse(shown.attr("alt").contains("Finch"), shown::toString);
        try (Stream<Path> files = Files.list(site)) {
            for (Path one : files.toList()) {
                String name = String.valueOf(one.getFileName());
                assertFalse(name.contains("Screenshot") || name.contains(exhibit), name);
                assertFalse(
                        new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains("Screenshot"), name);
            }
        }
        line.done("verify", site.toString());
        assertEquals(0, publish().exit());
        assertArrayEquals(picture, Files.readAllBytes(site.resolve("picture-01.png")), "twice the same bytes");

        line.done("undo", file);
        assertEquals(Exit.REFUSED, publish().exit(), "the approval was taken back");
        line.done("picture", file, exhibit, "--withhold", "--reason", "her handwriting");
        assertEquals(0, publish().exit());
        assertTrue(Files.notExists(site.resolve("picture-01.png")));
    }

    @Test
    void whatAllowsLessTakesThePictureAway() throws IOException {
        allowed();
        everybodyDecided();
        accountApproved();
        line.done("picture", file, account, "--show", "--reason", "it shows the tone");
        String seen = only(line.done("picture", file, exhibit, "--alt", "A message about Orla Finch", "--json"))
                .path("seen")
                .asText();
        line.done("picture", file, exhibit, "--approve", seen);
        line.done("decide", file, account, "is=minor");
        Answer published = publish();
        assertEquals(0, published.exit(), published::out);
        assertTrue(Files.notExists(folder.resolve("site/picture-01.png")));
        assertTrue(published.out().contains("A minor tells"), published::out);
        assertEquals(
                "withheld, though it was decided to show it",
                only(line.done("pictures", file, "--json")).path("state").asText());
    }

    @Test
    void whatIsTypedWrongIsSaid() throws IOException {
        allowed();
        for (List<String> wrong : List.of(
                List.of("--box", "1,2,3"),
                List.of("--box", "1,2,3,4"),
                List.of("--show", "--withhold"),
                List.of("--show", "--reason", "x", "--box", "9000,1,1,1"),
                List.of("--approve", "ab"))) {
            var words = new java.util.ArrayList<>(List.of("picture", file, exhibit));
            words.addAll(wrong);
            Answer answer = line.type(words.toArray(String[]::new));
            assertEquals(Exit.USAGE, answer.exit(), () -> wrong + ": " + answer.err());
        }
        assertTrue(line.type("picture", file, "nothing").err().contains("nothing in this case"));
    }
}
