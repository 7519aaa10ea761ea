package org.afterword.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code afterword posts} on the million posts of {@code ../shared/posts}, of which exact counts and what other tools take
 * are known. Its script needs Python with numpy; where it is missing nothing is measured, and that is said.
 */
final class CommonCorpus {
    private static final int RUNS = 3;
    private static final double PLANTED_PAIRS_OF_POSTS = 90_000;
    private static final List<String> LEAST = List.of("1", "2", "3", "5");

    /** Pairs of accounts with at least 1, 2, 3 and 5 pairs of posts, by the window in seconds, as the script's page says. */
    private static final Map<Integer, List<Long>> EDGES = new TreeMap<>(Map.of(
            60, List.of(234_325L, 9_170L, 9_001L, 9_000L),
            600, List.of(2_230_874L, 25_860L, 9_401L, 9_002L),
            3600, List.of(12_853_270L, 507_438L, 57_435L, 11_345L)));

    /** The same with at least 3 and 5 different links. */
    private static final Map<Integer, List<Long>> LINKS = new TreeMap<>(
            Map.of(60, List.of(9_000L, 9_000L), 600, List.of(9_076L, 9_000L), 3600, List.of(19_947L, 9_084L)));

    private final Path scripts;
    private final Path folder;
    private final List<String> afterword;

    private CommonCorpus(Path root, Path folder) {
        scripts = root.resolveSibling("shared").resolve("posts");
        this.folder = folder;
        afterword = List.of(
                root.resolve("afterword").toString(),
                "posts",
                folder.resolve("full.csv").toString(),
                "--out",
                folder.resolve("out").toString(),
                "--only");
    }

    @SuppressWarnings("SystemOut") // a program for the terminal
    static List<Figure> measure(Path root, Path folder) throws IOException {
        var corpus = new CommonCorpus(root, folder);
        if (!Files.isRegularFile(corpus.scripts.resolve("gen_corpus.py"))
                || Datasets.failed(List.of("python3", "-c", "import numpy"))) {
            System.err.println(
                    "not measured: the common corpus of posts; it needs " + corpus.scripts + " and python3 with numpy");
            return List.of();
        }
        return corpus.figures();
    }

    private List<Figure> figures() throws IOException {
        var figures = new ArrayList<Figure>();
        generate("full", "1.0");
        Datasets.Spent sweep = Datasets.median(RUNS, script("ref_sweep.py", "full.coor.csv", "60"));
        figures.add(counted(60, sweep, "at most 2.5 s wanted"));
        figures.add(counted(600, sweep, ""));
        figures.add(counted(3600, sweep, ""));
        figures.add(counted(3600, sweep, "at most 1 GB wanted", "--memory", "1G"));
        figures.add(texts());
        Files.delete(folder.resolve("full.csv"));
        generate("half", "0.5");
        Files.delete(folder.resolve("half.csv"));
        var noise = Noise.read(folder.resolve("half.coor.csv"), folder.resolve("half.truth.csv"));
        figures.add(noise.figure("at any hour"));
        figures.add(noise.withRhythm().figure("with a rhythm of day and week"));
        return figures;
    }

    private List<String> script(String name, String... arguments) {
        var command = new ArrayList<>(List.of("python3", scripts.resolve(name).toString()));
        for (String argument : arguments) {
            command.add(argument.endsWith(".csv") ? folder.resolve(argument).toString() : argument);
        }
        return command;
    }

    private void generate(String name, String join) throws IOException {
        Datasets.spent(script("gen_corpus.py", folder.resolve(name).toString(), "--join", join));
    }

    private Figure counted(int window, Datasets.Spent sweep, String wanted, String... bound) throws IOException {
        List<String> command =
                Datasets.with(Datasets.with(afterword, "sharing", "--window", String.valueOf(window)), bound);
        Datasets.Spent spent = Datasets.median(window == 60 ? RUNS : 1, command);
        JsonNode found = summary().get("windows").get(String.valueOf(window));
        same(found.get("edges"), LEAST, EDGES.get(window));
        same(found.get("distinctObjectEdges"), LEAST.subList(2, 4), LINKS.get(window));
        return new Figure(
                "posts",
                String.format(
                        Locale.ROOT,
                        "the common million: sharing within %,d s%s, processor time of the user",
                        window,
                        bound.length == 0 ? "" : ", " + String.join(" ", bound)),
                window == 60 ? RUNS : 1,
                spent.processor(),
                "ref_sweep.py within 60 s",
                sweep.processor(),
                String.format(
                        Locale.ROOT,
                        "exactly the counts that are known; %,d stand out; resident at most %d MiB%s",
                        found.get("edgesThatStandOut").asInt(),
                        spent.resident() >> 20,
                        wanted.isEmpty() ? "" : "; " + wanted));
    }

    private static void same(JsonNode counts, List<String> least, List<Long> known) throws IOException {
        List<Long> found = least.stream().map(n -> counts.get(n).asLong()).toList();
        if (!found.equals(known)) {
            throw new IOException("counted " + found + " where " + known + " are known");
        }
    }

    private Figure texts() throws IOException {
        Datasets.Spent spent = Datasets.median(RUNS, Datasets.with(afterword, "texts"));
        JsonNode near = summary().get("nearDuplicates");
        long alike = plantedAlike();
        return Figure.alone(
                "posts",
                "the common million: texts that are nearly the same, processor time of the user",
                RUNS,
                spent.processor(),
                String.format(
                        Locale.ROOT,
                        "%,d pairs of %,d posts; of 90,000 planted pairs %,d have J = 0.8 or more, and every such pair is found"
                                + " (NearDuplicatesTest), so recall is %.4f; resident at most %d MiB; at most 9 s and"
                                + " 2 GB wanted",
                        near.get("pairs").asLong(),
                        near.get("posts").asLong(),
                        alike,
                        alike / PLANTED_PAIRS_OF_POSTS,
                        spent.resident() >> 20));
    }

    /** How many planted pairs of posts are nearly the same, one by one. */
    private long plantedAlike() throws IOException {
        Map<String, String> actions = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("full.truth.csv"))) {
            actions.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
        }
        Map<String, List<Set<String>>> texts = new HashMap<>();
        try (Stream<String> rows = Files.lines(folder.resolve("full.csv"))) {
            rows.skip(1)
                    .map(row -> row.split(",", -1))
                    .filter(row -> actions.containsKey(row[0]))
                    .forEach(row -> texts.computeIfAbsent(actions.get(row[0]), _ -> new ArrayList<>())
                            .add(Set.of(
                                    Arrays.stream(row[5].split(" ")).distinct().toArray(String[]::new))));
        }
        return texts.values().stream().mapToLong(CommonCorpus::alike).sum();
    }

    private static long alike(List<Set<String>> texts) {
        long alike = 0;
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                Set<String> other = texts.get(j);
                long common = texts.get(i).stream().filter(other::contains).count();
                alike += 5 * common >= 4 * (texts.get(i).size() + other.size() - common) ? 1 : 0;
            }
        }
        return alike;
    }

    private JsonNode summary() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("out").resolve("summary.json").toFile());
    }
}
