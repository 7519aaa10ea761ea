package org.afterword.spark;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.afterword.posts.read.Shares;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.share.Counts;
import org.afterword.posts.share.Screen;
import org.afterword.posts.share.Tally;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which pairs of accounts stand out, and their clusters. Attention is asked where the pairs are; those that are left, and
 * all that their accounts share, come to one machine, for taste and clusters.
 *
 * @param shares with object, account and time
 * @param objects how often each is shared
 * @param activity how much each account shares
 */
record Standing(Dataset<Row> shares, Dataset<Row> objects, Dataset<Row> activity) {
    /** How often an object is shared, or an account shares. */
    static final String SHARES = "shares";

    private static final StructType PAIR = new StructType()
            .add(Slice.LOWER, DataTypes.LongType, false)
            .add(Slice.HIGHER, DataTypes.LongType, false)
            .add(Slice.WEIGHT, DataTypes.LongType, false);

    /** Two accounts, by their numbers of this run. */
    record Pair(long one, long other) {}

    /**
     * The pairs that attention does not explain, with all that their accounts share.
     *
     * @param edges pairs of accounts with objects and weight
     */
    Left left(SparkSession spark, Dataset<Row> edges, Tally tally, Coordination.Rule rule) {
        List<Row> pairs = edges.where(col(Slice.OBJECTS).geq(rule.leastObjects()))
                .join(active(Slice.LOWER, "one"), Slice.LOWER)
                .join(active(Slice.HIGHER, "other"), Slice.HIGHER)
                .select(Slice.LOWER, Slice.HIGHER, Slice.WEIGHT, Slice.OBJECTS, "one", "other")
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> mayStandOut(rows, new Screen(tally, rule)),
                        Encoders.row(PAIR))
                .collectAsList();
        long[] accounts = pairs.stream()
                .flatMapToLong(pair -> LongStream.of(pair.getLong(0), pair.getLong(1)))
                .sorted()
                .distinct()
                .toArray();
        List<Row> some = accounts.length == 0
                ? List.of()
                : shares.join(
                                spark.createDataset(
                                                Arrays.stream(accounts).boxed().toList(), Encoders.LONG())
                                        .toDF(Reading.ACCOUNT),
                                Reading.ACCOUNT)
                        .join(objects, Slice.OBJECT)
                        .select(Slice.OBJECT, Reading.ACCOUNT, Reading.MILLIS, SHARES)
                        .collectAsList();
        return left(pairs, accounts, some);
    }

    /**
     * What came to one machine.
     *
     * @param accounts of the pairs, by which these are numbered
     * @param popularity how often each object is shared by anybody
     * @param pairs the lower account in the upper half of a number, the higher in the lower
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Left(long[] accounts, Shares shares, int[] popularity, long[] pairs, int[] weights) {
        Coordination found(Screen screen, Counts counts, long window) {
            return screen.of(window, counts, shares, popularity, pairs, weights);
        }

        List<Pair> outstanding(Screen screen) {
            return Arrays.stream(screen.outstanding(shares, popularity, pairs, weights))
                    .mapToObj(pair -> new Pair(accounts[(int) (pair >>> 32)], accounts[(int) pair]))
                    .toList();
        }
    }

    private Dataset<Row> active(String side, String as) {
        return activity.select(col(Reading.ACCOUNT).as(side), col(SHARES).as(as));
    }

    private static Iterator<Row> mayStandOut(Iterator<Row> rows, Screen screen) {
        Stream<Row> all = StreamSupport.stream(((Iterable<Row>) () -> rows).spliterator(), false);
        return all.filter(row -> screen.mayStandOut(
                        Math.toIntExact(row.getLong(3)),
                        Math.toIntExact(row.getLong(4)),
                        Math.toIntExact(row.getLong(5)),
                        Math.toIntExact(row.getLong(2))))
                .map(row -> RowFactory.create(row.getLong(0), row.getLong(1), row.getLong(2)))
                .iterator();
    }

    private static Left left(List<Row> pairs, long[] accounts, List<Row> some) {
        long[] objects = some.stream()
                .mapToLong(row -> row.getLong(0))
                .sorted()
                .distinct()
                .toArray();
        var popularity = new int[objects.length];
        var object = new int[some.size()];
        var account = new int[some.size()];
        var time = new long[some.size()];
        for (int i = 0; i < object.length; i++) {
            Row share = some.get(i);
            object[i] = Arrays.binarySearch(objects, share.getLong(0));
            account[i] = Arrays.binarySearch(accounts, share.getLong(1));
            time[i] = share.getLong(2);
            popularity[object[i]] = Math.toIntExact(share.getLong(3));
        }
        var keys = new long[pairs.size()];
        var weights = new int[pairs.size()];
        for (int i = 0; i < keys.length; i++) {
            Row pair = pairs.get(i);
            keys[i] = (long) Arrays.binarySearch(accounts, pair.getLong(0)) << 32
                    | Arrays.binarySearch(accounts, pair.getLong(1));
            weights[i] = Math.toIntExact(pair.getLong(2));
        }
        return new Left(
                accounts, Shares.of(accounts.length, objects.length, account, object, time), popularity, keys, weights);
    }
}
