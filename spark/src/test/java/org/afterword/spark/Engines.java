package org.afterword.spark;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.Analysis;
import org.afterword.posts.Progress;
import org.afterword.posts.Settings;
import org.afterword.posts.read.Columns;
import org.afterword.posts.report.Report;
import org.afterword.posts.report.Summary;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The engine of one machine and Spark, side by side; one session for all tests, since it takes long to start. */
final class Engines {
    private static SparkSession session;

    private Engines() {}

    static synchronized SparkSession session() {
        if (session == null) {
            System.setProperty("spark.sql.shuffle.partitions", "2");
            System.setProperty("spark.sql.adaptive.enabled", "false");
            System.setProperty("spark.sql.codegen.wholeStage", "false");
            System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
            session = Session.open(Optional.of("local[2]"));
        }
        return session;
    }

    static Settings settings(Columns columns, List<Integer> windows, Settings.Parts parts, Settings.Asked asked) {
        Settings usual = Settings.USUAL;
        return new Settings(columns, usual.kind(), windows, usual.sharing(), usual.likeness(), parts, asked);
    }

    /** What both engines say of a dataset, without what only one of them looks at. */
    static Map<String, Object> onOneMachine(Path file, Settings settings) throws IOException {
        return common(Summary.of(Analysis.of(List.of(file), settings, Progress.NONE)));
    }

    static Map<String, Object> onSpark(Path file, long pairs, Settings settings) throws IOException {
        List<Input> inputs = List.of(Input.of(file.toString(), Rowed.hadoop(session())));
        Rowed rowed = Rowed.of(session(), inputs, settings);
        Counted counted = new Counting(session(), pairs, 100_000, settings).of(rowed);
        Map<String, Object> summary = Results.summary(counted, rowed.kind(), inputs, settings);
        for (String secret : List.of("zealot", "example", "17145")) {
            assertFalse(Report.json(summary).contains(secret), secret);
        }
        return common(summary);
    }

    private static Map<String, Object> common(Map<String, Object> summary) {
        var common = new LinkedHashMap<String, Object>();
        for (String field :
                List.of("posts", "accounts", "objects", "kind", "leftOut", "postsWithoutObject", "timesWithoutZone")) {
            common.put(field, String.valueOf(summary.get(field)));
        }
        for (String field : List.of("windows", "nearDuplicates", "insularity", "target", "parameters")) {
            common.put(field, summary.get(field));
        }
        common.put("groups", withoutSpelling(summary.get("groups")));
        return common;
    }

    /** What needs the words of texts themselves stays with one machine. */
    private static @Nullable List<Map<Object, Object>> withoutSpelling(@Nullable Object groups) {
        if (groups == null) {
            return null;
        }
        var kept = new ArrayList<Map<Object, Object>>();
        for (Object group : (List<?>) groups) {
            var measures = new LinkedHashMap<Object, Object>((Map<?, ?>) group);
            List.of("shareOfRunsRepeated", "timesSmallerPacked", "words", "loadedWords")
                    .forEach(measures::remove);
            kept.add(measures);
        }
        return kept;
    }
}
