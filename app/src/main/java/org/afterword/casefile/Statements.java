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
import org.sqlite.SQLiteConfig;

/** The statements of one connection to SQLite, each prepared once. One thread at a time. */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** A new database in memory. */
    static Connection memory() {
        try {
            var config = new SQLiteConfig();
            config.setGetGeneratedKeys(false); // it would ask for the new row's number after each
            Connection connection = config.createConnection("jdbc:sqlite::memory:");
            try (var statement = connection.createStatement()) {
                // A sort that spills would write plaintext to the disk.
                statement.execute("pragma temp_store=memory");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not start on this machine", e);
        }
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

    /** All rows; the values are those of {@link #update}. */
    <T> List<T> rows(String query, Reading<T> reading, @Nullable Object... values) throws SQLException {
        try (var result = prepare(query, values).executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        } catch (SQLException e) {
            forget(query);
            throw e;
        }
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
