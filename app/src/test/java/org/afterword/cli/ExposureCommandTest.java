package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExposureCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysByWhatATellerMightBeKnown() throws IOException {
        var line = new CommandLine(folder);
        String path = folder.resolve("case.afterword").toString();
        CommandLine.cheap(path);
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(
                exports.resolve("one.txt"),
                "🚣 I was the treasurer of the Lowmere circle in May 2020, and I had panic attacks. They sang well.");
        Files.writeString(exports.resolve("two.txt"), "Nothing happened. The soup was good, and nobody sang.");
        line.done("add", path, exports.toString(), "--group", "The Lamp Circle", "--names", "rules");
        List<JsonNode> all = line.done("exposure", path, "--json").json();
        assertEquals(1, all.size());
        JsonNode clue = all.getFirst().get("clues").get(0);
        assertEquals("I was the treasurer", clue.get("words").asText());
        assertEquals(2, clue.get("start").asInt(), "code points");
        assertEquals(1, clue.get("shared").asInt());
        assertEquals(2, all.getFirst().get("witnesses").asInt());
        assertTrue(all.getFirst().get("rare").size() >= 2);
        String said = line.done("exposure", path).out();
        assertTrue(said.contains("“May 2020”") && said.contains("panic attacks"), said);
        assertFalse(said.contains("safe"), said);
        for (JsonNode account : line.done("accounts", path, "--json").json()) {
            boolean first = account.get("file").asText().endsWith("one.txt");
            var chosen = line.done("exposure", path, account.get("id").asText(), "--json");
            assertEquals(first ? 1 : 0, chosen.json().size());
        }
        assertEquals(2, line.type("exposure", path, "zzzz").exit());
    }
}
