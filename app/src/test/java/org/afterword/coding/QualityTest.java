package org.afterword.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QualityTest {

    @Test
    void enoughIsSuggestedAndLittleWrongly() {
        Measured measured = Measured.of(CodedPassages.of("held-out"));
        Measured.Counts all = measured.all();
        assertTrue(all.precision() >= PRECISION, all + " " + measured.byCode());
        assertTrue(all.recall() >= RECALL, all + " " + measured.byCode());
        assertTrue(measured.firstHandRight() >= 0.85 * measured.matched(), measured.firstHandRight() + " first-hand");
    }

    private static final double PRECISION = 0.8;
    private static final double RECALL = 0.8;

    @Test
    void ordinaryGroupsArePeaceful() {
        Measured measured = Measured.of(Stream.of("development", "held-out")
                .flatMap(part -> CodedPassages.of(part).stream())
                .filter(CodedPassages::ordinary)
                .toList());
        List<String> alarms = measured.wrong().stream()
                .filter(line -> !line.contains("positive-experience") && !line.contains("open-criticism"))
                .toList();
        assertTrue(alarms.size() <= 1, alarms.toString());
    }

    @Test
    void theSetIsLargeAndCoversEveryPractice() {
        List<CodedPassages> all = Stream.of("development", "held-out")
                .flatMap(part -> CodedPassages.of(part).stream())
                .toList();
        assertTrue(all.stream().mapToInt(passages -> passages.gold().size()).sum() >= 150);
        for (String part : List.of("development", "held-out")) {
            var codes = new HashSet<String>();
            CodedPassages.of(part)
                    .forEach(passages -> passages.gold()
                            .forEach(gold -> codes.add(gold.coding().code())));
            assertEquals(13, codes.size(), part);
        }
    }

    @Test
    void theDocumentedFiguresAreTheseFigures() throws IOException {
        if (Boolean.getBoolean("afterword.write")) {
            Quality.write();
        }
        String page = Files.readString(Quality.PAGE);
        assertEquals(Quality.page(page), page, "docs/quality.md lags behind: run this with -Dafterword.write=true");
    }
}
