package org.afterword.casefile;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes and opens the file of a {@link Container}, and refuses what is none. */
final class ContainerFile {
    private static final int APPLICATION = 0x41465744;
    private static final int VERSION = 2;
    private static final int FIRST_VERSION = 1;
    private static final List<String> SCHEMA = List.of(
            "CREATE TABLE header(copy INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
            "CREATE TABLE item(place INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, wrap BLOB NOT NULL)",
            "CREATE TABLE chunk(place INTEGER PRIMARY KEY, bytes BLOB NOT NULL)",
            "CREATE TABLE entry(number INTEGER PRIMARY KEY, leaf BLOB NOT NULL, wrap BLOB NOT NULL,"
                    + " bytes BLOB NOT NULL)",
            "CREATE TABLE checkpoint(size INTEGER PRIMARY KEY, wrap BLOB NOT NULL, bytes BLOB NOT NULL)",
            "CREATE TABLE state(name INTEGER PRIMARY KEY, wrap BLOB NOT NULL, bytes BLOB NOT NULL)");

    private ContainerFile() {}

    /** Makes the file, readable for its owner alone, with everything but the rows; the transaction is left open. */
    static Container create(Path path) throws CaseException {
        try {
            Files.createFile(path, ownerOnly(path));
        } catch (FileAlreadyExistsException e) {
            throw new CaseException.AlreadyThere();
        } catch (IOException e) {
            throw new CaseException.CannotWrite(e);
        }
        try {
            var sql = Sql.open(path, false);
            try {
                sql.hold();
                sql.run("PRAGMA application_id = " + APPLICATION);
                sql.run("PRAGMA user_version = " + VERSION);
                for (var table : SCHEMA) {
                    sql.run(table);
                }
                return new Container(sql, false);
            } catch (SQLException e) {
                sql.close();
                throw Sql.fault(e);
            }
        } catch (SQLException e) {
            discard(path);
            throw Sql.fault(e);
        } catch (CaseException e) {
            discard(path);
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Takes a file away that was made a moment ago and never became a case. */
    static void discard(Path path) throws CaseException {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new CaseException.CannotWrite(e);
        }
    }

    static Container open(Path path) throws CaseException {
        if (Files.isDirectory(path)) {
            throw new CaseException.NotACase("it is a folder");
        }
        if (!Files.exists(path)) {
            throw new CaseException.Missing();
        }
        if (!Files.isRegularFile(path)) {
            throw new CaseException.NotACase("it is a device or a pipe");
        }
        if (size(path) == 0) {
            throw new CaseException.NotACase("it is empty");
        }
        if (!Files.isReadable(path)) {
            throw new CaseException.CannotRead(null);
        }
        boolean writable =
                Files.isWritable(path) && Files.isWritable(path.toAbsolutePath().getParent());
        try {
            return open(path, !writable);
        } catch (SQLException e) {
            throw writable ? Sql.fault(e) : new CaseException.CannotRead(e);
        }
    }

    /** Never a stream of ours on the file, here or elsewhere: closing it would drop the locks that SQLite holds. */
    private static long size(Path path) throws CaseException {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new CaseException.CannotRead(e);
        }
    }

    private static Container open(Path path, boolean readOnly) throws SQLException, CaseException {
        var sql = Sql.open(path, readOnly);
        try {
            if (sql.number("PRAGMA application_id") != APPLICATION) {
                throw new CaseException.NotACase("it is a database of another program");
            }
            long version = sql.number("PRAGMA user_version");
            if (version > VERSION) {
                throw new CaseException.TooNew(Math.toIntExact(version));
            }
            var found = sql.rows(
                    "SELECT type || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY rowid",
                    row -> String.valueOf(row.getString(1)));
            if (version < FIRST_VERSION || !found.equals(expectedSchema())) {
                throw new CaseException.Damaged("the container's tables");
            }
            if (!readOnly) {
                sql.hold();
                sql.run("COMMIT");
            }
            return new Container(sql, readOnly);
        } catch (SQLException | CaseException e) {
            sql.close();
            throw e;
        }
    }

    private static List<String> expectedSchema() {
        var expected = new ArrayList<String>();
        for (var table : SCHEMA) {
            var name = table.substring("CREATE TABLE ".length(), table.indexOf('('));
            expected.add("table " + name + " " + table);
            if (table.contains("UNIQUE")) {
                expected.add("index " + name + " ");
            }
        }
        return expected;
    }
}
