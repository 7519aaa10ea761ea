package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Account;
import org.afterword.model.AccountHead;
import org.afterword.model.Beginning;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Proposal;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;

/** What each kind of entry does to the tables. */
final class Fold {
    private final Statements tables;
    private final Numbers numbers;
    private final Items items;

    Fold(Statements tables, Numbers numbers, Items items) {
        this.tables = tables;
        this.numbers = numbers;
        this.items = items;
    }

    void apply(Logged logged, Entry entry) throws SQLException, IOException {
        switch (entry) {
            case Entry.CaseCreated _, Entry.Published _, Entry.Exported _ -> {}
            case Entry.Merged _, Entry.KeysChanged _ -> {}
            case Entry.Stamped stamped ->
                tables.update(
                        "insert into stamp (size, item, authority, at) values (?, ?, ?, ?)",
                        stamped.size(),
                        stamped.item(),
                        stamped.authority(),
                        logged.at().toString());
            case Entry.Captured captured ->
                tables.update(
                        "insert into capture (url, at, exhibits, item) values (?, ?, ?, ?)",
                        captured.url(),
                        logged.at().toString(),
                        json(captured.exhibits()),
                        captured.item());
            case Entry.Corresponded _ -> tables.update("insert into letter (entry) values (?)", logged.number());
            case Entry.CodersSet set -> setting("blind", Optional.of(Boolean.toString(set.blind())));
            case Entry.UserSet set -> setting("user/" + set.name(), set.lets().map(Fold::json));
            case Entry.SearchKept kept -> setting("search/" + kept.search().id(), Optional.of(json(kept.search())));
            case Entry.SearchForgotten forgotten -> setting("search/" + forgotten.search(), Optional.empty());
            case Entry.Sampled sampled -> tables.update("insert into plan (body) values (?)", json(sampled.plan()));
            case Entry.CodebookAdded added ->
                tables.update(
                        "insert into codebook (id, version, yaml, at) values (?, ?, ?, ?)",
                        added.codebook(),
                        added.version(),
                        text(added.item()),
                        logged.at().toString());
            case Entry.Imported imported -> tables.update("insert into import (item) values (?)", imported.item());
            case Entry.Embedded embedded ->
                tables.update(
                        "insert into embedded (item, model) values (?, ?)",
                        embedded.item(),
                        embedded.model().bytes());
            case Entry.Erased erased -> erased(logged.number(), erased);
            case Entry.GroupNamed named ->
                tables.update(
                        "insert into party (id, name, baseline) values (?, ?, ?)",
                        named.group().id(),
                        named.group().name(),
                        named.group().baseline());
            case Entry.ExhibitAdded added -> added(logged, added);
            case Entry.ExhibitSeenAgain again -> place(again.exhibit(), again.name());
            case Entry.ExhibitRead read -> read(read);
            case Entry.NamesFound found -> names(one(found.item(), Names.class), found.finder());
            case Entry.Suggested suggested -> suggested(one(suggested.item(), Suggestions.class), suggested.by());
            case Entry.Decided decided -> decided(decided.decision(), decided.came());
            case Entry.Undone undone -> tables.update("update decision set undone = 1 where id = ?", undone.decision());
        }
    }

    private void setting(String name, Optional<String> value) throws SQLException {
        tables.update("delete from setting where name = ?", name);
        if (value.isPresent()) {
            tables.update("insert into setting (name, value) values (?, ?)", name, value.get());
        }
    }

    private void erased(long number, Entry.Erased erased) throws SQLException {
        tables.update("insert into erasure (entry, decision) select ?, coalesce(max(seq), 0) from decision", number);
        for (Id item : erased.items()) {
            tables.update("insert or ignore into gone (item, entry) values (?, ?)", item, number);
        }
    }

    private void added(Logged logged, Entry.ExhibitAdded added) throws SQLException {
        tables.update(
                "insert into exhibit (id, name, sha256, size, added, party, item, entry) values (?, ?, ?, ?, ?, ?, ?, ?)",
                added.exhibit(),
                added.name(),
                added.sha256().bytes(),
                added.size(),
                logged.at().toString(),
                added.group().orElse(null),
                added.item(),
                logged.number());
        place(added.exhibit(), added.name());
    }

    private void place(Id exhibit, String name) throws SQLException {
        tables.update("insert into place (exhibit, name) values (?, ?)", exhibit, name);
    }

    private void read(Entry.ExhibitRead read) throws SQLException, IOException {
        tables.update("delete from account where exhibit = ?", read.exhibit());
        tables.update("delete from speaker where exhibit = ?", read.exhibit());
        tables.update("delete from reading where exhibit = ?", read.exhibit());
        tables.update(
                "insert into reading (exhibit, reader, items, accounts, parts, warnings, balance)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                read.exhibit(),
                read.reader(),
                json(read.items()),
                read.accounts(),
                read.parts(),
                json(read.warnings()),
                read.balance().map(Fold::json).orElse(null));
        var accounts = new BulkInsert(
                tables,
                "insert or fail into account (number, exhibit, item, offset, place, beginning, party, title, opening,"
                        + " maker, written)",
                11);
        var speakers = new BulkInsert(tables, "insert or fail into speaker (id, exhibit, name)", 3);
        for (Id item : read.items()) {
            accounts(item, read.exhibit(), accounts, speakers);
        }
        accounts.flush();
        speakers.flush();
        numbers.flush();
        for (Id account : read.renewed()) {
            tables.update("delete from mention where account = ?", numbers.of(account));
            tables.update("delete from suggestion where target = ?", account);
            tables.update("delete from pass where account = ?", numbers.of(account));
        }
    }

    /** As the tables have it: 16 bytes for 32 hexadecimal digits. */
    static byte[] beginning(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private void accounts(Id item, Id exhibit, BulkInsert accounts, BulkInsert speakers)
            throws SQLException, IOException {
        try (var in = new Counted(items.open(item))) {
            while (true) {
                long offset = in.count();
                Optional<Account[]> block = Frames.read(in, Account[].class);
                if (block.isEmpty()) {
                    return;
                }
                int place = 0;
                for (Account account : block.get()) {
                    AccountHead head = AccountHead.of(account);
                    accounts.add(
                            numbers.add(account.id()),
                            exhibit,
                            item,
                            offset,
                            place++,
                            Beginning.of(account).map(Fold::beginning).orElse(null),
                            head.group().orElse(null),
                            head.title(),
                            head.opening(),
                            head.by().orElse(null),
                            head.date().map(Fold::json).orElse(null));
                    for (Speaker speaker : account.speakers()) {
                        speakers.add(speaker.id(), exhibit, speaker.name());
                    }
                }
            }
        }
    }

    private void names(Names names, String finder) throws SQLException {
        passes(names.accounts(), finder);
        var identities = new BulkInsert(tables, "insert or ignore into identity (id, kind, name, finder)", 4);
        for (Identity identity : names.identities()) {
            identities.add(identity.id(), identity.kind().name(), identity.name(), identity.by());
        }
        identities.flush();
        var mentions = new BulkInsert(
                tables, "insert or fail into mention (identity, account, start, end, text, finder, score)", 7);
        for (Mention mention : names.mentions()) {
            mentions.add(
                    mention.identity(),
                    numbers.add(mention.account()),
                    mention.span().start(),
                    mention.span().end(),
                    mention.text(),
                    mention.by(),
                    mention.score());
        }
        mentions.flush();
        numbers.flush();
    }

    private void suggested(Suggestions suggestions, String by) throws SQLException {
        passes(suggestions.accounts(), by);
        for (Suggestion suggestion : suggestions.suggestions()) {
            tables.update(
                    "insert or ignore into suggestion (id, target, kind, body) values (?, ?, ?, ?)",
                    suggestion.id(),
                    suggestion.target(),
                    suggestion.proposal().getClass().getSimpleName(),
                    json(suggestion));
        }
    }

    private void passes(List<Id> accounts, String maker) throws SQLException {
        var passes = new BulkInsert(tables, "insert or ignore into pass (account, maker)", 2);
        for (Id account : accounts) {
            passes.add(numbers.add(account), maker);
        }
        passes.flush();
        numbers.flush();
    }

    private void decided(Decision decision, Optional<Entry.Came> came) throws SQLException {
        tables.update(
                "insert into decision (id, target, aspect, verdict, reason, maker, alone, at, together, under,"
                        + " adjudicates, came) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decision.id(),
                decision.target(),
                decision.aspect(),
                decision.verdict().text(),
                decision.reason(),
                decision.by(),
                alone(decision),
                decision.at().toString(),
                decision.together().orElse(null),
                decision.under().orElse(null),
                decision.adjudicates(),
                came.isPresent());
        for (Id seen : came.map(Entry.Came::seen).orElse(List.of())) {
            tables.update("insert or ignore into seen (decision, before) values (?, ?)", decision.id(), seen);
        }
    }

    /** Whose decision it is, where it holds for that coder alone; else nothing. */
    private String alone(Decision decision) throws SQLException {
        boolean alone = decision.aspect().equals("read")
                || (decision.aspect().equals("review")
                        && tables.rows(
                                        "select kind from suggestion where id = ?",
                                        row -> row.getString("kind"),
                                        decision.target())
                                .contains(Proposal.Coding.class.getSimpleName()));
        return alone ? decision.coder() : "";
    }

    private String text(Id item) throws IOException {
        try (InputStream in = items.open(item)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private <T> T one(Id item, Class<T> type) throws IOException {
        try (InputStream in = items.open(item)) {
            return Frames.read(in, type).orElseThrow(() -> new IOException("item " + item + " is empty"));
        }
    }

    static String json(Object value) {
        try {
            return Frames.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " has no JSON form", e);
        }
    }
}
