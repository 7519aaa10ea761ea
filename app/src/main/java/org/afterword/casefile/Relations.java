package org.afterword.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConnection;

/**
 * The log folded into tables of an in-memory SQLite. It can be thrown away and built anew from the log, and holds
 * nothing that the log does not say. Texts of accounts stay in their items. One thread at a time.
 */
final class Relations implements Contents, AutoCloseable {
    private final Connection connection;
    private final Jdbi jdbi;
    private final Queries queries;
    private final Items items;

    private Relations(Connection connection, Items items) {
        this.connection = connection;
        this.jdbi = Jdbi.create(connection);
        this.queries = new Queries(connection, jdbi);
        this.items = items;
    }

    static Relations empty(Items items) {
        var relations = new Relations(memory(), items);
        relations.jdbi.useHandle(handle -> handle.createScript(Schema.SQL).execute());
        return relations;
    }

    /**
     * @param image what {@link #serialize()} gave, from the same {@link Schema#VERSION}
     */
    static Relations restore(byte[] image, Items items) throws IOException {
        Connection connection = memory();
        try {
            connection.unwrap(SQLiteConnection.class).deserialize("main", image);
            return new Relations(connection, items);
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be loaded", e);
        }
    }

    private static Connection memory() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            try (var statement = connection.createStatement()) {
                // A sort that spills would write plaintext to the disk.
                statement.execute("pragma temp_store=memory");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not start on this machine", e);
        }
    }

    /** In bytes, when it is {@link #serialize() serialized}. */
    synchronized long size() {
        return first(
                        "select page_count * page_size as size from pragma_page_count(), pragma_page_size()",
                        row -> row.getLong("size"))
                .orElse(0L);
    }

    synchronized byte[] serialize() throws IOException {
        try {
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IOException("a snapshot cannot be made", e);
        }
    }

    /** Folds one entry in; all of it or nothing. */
    synchronized void apply(Logged logged) throws IOException {
        if (logged.entry().isEmpty()) {
            return;
        }
        try {
            jdbi.useTransaction(handle ->
                    new Fold(handle, items).apply(logged, logged.entry().get()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
        return first("select * from exhibit where id = ?", Row::exhibit, (Object) id.bytes());
    }

    @Override
    public synchronized List<String> places(Id exhibit) {
        return list("select name from place where exhibit = ? order by seq", row -> row.getString("name"), (Object)
                exhibit.bytes());
    }

    @Override
    public synchronized Optional<Id> exhibitWith(Sha256 hash) {
        return first("select id from exhibit where sha256 = ?", row -> Row.id(row, "id"), hash.hex());
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
        return first("select item from exhibit where id = ?", row -> Row.id(row, "item"), (Object) exhibit.bytes());
    }

    @Override
    public synchronized Optional<Long> bytesErased(Id exhibit) {
        return first(
                "select entry from gone where item = (select item from exhibit where id = ?)",
                row -> row.getLong("entry"),
                (Object) exhibit.bytes());
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
                    (Object) id.bytes());
        }
        return place.flatMap(at -> AccountTexts.at(items, at.item(), at.offset(), at.place()));
    }

    private record Place(Id item, long offset, int place) {}

    @Override
    public synchronized List<Identity> identities() {
        return list("select * from identity order by seq", Row::identity);
    }

    @Override
    public synchronized void forEachIdentity(Consumer<Identity> take) {
        queries.each("select * from identity order by seq", row -> take.accept(Row.identity(row)));
    }

    @Override
    public synchronized void forEachMention(Consumer<Mention> take) {
        queries.each(Row.MENTION + "order by seq", row -> take.accept(Row.mention(row)));
    }

    @Override
    public synchronized long accountCount() {
        return first("select count(*) as n from account", row -> row.getLong("n"))
                .orElse(0L);
    }

    @Override
    public synchronized IdTable notLookedThrough(String by) {
        var accounts = new IdTable();
        queries.each(
                "select id from account where not exists"
                        + " (select 1 from pass where account = account.id and maker = ?) order by seq",
                row -> accounts.add(Row.id(row, "id")),
                by);
        return accounts;
    }

    @Override
    public synchronized List<Mention> mentions() {
        return list(Row.MENTION + "order by seq", Row::mention);
    }

    @Override
    public synchronized List<Mention> mentions(Id account) {
        return list(Row.MENTION + "where account = ? order by start, seq", Row::mention, (Object) account.bytes());
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
                (Object) target.bytes());
    }

    @Override
    public synchronized boolean lookedThrough(Id account, String by) {
        return first("select 1 from pass where account = ? and maker = ?", row -> true, account.bytes(), by)
                .isPresent();
    }

    @Override
    public synchronized List<Decision> decisions() {
        return list("select * from held order by seq", Row::decision);
    }

    @Override
    public synchronized Optional<Decision> decision(Id target, String aspect) {
        return first("select * from held where target = ? and aspect = ?", Row::decision, target.bytes(), aspect);
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

    private <T> List<T> list(String sql, Queries.RowReader<T> reader, Object... values) {
        return queries.list(sql, reader, values);
    }

    private <T> Optional<T> first(String sql, Queries.RowReader<T> reader, Object... values) {
        return queries.first(sql, reader, values);
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the built-in database does not close", e);
        }
    }
}
