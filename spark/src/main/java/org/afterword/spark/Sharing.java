package org.afterword.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Who shares the same at the same time, out of all shares: pairs are counted where the objects are. */
final class Sharing {
    private static final List<String> KINDS = List.of(
            Slice.PAIRS,
            Slice.OBJECTS,
            "least(" + Slice.OF_LOWER + "," + Slice.OF_HIGHER + ")",
            Slice.OF_LOWER,
            Slice.OF_HIGHER);

    private final SparkSession spark;
    private final long most;
    private final Coordination.Rule rule;
    private final Standing together;
    private final Surveying surveying;
    private final SortedMap<Long, Integer> hot;

    /**
     * @param most how many pairs of posts one task may have to look at, about
     * @param rule what makes a pair of accounts stand out
     * @param shares with object, account and time
     * @param accounts how many there are in the dataset
     */
    Sharing(SparkSession spark, long most, Coordination.Rule rule, Dataset<Row> shares, long accounts) {
        this.spark = spark;
        this.most = most;
        this.rule = rule;
        Dataset<Row> times = shares.groupBy(Slice.OBJECT).agg(count(lit(1)).as(Standing.SHARES));
        together = new Standing(
                shares, times, shares.groupBy(Reading.ACCOUNT).agg(count(lit(1)).as(Standing.SHARES)));
        surveying = new Surveying(shares, accounts);
        hot = hot(times);
    }

    /** How often objects are shared that are shared so often that their pairs may be too many for one slice. */
    private SortedMap<Long, Integer> hot(Dataset<Row> objects) {
        var hot = new TreeMap<Long, Integer>();
        objects.where(col(Standing.SHARES).gt(lit(Math.sqrt(2.0 * most))))
                .collectAsList()
                .forEach(row -> hot.put(row.getLong(0), Math.toIntExact(row.getLong(1))));
        return hot;
    }

    /**
     * What was found.
     *
     * @param window in seconds
     */
    Counted.Window within(int window) {
        var largest = new Largest();
        spark.sparkContext().register(largest);
        Coordination found = edges(window * 1000L, largest, (edges, tally) -> {
            Counts counts = counts(steps(edges));
            var screen = new Screen(tally, rule);
            return together.left(spark, edges, tally, rule).found(screen, counts, window * 1000L);
        });
        return new Counted.Window(found, hot.size(), largest.value());
    }

    /**
     * The pairs of accounts that stand out: for sums, and for nobody to see.
     *
     * @param window in seconds
     */
    List<Standing.Pair> outstanding(int window) {
        return edges(
                window * 1000L,
                new Largest(),
                (edges, tally) -> together.left(spark, edges, tally, rule).outstanding(new Screen(tally, rule)));
    }

    /** What is made of pairs of accounts with what is counted of each, as long as these are kept. */
    interface OfEdges<T> {
        T of(Dataset<Row> edges, Tally tally);
    }

    /**
     * @param window in milliseconds, inclusive
     */
    <T> T edges(long window, Largest largest, OfEdges<T> made) {
        if (!largest.isRegistered()) {
            spark.sparkContext().register(largest);
        }
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
        Dataset<Row> edges = summed(hot.isEmpty() ? pairs : onceAnObject(pairs)).persist(StorageLevel.DISK_ONLY());
        try {
            return made.of(edges, tally);
        } finally {
            edges.unpersist();
            plan.destroy();
        }
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

    private static Dataset<Row> summed(Dataset<Row> pairs) {
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
        return edges.agg(Counting.total(col(Slice.PAIRS)), steps.toArray(Column[]::new))
                .first();
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
