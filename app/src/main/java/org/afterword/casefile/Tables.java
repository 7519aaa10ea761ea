package org.afterword.casefile;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** The tables of {@link Schema} in a database in memory, and what they answer. One thread at a time. */
final class Tables implements AutoCloseable {
    private final Connection connection;
    private final Statements statements;

    private Tables(Connection connection) {
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    static Tables empty() {
        var tables = new Tables(memory());
        try {
            tables.statements.run(Schema.SQL);
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not make its tables", e);
        }
        return tables;
    }

    /**
     * @param image what {@link #serialize()} gave
     */
    static Tables restore(byte[] image) throws IOException {
        Connection connection = memory();
        try {
            connection.unwrap(SQLiteConnection.class).deserialize("main", image);
            return new Tables(connection);
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be loaded", e);
        }
    }

    private static Connection memory() {
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

    byte[] serialize() throws IOException {
        try {
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be made", e);
        }
    }

    /** In bytes, when it is {@link #serialize() serialized}. */
    long size() {
        return first(
                        "select page_count * page_size as size from pragma_page_count(), pragma_page_size()",
                        row -> row.getLong("size"))
                .orElse(0L);
    }

    /** For what changes rows; it has to say which entry did not fit. */
    Statements statements() {
        return statements;
    }

    interface Work {
        void run() throws IOException;
    }

    /** All of it or nothing. */
    void together(Work work) throws IOException {
        boolean done = false;
        transaction(Optional.empty());
        try {
            work.run();
            done = true;
        } finally {
            transaction(Optional.of(done));
        }
    }

    /** By way of the driver: where it does not know of the transaction, it tries to begin one before each statement. */
    private void transaction(Optional<Boolean> endsWell) {
        try {
            if (endsWell.isEmpty()) {
                connection.setAutoCommit(false);
            } else {
                if (!endsWell.get()) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    <T> List<T> list(String query, Statements.Reading<T> reading, Object... values) {
        try {
            return statements.rows(query, reading, values);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    /** Row by row, without a list of them. */
    void each(String query, Statements.Taking taking, Object... values) {
        try {
            statements.each(query, taking, values);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    <T> Optional<T> first(String query, Statements.Reading<T> reading, Object... values) {
        return list(query, reading, values).stream().findFirst();
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("the built-in database does not answer", e);
    }

    @Override
    public void close() {
        try (connection) {
            statements.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not close", e);
        }
    }
}
