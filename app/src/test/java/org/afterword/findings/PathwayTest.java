package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Step;
import org.afterword.findings.Example.Saying;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;
import org.junit.jupiter.api.Test;

final class PathwayTest {
    private static final Group CIRCLE = new Group(Id.random(), "The Lantern Circle", false);
    private static final Group ROWERS = new Group(Id.random(), "A rowing club", true);

    private static Finding finding(Group group, int people, int reporting) {
        var none = new Range(0, 0);
        var report = new Range(reporting, reporting);
        var silent = new Range(people - reporting, people - reporting);
        return new Finding(
                group,
                Example.MONEY,
                "",
                people,
                people,
                new Range(people, people),
                report,
                report,
                none,
                none,
                none,
                silent,
                none,
                0,
                0,
                List.of());
    }

    @Test
    void allSevenStepsAreThereAndEmptyOnesSaySo() {
        var example = new Example();
        example.tells("A", "mara_w", List.of(Saying.ASKED));
        example.readAll();
        var findings = Findings.of(example.contents, example.coded, Example.codebook());
        var pathway = Pathway.of(example.group, findings, Example.codebook());
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
        for (var stage : Pathway.of(example.group, findings, Example.codebook()).stages()) {
            assertEquals(Optional.of("Nobody's account of this has been read yet."), stage.nothing());
        }
    }

    @Test
    void ordinaryGroupsStandBesideFromFivePeopleOn() {
        var own = finding(CIRCLE, 7, 5);
        var rowers = finding(ROWERS, 5, 1);
        var all = List.of(own, rowers, finding(new Group(Id.random(), "Another", false), 9, 1));
        assertEquals(List.of(rowers), Beside.of(own, all).baselines());
        assertEquals(Optional.empty(), Beside.of(own, all).tooFew());
        var few = Beside.of(own, List.of(own, finding(ROWERS, 4, 1)));
        assertEquals(List.of(), few.baselines());
        assertTrue(few.tooFew().isPresent());
        assertEquals(List.of(), Beside.of(finding(CIRCLE, 4, 4), all).baselines());
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
