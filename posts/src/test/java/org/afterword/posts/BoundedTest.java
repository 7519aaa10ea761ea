package org.afterword.posts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.Inputs;
import org.afterword.posts.read.Overflow;
import org.afterword.posts.read.Room;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.afterword.posts.share.Coordination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The same results with little memory as with much. */
class BoundedTest {
    @TempDir
    private Path folder;

    /** Bytes elsewhere, which are counted. */
    private static final class Elsewhere implements Overflow {
        private long written;

        @Override
        public Place place() {
            var bytes = new ByteArrayOutputStream();
            return new Place() {
                @Override
                public OutputStream write() {
                    return bytes;
                }

                @Override
                public InputStream read() {
                    return new ByteArrayInputStream(bytes.toByteArray());
                }

                @Override
                public void close() {
                    written += bytes.size();
                }
            };
        }
    }

    private static Settings sharing(Settings.Parts parts, int... windows) {
        return new Settings(
                Columns.USUAL,
                Optional.empty(),
                java.util.Arrays.stream(windows).boxed().toList(),
                Coordination.Rule.USUAL,
                NearDuplicates.Rule.USUAL,
                parts,
                Settings.Asked.NOTHING);
    }

    private static String json(Measured measured) throws IOException {
        return Report.json(Summary.of(measured));
    }

    /** Posts in several rows, with and without ids, times without a zone, several objects, rushes, planted groups. */
    private Path invented(int size, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var rows = new ArrayList<String>();
        rows.add("account,id,time,urls");
        for (int i = 0; i < size; i++) {
            boolean planted = i % 50 < 10;
            String account = planted ? "g" + i % 10 : "a" + random.nextInt(1 + size / 8);
            String id = random.nextInt(9) == 0 ? "" : "m" + (random.nextInt(6) == 0 ? random.nextInt(size) : i);
            int action = i / 50;
            String time = random.nextInt(40) == 0
                    ? "2024-05-01 10:00:0" + random.nextInt(9)
                    : String.valueOf(
                            1_714_557_600 + (planted ? action * 5_000 + random.nextInt(50) : random.nextInt(900_000)));
            String link =
                    "https://u" + (planted ? "p" + action : (int) Math.pow(size, random.nextDouble())) + ".example/";
            rows.add(account + "," + id + "," + time + ","
                    + (random.nextInt(15) == 0
                            ? ""
                            : link + (random.nextInt(5) == 0 ? " https://v.example/" + i % 7 : "")));
        }
        return Files.write(folder.resolve("posts" + seed + ".csv"), rows);
    }

    @Test
    void littleMemoryGivesTheSameBytes() throws IOException {
        for (int run = 1; run < 12; run++) {
            Path file = invented(40 * run * run, run);
            var settings = sharing(Settings.Parts.SHARING, 0, 60, 600);
            var elsewhere = new Elsewhere();
            Measured bounded =
                    Analysis.within(new Room(Room.LEAST, elsewhere), Inputs.of(List.of(file)), settings, Progress.NONE);
            assertEquals(json(Analysis.of(List.of(file), settings, Progress.NONE)), json(bounded), "run " + run);
        }
    }

    @Test
    void aFileWithoutPostsIsNotMeasured() throws IOException {
        Path file = invented(0, 0);
        var settings = sharing(Settings.Parts.SHARING, 0, 60, 600);
        var little = new Room(Room.LEAST, new Elsewhere());
        for (Executable measure : List.<Executable>of(
                () -> Analysis.of(List.of(file), settings, Progress.NONE),
                () -> Analysis.within(little, Inputs.of(List.of(file)), settings, Progress.NONE))) {
            assertTrue(assertThrows(BadInput.class, measure).getMessage().contains("No post could be used"));
        }
    }

    @Test
    void whatMemoryDoesNotHoldIsPutElsewhere() throws IOException {
        Path file = invented(120_000, 99);
        var settings = sharing(Settings.Parts.SHARING, 60);
        var elsewhere = new Elsewhere();
        Measured bounded =
                Analysis.within(new Room(Room.LEAST, elsewhere), Inputs.of(List.of(file)), settings, Progress.NONE);
        assertTrue(elsewhere.written > 1 << 20, "written elsewhere: " + elsewhere.written);
        assertEquals(json(Analysis.of(List.of(file), settings, Progress.NONE)), json(bounded));
        assertTrue(bounded.sharing().getFirst().standOut() >= 45, "the planted group stands out");
    }

    /** Two groups that share with each other, an account in both, one in none; nobody answers anybody, or some do. */
    private Path grouped(boolean answers) throws IOException {
        var random = new SplittableRandom(3);
        var rows = new ArrayList<String>();
        rows.add("account,id,time,urls,team,in_reply_to_id");
        for (int i = 0; i < 6_000; i++) {
            int account = random.nextInt(60);
            String team = account == 0
                    ? (i % 2 == 0 ? "blue" : "red")
                    : account == 1 ? "" : account % 2 == 0 ? "blue" : "red";
            rows.add("a%d,m%d,%d,https://u%d.example/,%s,%s"
                    .formatted(
                            account,
                            i,
                            1_714_557_600 + i / 4 * 30,
                            i / 4 * 2 + random.nextInt(3) * account % 2,
                            team,
                            answers && i % 3 == 1 ? "m" + random.nextInt(6_000) : ""));
        }
        return Files.write(folder.resolve("grouped" + answers + ".csv"), rows);
    }

    private static Settings ofGroups() {
        Settings usual = sharing(Settings.Parts.SHARING, 60);
        return new Settings(
                Columns.of(List.of("group=team")),
                usual.kind(),
                usual.windows(),
                usual.sharing(),
                usual.likeness(),
                usual.parts(),
                new Settings.Asked(Map.of("red", 3_000L), List.of(), Optional.empty()));
    }

    @Test
    void groupsAreMeasuredWithLittleMemoryAsWell() throws IOException {
        Path file = grouped(false);
        Measured bounded = Analysis.within(
                new Room(Room.LEAST, new Elsewhere()), Inputs.of(List.of(file)), ofGroups(), Progress.NONE);
        assertEquals(json(Analysis.of(List.of(file), ofGroups(), Progress.NONE)), json(bounded));
        assertEquals(1, bounded.groups().orElseThrow().several());
        assertTrue(bounded.insularity().orElseThrow().whole().isPresent(), "there are ties enough to say something");
    }

    @Test
    void whoAnswersWhomIsLeftOutWithASentence() throws IOException {
        Path file = grouped(true);
        Measured bounded = Analysis.within(
                new Room(Room.LEAST, new Elsewhere()), Inputs.of(List.of(file)), ofGroups(), Progress.NONE);
        Measured whole = Analysis.of(List.of(file), ofGroups(), Progress.NONE);
        assertEquals(whole.groups(), bounded.groups());
        assertTrue(whole.insularity().isPresent());
        assertTrue(bounded.insularity().isEmpty());
        assertTrue(json(bounded).contains("How far groups keep to themselves is left out"), json(bounded));
    }

    @Test
    void whatNeedsAllPostsIsRefused() throws IOException {
        Path file = invented(10, 5);
        var room = new Room(Room.LEAST, new Elsewhere());
        String said = assertThrows(
                        BadInput.class,
                        () -> Analysis.within(
                                room, Inputs.of(List.of(file)), sharing(Settings.Parts.BOTH, 60), Progress.NONE))
                .getMessage();
        assertTrue(said.contains("--only sharing"), said);
        assertThrows(
                BadInput.class,
                () -> Analysis.within(
                        new Room(1_000, new Elsewhere()),
                        Inputs.of(List.of(file)),
                        sharing(Settings.Parts.SHARING, 60),
                        Progress.NONE));
    }
}
