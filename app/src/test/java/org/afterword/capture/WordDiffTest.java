package org.afterword.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordDiffTest {
    @Test
    void whatWasTakenOutAndPutIn() {
        List<WordDiff.Change> changes = WordDiff.of(
                "They asked for money each month.\nNobody was allowed to speak of it outside.\nWe rowed.",
                "They asked for gifts each month.\n\nWe  rowed. All was well.");
        assertEquals(
                List.of(
                        new WordDiff.Change("money", "gifts", "They asked for", "each month. We rowed. All was"),
                        new WordDiff.Change(
                                "Nobody was allowed to speak of it outside.",
                                "",
                                "They asked for gifts each month.",
                                "We rowed. All was well."),
                        new WordDiff.Change("", "All was well.", "for gifts each month. We rowed.", "")),
                changes);
        assertEquals(List.of(), WordDiff.of("a  b\n\nc", " a b\nc "));
        assertEquals(
                List.of(new WordDiff.Change("all of it", "", "", "")), WordDiff.of("all of it", ""));
    }

    /** Applied to the older list, the gaps give the newer one; and no shorter list of them does. */
    @Test
    void gapsLeadFromOneToTheOther() {
        var random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            List<String> a = list(random, random.nextInt(12));
            List<String> b = list(random, random.nextInt(12));
            List<WordDiff.Gap> gaps = WordDiff.gaps(a, b);
            List<String> made = new ArrayList<>();
            int at = 0;
            int steps = 0;
            for (WordDiff.Gap gap : gaps) {
                made.addAll(a.subList(at, gap.from()));
                assertEquals(made.size(), gap.to());
                made.addAll(b.subList(gap.to(), gap.toEnd()));
                at = gap.fromEnd();
                steps += gap.fromEnd() - gap.from() + gap.toEnd() - gap.to();
            }
            made.addAll(a.subList(at, a.size()));
            assertEquals(b, made, a + " to " + b);
            assertEquals(a.size() + b.size() - 2 * common(a, b), steps, a + " to " + b);
        }
    }

    private static List<String> list(Random random, int size) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add("abcd".substring(random.nextInt(4)).substring(0, 1));
        }
        return list;
    }

    private static int common(List<String> a, List<String> b) {
        int[][] longest = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                longest[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[a.size()][b.size()];
    }

    @Test
    void textsWithNothingInCommonTakeNoLongTime() {
        var old = new StringBuilder();
        var now = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            old.append('a').append(i).append(' ');
            now.append('b').append(i).append(' ');
        }
        long before = System.nanoTime();
        assertEquals(1, WordDiff.of(old.toString(), now.toString()).size());
        assertTrue(System.nanoTime() - before < 10_000_000_000L, "seconds");
    }
}
