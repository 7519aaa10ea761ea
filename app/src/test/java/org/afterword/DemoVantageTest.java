package org.afterword;

import static org.afterword.InventedCase.decisions;
import static org.afterword.InventedCase.folder;
import static org.afterword.InventedCase.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The demo has people enough who left either group to set them beside each other. */
class DemoVantageTest {
    @Test
    void vantagesAreDecidedAsTruthSaysAndFiveLeftEitherGroup() throws Exception {
        Path folder = folder("demo");
        var known = new TreeSet<String>();
        Map<String, Set<String>> leavers = new TreeMap<>();
        for (JsonNode file : truth(folder).get("files")) {
            for (JsonNode speaker : file.get("speakers")) {
                String vantage = speaker.get("vantage").asText();
                known.add(file.get("file").asText() + "#" + speaker.get("name").asText() + ": vantage=" + vantage);
                if (vantage.equals("leaver")) {
                    leavers.computeIfAbsent(file.get("group").asText(), _ -> new TreeSet<>())
                            .add(speaker.get("witness").asText());
                }
            }
        }
        var otherwise = decisions(folder).stream()
                .filter(line -> line.get("decision").asText().startsWith("vantage="))
                .map(line ->
                        line.get("file").asText() + "#" + line.get("speaker").asText() + ": "
                                + line.get("decision").asText())
                .filter(line -> !known.contains(line))
                .toList();
        assertEquals(List.of(), otherwise);
        assertEquals(2, leavers.size());
        leavers.forEach((group, left) -> assertTrue(left.size() >= 5, () -> group + ": " + left));
    }
}
