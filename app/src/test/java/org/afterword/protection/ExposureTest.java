package org.afterword.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.afterword.model.Account;
import org.afterword.model.IdentityKind;
import org.afterword.witnesses.Witnesses;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final List<String> SENTENCES = List.of(
            "I was the treasurer.",
            "I worked as a nurse.",
            "It was May 2020.",
            "I was nineteen.",
            "We met in Lowmere each week.",
            "I grew up in Harrowden.",
            "Nothing much happened then.");

    private final ListContents contents = ListContents.empty();

    private List<Exposure> exposures() {
        return Exposure.of(contents, Fixture.protection(contents), Witnesses.of(contents), Set.of());
    }

    private static List<List<String>> rare(Exposure exposure) {
        return exposure.rare().stream()
                .map(rare -> rare.clues().stream().map(Clue::key).sorted().toList())
                .toList();
    }

    @Test
    void whatFiveShareIsNoClueButTogetherItMayBe() {
        for (int i = 0; i < 5; i++) {
            contents.account("I was the treasurer.");
            contents.account("I worked as a nurse.");
        }
        contents.account("I was the treasurer. I worked as a nurse.");
        Exposure both = exposures().getLast();
        assertEquals(List.of(List.of("office:treasurer", "work:nurse")), rare(both));
        assertEquals(1, both.rare().getFirst().shared());
        assertEquals(11, both.witnesses());
        assertEquals(
                List.of(6, 6), both.clues().stream().map(Exposure.Seen::shared).toList());
        assertEquals(List.of(), exposures().getFirst().rare());
    }

    @Test
    void whatIsCoveredIsNotCombined() {
        Account account = contents.account("I lived in Lowmere for six years. I have panic attacks.");
        var place = contents.name(IdentityKind.PLACE, "Lowmere");
        contents.mention(place, account, "Lowmere");
        contents.decide(place, "keep");
        assertTrue(rare(exposures().getFirst()).toString().contains("place:"));
        contents.decide(place, "redact");
        Exposure covered = exposures().getFirst();
        assertFalse(rare(covered).toString().contains("place:"), rare(covered)::toString);
        assertFalse(rare(covered).toString().contains("health:"), "it hurts, and does not narrow down");
        assertTrue(covered.clues().stream()
                .anyMatch(seen -> !seen.readable() && seen.clue().kind().equals(ClueFinder.PLACE)));
    }

    /** Counted by hand over all subsets. */
    @Test
    void setsAreRareAndSmallest() {
        var random = new Random(7);
        for (int i = 0; i < 40; i++) {
            contents.account(IntStream.range(0, 3)
                    .mapToObj(_ -> SENTENCES.get(random.nextInt(SENTENCES.size())))
                    .distinct()
                    .reduce((a, b) -> a + " " + b)
                    .orElseThrow());
        }
        List<Exposure> all = exposures();
        assertTrue(all.size() > 20);
        for (Exposure exposure : all) {
            for (Exposure.Rare rare : exposure.rare()) {
                assertEquals(with(all, rare.clues()), rare.shared());
                assertTrue(rare.shared() < Exposure.ENOUGH && rare.shared() > 0);
                for (Clue left : rare.clues()) {
                    List<Clue> fewer = rare.clues().stream()
                            .filter(clue -> !clue.equals(left))
                            .toList();
                    assertTrue(fewer.isEmpty() || with(all, fewer) >= Exposure.ENOUGH);
                }
            }
        }
    }

    private static int with(List<Exposure> all, List<Clue> clues) {
        return (int) all.stream()
                .filter(exposure -> clues.stream()
                        .allMatch(clue -> exposure.clues().stream()
                                .anyMatch(seen -> seen.clue().key().equals(clue.key()))))
                .count();
    }

    /** Ages are shown by their decade unasked, so they no longer tell the teller apart. */
    @Test
    void anAgeThatIsCoveredIsNotReadable() {
        Account account = contents.account("I was nineteen when they asked me.");
        assertTrue(exposures().getFirst().clues().getFirst().readable());
        var age = contents.name(IdentityKind.AGE, "I was nineteen");
        contents.mention(age, account, "nineteen");
        assertFalse(exposures().getFirst().clues().getFirst().readable());
        assertEquals(List.of(), exposures().getFirst().rare());
    }
}
