package org.afterword.posts.read;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Opens Parquet so that the library says nothing, and loads nothing that happens to be installed on the machine. */
public final class QuietParquet {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

    private QuietParquet() {}

    /**
     * @return to be closed by the caller
     * @throws IOException if the table of contents cannot be read
     */
    public static ParquetFileReader open(InputFile file) throws IOException {
        LIBRARY.setLevel(Level.OFF);
        System.setProperty("hardwood.uselibdeflate", "false");
        return ParquetFileReader.open(file);
    }
}
