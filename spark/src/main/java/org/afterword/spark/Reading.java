package org.afterword.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.afterword.posts.read.HashedRow;
import org.afterword.posts.read.LeftOut;
import org.afterword.posts.read.Role;
import org.afterword.posts.read.Rows;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of posts into numbers, on whatever machine they lie.
 *
 * @param columns the name of the column of each role that is wanted
 * @param kind what is looked at as shared; nothing if nothing is
 * @param key of the hashes of this run
 */
record Reading(Map<Role, String> columns, @Nullable Role kind, long key) implements Serializable {
    /** {@link #LEFT_OUT} of a row that can be used. */
    static final byte USED = -1;

    /** What other numbers in {@link #LEFT_OUT} stand for. */
    static final List<LeftOut> REASONS = List.of(LeftOut.values());

    static final String LEFT_OUT = "leftOut";
    static final String ACCOUNT = "account";
    static final String POST = "post";
    static final String MILLIS = "millis";
    static final String ZONELESS = "zoneless";
    static final String OBJECTS = "objects";
    static final String WORDS = "words";

    /** Either why it was left out, or who posted when, what was shared, and the different words of the text. */
    static final StructType ROW = new StructType()
            .add(LEFT_OUT, DataTypes.ByteType, false)
            .add(ACCOUNT, DataTypes.LongType, false)
            .add(POST, DataTypes.LongType, false)
            .add(MILLIS, DataTypes.LongType, false)
            .add(ZONELESS, DataTypes.BooleanType, false)
            .add(OBJECTS, DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add(WORDS, DataTypes.createArrayType(DataTypes.LongType, false), false);

    private static final int PARTITION_BITS = 40;

    Reading {
        columns = Map.copyOf(columns);
    }

    /** The rows of a part of the dataset, as {@link #ROW}. */
    Iterator<Row> of(Rows rows) {
        rows.choose(columns);
        return new Hashed(rows, new HashedRow(Optional.ofNullable(kind), key));
    }

    private static final class Hashed implements Iterator<Row> {
        private final Rows rows;
        private final HashedRow row;
        private long unnamed = (long) TaskContext.getPartitionId() << PARTITION_BITS;
        private @Nullable Row next;
        private boolean ended;

        Hashed(Rows rows, HashedRow row) {
            this.rows = rows;
            this.row = row;
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = advance();
                ended |= next == null;
            }
            return next != null;
        }

        private @Nullable Row advance() {
            try {
                return rows.next() ? read() : null;
            } catch (IOException e) {
                ended = true;
                if (Whole.isCut(e)) {
                    return leftOut(LeftOut.CUT_FILE);
                }
                throw new UncheckedIOException(e);
            }
        }

        private Row read() {
            LeftOut reason = row.read(rows);
            return reason != null
                    ? leftOut(reason)
                    : RowFactory.create(
                            USED,
                            row.account(),
                            row.named() ? row.post() : unnamed++,
                            row.millis(),
                            row.zoneless(),
                            row.objects(),
                            row.words());
        }

        /** A number of its own keeps it apart from all others. */
        private Row leftOut(LeftOut reason) {
            return RowFactory.create(
                    (byte) REASONS.indexOf(reason), 0L, unnamed++, 0L, false, new long[0], new long[0]);
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            Row current = next;
            next = null;
            return current;
        }
    }
}
