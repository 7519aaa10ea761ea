package org.afterword.spark;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.afterword.posts.Settings;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.share.Counts;
import org.afterword.posts.share.Screen;
import org.afterword.posts.share.Tally;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Counts who shares the same at the same time, over rows that {@link Rowed} gives. */
final class Counting {
    private static final String GIVEN = "given";
    private static final Column OK = col(Reading.LEFT_OUT).equalTo(lit(Reading.USED));
    private static final List<String> KINDS = List.of(
            Slice.PAIRS,
            Slice.OBJECTS,
            "least(" + Slice.OF_LOWER + "," + Slice.OF_HIGHER + ")",
            Slice.OF_LOWER,
            Slice.OF_HIGHER);

    private final SparkSession spark;
    private final long most;
    private final Coordination.Rule rule;
    private final NearDuplicates.Rule likeness;
    private final Settings.Parts parts;

    /**
     * @param most how many pairs of posts one task may have to look at, about
     * @param rule what makes a pair of accounts stand out
     * @param likeness when texts are nearly the same
     * @param parts what is measured
     */
    Counting(
            SparkSession spark, long most, Coordination.Rule rule, NearDuplicates.Rule likeness, Settings.Parts parts) {
        this.spark = spark;
        this.most = most;
        this.rule = rule;
        this.likeness = likeness;
        this.parts = parts;
    }

    /**
     * @param windows in seconds
     */
    Counted of(Rowed rowed, List<Integer> windows) {
        Dataset<Row> posts = posts(rowed).persist(StorageLevel.DISK_ONLY());
        try {
            return counted(posts, windows, rowed.texts());
        } finally {
            posts.unpersist();
        }
    }

    /** Rows of one account with the same id are one post, at the earliest of their times. */
    private static Dataset<Row> posts(Rowed rowed) {
        Dataset<Row> rows = rowed.rows().withColumn(GIVEN, size(col(Reading.OBJECTS)));
        return rowed.named()
                ? rows.groupBy(Reading.LEFT_OUT, Reading.ACCOUNT, Reading.POST)
                        .agg(
                                min(col(Reading.MILLIS)).as(Reading.MILLIS),
                                min(struct(col(Reading.MILLIS), col(Reading.WORDS)))
                                        .getField(Reading.WORDS)
                                        .as(Reading.WORDS),
                                max(col(Reading.ZONELESS)).as(Reading.ZONELESS),
                                array_distinct(flatten(collect_list(col(Reading.OBJECTS))))
                                        .as(Reading.OBJECTS),
                                sum(col(GIVEN)).as(GIVEN))
                : rows;
    }

    private Counted counted(Dataset<Row> all, List<Integer> windows, boolean texts) {
        Column objects = size(col(Reading.OBJECTS));
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        Row sums = RowFactory.create(0L, 0L, 0L);
        for (Row some : all.groupBy(Reading.LEFT_OUT)
                .agg(
                        count(lit(1)),
                        total(when(objects.equalTo(0), 1)),
                        total(when(col(Reading.ZONELESS), 1)),
                        total(col(GIVEN).minus(objects)))
                .collectAsList()) {
            if (some.getByte(0) == Reading.USED) {
                sums = RowFactory.create(some.getLong(1), some.getLong(2), some.getLong(3));
                leftOut.put(LeftOut.REPEATED, some.getLong(4));
            } else {
                leftOut.put(Reading.REASONS.get(some.getByte(0)), some.getLong(1));
            }
        }
        leftOut.values().removeIf(count -> count == 0);
        Dataset<Row> posts = all.where(OK);
        Dataset<Row> shares =
                posts.select(explode(col(Reading.OBJECTS)).as(Slice.OBJECT), col(Reading.ACCOUNT), col(Reading.MILLIS));
        NavigableMap<Long, Long> written = written(posts);
        long accounts = written.values().stream().mapToLong(n -> n).sum();
        Map<Integer, Counted.Window> sharing =
                parts == Settings.Parts.TEXTS ? Map.of() : windows(shares, accounts, windows);
        Optional<Likeness.Found> alike =
                texts ? Optional.of(new Likeness(spark, likeness, most).of(posts, accounts)) : Optional.empty();
        return new Counted(
                sums.getLong(0),
                written,
                shares.select(Slice.OBJECT).distinct().count(),
                sums.getLong(1),
                sums.getLong(2),
                leftOut,
                sharing,
                alike.map(Likeness.Found::near),
                alike.map(some -> windows(some.shares(), accounts, windows)).orElse(Map.of()));
    }

    private Map<Integer, Counted.Window> windows(Dataset<Row> shares, long accounts, List<Integer> windows) {
        Dataset<Row> times = shares.groupBy(Slice.OBJECT).agg(count(lit(1)).as(Standing.SHARES));
        var together = new Standing(
                shares, times, shares.groupBy(Reading.ACCOUNT).agg(count(lit(1)).as(Standing.SHARES)));
        var surveying = new Surveying(shares, accounts);
        SortedMap<Long, Integer> hot = hot(times);
        Map<Integer, Counted.Window> found = new LinkedHashMap<>();
        for (int window : windows) {
            found.put(window, window(together, hot, surveying, window * 1000L));
        }
        return found;
    }

    /** How often objects are shared that are shared so often that their pairs may be too many for one slice. */
    private SortedMap<Long, Integer> hot(Dataset<Row> objects) {
        var hot = new TreeMap<Long, Integer>();
        objects.where(col(Standing.SHARES).gt(lit(Math.sqrt(2.0 * most))))
                .collectAsList()
                .forEach(row -> hot.put(row.getLong(0), Math.toIntExact(row.getLong(1))));
        return hot;
    }

    private static Column total(Column of) {
        return functions.coalesce(sum(of), lit(0L));
    }

    /** How many accounts wrote so many posts. */
    private static NavigableMap<Long, Long> written(Dataset<Row> posts) {
        var written = new TreeMap<Long, Long>();
        posts.groupBy(Reading.ACCOUNT)
                .agg(count(lit(1)).as("posts"))
                .groupBy("posts")
                .count()
                .collectAsList()
                .forEach(row -> written.put(row.getLong(0), row.getLong(1)));
        return written;
    }

    private Counted.Window window(Standing together, SortedMap<Long, Integer> hot, Surveying surveying, long window) {
        var largest = new Largest();
        spark.sparkContext().register(largest);
        Tally tally = surveying.within(window);
        Coordination.Rule standing = rule;
        Split split = Split.of(spark, together.shares(), hot, window, most);
        Broadcast<Split> plan =
                spark.sparkContext().broadcast(split, scala.reflect.ClassTag$.MODULE$.<Split>apply(Split.class));
        Dataset<Row> pairs = together.shares()
                .flatMap(
                        (FlatMapFunction<Row, Row>)
                                share -> plan.value().slices(share.getLong(0), share.getLong(1), share.getLong(2)),
                        Encoders.row(Split.SHARE))
                .repartition(col("object"), col("cell"), col("part"))
                .sortWithinPartitions("split", "object", "cell", "part", Reading.MILLIS, Reading.ACCOUNT)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                sorted -> new Slice(sorted, window, plan.value(), new Screen(tally, standing), largest),
                        Encoders.row(Slice.PAIR));
        Dataset<Row> edges = edges(hot.isEmpty() ? pairs : onceAnObject(pairs)).persist(StorageLevel.DISK_ONLY());
        Counts counts = counts(steps(edges));
        Coordination found = together.of(spark, edges, counts, tally, rule, window);
        edges.unpersist();
        plan.destroy();
        return new Counted.Window(found, hot.size(), largest.value());
    }

    /** Several slices of an object may have the same pair of accounts: for each of them the object counts once. */
    private static Dataset<Row> onceAnObject(Dataset<Row> pairs) {
        return pairs.repartition(col(Slice.LOWER), col(Slice.HIGHER))
                .groupBy(Slice.LOWER, Slice.HIGHER, Slice.OBJECT)
                .agg(
                        sum(col(Slice.PAIRS)).as(Slice.PAIRS),
                        once(Slice.OBJECTS),
                        sum(col(Slice.OF_LOWER)).as(Slice.OF_LOWER),
                        sum(col(Slice.OF_HIGHER)).as(Slice.OF_HIGHER),
                        once(Slice.WEIGHT));
    }

    private static Column once(String of) {
        return when(col(Slice.OBJECT).isNull(), sum(col(of)))
                .otherwise(max(col(of)))
                .as(of);
    }

    private static Dataset<Row> edges(Dataset<Row> pairs) {
        return pairs.groupBy(Slice.LOWER, Slice.HIGHER)
                .agg(
                        sum(col(Slice.PAIRS)).as(Slice.PAIRS),
                        sum(col(Slice.OBJECTS)).as(Slice.OBJECTS),
                        sum(col(Slice.OF_LOWER)).as(Slice.OF_LOWER),
                        sum(col(Slice.OF_HIGHER)).as(Slice.OF_HIGHER),
                        sum(col(Slice.WEIGHT)).as(Slice.WEIGHT));
    }

    /** All pairs of posts; then for each kind of count how many pairs of accounts have at least so many. */
    private static Row steps(Dataset<Row> edges) {
        var steps = new ArrayList<Column>();
        for (String kind : KINDS) {
            for (int least : Counts.LEAST) {
                steps.add(functions.count(when(expr(kind).geq(lit(least)), 1)));
            }
        }
        return edges.agg(total(col(Slice.PAIRS)), steps.toArray(Column[]::new)).first();
    }

    private static Counts counts(Row sums) {
        int steps = Counts.LEAST.size();
        var kinds = new ArrayList<List<Long>>();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            var line = new ArrayList<Long>();
            for (int step = 0; step < steps; step++) {
                line.add(sums.getLong(1 + kind * steps + step));
            }
            kinds.add(line);
        }
        var directed = new ArrayList<Long>();
        for (int step = 0; step < steps; step++) {
            directed.add(kinds.get(3).get(step) + kinds.get(4).get(step));
        }
        return new Counts(sums.getLong(0), kinds.get(0), kinds.get(1), kinds.get(2), directed);
    }
}
