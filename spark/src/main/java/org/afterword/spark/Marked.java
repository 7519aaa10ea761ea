package org.afterword.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.afterword.posts.alike.Jaccard;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sets of words at their marks: pairs of words by which sets that are alike find each other. Where very many sets have a
 * mark they are dealt into blocks, and each pair of blocks is a cell, so that no task has to compare them all.
 */
final class Marked {
    static final String MARK = "mark";
    static final String CELL = "cell";

    static final int MARK_AT = 0;
    static final int CELL_AT = 1;
    static final int BLOCK_AT = 2;
    static final int SET_AT = 3;
    static final int WORDS_AT = 4;

    /** A set at one of its marks, with its words in the common order. */
    static final StructType ROW = new StructType()
            .add(MARK, DataTypes.LongType, false)
            .add(CELL, DataTypes.LongType, false)
            .add("block", DataTypes.IntegerType, false)
            .add(Likeness.SET, DataTypes.LongType, false)
            .add(Reading.WORDS, DataTypes.createArrayType(DataTypes.LongType, false), false);

    private Marked() {}

    static long hash(long first, long second) {
        long mixed = (first * 0x9E3779B97F4A7C15L ^ second) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 32);
    }

    /** A set at all of its marks, as {@link #ROW}. */
    static Iterator<Row> of(long set, long[] words, Jaccard jaccard) {
        var marks = new ArrayList<Row>();
        int prefix = jaccard.prefix(words.length);
        for (int i = 0; i < prefix; i++) {
            for (int j = i + 1; j < prefix; j++) {
                marks.add(RowFactory.create(hash(words[i], words[j]), 0L, 0, set, words));
            }
        }
        return marks.iterator();
    }

    /**
     * A set at a mark in all cells in which it is compared.
     *
     * @param crowded into how many blocks the sets of a mark are dealt, where they are many
     */
    static Iterator<Row> cells(Row mark, Map<Long, Integer> crowded) {
        Integer blocks = crowded.get(mark.getLong(MARK_AT));
        if (blocks == null) {
            return List.of(mark).iterator();
        }
        int own = (int) Long.remainderUnsigned(hash(mark.getLong(SET_AT), 0), blocks);
        var cells = new ArrayList<Row>();
        for (int other = 0; other < blocks; other++) {
            long cell = (long) Math.min(own, other) * blocks + Math.max(own, other);
            cells.add(RowFactory.create(mark.getLong(MARK_AT), cell, own, mark.getLong(SET_AT), mark.get(WORDS_AT)));
        }
        return cells.iterator();
    }
}
