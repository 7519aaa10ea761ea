package org.afterword.casefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** One connection, one statement at a time. */
final class Sql {
    static final int PAGE = 1 << 14;

    private static final int CACHE_KIB = 8 << 10;
    private static final long IN_MEMORY = Long.getLong("afterword.sweepInMemory", 64L << 20);
    private final Path path;
    private final Connection connection;
    private final Statements statements;
    private final ReentrantLock turn = new ReentrantLock();
    private boolean inTransaction;
    private boolean closed;

    private Sql(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    static Sql open(Path path, boolean readOnly) throws SQLException {
        var config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setReadOnly(readOnly);
        config.setBusyTimeout(300);
        config.setGetGeneratedKeys(false); // it would ask for the new row's number after each
        // As a URI, because a question mark in the name would be taken for parameters.
        var sql = new Sql(
                path,
                config.createConnection(
                        "jdbc:sqlite:" + path.toAbsolutePath().toUri().toASCIIString()));
        try {
            sql.run("PRAGMA temp_store = MEMORY");
            sql.run("PRAGMA mmap_size = 0");
            sql.run("PRAGMA trusted_schema = OFF");
            sql.run("PRAGMA cell_size_check = ON");
            sql.run("PRAGMA page_size = " + PAGE);
            sql.run("PRAGMA cache_size = -" + CACHE_KIB); // the ids of items come in no order
            return sql;
        } catch (SQLException e) {
            sql.close();
            throw e;
        }
    }

    /** Keeps all others out until it is closed. Only for a file that is known to be ours: this may write. */
    void hold() throws SQLException {
        // On the way from PERSIST to DELETE, SQLite takes away a journal that a kill left before it was worth anything.
        run("PRAGMA journal_mode = PERSIST");
        run("PRAGMA journal_mode = DELETE");
        run("PRAGMA locking_mode = EXCLUSIVE");
        run("PRAGMA synchronous = EXTRA");
        run("PRAGMA secure_delete = ON");
        begin();
    }

    /** Whether the file ends where SQLite says, not within a page: what is cut off a last page reads as zeros. */
    boolean isWhole() throws SQLException, IOException {
        return Files.size(path) == number("PRAGMA page_count") * number("PRAGMA page_size");
    }

    void begin() throws SQLException {
        run("BEGIN EXCLUSIVE");
        inTransaction = true;
    }

    void rollback() throws SQLException {
        if (inTransaction) {
            inTransaction = false;
            try {
                run("ROLLBACK");
            } catch (SQLException e) {
                // After a full disk or a failed write, SQLite has given the transaction up by itself.
                if (e.getErrorCode() != SQLiteErrorCode.SQLITE_ERROR.code) {
                    throw e;
                }
            }
        }
    }

    private void lock() {
        turn.lock();
        if (closed) {
            turn.unlock();
            throw new IllegalStateException("the case is closed");
        }
    }

    /** A statement without parameters that gives no rows that matter. */
    void run(String statement) throws SQLException {
        lock();
        try (var once = connection.createStatement()) {
            once.execute(statement);
            if (statement.equals("COMMIT")) {
                inTransaction = false;
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * The copy that SQLite makes meanwhile is ciphertext like the file itself; a large one would not fit into memory,
     * and lies beside the case then, under no name.
     */
    void vacuum() throws SQLException {
        long bytes = number("PRAGMA page_count") * PAGE;
        boolean large = bytes > IN_MEMORY;
        lock();
        try {
            if (large) {
                run("PRAGMA temp_store_directory = '"
                        + String.valueOf(path.toAbsolutePath().getParent()).replace("'", "''") + "'");
                run("PRAGMA temp_store = FILE");
            }
            statements.close(); // one that was not reset would keep it from running
            run("VACUUM");
        } finally {
            if (large) {
                run("PRAGMA temp_store = MEMORY");
            }
            turn.unlock();
        }
    }

    long number(String query) throws SQLException {
        return rows(query, row -> row.getLong(1)).getFirst();
    }

    <T> List<T> rows(String query, Statements.Reading<T> reading, Object... values) throws SQLException {
        lock();
        try {
            return statements.rows(query, reading, values);
        } finally {
            turn.unlock();
        }
    }

    void update(String statement, Object... values) throws SQLException {
        lock();
        try {
            statements.update(statement, values);
        } finally {
            turn.unlock();
        }
    }

    /** A transaction that was not committed is undone. */
    void close() throws SQLException {
        turn.lock();
        try (connection) {
            statements.close();
            closed = true;
            inTransaction = false;
        } finally {
            turn.unlock();
        }
    }

    private static int primary(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    /** What an error of SQLite means to the person who sits there. */
    static CaseException fault(SQLException e) {
        int code = primary(e);
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return new CaseException.InUse();
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return new CaseException.NoSpace(e);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return new CaseException.CannotWrite(e);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return new CaseException.NotACase("it has other contents");
        }
        return new CaseException.Damaged("the container", e);
    }
}
