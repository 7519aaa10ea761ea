package org.afterword.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.afterword.posts.Settings;
import org.afterword.posts.read.BadInput;
import org.afterword.posts.read.Columns;
import org.afterword.posts.read.LeftOut;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark beside the engine of one machine. */
class SparkSharingTest {
    private static final List<Integer> WINDOWS = List.of(0, 40);

    private final SparkSession spark = Engines.session();

    @TempDir
    private Path folder;

    private static Settings settings(Columns columns) {
        return Engines.settings(columns, WINDOWS, Settings.Parts.BOTH, Settings.Asked.NOTHING);
    }

    private static Settings window(int seconds) {
        return Engines.settings(Columns.USUAL, List.of(seconds), Settings.Parts.BOTH, Settings.Asked.NOTHING);
    }

    private static Map<String, Object> onOneMachine(Path file) throws IOException {
        return Engines.onOneMachine(file, settings(Columns.USUAL));
    }

    private static Map<String, Object> onSpark(Path file, long pairs) throws IOException {
        return Engines.onSpark(file, pairs, settings(Columns.USUAL));
    }

    /** Ties, equal times, posts in several rows, posts without an object, one account alone, one object alone. */
    private Path invented(SplittableRandom random, int run) throws IOException {
        int accounts = run % 7 == 0 ? 1 : 2 + random.nextInt(8);
        int objects = run % 5 == 0 ? 1 : 1 + random.nextInt(6);
        int span = run % 4 == 0 ? 1 : 1 + random.nextInt(400);
        boolean json = run % 3 == 0;
        var rows = new ArrayList<String>();
        int size = random.nextInt(120);
        for (int i = 0; i < size + 1; i++) {
            int account = random.nextInt(accounts);
            String post = random.nextInt(10) == 0 ? "" : "m" + random.nextInt(1 + size);
            String object =
                    random.nextInt(12) == 0 ? "" : "https://www.u" + random.nextInt(objects) + ".example/?utm_a=" + i;
            String time = random.nextInt(15) == 0
                    ? "2024-05-01 10:00:0" + random.nextInt(9)
                    : random.nextInt(20) == 0 ? "never" : String.valueOf(1_714_557_600 + random.nextInt(span));
            rows.add(
                    json
                            ? "{\"account\":\"zealot%d\",\"id\":\"%s\",\"time\":\"%s\",\"url\":\"%s\"}"
                                    .formatted(account, post, time, object)
                            : "zealot%d,%s,%s,%s".formatted(account, post, time, object));
        }
        if (!json) {
            rows.addFirst("account,id,time,url");
        }
        return Files.write(folder.resolve("posts" + run + (json ? ".jsonl" : ".csv")), rows);
    }

    @Test
    void bothEnginesCountTheSame() throws IOException {
        var random = new SplittableRandom(11);
        for (int run = 0; run < 6; run++) {
            Path file = invented(random, run);
            long pairs = run % 2 == 0 ? 4 : 1_000_000;
            assertEquals(onOneMachine(file), onSpark(file, pairs), "run " + run);
        }
    }

    /** Planted groups that join half of the actions, some at the very same second; popular links, zealous accounts. */
    private Path planted(SplittableRandom random) throws IOException {
        var rows = new ArrayList<String>();
        rows.add("account,time,url");
        for (int action = 0; action < 120; action++) {
            int begin = 1_714_557_600 + random.nextInt(600_000);
            for (int member = 0; member < (action < 60 ? 24 : 5); member++) {
                if (random.nextBoolean()) {
                    rows.add("g%d-%d,%d,https://u%d.example/"
                            .formatted(
                                    action / 20,
                                    member,
                                    begin + random.nextInt(4) * 10,
                                    random.nextInt(2) + action * 3));
                }
            }
        }
        for (int i = 0; i < 5_000; i++) {
            rows.add("a%d,%d,https://u%d.example/"
                    .formatted((int) Math.pow(400, random.nextDouble()), 1_714_557_600 + random.nextInt(600_000), (int)
                            Math.pow(900, random.nextDouble())));
        }
        return Files.write(folder.resolve("planted.csv"), rows);
    }

    /** Texts that are the same, changed a little, generic, too short, missing; posts in several rows; zealous accounts. */
    private Path texts(SplittableRandom random, int run) throws IOException {
        var rows = new ArrayList<String>();
        rows.add("account,id,time,url,text");
        int size = 20 + random.nextInt(250);
        for (int i = 0; i < size; i++) {
            var text = new ArrayList<String>();
            int kind = random.nextInt(6);
            for (int word = 0; word < (kind == 5 ? 3 : 10); word++) {
                text.add(
                        kind == 0
                                ? ""
                                : kind < 4
                                        ? "base" + word % 8 + "of" + random.nextInt(2) * i % 3
                                        : "w" + random.nextInt(kind * 9));
            }
            if (kind == 3) {
                text.set(random.nextInt(text.size()), "changed" + random.nextInt(5));
            }
            rows.add("zealot%d,m%d,%d,,%s"
                    .formatted(
                            (int) Math.pow(40, random.nextDouble()),
                            i,
                            1_714_557_600 + random.nextInt(2_000),
                            String.join(" ", text)));
            if (i % 9 == 0) {
                rows.add(rows.getLast());
            }
        }
        return Files.write(folder.resolve("texts" + run + ".csv"), rows);
    }

    @Test
    void textsThatAreNearlyTheSameAreThoseOfOneMachine() throws IOException {
        var random = new SplittableRandom(12);
        long found = 0;
        for (int run = 0; run < 4; run++) {
            Path file = texts(random, run);
            Map<String, Object> expected = onOneMachine(file);
            assertEquals(expected, onSpark(file, run % 2 == 0 ? 3 : 1_000_000), "run " + run);
            found += (long) ((Map<?, ?>) expected.get("nearDuplicates")).get("pairs");
        }
        assertTrue(found > 100, "pairs: " + found);
    }

    @Test
    void whatStandsOutAndItsClustersAreThoseOfOneMachine() throws IOException {
        Path file = planted(new SplittableRandom(4));
        Map<String, Object> expected = onOneMachine(file);
        assertEquals(expected, onSpark(file, 1_000_000));
        assertEquals(expected, onSpark(file, 50));
        Map<?, ?> window = (Map<?, ?>) ((Map<?, ?>) expected.get("windows")).get("40");
        assertTrue(((List<?>) window.get("clusters")).size() >= 2, "planted groups are clusters: " + window);
        assertTrue((int) window.get("smallerClusters") >= 1, "groups of five are counted: " + window);
    }

    @Test
    void whatSparkKeepsForAWhileIsEncryptedOrNotKept() {
        assertTrue(spark.sparkContext()
                .env()
                .securityManager()
                .getIOEncryptionKey()
                .isDefined());
        System.setProperty("spark.io.encryption.enabled", "false");
        try {
            assertThrows(BadInput.class, () -> Session.open(Optional.of("local")));
        } finally {
            System.clearProperty("spark.io.encryption.enabled");
        }
    }

    /** Typed columns, several files in a folder, a time in a zone and one without, and a nested column beside. */
    @Test
    void parquetInAFolderIsReadAsOnOneMachine() throws IOException {
        spark.sql(
                        "select cast(id % 5 as int) account, concat('m', id) id, timestamp_micros(1714557600000000 + id * 7000000)"
                                + " time, array('x', 'y') nested, case when id % 9 = 0 then null else concat('https://m.u', id % 4,"
                                + " '.example/') end url from range(60)")
                .repartition(3)
                .write()
                .parquet(folder.resolve("parquet").toString());
        var rows = new ArrayList<String>();
        rows.add("account,id,time,url");
        for (int i = 0; i < 60; i++) {
            rows.add("%d,m%d,%d,%s"
                    .formatted(i % 5, i, 1_714_557_600 + i * 7, i % 9 == 0 ? "" : "https://u" + i % 4 + ".example"));
        }
        Path csv = Files.write(folder.resolve("same.csv"), rows);
        assertEquals(onOneMachine(csv), onSpark(folder.resolve("parquet"), 1_000_000));
        BadInput nested = assertThrows(
                BadInput.class,
                () -> Rowed.of(
                        spark,
                        List.of(Input.of(folder.resolve("parquet").toString(), Rowed.hadoop(spark))),
                        settings(Columns.of(List.of("url=nested")))));
        assertTrue(nested.getMessage().contains("nested"), nested.getMessage());
    }

    /** Packed files, and one that is cut. */
    @Test
    void packedAndCutFilesAreReadAsOnOneMachine() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write("account,time,url\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 3_000; i++) {
                out.write("a%d,%d,u%d\n"
                        .formatted(i % 7, 1_714_557_600 + i * 31L % 977, i * 37 % 11)
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Path whole = Files.write(folder.resolve("posts.csv.gz"), packed.toByteArray());
        assertEquals(onOneMachine(whole), onSpark(whole, 1_000));
        Path cut =
                Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() * 2 / 3));
        Map<String, Object> said = onSpark(cut, 1_000_000);
        assertEquals(onOneMachine(cut), said);
        assertTrue(said.get("leftOut").toString().contains(LeftOut.CUT_FILE.words()), said.toString());
    }

    /** One link has 8 % of all posts, a quarter of them within a minute. */
    @Test
    void aLinkThatVeryManyShareIsNoTaskOfItsOwn() throws IOException {
        var random = new SplittableRandom(5);
        var rows = new ArrayList<String>();
        rows.add("account,time,url");
        for (int i = 0; i < 8_000; i++) {
            boolean hot = i % 25 < 2;
            int time = hot && i % 100 < 2 ? 1_714_557_600 + random.nextInt(60) : 1_714_557_600 + random.nextInt(86_400);
            rows.add("a" + random.nextInt(800) + "," + time + ",https://u" + (hot ? 0 : 1 + random.nextInt(4_000))
                    + ".example/");
        }
        Path file = Files.write(folder.resolve("hot.csv"), rows);
        List<Input> inputs = List.of(Input.of(file.toString(), Rowed.hadoop(spark)));
        Rowed rowed = Rowed.of(spark, inputs, window(60));
        spark.conf().set("spark.sql.shuffle.partitions", 8);
        try {
            Counted.Window whole = new Counting(spark, 100_000_000, 1_000, window(60))
                    .of(rowed)
                    .windows()
                    .get(60);
            Counted.Window split = new Counting(spark, 200, 1_000, window(60))
                    .of(rowed)
                    .windows()
                    .get(60);
            assertEquals(whole.found(), split.found());
            long all = whole.counts().pairsOfPosts();
            assertEquals(0, whole.split());
            assertTrue(whole.largest() > 0.9 * all, "one task has nearly all: " + whole);
            assertEquals(1, split.split());
            assertTrue(split.largest() < 0.3 * all, "of " + all + " pairs one task has " + split.largest());
        } finally {
            spark.conf().set("spark.sql.shuffle.partitions", 2);
        }
    }
}
