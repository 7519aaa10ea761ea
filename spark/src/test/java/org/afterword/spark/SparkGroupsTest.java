package org.afterword.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.afterword.posts.Settings;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups: Spark beside the engine of one machine. */
class SparkGroupsTest {
    private static final int START = 1_714_557_600;

    @TempDir
    private Path folder;

    private static Settings settings(Settings.Parts parts, Map<String, Long> claimed) {
        return Engines.settings(
                Columns.USUAL, List.of(36_000), parts, new Settings.Asked(claimed, List.of(), Optional.empty()));
    }

    /**
     * Accounts of three groups, of several, and of none, some of whose rows do not say; one group is too small. They answer
     * each other by account or post where that is wanted, also posts that are not there or have an id that two accounts use.
     */
    private Path invented(SplittableRandom random, boolean answers, int run) throws IOException {
        String[] names = {"reeds ", "moss", "few"};
        var rows = new ArrayList<String>();
        rows.add("id,account,group,time,url" + (answers ? ",to,reply_id" : ",text"));
        for (int i = 0; i < 900; i++) {
            int account = (int) Math.pow(60, random.nextDouble());
            int id = random.nextInt(9) == 0 ? -1 : random.nextInt(800);
            String group = account % 17 == 3
                    ? names[random.nextInt(3)]
                    : account % 11 == 5 || random.nextInt(6) == 0 ? " " : account == 40 ? "few" : names[account % 2];
            rows.add("%s,zealot%d,%s,%d,%s"
                            .formatted(
                                    id < 0 ? "" : "m" + id,
                                    account,
                                    group,
                                    START + random.nextInt(400_000),
                                    random.nextInt(5) == 0
                                            ? ""
                                            : "https://u" + (int) Math.pow(90, random.nextDouble()) + ".example/")
                    + (answers
                            ? ",%s,%s"
                                    .formatted(
                                            random.nextInt(4) == 0 ? "zealot" + random.nextInt(80) : "",
                                            random.nextInt(3) == 0 ? "t1_m" + random.nextInt(900) : "")
                            : "," + text(new SplittableRandom(id < 0 ? i : id))));
        }
        return Files.write(folder.resolve("groups" + run + ".csv"), rows);
    }

    /** Much the same in any order, now and then with other words, or too few; of one post always the same. */
    private static String text(SplittableRandom random) {
        int kind = random.nextInt(12);
        var words = new StringBuilder();
        for (int word = 0; word < (kind == 0 ? 3 : 14); word++) {
            words.append(random.nextInt(20) == 0 ? "w" + random.nextInt(40) : "base" + word + "of" + kind)
                    .append(word % 5 == 4 ? ", base " : " ");
        }
        return '"' + words.toString() + '"';
    }

    @Test
    void groupsAreThoseOfOneMachine() throws IOException {
        var random = new SplittableRandom(31);
        for (int run = 0; run < 2; run++) {
            Path file = invented(random, run == 0, run);
            Settings settings = settings(run == 0 ? Settings.Parts.SHARING : Settings.Parts.BOTH, Map.of("moss", 300L));
            Map<String, Object> expected = Engines.onOneMachine(file, settings);
            assertEquals(expected, Engines.onSpark(file, 1_000_000, settings), "run " + run);
            Map<?, ?> ties = (Map<?, ?>) expected.get("insularity");
            assertEquals(run == 0 ? "answers" : "sharing", ties.get("madeOf"));
            assertTrue(ties.containsKey("eiIndex") && (long) ties.get("tiesElsewhere") > 0, ties::toString);
            Map<?, ?> moss = (Map<?, ?>) ((List<?>) expected.get("groups")).get(1);
            assertTrue(moss.containsKey("shareOfSharesSame") && moss.containsKey("claimedMembers"), moss::toString);
            if (run == 1) {
                Map<?, ?> nearlySame = (Map<?, ?>) moss.get("shareOfPairsNearlySame");
                assertTrue((double) nearlySame.get("value") > 0.001, moss::toString);
            }
        }
        BadInput unknown = assertThrows(
                BadInput.class,
                () -> Engines.onSpark(
                        folder.resolve("groups0.csv"), 1_000, settings(Settings.Parts.SHARING, Map.of("lichen", 9L))));
        assertTrue(unknown.getMessage().contains("there are few, moss, reeds"), unknown::getMessage);
    }
}
