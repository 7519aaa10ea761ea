package org.afterword.casefile;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** One statement for many rows, a million of them if need be. */
final class Insertion implements AutoCloseable {
    private final PreparedStatement statement;

    Insertion(Handle handle, String sql) {
        try {
            statement = handle.getConnection().prepareStatement(sql);
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /**
     * @param values texts, bytes, whole numbers, numbers, or null
     */
    void row(@Nullable Object... values) {
        try {
            for (int i = 0; i < values.length; i++) {
                switch (values[i]) {
                    case null -> statement.setNull(i + 1, java.sql.Types.NULL);
                    case byte[] bytes -> statement.setBytes(i + 1, bytes);
                    case String text -> statement.setString(i + 1, text);
                    case Integer number -> statement.setInt(i + 1, number);
                    case Long number -> statement.setLong(i + 1, number);
                    case Double number -> statement.setDouble(i + 1, number);
                    default -> throw new IllegalArgumentException("no value of a table");
                }
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static final class Failed extends JdbiException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }
}
