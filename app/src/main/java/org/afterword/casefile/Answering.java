package org.afterword.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.model.Account;
import org.afterword.model.AccountHead;
import org.afterword.model.Decision;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.IdTable;
import org.afterword.model.Identity;
import org.afterword.model.IdentityKind;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.SamplingPlan;
import org.afterword.model.Sha256;
import org.afterword.model.Suggestion;

/** What the tables of a folded case answer. Texts of accounts stay in their items. One thread at a time. */
abstract class Answering implements Contents {
    final Tables tables;
    final Items items;

    Answering(Tables tables, Items items) {
        this.tables = tables;
        this.items = items;
    }

    /** By which the tables know an account; below 0 if they do not. */
    abstract int number(Id account);

    @Override
    public synchronized List<Group> groups() {
        return tables.list("""
                select id, name, baseline or exists (select 1 from held
                    where target = party.id and aspect = 'baseline') as baseline
                from party order by seq
                """, row -> new Group(Row.id(row, "id"), row.getString("name"), row.getBoolean("baseline")));
    }

    @Override
    public synchronized List<Exhibit> exhibits() {
        return tables.list(Row.EXHIBIT + "order by seq", Row::exhibit);
    }

    @Override
    public synchronized Optional<Exhibit> exhibit(Id id) {
        return tables.first(Row.EXHIBIT + "where id = ?", Row::exhibit, id);
    }

    @Override
    public synchronized List<String> places(Id exhibit) {
        return tables.list("select name from place where exhibit = ? order by seq", row -> row.getString(1), exhibit);
    }

    @Override
    public synchronized Optional<Id> exhibitWith(Sha256 hash) {
        return tables.first("select id from exhibit where sha256 = ?", row -> Row.id(row, "id"), hash.bytes());
    }

    @Override
    public synchronized Optional<Id> exhibitAt(String place) {
        return ids("select exhibit from place where name = ? order by seq desc limit 1", place).stream()
                .findFirst();
    }

    @Override
    public synchronized Optional<Id> exhibitItem(Id exhibit) {
        return tables.first("select item from exhibit where id = ?", row -> Row.id(row, "item"), exhibit);
    }

    @Override
    public synchronized Optional<Long> bytesErased(Id exhibit) {
        return tables.first(
                "select entry from gone where item = (select item from exhibit where id = ?)",
                row -> row.getLong("entry"),
                exhibit);
    }

    @Override
    public synchronized List<Reading> readings() {
        return tables.list("select * from reading order by seq", Row::reading);
    }

    @Override
    public synchronized List<CapturedPage> captures() {
        return tables.list("select * from capture order by seq", Row::capture);
    }

    @Override
    public Stream<Account> accounts() {
        return textItems().stream().flatMap(item -> AccountTexts.in(items, item));
    }

    /** The items in which the accounts lie, in order. */
    synchronized List<Id> textItems() {
        return tables.list("select items from reading order by seq", row -> Row.ids(row.getString("items"))).stream()
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Account> begunLike(String beginning) {
        List<Id> like = ids("select id from told where beginning = ? order by seq", (Object) Fold.beginning(beginning));
        return like.stream().flatMap(id -> account(id).stream()).toList();
    }

    @Override
    public synchronized List<AccountHead> heads() {
        return tables.list(Row.HEADS, Row::head);
    }

    @Override
    public List<Id> accountIds() {
        return ids("select id from told order by seq");
    }

    @Override
    public List<Id> accountIds(Id exhibit) {
        return ids("select id from told where exhibit = ? order by seq", exhibit);
    }

    @Override
    public List<Id> speakerIds() {
        return ids("select id from speaker order by seq");
    }

    @Override
    public synchronized Optional<String> speaker(Id id) {
        return tables.first("select name from speaker where id = ?", row -> row.getString("name"), id);
    }

    private synchronized List<Id> ids(String query, Object... values) {
        return tables.list(query, row -> Id.of(row.getBytes(1)), values);
    }

    @Override
    public Optional<Account> account(Id id) {
        Optional<Place> place;
        synchronized (this) {
            place = tables.first(
                    "select item, offset, place from account where number = ?",
                    row -> new Place(Row.id(row, "item"), row.getLong("offset"), row.getInt("place")),
                    number(id));
        }
        return place.flatMap(at -> AccountTexts.at(items, at.item(), at.offset(), at.place()));
    }

    private record Place(Id item, long offset, int place) {}

    @Override
    public synchronized List<Identity> identities() {
        return tables.list("select * from identity order by seq", Row::identity);
    }

    synchronized Optional<Identity> identity(Id id) {
        return tables.first("select * from identity where id = ?", Row::identity, id);
    }

    @Override
    public synchronized void forEachIdentity(Consumer<Identity> take) {
        tables.each("select * from identity order by seq", row -> take.accept(Row.identity(row)));
    }

    @Override
    public synchronized void forEachMention(Consumer<Mention> take) {
        tables.each(Row.MENTIONS, row -> take.accept(Row.mention(row)));
    }

    @Override
    public synchronized void forEachMention(Set<IdentityKind> kinds, Consumer<Mention> take) {
        String names = Fold.json(kinds.stream().map(Enum::name).toList());
        tables.each(Row.MENTIONS_OF_KINDS, row -> take.accept(Row.mention(row)), names);
    }

    @Override
    public synchronized IdTable notLookedThrough(String by) {
        var accounts = new IdTable();
        tables.each(Row.NOT_LOOKED_THROUGH, row -> accounts.add(Row.id(row, "id")), by);
        return accounts;
    }

    @Override
    public synchronized List<Mention> mentions() {
        return tables.list(Row.MENTIONS, Row::mention);
    }

    @Override
    public synchronized List<Mention> mentions(Id account) {
        return tables.list(
                Row.MENTION + "where account = ? order by start, mention.seq", Row::mention, number(account));
    }

    @Override
    public synchronized List<Suggestion> suggestions() {
        return tables.list("select body from suggestion order by seq", Row::suggestion);
    }

    @Override
    public synchronized List<Suggestion> suggestions(Id target) {
        return tables.list("select body from suggestion where target = ? order by seq", Row::suggestion, target);
    }

    @Override
    public synchronized List<Suggestion> suggestions(Class<? extends Proposal> kind) {
        return tables.list(
                "select body from suggestion where kind = ? order by seq", Row::suggestion, kind.getSimpleName());
    }

    @Override
    public synchronized Optional<Suggestion> suggestion(Id id) {
        return tables.first("select body from suggestion where id = ?", Row::suggestion, id);
    }

    @Override
    public synchronized List<Decision> decisions() {
        return new DecisionRows(tables).holding();
    }

    @Override
    public synchronized List<Decision> decisions(Id target, String aspect) {
        return new DecisionRows(tables).holding(target, aspect);
    }

    @Override
    public synchronized List<Decision> decisions(Set<String> aspects) {
        return new DecisionRows(tables).holding(aspects);
    }

    @Override
    public synchronized List<List<Decision>> conflicts() {
        return new DecisionRows(tables).conflicts();
    }

    @Override
    public synchronized List<Made> history() {
        return new DecisionRows(tables).history();
    }

    @Override
    public synchronized List<Decision> newestDecisions(int limit) {
        return new DecisionRows(tables).newest(limit);
    }

    synchronized boolean hasAccount(Id id) {
        return tables.first("select 1 from account where number = ?", _ -> true, number(id))
                .orElse(false);
    }

    synchronized boolean suggested() {
        return tables.first("select exists (select 1 from suggestion) as some", row -> row.getBoolean("some"))
                .orElse(false);
    }

    /** What the table of decisions says. */
    synchronized <T> T rows(Function<DecisionRows, T> asked) {
        return asked.apply(new DecisionRows(tables));
    }

    /** The numbers of the entries that are letters from or to somebody who wrote to the inbox. */
    synchronized List<Long> letters() {
        return tables.list("select entry from letter order by entry", row -> row.getLong("entry"));
    }

    @Override
    public synchronized Map<String, String> settings() {
        return tables
                .list("select * from setting", row -> Map.entry(row.getString("name"), row.getString("value")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public synchronized List<SamplingPlan> plans() {
        return tables.list("select body from plan order by seq", row -> Row.plan(row.getString("body")));
    }

    @Override
    public synchronized List<Stamp> stamps() {
        return tables.list("select * from stamp order by seq", Row::stamp);
    }

    @Override
    public synchronized List<KeptCodebook> codebooks() {
        return tables.list("select * from codebook order by seq", Row::codebook);
    }

    @Override
    public List<Id> imports() {
        return ids("select item from import order by seq");
    }

    @Override
    public List<Id> vectors() {
        return ids("select item from embedded order by seq");
    }

    @Override
    public List<Id> vectors(Sha256 model) {
        return ids("select item from embedded where model = ? order by seq", (Object) model.bytes());
    }
}
