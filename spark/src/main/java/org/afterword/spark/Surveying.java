package org.afterword.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.afterword.posts.share.Near;
import org.afterword.posts.share.Tally;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is to be known of all shares before pairs are counted, spread over machines: each share is looked at a few times. */
final class Surveying {
    private static final StructType OF_OBJECT =
            new StructType().add("class", DataTypes.IntegerType, false).add("near", DataTypes.LongType, false);
    private static final StructType MOMENT = new StructType()
            .add("cell", DataTypes.LongType, false)
            .add("own", DataTypes.BooleanType, false)
            .add(Reading.MILLIS, DataTypes.LongType, false);
    private static final int CHUNK = 1 << 12;

    private final Dataset<Row> shares;
    private final int accounts;
    private final long size;
    private final double possible;

    /**
     * @param shares with object, account and time
     * @param accounts how many there are in the dataset
     */
    Surveying(Dataset<Row> shares, long accounts) {
        this.shares = shares;
        this.accounts = Math.toIntExact(accounts);
        Row sums = shares.groupBy(Slice.OBJECT, Reading.ACCOUNT)
                .agg(count(lit(1)).as("m"))
                .groupBy(Slice.OBJECT)
                .agg(sum("m").as("n"), sum(expr("m * (m - 1) div 2")).as("own"))
                .agg(total("n"), total("n * (n - 1) div 2 - own"))
                .first();
        size = sums.getLong(0);
        possible = sums.getLong(1);
    }

    private static Column total(String of) {
        return functions.coalesce(sum(expr(of)), lit(0L));
    }

    /**
     * @param window in milliseconds, inclusive
     */
    Tally within(long window) {
        List<Row> found = shares.repartition(col(Slice.OBJECT))
                .sortWithinPartitions(Slice.OBJECT, Reading.MILLIS)
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) sorted -> objects(sorted, window), Encoders.row(OF_OBJECT))
                .groupBy("class")
                .agg(sum("near"), max("near"))
                .collectAsList();
        int classes = found.stream().mapToInt(row -> row.getInt(0) + 1).max().orElse(0);
        var pairs = new double[classes];
        var most = new double[classes];
        for (Row row : found) {
            pairs[row.getInt(0)] = row.getLong(1);
            most[row.getInt(0)] = row.getLong(2);
        }
        return new Tally(accounts, size, near(window), pairs, most, possible);
    }

    /** For each object its class, and how many pairs of its shares lie within the window. */
    private static Iterator<Row> objects(Iterator<Row> sorted, long window) {
        var found = new ArrayList<Row>();
        var times = new Times();
        Near near = new Near(window);
        long size = 0;
        long object = 0;
        while (sorted.hasNext()) {
            Row share = sorted.next();
            if (size > 0 && share.getLong(0) != object) {
                times.to(near);
                found.add(RowFactory.create(Tally.classOf(size), (long) near.pairs()));
                near = new Near(window);
                size = 0;
            }
            object = share.getLong(0);
            size++;
            times.add(share.getLong(2), near);
        }
        if (size > 0) {
            times.to(near);
            found.add(RowFactory.create(Tally.classOf(size), (long) near.pairs()));
        }
        return found.iterator();
    }

    /**
     * How many pairs of shares lie within the window, of whatever objects. Time is cut into cells as long as the window;
     * each is looked at together with the one before, whose own pairs do not count there.
     */
    private double near(long window) {
        long cell = Math.max(1, window);
        return shares.select(Reading.MILLIS)
                .flatMap(
                        (FlatMapFunction<Row, Row>) share -> {
                            long home = Math.floorDiv(share.getLong(0), cell);
                            return List.of(
                                            RowFactory.create(home, true, share.getLong(0)),
                                            RowFactory.create(home + 1, false, share.getLong(0)))
                                    .iterator();
                        },
                        Encoders.row(MOMENT))
                .repartition(col("cell"))
                .sortWithinPartitions("cell", Reading.MILLIS)
                .mapPartitions((MapPartitionsFunction<Row, Long>) sorted -> cells(sorted, window), Encoders.LONG())
                .agg(functions.coalesce(sum("value"), lit(0L)))
                .first()
                .getLong(0);
    }

    private static Iterator<Long> cells(Iterator<Row> sorted, long window) {
        double pairs = 0;
        var all = new Times();
        var seen = new Times();
        Near ofAll = new Near(window);
        Near ofSeen = new Near(window);
        long cell = Long.MIN_VALUE;
        while (sorted.hasNext()) {
            Row moment = sorted.next();
            if (moment.getLong(0) != cell) {
                all.to(ofAll);
                seen.to(ofSeen);
                pairs += ofAll.pairs() - ofSeen.pairs();
                ofAll = new Near(window);
                ofSeen = new Near(window);
                cell = moment.getLong(0);
            }
            all.add(moment.getLong(2), ofAll);
            if (!moment.getBoolean(1)) {
                seen.add(moment.getLong(2), ofSeen);
            }
        }
        all.to(ofAll);
        seen.to(ofSeen);
        return List.of((long) (pairs + ofAll.pairs() - ofSeen.pairs())).iterator();
    }

    /** Times that wait to be counted some at a time. */
    private static final class Times {
        private final long[] waiting = new long[CHUNK];
        private int size;

        void add(long time, Near near) {
            if (size == waiting.length) {
                to(near);
            }
            waiting[size++] = time;
        }

        void to(Near near) {
            near.take(Arrays.copyOf(waiting, size));
            size = 0;
        }
    }
}
