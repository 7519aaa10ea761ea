package org.afterword.posts.tie;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.afterword.posts.Analysis;
import org.afterword.posts.Measured;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.group.Against;
import org.afterword.posts.report.Summary;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(1)
final class InsularityTest {
    private static final double[] LEVELS = {.05, .01, .001};

    @TempDir
    private Path folder;

    /** Thirty who answer each other four times of five, sixty who answer anybody; eight others, and some in no group. */
    private static List<String> rows(double inward) {
        var random = new Random(4);
        var rows = new ArrayList<String>();
        var writers = new ArrayList<Integer>();
        for (int i = 0; i < 1_200; i++) {
            int who = random.nextInt(110);
            String answered = "";
            if (i > 50) {
                int to = random.nextInt(i);
                while (who < 30 && writers.get(to) >= 30 && random.nextDouble() < inward) {
                    to = random.nextInt(i);
                }
                answered = "p" + to;
            }
            writers.add(who);
            String group = who < 30 ? "climbers" : who < 90 ? "rowers" : who < 98 ? "few" : "";
            rows.add("a%d,p%d,%s,%d,%s,own words".formatted(who, i, answered, 1_700_000_000 + i * 60, group));
        }
        return rows;
    }

    private Measured measured(List<String> rows, Settings settings) throws IOException {
        Path file = Files.writeString(
                folder.resolve("posts.csv"), "author,id,reply_to,time,group,text\n" + String.join("\n", rows) + "\n");
        return Analysis.of(List.of(file), settings, Progress.NONE);
    }

    @Test
    void aGroupThatKeepsToItselfIsSeenAndOneThatDoesNotIsNot() throws IOException {
        Insularity found = measured(rows(0.8), Settings.USUAL).insularity().orElseThrow();
        assertEquals(Insularity.Made.ANSWERS, found.made());
        assertEquals(
                List.of("climbers", "rowers"),
                found.groups().stream().map(Insularity.OfGroup::name).toList());
        assertEquals(90, found.accounts());
        assertEquals(1, found.smaller());
        assertTrue(found.elsewhere() > 100, "ties with those in no group");
        Insularity.OfGroup climbers = found.groups().getFirst();
        assertEquals(30, climbers.accounts());
        Against index = climbers.measures().orElseThrow().index();
        assertTrue(index.probability() < 0.001 && index.value().high() < index.low(), index::toString);
        // Of the ends of a tie, 29 of 89 others are in the group.
        assertEquals((60 - 29 / 2.0) / (60 + 29 / 2.0), index.mean(), 0.01);
        Against walks = climbers.measures().orElseThrow().controversy();
        assertTrue(walks.less().low() > 0 && walks.probability() <= 0.01, walks::toString);
        Against modularity = found.whole().orElseThrow().modularity();
        assertTrue(modularity.less().low() > 0 && Math.abs(modularity.mean()) < 0.02, modularity::toString);

        Insularity open = measured(rows(0), Settings.USUAL).insularity().orElseThrow();
        Against none = open.groups().getFirst().measures().orElseThrow().index();
        assertTrue(none.probability() > 0.05, none::toString);
    }

    @Test
    void theOrderOfRowsAndTheNumbersOfAccountsChangeNothing() throws IOException {
        List<String> rows = rows(0.8);
        Insularity before = measured(rows, Settings.USUAL).insularity().orElseThrow();
        assertEquals(before, measured(rows, Settings.USUAL).insularity().orElseThrow());
        Collections.shuffle(rows, new Random(7));
        assertEquals(before, measured(rows, Settings.USUAL).insularity().orElseThrow());
    }

    @Test
    void whereNobodyAnswersItIsWhatTheyShare() throws IOException {
        var random = new Random(5);
        var rows = new StringBuilder("account,time,url,group\n");
        for (int i = 0; i < 3_000; i++) {
            int who = random.nextInt(60);
            int link = who < 30 ? random.nextInt(20) : 20 + random.nextInt(200);
            rows.append("a%d,%d,https://u%d.example/,%s\n"
                    .formatted(who, 1_700_000_000 + i, link, who < 30 ? "one" : "two"));
        }
        Path file = Files.writeString(folder.resolve("shared.csv"), rows);
        Insularity found = Analysis.of(List.of(file), Settings.USUAL, Progress.NONE)
                .insularity()
                .orElseThrow();
        assertEquals(Insularity.Made.SHARING, found.made());
        Insularity.OfGroup one = found.groups().getFirst();
        assertEquals(0, one.outside());
        assertEquals(-1, one.measures().orElseThrow().index().value().value());
    }

    @Test
    void fewTiesGetASentence() throws IOException {
        Measured measured = measured(rows(0.8).subList(0, 70), Settings.USUAL);
        assertTrue(measured.insularity().orElseThrow().whole().isEmpty());
        assertTrue(Summary.of(measured).get("insularity").toString().contains("Too few to say more"));
    }

    /** Groups dealt out at random to networks in which some have many more ties than others. */
    @Test
    void chanceStandsOutAsOftenAsTheLevelSays() {
        int runs = 1_000;
        var index = new double[LEVELS.length];
        var walks = new double[LEVELS.length];
        for (int run = 0; run < runs; run++) {
            var random = new SplittableRandom(run);
            var group = new int[50];
            Arrays.fill(group, 20, 50, 1);
            for (int i = 49; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int held = group[i];
                group[i] = group[j];
                group[j] = held;
            }
            long[] pairs = GraphTest.randomPairs(50, 140, random);
            pairs = Arrays.stream(pairs)
                    .map(pair -> random.nextInt(4) == 0 ? Graph.pair((int) pair % 5, (int) pair) : pair)
                    .filter(pair -> (int) pair != (int) (pair >>> 32))
                    .distinct()
                    .toArray();
            var network =
                    new Network(Insularity.Made.ANSWERS, List.of("one", "two"), Graph.of(group, pairs), pairs, 0, 0);
            var chance = new Chance(network, 999, 99);
            Insularity.Measures measures = chance.measures(0);
            for (int i = 0; i < LEVELS.length; i++) {
                index[i] += measures.index().probability() <= LEVELS[i] ? 1.0 / runs : 0;
                walks[i] += measures.controversy().probability() <= LEVELS[i] ? 1.0 / runs : 0;
            }
        }
        for (int i = 0; i < LEVELS.length; i++) {
            double most = LEVELS[i] + 3 * Math.sqrt(LEVELS[i] / runs);
            assertTrue(index[i] <= most && walks[i] <= most, index[i] + " and " + walks[i] + " at " + LEVELS[i]);
        }
        assertTrue(index[0] >= 0.02 && walks[0] >= 0.01, "the test says nothing: " + index[0] + ", " + walks[0]);
    }
}
