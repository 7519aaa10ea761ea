package org.afterword.spark;

import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.zip.ZipException;
import org.afterword.posts.read.Source;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/** Files that are read from their beginning to their end, each by one task: CSV, and whatever is packed. */
final class Whole {
    private Whole() {}

    /** Opens a file wherever it lies. */
    static Source open(String file, Configuration hadoop) throws IOException {
        var path = new Path(file);
        return new Source(path.getName(), path.getFileSystem(hadoop).open(path));
    }

    /** The rows of a file, as {@link Reading#ROW}. */
    static Iterator<Row> rows(String file, Configuration hadoop, Reading reading) {
        try {
            Source source = open(file, hadoop);
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) _ -> close(source));
            return source.rows().header().isEmpty() ? Collections.emptyIterator() : reading.of(source.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(Source source) {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file ends too early or is damaged, so that what stands before counts. */
    static boolean isCut(IOException e) {
        return e instanceof EOFException || e instanceof ZipException || e instanceof ZstdIOException;
    }
}
