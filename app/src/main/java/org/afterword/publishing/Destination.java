package org.afterword.publishing;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where an export goes: nothing of it is at its place before {@link #place()}, and all of it is after. */
public interface Destination extends Closeable {
    /**
     * A new file; one at a time.
     *
     * @param name relative, with {@code /} between folders
     */
    OutputStream open(String name) throws IOException;

    /** Gives all of it its name. */
    void place() throws IOException;

    /** What will be there. */
    Path path();

    /** What has no name yet is deleted. */
    @Override
    void close() throws IOException;
}
