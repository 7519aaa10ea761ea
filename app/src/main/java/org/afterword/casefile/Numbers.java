package org.afterword.casefile;

import java.sql.SQLException;
import org.afterword.model.Id;
import org.afterword.model.IdTable;

/**
 * The numbers by which the tables know accounts, from 0 in the order in which they first came, held in memory. An index
 * over such numbers grows at its end; over ids, which come in no order, it was written all over, the slower the larger.
 */
final class Numbers {
    private final IdTable numbers = new IdTable();
    private final BulkInsert rows;

    /** Those that the tables have. */
    Numbers(Tables tables) {
        rows = new BulkInsert(tables.statements(), "insert or fail into known (seq, id)", 2);
        tables.each("select id from known order by seq", row -> numbers.add(Row.id(row, "id")));
    }

    /** Below 0 if it has none. */
    int of(Id account) {
        return numbers.number(account);
    }

    /** Gives it one if it has none; the row for it is there after {@link #flush()}. */
    int add(Id account) throws SQLException {
        int before = numbers.size();
        int number = numbers.add(account);
        if (number == before) {
            rows.add(number, account);
        }
        return number;
    }

    void flush() throws SQLException {
        rows.flush();
    }
}
