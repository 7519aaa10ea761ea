package org.afterword.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
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
 * @param wanted what is read beyond who shares what when
 */
record Reading(Map<Role, String> columns, @Nullable Role kind, long key, Wanted wanted) implements Serializable {
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

    static final String ID = "id";
    static final String GROUPS = "groups";
    static final String TO = "to";
    static final String ANSWERED = "answered";
    static final String MEANT = "meant";
    static final String LENGTH = "length";

    /** Either why it was left out, or who posted when, what was shared, and the different words of the text. */
    static final StructType ROW = new StructType()
            .add(LEFT_OUT, DataTypes.ByteType, false)
            .add(ACCOUNT, DataTypes.LongType, false)
            .add(POST, DataTypes.LongType, false)
            .add(MILLIS, DataTypes.LongType, false)
            .add(ZONELESS, DataTypes.BooleanType, false)
            .add(OBJECTS, DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add(WORDS, DataTypes.createArrayType(DataTypes.LongType, false), false);

    /**
     * The same, and by which id others answer the post, which groups the account is said to belong to, which accounts and
     * posts are answered, and whether the
     * target is meant; and how many words the text has.
     */
    private static final StructType ROW_OF_ACCOUNTS = ROW.add(ID, DataTypes.LongType, false)
            .add(GROUPS, DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add(TO, DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add(ANSWERED, DataTypes.createArrayType(DataTypes.LongType, false), false)
            .add(MEANT, DataTypes.BooleanType, false)
            .add(LENGTH, DataTypes.LongType, false);

    private static final int PARTITION_BITS = 40;
    private static final long[] NONE = {};

    /**
     * What is read beyond who shares what when.
     *
     * @param texts whether their words are
     * @param accounts whether it is read which group they belong to, and whom they answer
     * @param target ids and names of the one account or page towards which posts are looked at; none if nobody asks
     */
    record Wanted(boolean texts, boolean accounts, List<String> target) implements Serializable {
        StructType row() {
            return accounts ? ROW_OF_ACCOUNTS : ROW;
        }
    }

    Reading {
        columns = Map.copyOf(columns);
    }

    /** The rows of a part of the dataset, as {@link Wanted#row}. */
    Iterator<Row> of(Rows rows) {
        rows.choose(columns);
        return new Hashed(rows, new HashedRow(Optional.ofNullable(kind), key, wanted.target), wanted);
    }

    private static final class Hashed implements Iterator<Row> {
        private final Rows rows;
        private final HashedRow row;
        private final Wanted wanted;
        private long unnamed = (long) TaskContext.getPartitionId() << PARTITION_BITS;
        private @Nullable Row next;
        private boolean ended;

        Hashed(Rows rows, HashedRow row, Wanted wanted) {
            this.rows = rows;
            this.row = row;
            this.wanted = wanted;
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
                    : made(
                            USED,
                            row.account(),
                            row.named() ? row.post() : unnamed++,
                            row.millis(),
                            row.zoneless(),
                            row.objects(),
                            wanted.texts ? row.words() : NONE);
        }

        /** A number of its own keeps it apart from all others. */
        private Row leftOut(LeftOut reason) {
            return made((byte) REASONS.indexOf(reason), 0L, unnamed++, 0L, false, NONE, NONE);
        }

        private Row made(Object... values) {
            if (!wanted.accounts) {
                return RowFactory.create(values);
            }
            boolean used = values[0].equals(USED);
            Object[] all = Arrays.copyOf(values, values.length + 6);
            all[values.length] = used ? row.id() : 0L;
            all[values.length + 1] = used && !row.group().isEmpty() ? new String[] {row.group()} : new String[0];
            all[values.length + 2] = used ? row.to() : NONE;
            all[values.length + 3] = used ? row.answered() : NONE;
            all[values.length + 4] = used && row.isMeant();
            all[values.length + 5] = used && wanted.texts ? row.length() : 0L;
            return RowFactory.create(all);
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
