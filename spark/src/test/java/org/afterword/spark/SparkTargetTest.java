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

/** Bursts towards a target: Spark beside the engine of one machine. */
class SparkTargetTest {
    private static final long START = 1_714_557_600;
    private static final int DAY = 86_400;

    @TempDir
    private Path folder;

    /**
     * Forty days. Some answer the lamp by its id, its name, a mention, or one of its posts; one of these posts has an id
     * that another account uses, too. Rows of one post disagree, the lamp answers itself, and on two days a troop comes
     * that shares links elsewhere.
     */
    private Path invented(SplittableRandom random, int run) throws IOException {
        var rows = new ArrayList<String>();
        rows.add("id,author,time,in_reply_to_user_id,in_reply_to_status_id,retweeted_status_id,url,text");
        int accounts = 30 + random.nextInt(60);
        for (int i = 0; i < 1_200; i++) {
            rows.add(row(random, i, "zealot" + random.nextInt(accounts), random.nextInt(40 * DAY), ""));
            if (random.nextInt(9) == 0) {
                String again = rows.getLast();
                rows.add(random.nextBoolean() ? again : again.replaceFirst(",[^,]*$", ",hush @TheLamp now"));
            }
        }
        for (int i = 0; i < 25; i++) {
            rows.add("%s,%s,%d,%s,,,,\"@lamp9, I\""
                    .formatted(
                            "l" + i, i % 3 == 0 ? "lamp9" : "Lamp", START + (long) i * DAY, i % 5 == 0 ? "lamp9" : ""));
        }
        rows.add("l3,zealot1,%d,,,,,the same id".formatted(START));
        int action = 900_000;
        for (int day : new int[] {31, 37}) {
            for (int member = 0; member < 14; member++) {
                rows.add(row(random, action++, "troop" + member, day * DAY + member * 60, "lamp9"));
                if (run % 2 == 0) {
                    rows.add("s%d,troop%d,%d,,,,https://t%d.example/,see"
                            .formatted(action++, member, START + (long) (day - 20) * DAY + member, day));
                    rows.add("s%d,troop%d,%d,,,,https://t%d.example/,see"
                            .formatted(action++, member, START + (long) (day - 10) * DAY + member, day + 1));
                }
            }
        }
        return Files.write(folder.resolve("target" + run + ".csv"), rows);
    }

    private static String row(SplittableRandom random, int i, String who, int after, String to) {
        int kind = to.isEmpty() ? random.nextInt(24) : 20;
        return "%s,%s,%d,%s,%s,%s,%s,%s"
                .formatted(
                        random.nextInt(20) == 0 ? "" : "p" + i,
                        who,
                        START + after,
                        kind == 0 ? "lamp9" : kind == 1 ? "@THELAMP" : kind == 2 ? "zealot3" : to,
                        kind == 3 ? "t3_l" + random.nextInt(30) : kind == 4 ? "p" + random.nextInt(1_200) : "",
                        kind == 5 ? "l" + random.nextInt(30) : "",
                        random.nextInt(3) == 0 ? "https://u" + random.nextInt(40) + ".example/" : "",
                        kind == 6 ? "mind @thelamp" : kind == 7 ? "write to a@thelamps" : "own words");
    }

    private static Settings settings(String... target) {
        return Engines.settings(
                Columns.USUAL,
                List.of(60),
                Settings.Parts.SHARING,
                new Settings.Asked(Map.of(), List.of(target), Optional.empty()));
    }

    @Test
    void burstsAreThoseOfOneMachine() throws IOException {
        var random = new SplittableRandom(21);
        int bursts = 0;
        int together = 0;
        for (int run = 0; run < 2; run++) {
            Path file = invented(random, run);
            Settings settings = settings("lamp9", "Lamp", "@thelamp");
            Map<String, Object> expected = Engines.onOneMachine(file, settings);
            assertEquals(expected, Engines.onSpark(file, 1_000_000, settings), "run " + run);
            for (Object burst : (List<?>) ((Map<?, ?>) expected.get("target")).get("bursts")) {
                bursts++;
                Map<?, ?> elsewhere = (Map<?, ?>) ((Map<?, ?>) burst).get("shareTogetherElsewhere");
                together += (double) elsewhere.get("value") > 0 ? 1 : 0;
            }
        }
        assertTrue(bursts >= 4 && together >= 2, bursts + " bursts, " + together + " together elsewhere");
    }

    @Test
    void nobodyIsMeantOrTooMany() throws IOException {
        Path file = invented(new SplittableRandom(22), 1);
        Settings stranger = settings("nobody");
        Map<String, Object> expected = Engines.onOneMachine(file, stranger);
        assertEquals(0, ((Map<?, ?>) expected.get("target")).get("posts"));
        assertEquals(expected, Engines.onSpark(file, 1_000_000, stranger));
        Settings lamp = settings("lamp9");
        List<Input> inputs = List.of(Input.of(file.toString(), Rowed.hadoop(Engines.session())));
        Rowed rowed = Rowed.of(Engines.session(), inputs, lamp);
        BadInput many =
                assertThrows(BadInput.class, () -> new Counting(Engines.session(), 1_000_000, 20, lamp).of(rowed));
        assertTrue(
                many.getMessage().matches("There are \\d+ accounts, and at most 20 rows .*--bring .*"),
                many::getMessage);
    }
}
