package org.afterword.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adding comments as Pushshift's lines to a case. */
final class Comments {
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final int MOST = 1_000_000;

    private Comments() {}

    /**
     * @param large whether with a million
     */
    static List<Figure> measure(boolean large) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            var figures = new ArrayList<Figure>();
            var reads = new TreeMap<Integer, Double>();
            for (int count : large ? List.of(FEW, MANY, MOST) : List.of(FEW, MANY)) {
                Path file = folder.resolve(count + ".jsonl");
                generate(file, count);
                double floor = Timing.medianCold(3, () -> parseAndHash(file));
                Path to = folder.resolve(count + ".afterword");
                AddProgram.Added added = AddProgram.add(file, to);
                reads.put(count, added.read());
                String what = String.format(Locale.ROOT, "%,d comments (%d MiB)", count, Files.size(file) >> 20);
                figures.add(new Figure(
                        "comments",
                        what + ": keep and read",
                        1,
                        added.read(),
                        "parse with Jackson + SHA-256",
                        floor,
                        each(added.read(), count) + grown(reads, count)));
                figures.add(Figure.alone(
                        "comments",
                        what + ": the same, find names, close",
                        1,
                        added.whole(),
                        String.format(
                                Locale.ROOT,
                                "%s; processors' time %.1f s and %.1f s in the reading child; %s",
                                each(added.whole(), count),
                                added.own(),
                                added.child(),
                                added.memory())));
                Files.delete(file);
                Files.delete(to);
            }
            return figures;
        } finally {
            Keeping.delete(folder);
        }
    }

    private static String each(double seconds, int count) {
        return String.format(Locale.ROOT, "%.1f µs a comment", 1e6 * seconds / count);
    }

    /** The cost of one more: of the whole program, whose start is in the first, and without any start. */
    private static String grown(SortedMap<Integer, Double> reads, int count) {
        if (reads.size() == 1) {
            return "; with the start of the program and of the reading child";
        }
        double least = reads.get(reads.firstKey()) / reads.firstKey();
        String whole = String.format(
                Locale.ROOT,
                "; %.2f times that of the whole at %,d",
                reads.get(count) / count / least,
                reads.firstKey());
        if (reads.size() == 2) {
            return whole;
        }
        double before = (reads.get(MANY) - reads.get(FEW)) / (MANY - FEW);
        double after = (reads.get(MOST) - reads.get(MANY)) / (MOST - MANY);
        return whole
                + String.format(
                        Locale.ROOT,
                        "; without any start, one beyond %,d takes %.2f times one beyond %,d",
                        MANY,
                        after / before,
                        FEW);
    }

    private static void generate(Path to, int count) throws IOException {
        var invented = new Invented(5);
        var random = new Random(5);
        try (BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            for (int i = 0; i < count; i++) {
                String link = "t3_" + Integer.toString(1_000_000 + random.nextInt(count / 20 + 1), 36);
                String parent = random.nextBoolean() ? link : "t1_" + Integer.toString(2_000_000 + i / 2, 36);
                out.write(String.format(
                        Locale.ROOT,
                        "{\"author\":\"reed_%d\",\"author_flair_css_class\":null,\"author_flair_text\":null,\"body\":\"%s\","
                                + "\"can_gild\":true,\"controversiality\":0,\"created_utc\":%d,\"distinguished\":null,"
                                + "\"edited\":false,\"gilded\":0,\"id\":\"%s\",\"is_submitter\":false,\"link_id\":\"%s\","
                                + "\"parent_id\":\"%s\",\"permalink\":\"/r/lanterns/comments/%s/a/%s/\","
                                + "\"retrieved_on\":1586000000,\"score\":%d,\"stickied\":false,\"subreddit\":\"lanterns\","
                                + "\"subreddit_id\":\"t5_2qh1i\"}\n",
                        random.nextInt(count / 30 + 1),
                        invented.text(10 + random.nextInt(50), List.of())
                                .replace("\n", "\\n")
                                .replace("\"", "\\\""),
                        1_500_000_000L + i,
                        Integer.toString(2_000_000 + i, 36),
                        link,
                        parent,
                        link.substring(3),
                        Integer.toString(2_000_000 + i, 36),
                        random.nextInt(500)));
            }
        }
    }

    private static void parseAndHash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest);
                    JsonParser parser = new JsonFactory().createParser(in)) {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    if (token == JsonToken.VALUE_STRING) {
                        parser.getTextLength(); // as long as it is not asked for, it is not decoded
                    }
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
