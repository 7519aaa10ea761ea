package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.afterword.capture.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is watched while it is changed and taken down. Plain text, so that no browser is needed. */
class WatchCommandTest {
    private static final String LETTER = "They asked us for money each month.\nNobody could leave without losing"
            + " friends.\nWe rowed on the river in the mornings and sang.";

    @TempDir
    private Path folder;

    private CommandLine line;
    private String path;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        line = new CommandLine(folder);
        path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        site = Site.open();
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private void says(String text) {
        site.on("/letter", Site.plain("200 OK", "text/plain", text));
    }

    private List<JsonNode> watch(String... more) {
        var arguments =
                new ArrayList<>(List.of("watch", path, site.url("/letter"), "--direct", "--allow-private", "--json"));
        arguments.addAll(List.of(more));
        return line.done(arguments.toArray(String[]::new)).json();
    }

    @Test
    void onceNowAndThen() {
        says(LETTER);
        assertEquals("first", watch("--once").getFirst().get("look").asText());
        assertEquals("same", watch("--once").getFirst().get("look").asText());
        says(LETTER.replace("\nNobody could leave without losing friends.", "").replace("money", "gifts"));
        JsonNode changed = watch("--once").getFirst();
        assertEquals("changed", changed.get("look").asText());
        assertEquals("money", changed.get("changes").get(0).get("removed").asText());
        assertEquals(
                "Nobody could leave without losing friends.",
                changed.get("changes").get(1).get("removed").asText());
        site.on("/letter", Site.plain("503 Busy", "text/plain", "later"));
        assertEquals("unsure", watch("--once").getFirst().get("look").asText());
        site.on("/letter", Site.plain("404 Not Found", "text/plain", "no such page"));
        JsonNode gone = watch("--once").getFirst();
        assertEquals("gone", gone.get("look").asText());
        assertEquals(changed.get("at").asText(), gone.get("lastGood").get("at").asText());
        assertTrue(gone.get("lastGood").get("name").asText().endsWith("page.wacz"));
        assertEquals("same", watch("--once").getFirst().get("look").asText(), "it is gone still");
        says(LETTER.replace("\nNobody could leave without losing friends.", "").replace("money", "gifts"));
        assertEquals("back", watch("--once").getFirst().get("look").asText());
        site.on("/letter", Site.plain("200 OK", "text/plain", ""));
        assertEquals("gone", watch("--once").getFirst().get("look").asText(), "a page that was emptied");
    }

    @Test
    void whatIsSeenLaterTellsOfTheSameGroup() {
        says(LETTER);
        line.done(
                "capture", path, site.url("/letter"), "--direct", "--allow-private", "--group", "Rowers", "--baseline");
        says(LETTER.replace("money", "gifts"));
        assertEquals("changed", watch("--once").getFirst().get("look").asText());
        says(LETTER.replace("money", "bread"));
        watch("--every", "10ms", "--times", "1");
        line.done("watch", path, "--collect");
        says(LETTER.replace("money", "salt"));
        watch("--once", "--group", "Others");
        assertEquals(
                List.of("Rowers", "Rowers", "Rowers", "Others"),
                line.done("accounts", path, "--json").json().stream()
                        .map(account -> account.get("group").asText())
                        .toList());
    }

    @Test
    void aLongWatchHoldsNoCaseOpenAndLeavesNothingReadable() throws IOException {
        var looks = new AtomicInteger();
        var opened = new ArrayList<Integer>();
        site.on("/letter", (out, request) -> {
            int look = looks.incrementAndGet();
            opened.add(line.type("accounts", path).exit());
            String text = look == 1 ? LETTER : LETTER.replace("money", "gifts");
            Site.plain("200 OK", "text/plain", text).write(out, request);
        });
        List<JsonNode> said = watch("--every", "10ms", "--times", "3", "--group", "The society");
        assertEquals(
                List.of("first", "changed", "same"),
                said.stream().map(look -> look.get("look").asText()).toList());
        assertEquals(List.of(0, 0, 0), opened, "others may open the case meanwhile");
        Path drop = folder.resolve("case.afterword-drop");
        List<Path> sealed;
        try (Stream<Path> files = Files.list(drop)) {
            sealed = files.toList();
        }
        assertEquals(2, sealed.size());
        for (Path file : sealed) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertTrue(bytes.startsWith("age-encryption.org/v1"));
            assertFalse(bytes.contains("money") || bytes.contains("127.0.0.1") || bytes.contains("letter"));
            assertTrue(file.getFileName().toString().matches("[0-9a-z]{26}\\.age"), file::toString);
        }
        assertTrue(line.done("accounts", path).err().contains("2 captures of a watch wait"));

        Path kept = Files.copy(sealed.getFirst(), folder.resolve("kept"));
        Files.write(drop.resolve("broken.age"), new byte[] {1, 2, 3});
        CommandLine.Answer collected = line.type("watch", path, "--collect");
        assertEquals(1, collected.exit());
        assertTrue(collected.out().contains("2 captures taken"), collected.out());
        assertTrue(collected.err().contains("broken.age"), collected.err());
        assertEquals(2, line.done("accounts", path, "--json").json().size());
        assertEquals(
                "The society",
                line.done("accounts", path, "--json")
                        .json()
                        .getFirst()
                        .get("group")
                        .asText());

        Files.delete(drop.resolve("broken.age"));
        Files.copy(kept, drop.resolve("again.age"));
        assertTrue(line.done("watch", path, "--collect").out().contains("0 captures taken"), "it was taken before");
        assertTrue(
                line.done("verify", path, "--json").json().getFirst().get("ok").asBoolean());
        assertEquals("same", watch("--once").getFirst().get("look").asText(), "compared with what was collected");
    }

    @Test
    void aSealedCaptureThatWasCutOrIsAnothersIsLeft() throws IOException {
        says(LETTER);
        watch("--times", "1");
        Path drop = folder.resolve("case.afterword-drop");
        Path file;
        try (Stream<Path> files = Files.list(drop)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length : List.of(0, 150, whole.length - 1)) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertEquals(1, line.type("watch", path, "--collect").exit(), "cut at " + length);
        }
        String other = folder.resolve("other.afterword").toString();
        CommandLine.cheap(other);
        Files.write(file, whole);
        assertEquals(
                1,
                line.type("watch", other, "--collect", "--drop", drop.toString())
                        .exit());
        assertEquals(0, line.type("watch", path, "--collect").exit());
        assertEquals(1, line.done("accounts", path, "--json").json().size());
    }

    @Test
    void notReachedSaysNothingOfThePage() throws IOException {
        says(LETTER);
        watch("--once");
        String url = site.url("/letter");
        site.hangsUp();
        CommandLine.Answer answer = line.type("watch", path, url, "--direct", "--allow-private", "--once", "--json");
        assertEquals(1, answer.exit(), answer::out);
        assertEquals("not reached", answer.json().getFirst().get("look").asText());
        assertEquals(2, line.type("watch", path, url, "--once").exit(), "the choice is demanded");
        assertEquals(2, line.type("watch", path).exit());
        CommandLine.Answer hurried = line.type("watch", path, "https://example.org/", "--direct", "--every", "5s");
        assertEquals(2, hurried.exit());
        assertTrue(hurried.err().contains("Nothing was asked"), hurried.err());
    }

    @Test
    void revisionsOfAnEncyclopaedia() throws IOException {
        Path export = Files.writeString(folder.resolve("export.xml"), RevisionsExport.TEXT);
        CommandLine.Answer shown = line.done("watch", path, "--revisions", export.toString());
        assertTrue(shown.out().contains("Wren Alder"), shown.out());
        assertTrue(shown.out().contains("[-they were asked for money-]"), shown.out());
        assertEquals(0, line.done("accounts", path, "--json").json().size());
        JsonNode removal = line.done("watch", path, "--revisions", export.toString(), "--json", "--keep")
                .json()
                .getFirst();
        assertEquals("shorter", removal.get("comment").asText());
        assertEquals(5, removal.get("words").asInt());
        assertTrue(line.done("verify", path, "--json")
                        .json()
                        .getFirst()
                        .get("exhibits")
                        .asInt()
                == 1);
    }

    private static final class RevisionsExport {
        static final String TEXT = """
                <mediawiki version="0.11"><page><title>Lantern Rowing Society</title>
                <revision><id>1</id><timestamp>2024-01-02T10:00:00Z</timestamp><contributor><username>Sedge</username>
                </contributor><text>Members say they were asked for money every month.</text></revision>
                <revision><id>2</id><timestamp>2024-01-03T10:00:00Z</timestamp>
                <contributor><username>Wren Alder</username></contributor>
                <comment>shorter</comment><text>Members say every month.</text></revision></page></mediawiki>
                """;
    }
}
