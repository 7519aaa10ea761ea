package org.afterword.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.afterword.findings.Example.Saying;
import org.afterword.model.Account;
import org.afterword.witnesses.ListContents;
import org.afterword.witnesses.Range;
import org.afterword.witnesses.Witnesses;
import org.junit.jupiter.api.Test;

/** What findings hang on. */
final class RobustnessTest {
    private static List<Robustness> all(Example example) {
        ListContents contents = new ListContents(example.contents).findCopies();
        return Robustness.of(contents, Witnesses.of(contents), example.coded, Example.codebook());
    }

    private static Robustness money(Example example) {
        return all(example).stream()
                .filter(one -> one.finding().code().equals(Example.MONEY))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatOneSourceAloneSaysFallsWithIt() {
        var example = new Example();
        example.tells("A", "mara_w", List.of(Saying.ASKED));
        example.tells("B", "tilda", List.of(Saying.NOT_ASKED));
        example.tells("C", "jory", List.of());
        example.readAll();
        Robustness robust = money(example);
        assertEquals(new Range(1, 1), robust.finding().firstHand());
        assertEquals(0, robust.leastFirstHand());
        assertEquals(2, robust.sources());
        assertEquals(2, robust.without().size(), "who says nothing of it changes nothing in it");
        Finding left = robust.without().getFirst().left();
        assertEquals(new Range(0, 0), left.report());
        assertEquals(new Range(1, 1), left.deny());
        assertEquals(new Range(2, 2), left.witnesses());
        assertEquals(3, left.accounts(), "it is still there, and counts as not read");
        assertEquals(Optional.of(LocalDate.of(2019, 1, 1)), robust.from());
    }

    @Test
    void aRepostCarriesWhatItsOriginalSaid() {
        var example = new Example();
        Account original = example.tells("A", "mara_w", List.of(Saying.ASKED));
        example.reposts("B", "carrier", original);
        example.tells("C", "tilda", List.of(Saying.ASKED));
        example.readAll();
        Robustness robust = money(example);
        assertEquals(new Range(2, 2), robust.finding().firstHand());
        assertEquals(3, robust.sources());
        assertEquals(1, robust.leastFirstHand());
        assertEquals(1, robust.without().size(), "without the original its repost says the same for the same person");
        assertEquals(Optional.of(LocalDate.of(2020, 1, 1)), robust.to());
    }

    @Test
    void whatIsNotListedChangesNothing() {
        CountsTest.everyCase((example, random) -> {
            for (Robustness one : all(example)) {
                assertTrue(one.without().size() <= one.sources());
                for (Robustness.Without without : one.without()) {
                    Finding left = without.left();
                    assertTrue(left.read() < one.finding().read());
                    assertEquals(one.finding().accounts(), left.accounts());
                    assertTrue(
                            left.witnesses().high() <= one.finding().witnesses().high());
                    assertTrue(left.passages().size() < one.finding().passages().size());
                    assertTrue(one.leastFirstHand() <= left.firstHand().low());
                }
            }
        });
    }
}
