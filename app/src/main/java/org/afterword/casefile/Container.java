package org.afterword.casefile;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite file: rows of ciphertext, one process at a time. Knows no keys. All methods may be called from any
 * thread; a transaction belongs to who began it, which {@link CaseFile} sees to.
 */
final class Container implements AutoCloseable {
    private static final int CHUNK_BITS = 24;
    private static final long MAX_CHUNKS = 1L << CHUNK_BITS;

    private final Sql sql;
    private final boolean readOnly;

    Container(Sql sql, boolean readOnly) {
        this.sql = sql;
        this.readOnly = readOnly;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void begin() throws CaseException {
        act(sql::begin);
    }

    /** When this returns, the transaction is on the disk. */
    void commit() throws CaseException {
        act(() -> sql.run("COMMIT"));
    }

    /** Also when there is no transaction, because SQLite already gave it up. */
    void rollback() throws CaseException {
        act(sql::rollback);
    }

    /** The copies that are there, in order. */
    List<byte[]> headers() throws CaseException {
        return ask(() -> sql.rows("SELECT bytes FROM header ORDER BY copy", row -> bytes(row.getBytes(1))));
    }

    void putHeader(byte[] header) throws CaseException {
        act(() -> {
            sql.update("INSERT OR REPLACE INTO header(copy, bytes) VALUES (1, ?)", header);
            sql.update("INSERT OR REPLACE INTO header(copy, bytes) VALUES (2, ?)", header);
        });
    }

    /** The version of the format that the file says. */
    long version() throws CaseException {
        return ask(() -> sql.number("PRAGMA user_version"));
    }

    /** Writes over the old one first: nothing of it is to stay in the file. */
    void replaceHeader(byte[] header, long version) throws CaseException {
        act(() -> {
            sql.run("UPDATE header SET bytes = zeroblob(length(bytes))");
            sql.run("PRAGMA user_version = " + version);
        });
        putHeader(header);
    }

    /** From this place, number, size or name on, in order, at most so many. */
    List<Rows.Item> wraps(Wrapped of, long from, int limit) throws CaseException {
        String id = of == Wrapped.ITEM ? "id" : "zeroblob(0)";
        return ask(() -> sql.rows(
                "SELECT " + of.key() + ", " + id + ", wrap FROM " + of.table() + " WHERE " + of.key()
                        + " >= ? ORDER BY " + of.key() + " LIMIT ?",
                row -> new Rows.Item(
                        row.getLong(1),
                        of == Wrapped.ITEM ? id(bytes(row.getBytes(2))) : Binding.numbered(row.getLong(1)),
                        bytes(row.getBytes(3))),
                from,
                limit));
    }

    void putWrap(Wrapped of, long at, byte[] wrap) throws CaseException {
        act(() -> sql.update("UPDATE " + of.table() + " SET wrap = ? WHERE " + of.key() + " = ?", wrap, at));
    }

    /** The first place of all that are free. */
    long freePlace() throws CaseException {
        return ask(() -> sql.number("SELECT coalesce(max(place), 0) + 1 FROM item"));
    }

    /**
     * @param place where its chunks will be
     */
    void addItem(long place, Id id, byte[] wrap) throws CaseException {
        act(() -> sql.update("INSERT INTO item(place, id, wrap) VALUES (?, ?, ?)", place, id.bytes(), wrap));
    }

    void addChunk(long place, long number, byte[] bytes) throws CaseException {
        if (number >= MAX_CHUNKS) {
            throw new CaseException.CannotWrite(null);
        }
        act(() -> sql.update("INSERT INTO chunk(place, bytes) VALUES (?, ?)", chunkPlace(place, number), bytes));
    }

    Optional<Rows.Item> item(Id id) throws CaseException {
        return ask(() -> sql.rows(
                        "SELECT place, wrap FROM item WHERE id = ?",
                        row -> new Rows.Item(row.getLong(1), id, bytes(row.getBytes(2))),
                        (Object) id.bytes()))
                .stream()
                .findFirst();
    }

    /** Empty if there is no such chunk. */
    Optional<Rows.Chunk> chunk(long place, long number) throws CaseException {
        long at = chunkPlace(place, number);
        return ask(() -> sql.rows(
                        "SELECT bytes, NOT EXISTS (SELECT 1 FROM chunk WHERE place = ?) FROM chunk WHERE place = ?",
                        row -> new Rows.Chunk(bytes(row.getBytes(1)), row.getBoolean(2)),
                        at + 1,
                        at))
                .stream()
                .findFirst();
    }

    private static long chunkPlace(long place, long number) {
        return (place << CHUNK_BITS) + number;
    }

    void deleteItem(Id id) throws CaseException {
        var found = item(id);
        if (found.isPresent()) {
            long place = found.get().place();
            act(() -> {
                sql.update(
                        "DELETE FROM chunk WHERE place >= ? AND place < ?",
                        chunkPlace(place, 0),
                        chunkPlace(place + 1, 0));
                sql.update("DELETE FROM item WHERE place = ?", place);
            });
        }
    }

    /** The ids of all items, in the order in which they came. */
    List<Id> items() throws CaseException {
        return ask(() -> sql.rows("SELECT id FROM item ORDER BY place", row -> id(bytes(row.getBytes(1)))));
    }

    /** How many chunks belong to no item. */
    long strayChunks() throws CaseException {
        return ask(() -> sql.number(
                "SELECT count(*) FROM chunk WHERE (place >> " + CHUNK_BITS + ") NOT IN (SELECT place FROM item)"));
    }

    void addEntry(Rows.Entry row) throws CaseException {
        act(() -> sql.update(
                "INSERT INTO entry(number, leaf, wrap, bytes) VALUES (?, ?, ?, ?)",
                row.number(),
                row.leaf(),
                row.sealed().wrap(),
                row.sealed().bytes()));
    }

    /** From this number on, in order, at most so many. */
    List<Rows.Entry> entries(long from, int limit) throws CaseException {
        return ask(() -> sql.rows(
                "SELECT number, leaf, wrap, bytes FROM entry WHERE number >= ? ORDER BY number LIMIT ?",
                row -> new Rows.Entry(
                        row.getLong(1),
                        bytes(row.getBytes(2)),
                        new Sealed(bytes(row.getBytes(3)), bytes(row.getBytes(4)))),
                from,
                limit));
    }

    /** Takes away all of an entry but its leaf. */
    void eraseEntry(long number) throws CaseException {
        act(() -> sql.update("UPDATE entry SET wrap = x'', bytes = x'' WHERE number = ?", number));
    }

    /** The first entry from this number on that was erased. */
    Optional<Long> firstErased(long from) throws CaseException {
        return ask(() -> sql.rows(
                        "SELECT number FROM entry WHERE number >= ? AND length(wrap) = 0 AND length(bytes) = 0"
                                + " ORDER BY number LIMIT 1",
                        row -> row.getLong(1),
                        from))
                .stream()
                .findFirst();
    }

    /** From this number on, in order, at most so many. */
    List<Rows.Leaf> leaves(long from, int limit) throws CaseException {
        return ask(() -> sql.rows(
                "SELECT number, leaf FROM entry WHERE number >= ? ORDER BY number LIMIT ?",
                row -> new Rows.Leaf(row.getLong(1), bytes(row.getBytes(2))),
                from,
                limit));
    }

    void addCheckpoint(long size, Sealed note) throws CaseException {
        act(() -> sql.update(
                "INSERT INTO checkpoint(size, wrap, bytes) VALUES (?, ?, ?)", size, note.wrap(), note.bytes()));
    }

    /** Those for at least this size, in order. */
    List<Rows.Numbered> checkpoints(long from) throws CaseException {
        return numbered("SELECT size, wrap, bytes FROM checkpoint WHERE size >= ? ORDER BY size", from);
    }

    Optional<Rows.Numbered> lastCheckpoint() throws CaseException {
        return numbered("SELECT size, wrap, bytes FROM checkpoint WHERE size >= ? ORDER BY size DESC LIMIT 1", 0)
                .stream()
                .findFirst();
    }

    Optional<Rows.Numbered> checkpoint(long size) throws CaseException {
        return numbered("SELECT size, wrap, bytes FROM checkpoint WHERE size = ?", size).stream()
                .findFirst();
    }

    Optional<Sealed> state(long name) throws CaseException {
        return numbered("SELECT name, wrap, bytes FROM state WHERE name = ?", name).stream()
                .map(Rows.Numbered::sealed)
                .findFirst();
    }

    private List<Rows.Numbered> numbered(String query, long number) throws CaseException {
        return ask(() -> sql.rows(
                query,
                row -> new Rows.Numbered(row.getLong(1), new Sealed(bytes(row.getBytes(2)), bytes(row.getBytes(3)))),
                number));
    }

    void putState(long name, Sealed state) throws CaseException {
        act(() -> sql.update(
                "INSERT OR REPLACE INTO state(name, wrap, bytes) VALUES (?, ?, ?)", name, state.wrap(), state.bytes()));
    }

    void deleteState(long name) throws CaseException {
        act(() -> sql.update("DELETE FROM state WHERE name = ?", name));
    }

    void dropStrayChunks() throws CaseException {
        act(() -> sql.run("DELETE FROM chunk WHERE (place >> " + CHUNK_BITS + ") NOT IN (SELECT place FROM item)"));
    }

    void rebuildIndex() throws CaseException {
        act(() -> sql.run("REINDEX"));
    }

    /** Writes the file anew, without any page that is not in use. Not within a transaction. */
    void sweep() throws CaseException {
        act(sql::vacuum);
    }

    /** What SQLite finds wrong with its own structure, or the file's length: usually nothing. */
    List<String> structure() throws CaseException {
        try {
            var found = new ArrayList<>(sql.rows("PRAGMA integrity_check(3)", row -> String.valueOf(row.getString(1))));
            found.remove("ok");
            if (!sql.isWhole()) {
                found.add("the file does not end where a page ends");
            }
            return found;
        } catch (SQLException e) {
            throw Sql.fault(e);
        } catch (IOException e) {
            throw new CaseException.CannotRead(e);
        }
    }

    @Override
    public void close() throws CaseException {
        act(sql::close);
    }

    private static byte[] bytes(byte @Nullable [] bytes) {
        return bytes == null ? new byte[0] : bytes;
    }

    private static Id id(byte[] bytes) {
        return bytes.length == 16 ? Id.of(bytes) : new Id(0, 0);
    }

    private interface Action {
        void run() throws SQLException;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static void act(Action action) throws CaseException {
        try {
            action.run();
        } catch (SQLException e) {
            throw Sql.fault(e);
        }
    }

    private static <T> T ask(Question<T> question) throws CaseException {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw Sql.fault(e);
        }
    }
}
