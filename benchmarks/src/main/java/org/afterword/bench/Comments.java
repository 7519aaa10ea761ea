package org.afterword.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
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
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.Passphrase;

/** Reading comments as Pushshift's lines into a case, in a program of its own that may have no more than 512 MiB of heap. */
final class Comments {
    private static final Pattern SAID = Pattern.compile("done ([0-9.]+) (.*)");
    private static final int FEW = 10_000;
    private static final int MANY = 100_000;

    private Comments() {}

    static List<Figure> measure() throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            var figures = new ArrayList<Figure>();
            for (int count : List.of(FEW, MANY)) {
                Path file = folder.resolve(count + ".jsonl");
                generate(file, count);
                double floor = Timing.medianCold(3, () -> parseAndHash(file));
                figures.add(read(file, folder, count, floor));
                Files.delete(file);
            }
            return figures;
        } finally {
            Keeping.delete(folder);
        }
    }

    private static Figure read(Path file, Path folder, int count, double floor) throws IOException {
        long size = Files.size(file);
        Process process = new ProcessBuilder(Timing.java(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Comments.class.getName(),
                        folder.resolve(count + ".afterword").toString(),
                        file.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            var said = SAID.matcher(String.valueOf(out.readLine()));
            process.onExit().join();
            if (!said.matches()) {
                throw new IOException("a measured program failed");
            }
            double seconds = Double.parseDouble(said.group(1));
            return new Figure(
                    "comments",
                    String.format(Locale.ROOT, "%,d comments (%d MiB): read", count, size >> 20),
                    1,
                    seconds,
                    "parse with Jackson + SHA-256",
                    floor,
                    String.format(Locale.ROOT, "%.1f µs a comment; %s", 1e6 * seconds / count, said.group(2)));
        }
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

    /** What comes after the reading is not measured here. */
    private static final class AllIsRead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param arguments the new case, and the file
     */
    @SuppressWarnings("SystemOut") // what the measuring program reads
    public static void main(String[] arguments) throws IOException {
        long[] begin = {0};
        try (var phrase = Passphrase.of("only for measuring".toCharArray())) {
            Case opened = Case.create(Path.of(arguments[0]), phrase, "bench").opened();
            Progress progress = (what, done, total) -> {
                if (what.equals("keeping")) {
                    begin[0] = System.nanoTime();
                } else if (what.equals("finding names")) {
                    throw new AllIsRead();
                }
            };
            try {
                opened.add(List.of(Path.of(arguments[1])), Optional.empty(), false, progress);
            } catch (AllIsRead e) {
                System.out.printf(
                        Locale.ROOT,
                        "done %.3f peak heap %d MiB, resident %s%n",
                        (System.nanoTime() - begin[0]) / 1e9,
                        Keeping.peakHeap() >> 20,
                        Keeping.resident());
            }
        }
        System.exit(0);
    }
}
