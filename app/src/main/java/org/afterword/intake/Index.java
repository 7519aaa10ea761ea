package org.afterword.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Which slots belong to which letter of which mailbox. Two processes may have it open. */
final class Index implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE mailbox(id BLOB PRIMARY KEY, proof BLOB NOT NULL, day INTEGER NOT NULL,"
                    + " blocked INTEGER NOT NULL, letters INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE letter(id BLOB PRIMARY KEY, run BLOB NOT NULL, done INTEGER NOT NULL, mailbox BLOB NOT NULL,"
                    + " tocase INTEGER NOT NULL, day INTEGER NOT NULL, seen INTEGER NOT NULL, collected INTEGER,"
                    + " slot INTEGER UNIQUE, length INTEGER NOT NULL) WITHOUT ROWID",
            "CREATE TABLE cell(number INTEGER PRIMARY KEY, letter BLOB NOT NULL, place INTEGER NOT NULL)",
            "CREATE INDEX cells ON cell(letter, place)");

    private static final String LETTER =
            "SELECT id, mailbox, tocase, day, seen, collected, slot, length FROM letter WHERE done = 1 ";

    private final Connection connection;

    private Index(Connection connection) {
        this.connection = connection;
    }

    static void create(Path path) throws IOException {
        try (var index = open(path)) {
            for (String table : SCHEMA) {
                index.change(table);
            }
        }
    }

    static Index open(Path path) throws IOException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(20_000);
        config.setGetGeneratedKeys(false);
        try {
            var index = new Index(
                    config.createConnection("jdbc:sqlite:" + path.toUri().toASCIIString()));
            for (String pragma : List.of(
                    "temp_store = MEMORY",
                    "mmap_size = 0",
                    "trusted_schema = OFF",
                    "secure_delete = ON",
                    "synchronous = EXTRA",
                    "journal_mode = DELETE")) {
                index.change("PRAGMA " + pragma);
            }
            return index;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IOException failed(SQLException e) {
        return new IOException("the inbox's index cannot be read or written", e);
    }

    /** Reads one row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private synchronized <T> List<T> all(String sql, Reading<T> reading, Object... values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reading.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private synchronized int change(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.execute() ? 0 : Math.max(0, statement.getUpdateCount());
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether it was not there before. */
    private synchronized boolean inserted(String sql, Object... values) throws IOException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate() == 1;
        } catch (SQLiteException e) {
            if ((e.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                return false;
            }
            throw failed(e);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Id id -> statement.setBytes(i + 1, bytes(id));
                case Sha256 hash -> statement.setBytes(i + 1, hash.bytes());
                case LocalDate day -> statement.setLong(i + 1, day.toEpochDay());
                case Object other -> statement.setObject(i + 1, other);
            }
        }
        return statement;
    }

    private static byte[] bytes(Id id) {
        return java.nio.ByteBuffer.allocate(16)
                .putLong(id.high())
                .putLong(id.low())
                .array();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long collected = row.getLong(6);
        boolean never = row.wasNull();
        int slot = row.getInt(7);
        boolean gone = row.wasNull();
        return new Stored(
                Id.of(row.getBytes(1)),
                Id.of(row.getBytes(2)),
                row.getBoolean(3),
                LocalDate.ofEpochDay(row.getLong(4)),
                row.getBoolean(5),
                never ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(collected)),
                gone ? Stored.NO_KEY : slot,
                row.getLong(8));
    }

    /** Begins a letter at a key's slot; false if another letter has the slot. */
    boolean begin(Id letter, Id run, Id mailbox, boolean toCase, LocalDate day, int slot) throws IOException {
        return inserted(
                "INSERT INTO letter VALUES(?, ?, 0, ?, ?, ?, 0, NULL, ?, 0)", letter, run, mailbox, toCase, day, slot);
    }

    /**
     * Takes free cells for a letter, all in one step: each costs the disk as much as many.
     *
     * @param place of the first of them in the letter
     * @param any gives numbers of cells at random
     */
    synchronized List<Integer> take(Id letter, int place, int count, IntSupplier any) throws IOException {
        List<Integer> taken = new ArrayList<>();
        change("BEGIN IMMEDIATE");
        try {
            while (taken.size() < count) {
                int cell = any.getAsInt();
                if (inserted("INSERT INTO cell VALUES(?, ?, ?)", cell, letter, place + taken.size())) {
                    taken.add(cell);
                }
            }
            return taken;
        } finally {
            change(taken.size() == count ? "COMMIT" : "ROLLBACK");
        }
    }

    int taken() throws IOException {
        return all("SELECT count(*) FROM cell", row -> row.getInt(1)).getFirst();
    }

    int letters() throws IOException {
        return all("SELECT count(slot) FROM letter", row -> row.getInt(1)).getFirst();
    }

    /**
     * The letter is whole, and so is its mailbox; all of it or nothing.
     *
     * @param proof of a mailbox that begins with this letter
     * @return false if the mailbox is not there, or there already
     */
    synchronized boolean finish(Id letter, long length, Id mailbox, LocalDate day, Optional<Sha256> proof)
            throws IOException {
        change("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            done = (proof.isPresent()
                            ? inserted("INSERT INTO mailbox VALUES(?, ?, ?, 0, 1)", mailbox, proof.get(), day)
                            : change("UPDATE mailbox SET day = ? WHERE id = ?", day, mailbox) == 1)
                    && change(
                                    "UPDATE letter SET done = 1, length = ?, mailbox = ? WHERE id = ?",
                                    length,
                                    mailbox,
                                    letter)
                            == 1;
            return done;
        } finally {
            change(done ? "COMMIT" : "ROLLBACK");
        }
    }

    /** The how-manieth letter of its mailbox the next one is, from 1. */
    synchronized long next(Id mailbox) throws IOException {
        change("UPDATE mailbox SET letters = letters + 1 WHERE id = ?", mailbox);
        return all("SELECT letters FROM mailbox WHERE id = ?", row -> row.getLong(1), mailbox).stream()
                .findFirst()
                .orElse(1L);
    }

    List<Integer> cells(Id letter) throws IOException {
        return all("SELECT number FROM cell WHERE letter = ? ORDER BY place", row -> row.getInt(1), letter);
    }

    List<Stored> letters(boolean toCase) throws IOException {
        return all(LETTER + "AND tocase = ? ORDER BY day, id", Index::stored, toCase);
    }

    List<Stored> letters(Id mailbox) throws IOException {
        return all(LETTER + "AND mailbox = ? ORDER BY day, id", Index::stored, mailbox);
    }

    /** Those that were begun and never finished, but for a run's own. */
    List<Stored> unfinished() throws IOException {
        return all(LETTER.replace("done = 1", "done = 0"), Index::stored);
    }

    Optional<Sha256> proof(Id mailbox) throws IOException {
        return all("SELECT proof FROM mailbox WHERE id = ?", row -> Sha256.ofDigest(row.getBytes(1)), mailbox).stream()
                .findFirst();
    }

    boolean blocked(Id mailbox) throws IOException {
        return !all("SELECT 1 FROM mailbox WHERE id = ? AND blocked = 1", row -> 1, mailbox)
                .isEmpty();
    }

    boolean block(Id mailbox, boolean blocked) throws IOException {
        return change("UPDATE mailbox SET blocked = ? WHERE id = ?", blocked, mailbox) == 1;
    }

    void came(Id mailbox, LocalDate day) throws IOException {
        change("UPDATE mailbox SET day = ? WHERE id = ? AND day < ?", day, mailbox, day);
    }

    List<Id> quietSince(LocalDate day) throws IOException {
        return all("SELECT id FROM mailbox WHERE day < ?", row -> Id.of(row.getBytes(1)), day);
    }

    void seen(Id letter) throws IOException {
        change("UPDATE letter SET seen = 1 WHERE id = ? AND seen = 0", letter);
    }

    void collected(Id letter, LocalDate day) throws IOException {
        change("UPDATE letter SET collected = ? WHERE id = ? AND collected IS NULL", day, letter);
    }

    synchronized void empty(Id letter) throws IOException {
        change("BEGIN IMMEDIATE");
        change("DELETE FROM cell WHERE letter = ?", letter);
        change("UPDATE letter SET slot = NULL, length = 0 WHERE id = ?", letter);
        change("COMMIT");
    }

    synchronized void forget(Id letter) throws IOException {
        change("BEGIN IMMEDIATE");
        change("DELETE FROM cell WHERE letter = ?", letter);
        change("DELETE FROM letter WHERE id = ?", letter);
        change("COMMIT");
    }

    void forgetMailbox(Id mailbox) throws IOException {
        change("DELETE FROM mailbox WHERE id = ?", mailbox);
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }
}
