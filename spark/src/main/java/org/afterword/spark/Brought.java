package org.afterword.spark;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.afterword.posts.read.BadInput;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows of whole numbers that came to one machine, by column; packed on the way, eight bytes a number.
 *
 * @param columns each as long
 */
@SuppressWarnings("ArrayRecordComponent")
record Brought(long[][] columns) {
    private static final int CHUNK = 1 << 13;

    /**
     * @param rows of longs alone, in any order
     * @param most how many may come
     * @param what they are, for people
     * @throws BadInput if there are more
     */
    static Brought of(Dataset<Row> rows, long most, String what) {
        Dataset<Row> kept = rows.persist(StorageLevel.DISK_ONLY());
        try {
            long size = kept.count();
            if (size > most) {
                throw new BadInput(String.format(
                        java.util.Locale.ROOT,
                        "There are %,d %s, and at most %,d rows may come to this machine for what was asked; nothing was"
                                + " written. Allow more with --bring %d, if its memory has room (some 100 bytes each), or ask for"
                                + " a part of the dataset.",
                        size,
                        what,
                        most,
                        size));
            }
            int width = rows.columns().length;
            List<byte[]> chunks = kept.mapPartitions(
                            (MapPartitionsFunction<Row, byte[]>) some -> packed(some, width), Encoders.BINARY())
                    .collectAsList();
            return unpacked(chunks, width, Math.toIntExact(size));
        } finally {
            kept.unpersist();
        }
    }

    private static Iterator<byte[]> packed(Iterator<Row> rows, int width) {
        var chunks = new ArrayList<byte[]>();
        while (rows.hasNext()) {
            var chunk = ByteBuffer.allocate(CHUNK * width * Long.BYTES);
            while (chunk.hasRemaining() && rows.hasNext()) {
                Row row = rows.next();
                for (int column = 0; column < width; column++) {
                    chunk.putLong(row.getLong(column));
                }
            }
            chunks.add(java.util.Arrays.copyOf(chunk.array(), chunk.position()));
        }
        return chunks.iterator();
    }

    private static Brought unpacked(List<byte[]> chunks, int width, int size) {
        var columns = new long[width][size];
        int at = 0;
        for (byte[] packed : chunks) {
            for (var chunk = ByteBuffer.wrap(packed); chunk.hasRemaining(); at++) {
                for (long[] column : columns) {
                    column[at] = chunk.getLong();
                }
            }
        }
        return new Brought(columns);
    }

    long[] column(int which) {
        return columns[which];
    }
}
