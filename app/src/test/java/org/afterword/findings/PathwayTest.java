package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Step;
import org.afterword.findings.Example.Saying;
import org.junit.jupiter.api.Test;

final class PathwayTest {
    @Test
    void allSevenStepsAreThereAndEmptyOnesSaySo() {
        var example = new Example();
        example.tells("A", "mara_w", List.of(Saying.ASKED));
        example.readAll();
        var findings = Findings.of(example.contents, example.coded, Example.codebook());
        var pathway = Pathway.of(example.group, findings, List.of(), Example.codebook());
        assertEquals(
                Arrays.asList(Step.values()),
                pathway.stages().stream().map(Pathway.Stage::step).toList());
        for (var stage : pathway.stages()) {
            assertEquals(stage.findings().isEmpty(), stage.nothing().isPresent());
            assertEquals(stage.step() == Step.ASKS ? 1 : 0, stage.findings().size());
        }
    }

    @Test
    void whereNothingWasReadEveryStepSaysThat() {
        var example = new Example();
        example.tells("A", "mara_w", List.of(Saying.ASKED));
        var findings = Findings.of(example.contents, example.coded, Example.codebook());
        for (var stage : Pathway.of(example.group, findings, List.of(), Example.codebook())
                .stages()) {
            assertEquals(Optional.of("Nobody's account of this has been read yet."), stage.nothing());
        }
    }

    @Test
    void anotherNameIsTheSameGroup() {
        var example = new Example();
        var older = example.contents.group("The Candle Circle", false);
        example.contents.decide(example.group.id(), "also=the candle circle");
        example.tells("A", "mara_w", List.of(Saying.ASKED));
        example.readAll();
        var findings = Findings.of(example.contents, example.coded, Example.codebook());
        assertEquals(3, findings.size());
        assertEquals(example.group.id(), findings.getFirst().group().id());
        assertTrue(findings.stream().noneMatch(f -> f.group().id().equals(older.id())));
        example.contents.decide(example.group.id(), "baseline");
        assertTrue(Findings.of(example.contents, example.coded, Example.codebook())
                .getFirst()
                .group()
                .baseline());
    }
}
