package org.afterword.posts.read;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one at a time, whatever its form. */
public interface Rows extends AutoCloseable {
    /**
     * JSON, an object a line.
     *
     * @throws IOException if it cannot be read at all
     */
    static Rows json(Iterator<String> lines) throws IOException {
        return new JsonRows(() -> lines.hasNext() ? lines.next() : null);
    }

    /** The names of the columns. */
    List<String> header();

    /** Which columns are wanted, as their names; asked before the first row. */
    void choose(Map<Role, String> columns);

    /**
     * Goes to the next row.
     *
     * @return false after the last
     * @throws IOException if reading fails, or the file ends where it should not
     */
    boolean next() throws IOException;

    /** Why this row cannot be used at all; nothing if it can. */
    @Nullable
    LeftOut broken();

    /** What the column of a role holds, empty if there is none. */
    String get(Role role);

    @Override
    void close() throws IOException;
}
