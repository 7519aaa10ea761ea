package org.afterword.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * How objects that very many share are split, so that no task has to look at all of their pairs. Time is cut into cells as
 * long as the window; a slice is the shares of a cell together with those of the cells before and after, which it sees but
 * does not count at. A rush within one cell is split further: each part counts at some of its shares and sees all.
 *
 * @param hot objects that are split, sorted
 * @param often how often each of them is shared
 * @param cell how long a cell is, in milliseconds
 * @param parts of those cells that have several
 */
@SuppressWarnings("ArrayRecordComponent")
record Split(long[] hot, int[] often, long cell, Map<Cell, Integer> parts) implements Serializable {
    /** A stretch of time of an object. */
    record Cell(long object, long number) implements Serializable {}

    static final int OBJECT_AT = 0;
    static final int CELL_AT = 1;
    static final int PART_AT = 2;
    static final int IS_SPLIT = 3;
    static final int IS_OWN = 4;
    static final int ACCOUNT_AT = 5;
    static final int MILLIS_AT = 6;

    /** A share in a slice. */
    static final StructType SHARE = new StructType()
            .add("object", DataTypes.LongType, false)
            .add("cell", DataTypes.LongType, false)
            .add("part", DataTypes.IntegerType, false)
            .add("split", DataTypes.BooleanType, false)
            .add("own", DataTypes.BooleanType, false)
            .add(Reading.ACCOUNT, DataTypes.LongType, false)
            .add(Reading.MILLIS, DataTypes.LongType, false);

    private static final long[] NEIGHBOURS = {-1, 0, 1};

    /**
     * @param shares with object, account and time
     * @param often how often each object is shared that is to be split
     * @param window in milliseconds, inclusive
     * @param most how many pairs of shares one slice may look at, about
     */
    static Split of(SparkSession spark, Dataset<Row> shares, SortedMap<Long, Integer> often, long window, long most) {
        long[] hot = often.keySet().stream().mapToLong(object -> object).toArray();
        long cell = Math.max(1, window);
        Map<Cell, Integer> parts = new HashMap<>();
        if (hot.length > 0) {
            Dataset<Row> objects = spark.createDataset(
                            Arrays.stream(hot).boxed().toList(), Encoders.LONG())
                    .toDF("object");
            Dataset<Row> cells = shares.join(broadcast(objects), "object")
                    .groupBy(
                            col("object"),
                            floor(col(Reading.MILLIS).divide(lit(cell))).as("cell"))
                    .agg(count(lit(1)).as("own"));
            Column[] around = Arrays.stream(NEIGHBOURS)
                    .mapToObj(step -> col("cell").plus(lit(step)))
                    .toArray(Column[]::new);
            Column own = functions
                    .when(col("around").equalTo(col("cell")), col("own"))
                    .otherwise(lit(0L));
            Column needed = ceil(sum(own).multiply(sum(col("own"))).divide(lit((double) most)));
            cells.select(
                            col("object"),
                            col("cell"),
                            col("own"),
                            explode(functions.array(around)).as("around"))
                    .groupBy(col("object"), col("around"))
                    .agg(needed.as("parts"))
                    .where(col("parts").gt(1))
                    .collectAsList()
                    .forEach(row -> parts.put(
                            new Cell(row.getLong(0), row.getLong(1)), (int) Math.min(row.getLong(2), 1 << 20)));
        }
        return new Split(hot, often.values().stream().mapToInt(n -> n).toArray(), cell, parts);
    }

    /** How often an object is shared that is split. */
    int shares(long object) {
        return often[Arrays.binarySearch(hot, object)];
    }

    /** A share in every slice that has to see it, as {@link #SHARE}. */
    Iterator<Row> slices(long object, long account, long millis) {
        if (Arrays.binarySearch(hot, object) < 0) {
            return List.of(RowFactory.create(object, 0L, 0, false, true, account, millis))
                    .iterator();
        }
        var slices = new ArrayList<Row>();
        long home = Math.floorDiv(millis, cell);
        for (long step : NEIGHBOURS) {
            int count = parts.getOrDefault(new Cell(object, home + step), 1);
            int own = step == 0 ? Math.floorMod(mixed(account ^ millis), count) : -1;
            for (int part = 0; part < count; part++) {
                slices.add(RowFactory.create(object, home + step, part, true, part == own, account, millis));
            }
        }
        return slices.iterator();
    }

    private static int mixed(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33);
    }
}
