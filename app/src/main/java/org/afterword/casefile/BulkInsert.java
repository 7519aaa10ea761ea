package org.afterword.casefile;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one table, several with one statement: one by one, half of the time goes into calling SQLite. The last ones are
 * in the table when {@link #flush()} returns.
 */
final class BulkInsert {
    private static final int TOGETHER = 16;

    private final Statements tables;
    private final String one;
    private final String several;
    private final int columns;
    private final List<@Nullable Object> waiting = new ArrayList<>();

    /**
     * @param into how a row is inserted, and the table with its columns: {@code insert or fail into place (exhibit, name)};
     *     the plain {@code insert} would keep a copy of each page for taking the rows of one statement back together
     */
    BulkInsert(Statements tables, String into, int columns) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        this.tables = tables;
        this.one = into + " values " + row;
        this.several = into + " values " + String.join(", ", Collections.nCopies(TOGETHER, row));
        this.columns = columns;
    }

    void add(@Nullable Object... row) throws SQLException {
        Collections.addAll(waiting, row);
        if (waiting.size() == TOGETHER * columns) {
            tables.update(several, waiting.toArray());
            waiting.clear();
        }
    }

    void flush() throws SQLException {
        for (int at = 0; at < waiting.size(); at += columns) {
            tables.update(one, waiting.subList(at, at + columns).toArray());
        }
        waiting.clear();
    }
}
