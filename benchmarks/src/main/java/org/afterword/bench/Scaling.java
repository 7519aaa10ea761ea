package org.afterword.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How {@code afterword posts --only sharing} and {@code afterword-spark} grow with the number of posts, and what that comes
 * to at 10⁹. Posts are invented, always over thirty days, so that pairs grow with the square of their number.
 */
final class Scaling {
    private static final int[] SIZES = {100_000, 1_000_000, 10_000_000};
    private static final int PAIRS_AT = 1_000_000;
    private static final double BILLION = 1e9;
    private static final String MEMORY = "512M";

    private final Path afterword;
    private final Path spark;
    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();

    private Scaling(Path root, Path folder) {
        afterword = root.resolve("afterword");
        spark = root.resolve("afterword-spark");
        this.folder = folder;
    }

    /** An engine, with what it took last. */
    private static final class Engine {
        private final String name;
        private final List<String> command;
        private double cost;
        private double perPost;
        private double perPair;
        private int size;

        Engine(String name, String... command) {
            this.name = name;
            this.command = List.of(command);
        }

        boolean isSpark() {
            return name.startsWith("Spark");
        }
    }

    static List<Figure> measure(Path root) throws IOException {
        Path folder = Files.createTempDirectory("afterword-bench");
        try {
            var scaling = new Scaling(root, folder);
            scaling.all();
            return scaling.figures;
        } finally {
            Keeping.delete(folder);
        }
    }

    private void all() throws IOException {
        Datasets.spent(List.of(spark.toString(), "--help"));
        List<Engine> engines = List.of(
                new Engine("in memory", afterword.toString(), "posts", "--only", "sharing"),
                new Engine(
                        "--memory " + MEMORY, afterword.toString(), "posts", "--only", "sharing", "--memory", MEMORY),
                new Engine("Spark on this machine", spark.toString(), "--only", "sharing"));
        double pairs = 0;
        for (int size : SIZES) {
            Path file = folder.resolve(size + ".csv");
            Datasets.write(file, size);
            var said = new ArrayList<JsonNode>();
            for (Engine engine : engines) {
                said.add(grown(engine, file, size));
                if (size == PAIRS_AT && engine.isSpark()) {
                    manyPairs(engine, file, said.getLast());
                }
            }
            if (said.stream().distinct().count() != 1) {
                throw new IOException("the engines do not count the same: " + said);
            }
            pairs = said.getFirst().get("pairsOfPosts").asDouble();
            Files.delete(file);
        }
        for (Engine engine : engines) {
            if (engine.isSpark()) {
                reckoned(engine, pairs);
            }
        }
    }

    /** Within 60 seconds; the window's counts. */
    private JsonNode grown(Engine engine, Path file, int size) throws IOException {
        Datasets.Spent spent = run(engine, file, 60);
        JsonNode counts = counts(60);
        double before = engine.cost / Math.max(1, engine.size);
        double now = spent.processor() / size;
        figures.add(Figure.alone(
                "scale",
                String.format(Locale.ROOT, "%,d posts within 60 s, %s: processor time of the user", size, engine.name),
                1,
                spent.processor(),
                String.format(Locale.ROOT, "%.2f µs a post", now * 1e6)
                        + (before == 0
                                ? ""
                                : String.format(Locale.ROOT, ", %.2f times that of a tenth of them", now / before))
                        + String.format(
                                Locale.ROOT,
                                "; resident at most %d MiB; %,d pairs of posts, the same for all engines",
                                spent.resident() >> 20,
                                counts.get("pairsOfPosts").asLong())));
        engine.perPost = engine.size == 0 ? 0 : (spent.processor() - engine.cost) / (size - engine.size);
        engine.cost = spent.processor();
        engine.size = size;
        return counts;
    }

    /** What a pair of posts costs, from a window that has many. */
    private void manyPairs(Engine engine, Path file, JsonNode few) throws IOException {
        Datasets.Spent spent = run(engine, file, 3600);
        double more = counts(3600).get("pairsOfPosts").asDouble()
                - few.get("pairsOfPosts").asDouble();
        engine.perPair = Math.max(0, spent.processor() - engine.cost) / more;
        figures.add(Figure.alone(
                "scale",
                String.format(
                        Locale.ROOT, "%,d posts within 3,600 s, %s: processor time of the user", PAIRS_AT, engine.name),
                1,
                spent.processor(),
                String.format(
                        Locale.ROOT,
                        "%,.0f pairs of posts more, %.2f µs each; resident at most %d MiB",
                        more,
                        engine.perPair * 1e6,
                        spent.resident() >> 20)));
    }

    /** Two terms: posts and pairs. Pairs grow with the posts where the time does, else with their square. */
    private void reckoned(Engine engine, double pairs) {
        double more = BILLION / engine.size;
        double ofPosts = Math.max(0, engine.perPost - engine.perPair * pairs / engine.size) * BILLION;
        figures.add(reckoned("in a time a hundred times as long", ofPosts, engine.perPair, pairs * more));
        figures.add(reckoned("in the same thirty days", ofPosts, engine.perPair, pairs * more * more));
    }

    private static Figure reckoned(String when, double ofPosts, double perPair, double pairs) {
        return Figure.alone(
                "scale",
                "reckoned, not measured: 1,000,000,000 posts " + when + ", Spark",
                0,
                ofPosts + perPair * pairs,
                String.format(
                        Locale.ROOT,
                        "%.1f hours of one core for posts, %.1f for %.1e pairs of posts",
                        ofPosts / 3600,
                        perPair * pairs / 3600,
                        pairs));
    }

    private Datasets.Spent run(Engine engine, Path file, int window) throws IOException {
        List<String> command = Datasets.with(
                engine.command,
                file.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--window",
                String.valueOf(window));
        return Datasets.spent(command);
    }

    private JsonNode counts(int window) throws IOException {
        JsonNode found = new ObjectMapper()
                .readTree(folder.resolve("out/summary.json").toFile())
                .get("windows")
                .get(String.valueOf(window));
        return new ObjectMapper()
                .createObjectNode()
                .<com.fasterxml.jackson.databind.node.ObjectNode>setAll(java.util.Map.of(
                        "edges", found.get("edges"),
                        "distinctObjectEdges", found.get("distinctObjectEdges"),
                        "bothSidesEdges", found.get("bothSidesEdges"),
                        "directedEdges", found.get("directedEdges"),
                        "pairsOfPosts", found.get("pairsOfPosts")));
    }
}
