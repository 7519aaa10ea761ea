package org.afterword.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.posts.alike.Jaccard;
import org.afterword.posts.alike.NearDuplicates;
import org.afterword.posts.group.Alike;
import org.afterword.posts.read.Shares;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Posts of different accounts whose texts are nearly the same. Texts with the same words are one set; sets find each other
 * at {@link Marked marks}, and are compared by the same kernel as on one machine.
 */
final class Likeness {
    static final String SET = "set";
    private static final String OTHER = "other";
    private static final int FREQUENT = 1 << 16;

    private final SparkSession spark;
    private final NearDuplicates.Rule rule;
    private final long most;

    /**
     * @param most how many pairs of sets one task may have to compare at one mark, about
     */
    Likeness(SparkSession spark, NearDuplicates.Rule rule, long most) {
        this.spark = spark;
        this.rule = rule;
        this.most = most;
    }

    /**
     * What was found.
     *
     * @param near sums, without chains
     * @param shares the compared posts as shares of texts that hang together: object, account and time
     * @param ofGroups the same within groups, if there are any
     */
    record Found(NearDuplicates near, Dataset<Row> shares, Optional<Alike> ofGroups) {}

    /**
     * @param posts with account, time and words
     * @param accounts how many there are in the dataset
     * @param grouping the accounts of groups, if there are any
     */
    Found of(Dataset<Row> posts, long accounts, Optional<Grouping> grouping) {
        Dataset<Row> compared = posts.where(size(col(Reading.WORDS)).geq(rule.leastWords()))
                .select(
                        col(Reading.ACCOUNT),
                        col(Reading.MILLIS),
                        expr("xxhash64(words)").as(SET),
                        col(Reading.WORDS));
        Dataset<Row> alike = alike(
                        compared.groupBy(SET).agg(first(Reading.WORDS).as(Reading.WORDS)))
                .persist(StorageLevel.DISK_ONLY());
        try {
            NearDuplicates near = sums(posts.count(), compared, alike, Math.toIntExact(accounts));
            return new Found(
                    near, chains(compared, alike), grouping.map(some -> some.alike(compared, around(alike), OTHER)));
        } finally {
            alike.unpersist();
        }
    }

    /** Pairs of sets, each once. */
    private Dataset<Row> alike(Dataset<Row> sets) {
        Frequent frequent = frequent(sets);
        var jaccard = new Jaccard(rule.similarity());
        Dataset<Row> marks = sets.flatMap(
                (FlatMapFunction<Row, Row>)
                        set -> Marked.of(set.getLong(0), frequent.ordered(set.<Long>getList(1)), jaccard),
                Encoders.row(Marked.ROW));
        var crowded = new HashMap<Long, Integer>();
        double block = Math.max(2, Math.sqrt(2.0 * most));
        marks.groupBy(Marked.MARK)
                .agg(count(lit(1)).as("sets"))
                .where(col("sets").gt(block))
                .collectAsList()
                .forEach(row -> crowded.put(row.getLong(0), (int) Math.ceil(row.getLong(1) / block)));
        return marks.flatMap((FlatMapFunction<Row, Row>) mark -> Marked.cells(mark, crowded), Encoders.row(Marked.ROW))
                .repartition(col(Marked.MARK), col(Marked.CELL))
                .sortWithinPartitions(Marked.MARK, Marked.CELL)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) sorted -> new Meeting(sorted, jaccard),
                        Encoders.row(Meeting.PAIR))
                .distinct()
                .toDF(SET, OTHER);
    }

    /** Those words that very many sets have come last, so that marks are of rare ones; the order of the rest is free. */
    private static Frequent frequent(Dataset<Row> sets) {
        long[] words = sets
                .select(explode(col(Reading.WORDS)).as("word"))
                .groupBy("word")
                .count()
                .orderBy(col("count").desc(), col("word"))
                .limit(FREQUENT)
                .collectAsList()
                .stream()
                .mapToLong(row -> row.getLong(0))
                .toArray();
        return Frequent.of(words);
    }

    private static NearDuplicates sums(long posts, Dataset<Row> compared, Dataset<Row> alike, int accounts) {
        Dataset<Row> members =
                compared.groupBy(SET, Reading.ACCOUNT).agg(count(lit(1)).as("m"));
        Dataset<Row> sets = members.groupBy(SET)
                .agg(
                        sum("m").as("n"),
                        sum(expr("m * m")).as("squares"),
                        min(Reading.ACCOUNT).as("low"),
                        max(Reading.ACCOUNT).as("high"));
        Row within = sets.agg(total("n"), total("n * (n - 1) div 2"), total("(squares - n) div 2"))
                .first();
        Dataset<Row> others = sets.select(
                col(SET).as(OTHER),
                col("n").as("n2"),
                col("low").as("low2"),
                col("high").as("high2"));
        long between = alike.join(sets, SET)
                .join(others, OTHER)
                .agg(total("n * n2"))
                .first()
                .getLong(0);
        long own = alike.join(members, SET)
                .join(
                        members.select(col(SET).as(OTHER), col(Reading.ACCOUNT), col("m").as("m2")),
                        Rowed.names(OTHER, Reading.ACCOUNT))
                .agg(total("m * m2"))
                .first()
                .getLong(0);
        Dataset<Row> around = around(alike)
                .join(others, OTHER)
                .groupBy(SET)
                .agg(min("low2").as("low2"), max("high2").as("high2"));
        // A post is in a pair if any account but its own has its set, or one that is alike.
        long paired = sets.join(around, Rowed.names(SET), "left")
                .where("least(low, coalesce(low2, low)) <> greatest(high, coalesce(high2, high))")
                .agg(total("n"))
                .first()
                .getLong(0);
        long all = within.getLong(0);
        return new NearDuplicates(
                Math.toIntExact(all),
                Math.toIntExact(posts - all),
                within.getLong(1) - within.getLong(2) + between - own,
                within.getLong(2) + own,
                Math.toIntExact(paired),
                Shares.of(accounts, 0, new int[0], new int[0], new long[0]));
    }

    /** Pairs of sets, both ways. */
    private static Dataset<Row> around(Dataset<Row> alike) {
        return alike.union(alike.select(col(OTHER), col(SET))).toDF(SET, OTHER);
    }

    private static Column total(String of) {
        return coalesce(sum(expr(of)), lit(0L));
    }

    /** Sets that hang together are one object; which do comes together on one machine, two numbers for each pair of sets. */
    private Dataset<Row> chains(Dataset<Row> compared, Dataset<Row> alike) {
        Map<Long, Long> parent = new HashMap<>();
        for (Row pair : alike.collectAsList()) {
            parent.put(root(parent, pair.getLong(0)), root(parent, pair.getLong(1)));
        }
        List<Row> roots = parent.keySet().stream().toList().stream()
                .map(set -> RowFactory.create(set, root(parent, set)))
                .toList();
        Dataset<Row> chain = spark.createDataFrame(
                roots, new StructType().add(SET, DataTypes.LongType, false).add("root", DataTypes.LongType, false));
        return compared.join(roots.size() < FREQUENT ? broadcast(chain) : chain, Rowed.names(SET), "left")
                .select(coalesce(col("root"), col(SET)).as(Slice.OBJECT), col(Reading.ACCOUNT), col(Reading.MILLIS));
    }

    private static long root(Map<Long, Long> parent, long set) {
        long at = set;
        for (long above = parent.getOrDefault(at, at); above != at; above = parent.getOrDefault(at, at)) {
            parent.put(at, parent.getOrDefault(above, above));
            at = above;
        }
        parent.putIfAbsent(at, at);
        return at;
    }
}
