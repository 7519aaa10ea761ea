package org.afterword.publishing;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.SchemaElement;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.afterword.posts.read.QuietParquet;

/** What can be read in a Parquet file, read by another's reader than the one that wrote it. */
final class ParquetText {
    private ParquetText() {}

    /**
     * The names of its columns, its metadata and every value, one below the other.
     *
     * @throws IOException if it cannot be read, or has fewer rows than it says
     */
    static String of(byte[] file) throws IOException {
        var text = new StringBuilder();
        try (ParquetFileReader reader = QuietParquet.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader rows = reader.rowReader()) {
            FileMetaData about = reader.getFileMetaData();
            about.schema().stream().map(SchemaElement::name).forEach(name -> line(text, name));
            about.keyValueMetadata().forEach((key, value) -> {
                line(text, key);
                line(text, value);
            });
            line(text, String.valueOf(about.createdBy()));
            long read = 0;
            for (; rows.hasNext(); read++) {
                rows.next();
                for (int i = 0; i < rows.getFieldCount(); i++) {
                    line(text, String.valueOf(rows.getValue(i)));
                }
            }
            if (read != about.numRows()) {
                throw new IOException("a table that was written has " + read + " rows, not " + about.numRows());
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String value) {
        text.append(value).append('\n');
    }
}
