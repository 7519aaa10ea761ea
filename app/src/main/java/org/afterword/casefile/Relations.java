package org.afterword.casefile;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;
import org.sqlite.SQLiteConnection;

/**
 * The log folded into tables of an in-memory SQLite. It can be thrown away and built anew from the log, and holds
 * nothing that the log does not say. Texts of accounts stay in their items. One thread at a time.
 */
final class Relations implements Contents, AutoCloseable {
    private final Connection connection;
    private final Statements tables;
    private final Items items;

    private Relations(Connection connection, Items items) {
        this.connection = connection;
        this.tables = new Statements(connection);
        this.items = items;
    }

    static Relations empty(Items items) {
        var relations = new Relations(Statements.memory(), items);
        try {
            relations.tables.run(Schema.SQL);
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not make its tables", e);
        }
        return relations;
    }

    /**
     * @param image what {@link #serialize()} gave, from the same {@link Schema#VERSION}
     */
    static Relations restore(byte[] image, Items items) throws IOException {
        Connection connection = Statements.memory();
        try {
            connection.unwrap(SQLiteConnection.class).deserialize("main", image);
            return new Relations(connection, items);
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be loaded", e);
        }
    }

    synchronized byte[] serialize() throws IOException {
        try {
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be made", e);
        }
    }

    /** Folds entries in as they are given. */
    interface Folding {
        void apply(Logged logged) throws IOException;
    }

    /** What folds several in. */
    interface Several {
        void into(Folding fold) throws IOException;
    }

    /**
     * Folds several in; all of them or nothing.
     *
     * @throws IllegalStateException if one of them does not fit what is there
     */
    synchronized void together(Several several) throws IOException {
        boolean done = false;
        statement("begin");
        try {
            several.into(this::fold);
            done = true;
        } finally {
            statement(done ? "commit" : "rollback");
        }
    }

    private void fold(Logged logged) throws IOException {
        if (logged.entry().isPresent()) {
            try {
                new Fold(tables, items).apply(logged, logged.entry().get());
            } catch (SQLException e) {
                // Without its cause, whose message may one day have values: names, perhaps.
                throw new IllegalStateException("an entry of kind " + logged.kind() + " does not fit the case");
            }
        }
    }

    private void statement(String statement) {
        try {
            tables.update(statement);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("the built-in database does not answer", e);
    }

    @Override
    public synchronized List<Group> groups() {
        return list("""
                select id, name, baseline or exists (select 1 from held
                    where target = party.id and aspect = 'baseline') as baseline
                from party order by seq
                """, row -> new Group(Row.id(row, "id"), row.getString("name"), row.getBoolean("baseline")));
    }

    @Override
    public synchronized List<Exhibit> exhibits() {
        return list("select * from exhibit order by seq", Row::exhibit);
    }

    @Override
    public synchronized Optional<Exhibit> exhibit(Id id) {
        return first("select * from exhibit where id = ?", Row::exhibit, id);
    }

    @Override
    public synchronized List<String> places(Id exhibit) {
        return list("select name from place where exhibit = ? order by seq", row -> row.getString("name"), exhibit);
    }

    @Override
    public synchronized Optional<Id> exhibitWith(Sha256 hash) {
        return first("select id from exhibit where sha256 = ?", row -> Row.id(row, "id"), hash.bytes());
    }

    @Override
    public synchronized Optional<Id> exhibitAt(String place) {
        return first(
                "select exhibit from place where name = ? order by seq desc limit 1",
                row -> Row.id(row, "exhibit"),
                place);
    }

    @Override
    public synchronized Optional<Id> exhibitItem(Id exhibit) {
        return first("select item from exhibit where id = ?", row -> Row.id(row, "item"), exhibit);
    }

    @Override
    public synchronized Optional<Long> bytesErased(Id exhibit) {
        return first(
                "select entry from gone where item = (select item from exhibit where id = ?)",
                row -> row.getLong("entry"),
                exhibit);
    }

    @Override
    public synchronized List<Reading> readings() {
        return list(
                "select * from reading order by seq",
                row -> new Reading(
                        Row.id(row, "exhibit"),
                        row.getString("reader"),
                        row.getInt("accounts"),
                        row.getInt("parts"),
                        Fold.warnings(row.getString("warnings")),
                        Optional.ofNullable(row.getString("balance")).map(Fold::balance)));
    }

    @Override
    public synchronized List<CapturedPage> captures() {
        return list(
                "select * from capture order by seq",
                row -> new CapturedPage(
                        row.getString("url"),
                        Instant.parse(row.getString("at")),
                        Fold.ids(row.getString("exhibits")),
                        Row.id(row, "item")));
    }

    @Override
    public Stream<Account> accounts() {
        List<Id> readings;
        synchronized (this) {
            readings = list("select items from reading order by seq", row -> Fold.ids(row.getString("items"))).stream()
                    .flatMap(List::stream)
                    .toList();
        }
        return readings.stream().flatMap(item -> AccountTexts.in(items, item));
    }

    @Override
    public List<Account> begunLike(String beginning) {
        List<Id> like;
        synchronized (this) {
            like = list("select id from account where beginning = ? order by seq", row -> Row.id(row, "id"), beginning);
        }
        return like.stream().flatMap(id -> account(id).stream()).toList();
    }

    @Override
    public synchronized List<Id> accountIds() {
        return list("select id from account order by seq", row -> Row.id(row, "id"));
    }

    @Override
    public synchronized List<Id> speakerIds() {
        return list("select id from speaker order by seq", row -> Row.id(row, "id"));
    }

    @Override
    public Optional<Account> account(Id id) {
        Optional<Place> place;
        synchronized (this) {
            place = first(
                    "select item, offset, place from account where id = ?",
                    row -> new Place(Row.id(row, "item"), row.getLong("offset"), row.getInt("place")),
                    id);
        }
        return place.flatMap(at -> AccountTexts.at(items, at.item(), at.offset(), at.place()));
    }

    private record Place(Id item, long offset, int place) {}

    @Override
    public synchronized List<Identity> identities() {
        return list(
                "select * from identity order by seq",
                row -> new Identity(
                        Row.id(row, "id"),
                        IdentityKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("finder")));
    }

    @Override
    public synchronized List<Mention> mentions() {
        return list("select * from mention order by seq", Row::mention);
    }

    @Override
    public synchronized List<Mention> mentions(Id account) {
        return list("select * from mention where account = ? order by start, seq", Row::mention, account);
    }

    @Override
    public synchronized List<Suggestion> suggestions() {
        return list("select body from suggestion order by seq", row -> Fold.suggestion(row.getString("body")));
    }

    @Override
    public synchronized List<Suggestion> suggestions(Id target) {
        return list(
                "select body from suggestion where target = ? order by seq",
                row -> Fold.suggestion(row.getString("body")),
                target);
    }

    @Override
    public synchronized boolean lookedThrough(Id account, String by) {
        return first("select 1 from pass where account = ? and maker = ?", row -> true, account, by)
                .isPresent();
    }

    @Override
    public synchronized List<Decision> decisions() {
        return list("select * from held order by seq", Row::decision);
    }

    @Override
    public synchronized Optional<Decision> decision(Id target, String aspect) {
        return first("select * from held where target = ? and aspect = ?", Row::decision, target, aspect);
    }

    @Override
    public synchronized List<Decision> newestDecisions(int limit) {
        return list(
                "select * from decision where not undone"
                        + " and seq > (select coalesce(max(decision), 0) from erasure) order by seq desc limit ?",
                Row::decision,
                limit);
    }

    @Override
    public synchronized List<Stamp> stamps() {
        return list("select * from stamp order by seq", Row::stamp);
    }

    private <T> List<T> list(String sql, Statements.Reading<T> reading, Object... values) {
        try {
            return tables.rows(sql, reading, values);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private <T> Optional<T> first(String sql, Statements.Reading<T> reading, Object... values) {
        return list(sql, reading, values).stream().findFirst();
    }

    @Override
    public synchronized void close() {
        try (connection) {
            tables.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not close", e);
        }
    }
}
