package org.afterword.spark;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntUnaryOperator;
import org.afterword.posts.read.Shares;
import org.afterword.posts.share.Coordination;
import org.afterword.posts.share.Screen;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Counts pairs of accounts over the shares of one partition, some objects at a time. The shares come sorted by object,
 * slice of the object, time and account.
 */
final class Slice implements Iterator<Row> {
    static final String LOWER = "lower";
    static final String HIGHER = "higher";
    static final String OBJECT = "object";
    static final String PAIRS = "pairs";
    static final String OBJECTS = "objects";
    static final String OF_LOWER = "ofLower";
    static final String OF_HIGHER = "ofHigher";
    static final String WEIGHT = "weight";

    /** A pair of accounts; its object only where other partitions may count the same pair for it. */
    static final StructType PAIR = new StructType()
            .add(LOWER, DataTypes.LongType, false)
            .add(HIGHER, DataTypes.LongType, false)
            .add(OBJECT, DataTypes.LongType, true)
            .add(PAIRS, DataTypes.LongType, false)
            .add(OBJECTS, DataTypes.LongType, false)
            .add(OF_LOWER, DataTypes.LongType, false)
            .add(OF_HIGHER, DataTypes.LongType, false)
            .add(WEIGHT, DataTypes.LongType, false);

    private static final int TOGETHER = 100_000;

    private final Iterator<Row> shares;
    private final long window;
    private final Split split;
    private final Screen screen;
    private final Largest largest;
    private final Deque<Row> counted = new ArrayDeque<>();
    private long looked;
    private @Nullable Row ahead;

    private long[] account = new long[1 << 10];
    private long[] time = new long[1 << 10];
    private int[] start = new int[1 << 8];
    private final BitSet own = new BitSet();
    private int size;
    private int objects;

    /**
     * @param shares as {@link Split#SHARE}
     * @param window in milliseconds, inclusive
     * @param split how often objects are shared that are split
     * @param screen what an object weighs
     * @param largest hears how many pairs of shares were looked at
     */
    Slice(Iterator<Row> shares, long window, Split split, Screen screen, Largest largest) {
        this.shares = shares;
        this.window = window;
        this.split = split;
        this.screen = screen;
        this.largest = largest;
        advance();
    }

    private void advance() {
        ahead = shares.hasNext() ? shares.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (counted.isEmpty() && ahead != null) {
            take(ahead);
        }
        if (counted.isEmpty() && looked > 0) {
            largest.add(looked);
            looked = 0;
        }
        return !counted.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return counted.removeFirst();
    }

    /** A slice of an object that was split is counted alone; whole objects until there are enough. */
    private void take(Row first) {
        boolean apart = first.getBoolean(Split.IS_SPLIT);
        long object = first.getLong(Split.OBJECT_AT);
        size = 0;
        objects = 0;
        own.clear();
        do {
            slice(ahead == null ? first : ahead);
        } while (!apart && ahead != null && !ahead.getBoolean(Split.IS_SPLIT) && size < TOGETHER);
        count(apart ? object : null);
    }

    private void slice(Row first) {
        start = objects + 2 > start.length ? Arrays.copyOf(start, start.length * 2) : start;
        start[objects++] = size;
        for (Row share = first; share != null && same(share, first); advance(), share = ahead) {
            if (size == account.length) {
                account = Arrays.copyOf(account, size * 2);
                time = Arrays.copyOf(time, size * 2);
            }
            account[size] = share.getLong(Split.ACCOUNT_AT);
            time[size] = share.getLong(Split.MILLIS_AT);
            own.set(size++, share.getBoolean(Split.IS_OWN));
        }
        start[objects] = size;
    }

    private static boolean same(Row a, Row b) {
        return a.getLong(Split.OBJECT_AT) == b.getLong(Split.OBJECT_AT)
                && a.getLong(Split.CELL_AT) == b.getLong(Split.CELL_AT)
                && a.getInt(Split.PART_AT) == b.getInt(Split.PART_AT);
    }

    private void count(@Nullable Long object) {
        if (own.isEmpty()) {
            return;
        }
        long[] accounts = Arrays.stream(account, 0, size).sorted().distinct().toArray();
        var number = new int[size];
        for (int i = 0; i < size; i++) {
            number[i] = Arrays.binarySearch(accounts, account[i]);
        }
        var part = new Shares(accounts.length, Arrays.copyOf(start, objects + 1), number, Arrays.copyOf(time, size), 0);
        IntUnaryOperator weight = object == null ? screen::weight : _ -> screen.weight(split.shares(object));
        Coordination.pairs(part, own, window, weight, (lower, higher, pairs, of, ofLower, ofHigher, heavy) -> {
            looked += pairs;
            counted.add(RowFactory.create(
                    accounts[lower], accounts[higher], object, pairs, (long) of, (long) ofLower, (long) ofHigher, (long)
                            heavy));
        });
    }
}
