package org.afterword.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;

/** The statements of one connection to SQLite, each prepared once. One thread at a time. */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** What is read from one row. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** One or several statements without parameters and rows. */
    void run(String statements) throws SQLException {
        try (var once = connection.createStatement()) {
            once.executeUpdate(statements);
        }
    }

    /**
     * @param values bytes, an {@link Id}, text, a number, a truth value, or nothing
     */
    void update(String statement, @Nullable Object... values) throws SQLException {
        try {
            prepare(statement, values).executeUpdate();
        } catch (SQLException e) {
            forget(statement);
            throw e;
        }
    }

    interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    /** Row by row, without a list of them; the values are those of {@link #update}. */
    void each(String query, Taking taking, @Nullable Object... values) throws SQLException {
        try (var result = prepare(query, values).executeQuery()) {
            while (result.next()) {
                taking.take(result);
            }
        } catch (SQLException e) {
            forget(query);
            throw e;
        }
    }

    /** All rows. */
    <T> List<T> rows(String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
        var rows = new ArrayList<T>();
        each(query, row -> rows.add(reading.of(row)), values);
        return rows;
    }

    /** The driver closes a statement that failed. */
    private void forget(String statement) throws SQLException {
        var failed = prepared.remove(statement);
        if (failed != null) {
            failed.close();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
        var statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Id id -> statement.setBytes(i + 1, id.bytes());
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Double number -> statement.setDouble(i + 1, number);
                case Boolean truth -> statement.setInt(i + 1, truth ? 1 : 0);
                case null -> statement.setObject(i + 1, null);
                default -> throw new IllegalArgumentException("no such parameter");
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
