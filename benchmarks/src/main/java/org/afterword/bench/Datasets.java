package org.afterword.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** {@code afterword posts} as whole processes, on invented posts with planted groups. */
final class Datasets {
    private static final int RUNS = 3;
    private static final int PLANTED_WORDS = 25;

    private Datasets() {}

    static List<Figure> measure(Path root) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            var figures = new ArrayList<Figure>();
            double before = 0;
            for (int size : new int[] {100_000, 1_000_000}) {
                Path file = folder.resolve(size + ".csv");
                write(file, size);
                Path out = folder.resolve("out");
                Spent floor = median(
                        RUNS,
                        Timing.java(
                                "-XX:+UseSerialGC",
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Datasets.class.getName(),
                                file.toString()));
                String posts = String.format(Locale.ROOT, "%,d posts (%d MB)", size, Files.size(file) / 1_000_000);
                List<String> command = List.of(
                        root.resolve("afterword").toString(), "posts", file.toString(), "--out", out.toString());
                Spent sharing = median(RUNS, with(command, "--only", "sharing"));
                figures.add(figure(posts + ": sharing within 60 s", sharing, floor, size, before));
                before = sharing.processor() / size;
                figures.add(figure(
                        posts + ": sharing within 3,600 s",
                        median(RUNS, with(command, "--only", "sharing", "--window", "3600")),
                        floor,
                        size,
                        0));
                figures.add(figure(
                        posts + ": texts that are nearly the same",
                        median(RUNS, with(command, "--only", "texts")),
                        floor,
                        size,
                        0));
                Files.delete(file);
            }
            figures.addAll(ties(root, folder));
            figures.addAll(CommonCorpus.measure(root, folder));
            return figures;
        } finally {
            Keeping.delete(folder);
        }
    }

    /** Three groups whose posts answer each other, and a target that is answered by every twentieth. */
    private static List<Figure> ties(Path root, Path folder) throws IOException {
        var figures = new ArrayList<Figure>();
        double before = 0;
        for (int size : new int[] {100_000, 1_000_000}) {
            Path file = folder.resolve("ties.csv");
            writeAnswers(file, size);
            Spent spent = median(
                    1,
                    List.of(
                            root.resolve("afterword").toString(),
                            "posts",
                            file.toString(),
                            "--out",
                            folder.resolve("out").toString(),
                            "--only",
                            "sharing",
                            "--target",
                            "a0"));
            figures.add(Figure.alone(
                    "posts",
                    String.format(
                            Locale.ROOT,
                            "%,d answers in three groups: ties and bursts towards one account, processor time of the user",
                            size),
                    1,
                    spent.processor(),
                    String.format(
                            Locale.ROOT,
                            "%.2f µs a post%s; resident at most %d MiB",
                            spent.processor() / size * 1e6,
                            before == 0
                                    ? ""
                                    : String.format(
                                            Locale.ROOT,
                                            ", %.2f times that of a tenth of them",
                                            spent.processor() / size / before),
                            spent.resident() >> 20)));
            before = spent.processor() / size;
            Files.delete(file);
        }
        return figures;
    }

    private static void writeAnswers(Path file, int size) throws IOException {
        var random = new SplittableRandom(20_261_122);
        int accounts = size / 20;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("account,id,time,url,in_reply_to_user_id,group\n");
            for (int i = 0; i < size; i++) {
                int account = random.nextInt(accounts);
                int other = random.nextInt(20) == 0 ? 0 : random.nextInt(accounts);
                boolean inside = random.nextBoolean();
                int to = other == 0 || !inside ? other : other - other % 3 + account % 3;
                out.write(String.format(
                        Locale.ROOT,
                        "a%d,m%d,%d,https://u%d.example/,a%d,group%d\n",
                        account,
                        i,
                        1_700_000_000L + random.nextInt(2_592_000),
                        random.nextInt(size / 5),
                        Math.min(to, accounts - 1),
                        account % 3));
            }
        }
    }

    /** The floor: every field of every row, as the library gives it. */
    @SuppressWarnings("SystemOut") // a program of its own
    public static void main(String[] arguments) throws IOException {
        long letters = 0;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(Path.of(arguments[0]))) {
            for (CsvRecord row : rows) {
                for (int i = 0; i < row.getFieldCount(); i++) {
                    letters += row.getField(i).length();
                }
            }
        }
        System.out.println(letters);
    }

    private static Figure figure(String what, Spent spent, Spent floor, int size, double before) {
        return new Figure(
                "posts",
                what + ", processor time of the user",
                RUNS,
                spent.processor(),
                "the rows as FastCSV gives them",
                floor.processor(),
                String.format(Locale.ROOT, "%.2f µs a post", spent.processor() / size * 1e6)
                        + (before == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        ", %.2f times that of a tenth of them",
                                        spent.processor() / size / before))
                        + String.format(Locale.ROOT, "; resident at most %d MiB", spent.resident() >> 20));
    }

    static List<String> with(List<String> command, String... more) {
        var all = new ArrayList<String>(command);
        all.addAll(List.of(more));
        return all;
    }

    /**
     * What a process took.
     *
     * @param processor seconds of the user's time, of it and its children
     * @param resident the most memory that was seen, in bytes; 0 where it cannot be seen
     */
    record Spent(double processor, long resident) {}

    static Spent median(int runs, List<String> command) throws IOException {
        var spent = new Spent[runs];
        for (int i = 0; i < runs; i++) {
            spent[i] = spent(command);
        }
        return new Spent(
                Timing.median(Arrays.stream(spent).mapToDouble(Spent::processor).toArray()),
                Arrays.stream(spent).mapToLong(Spent::resident).max().orElse(0));
    }

    /** Whether a program that may not be there does not end well. */
    static boolean failed(List<String> command) {
        try {
            spent(command);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static Spent spent(List<String> command) throws IOException {
        var all = new ArrayList<String>(List.of("bash", "-c", "\"$@\" >/dev/null 2>&1 || exit 1; times", "bash"));
        all.addAll(command);
        var builder = new ProcessBuilder(all);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        long resident = 0;
        try {
            while (!process.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                resident = Math.max(
                        resident,
                        process.descendants().mapToLong(Datasets::peak).max().orElse(0));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException("a measured program failed: " + command);
        }
        String[] user = said.lines().skip(1).findFirst().orElseThrow().split("[ ms]+", -1);
        return new Spent(Integer.parseInt(user[0]) * 60 + Double.parseDouble(user[1]), resident);
    }

    private static long peak(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** As many accounts as a twentieth, a fifth as many links by Zipf's law, and a fiftieth of the posts planted. */
    static void write(Path file, int size) throws IOException {
        var random = new SplittableRandom(20_261_120);
        int accounts = size / 20;
        double[] links = zipf(size / 5);
        double[] words = zipf(30_000);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("message_id,user_id,message,timestamp,urls\n");
            int written = 0;
            for (int action = 0; action < size / 500; action++) {
                int link = random.nextInt(links.length);
                long time = 1_700_000_000L + random.nextInt(2_590_000);
                String[] text = text(random, words, PLANTED_WORDS);
                for (int member = 0; member < 10; member++) {
                    String[] own = text.clone();
                    if (random.nextBoolean()) {
                        own[random.nextInt(own.length)] = "w" + random.nextInt(words.length);
                    }
                    row(out, written++, action / 10 * 10 + member, own, time + random.nextInt(61), link);
                }
            }
            while (written < size) {
                int account = (int) (accounts * Math.pow(random.nextDouble(), 2));
                String[] text = text(random, words, 8 + random.nextInt(23));
                row(out, written++, account, text, 1_700_000_000L + random.nextInt(2_592_000), drawn(random, links));
            }
        }
    }

    private static void row(BufferedWriter out, int post, int account, String[] text, long time, int link)
            throws IOException {
        out.write("m" + post + ",a" + account + "," + String.join(" ", text) + "," + time + ",https://u" + link
                + ".example/\n");
    }

    private static String[] text(SplittableRandom random, double[] words, int length) {
        var text = new String[length];
        Arrays.setAll(text, i -> "w" + drawn(random, words));
        return text;
    }

    private static double[] zipf(int size) {
        var sums = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
        return sums;
    }

    private static int drawn(SplittableRandom random, double[] sums) {
        int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return found < 0 ? -found - 1 : found;
    }
}
