package org.afterword.posts.read;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a Parquet file holds what it says that it holds. It is asked before the library relies on it, which makes room
 * for whatever length stands in a table of contents, and waits for ever for the rest of a page that is longer than its
 * column. Fields are those of parquet.thrift.
 */
final class ParquetPages {
    /** A page unpacked, in bytes; most have about a million. */
    private static final int LARGEST = 256 << 20;

    /** The length of the table of contents, and the mark of the end. */
    private static final int END = 2 * Integer.BYTES;

    private static final int UNPACKED = 2;
    private static final int PACKED = 3;
    /** The number of values is the first field of each kind of data. */
    private static final List<Integer> VALUES = List.of(-5, -8);

    private ParquetPages() {}

    /**
     * Whether nothing in the table of contents is longer than the table.
     *
     * @throws IOException if reading fails
     * @throws RuntimeException if something is
     */
    static void checkContents(Path path) throws IOException {
        try (InputFile file = InputFile.of(path)) {
            file.open();
            int length = file.readRange(file.length() - END, END)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            CompactStruct.numbers(file.readRange(file.length() - END - length, length));
        }
    }

    /**
     * Whether the pages lie where they should and can be held.
     *
     * @param columns the names of those that will be read, of single values
     * @throws IOException if reading fails
     * @throws RuntimeException if there is no header of a page where one should be
     */
    static boolean areSound(Path path, List<RowGroup> groups, Set<String> columns) throws IOException {
        try (InputFile file = InputFile.of(path)) {
            file.open();
            for (RowGroup group : groups) {
                for (ColumnChunk chunk : group.columns()) {
                    ColumnMetaData about = chunk.metaData();
                    if (columns.contains(about.pathInSchema().toString())
                            && !(about.numValues() == group.numRows() && isSound(file, chunk))) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static boolean isSound(InputFile file, ColumnChunk chunk) throws IOException {
        int length = Math.toIntExact(chunk.metaData().totalCompressedSize());
        ByteBuffer pages = file.readRange(chunk.chunkStartOffset(), length);
        long values = chunk.metaData().numValues();
        long held = 0;
        while (held < values && pages.hasRemaining()) {
            Map<Integer, Long> header = CompactStruct.numbers(pages);
            long packed = header.getOrDefault(PACKED, -1L);
            long unpacked = header.getOrDefault(UNPACKED, -1L);
            if (packed < 0 || packed > pages.remaining() || unpacked < 0 || unpacked > LARGEST) {
                return false;
            }
            pages.position(pages.position() + (int) packed);
            for (int kind : VALUES) {
                long here = header.getOrDefault(kind, 0L);
                if (here < 0) {
                    return false;
                }
                held += here;
            }
        }
        return held == values;
    }
}
