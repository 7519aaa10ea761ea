package org.afterword.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.afterword.model.Balance;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Identity;
import org.afterword.model.Mention;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Warning;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What each kind of entry does to the tables. */
final class Fold {
    private final Handle handle;
    private final Items items;

    Fold(Handle handle, Items items) {
        this.handle = handle;
        this.items = items;
    }

    void apply(Logged logged, Entry entry) {
        switch (entry) {
            case Entry.CaseCreated created -> {}
            case Entry.Published published -> {}
            case Entry.Stamped stamped ->
                handle.execute(
                        "insert into stamp (size, item, authority, at) values (?, ?, ?, ?)",
                        stamped.size(),
                        stamped.item().bytes(),
                        stamped.authority(),
                        logged.at().toString());
            case Entry.Captured captured ->
                handle.execute(
                        "insert into capture (url, at, exhibits, item) values (?, ?, ?, ?)",
                        captured.url(),
                        logged.at().toString(),
                        json(captured.exhibits()),
                        captured.item().bytes());
            case Entry.Exported exported -> {}
            case Entry.KeysChanged changed -> {}
            case Entry.Erased erased -> erased(logged.number(), erased);
            case Entry.GroupNamed named ->
                handle.execute(
                        "insert into party (id, name, baseline) values (?, ?, ?)",
                        named.group().id().bytes(),
                        named.group().name(),
                        named.group().baseline());
            case Entry.ExhibitAdded added -> added(logged, added);
            case Entry.ExhibitSeenAgain again -> place(again.exhibit(), again.name());
            case Entry.ExhibitRead read -> read(read);
            case Entry.NamesFound found -> names(one(found.item(), Names.class), found.finder());
            case Entry.Suggested suggested -> suggested(one(suggested.item(), Suggestions.class), suggested.by());
            case Entry.Decided decided -> decided(decided.decision());
            case Entry.Undone undone ->
                handle.execute(
                        "update decision set undone = 1 where id = ?",
                        undone.decision().bytes());
        }
    }

    private void erased(long number, Entry.Erased erased) {
        handle.execute("insert into erasure (entry, decision) select ?, coalesce(max(seq), 0) from decision", number);
        for (Id item : erased.items()) {
            handle.execute("insert or ignore into gone (item, entry) values (?, ?)", item.bytes(), number);
        }
    }

    private void added(Logged logged, Entry.ExhibitAdded added) {
        handle.execute(
                "insert into exhibit (id, name, sha256, size, added, party, item) values (?, ?, ?, ?, ?, ?, ?)",
                added.exhibit().bytes(),
                added.name(),
                added.sha256().hex(),
                added.size(),
                logged.at().toString(),
                added.group().map(Id::bytes).orElse(null),
                added.item().bytes());
        place(added.exhibit(), added.name());
    }

    private void place(Id exhibit, String name) {
        handle.execute("insert into place (exhibit, name) values (?, ?)", exhibit.bytes(), name);
    }

    private void read(Entry.ExhibitRead read) {
        handle.execute("delete from account where exhibit = ?", read.exhibit().bytes());
        handle.execute("delete from speaker where exhibit = ?", read.exhibit().bytes());
        handle.execute("delete from reading where exhibit = ?", read.exhibit().bytes());
        handle.execute(
                "insert into reading (exhibit, reader, items, accounts, parts, warnings, balance)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                read.exhibit().bytes(),
                read.reader(),
                json(read.items()),
                read.accounts(),
                read.parts(),
                json(read.warnings()),
                read.balance().map(Fold::json).orElse(null));
        read.items().forEach(item -> accounts(item, read.exhibit()));
    }

    private void accounts(Id item, Id exhibit) {
        var accounts = new Insertion(
                handle, "insert into account (id, exhibit, item, offset, place, beginning) values (?, ?, ?, ?, ?, ?)");
        var speakers = new Insertion(handle, "insert into speaker (id, exhibit) values (?, ?)");
        try (accounts;
                speakers;
                var in = new Counted(items.open(item))) {
            while (true) {
                long offset = in.count();
                Optional<AccountHead[]> block = Frames.read(in, AccountHead[].class);
                if (block.isEmpty()) {
                    break;
                }
                int place = 0;
                for (AccountHead head : block.get()) {
                    accounts.row(
                            head.id().bytes(),
                            exhibit.bytes(),
                            item.bytes(),
                            offset,
                            place++,
                            head.beginning().orElse(null));
                    for (Speaker speaker : head.speakers()) {
                        speakers.row(speaker.id().bytes(), exhibit.bytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void names(Names names, String finder) {
        passes(names.accounts(), finder);
        try (var identities = new Insertion(
                        handle, "insert or ignore into identity (id, kind, name, finder) values (?, ?, ?, ?)");
                var mentions = new Insertion(
                        handle,
                        "insert into mention (identity, account, start, end, text, finder, score)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Identity identity : names.identities()) {
                identities.row(identity.id().bytes(), identity.kind().name(), identity.name(), identity.by());
            }
            for (Mention mention : names.mentions()) {
                mentions.row(
                        mention.identity().bytes(),
                        mention.account().bytes(),
                        mention.span().start(),
                        mention.span().end(),
                        mention.text(),
                        mention.by(),
                        mention.score());
            }
        }
    }

    private void suggested(Suggestions suggestions, String by) {
        passes(suggestions.accounts(), by);
        PreparedBatch batch =
                handle.prepareBatch("insert or ignore into suggestion (id, target, body) values (?, ?, ?)");
        suggestions
                .suggestions()
                .forEach(suggestion ->
                        batch.add(suggestion.id().bytes(), suggestion.target().bytes(), json(suggestion)));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private void passes(List<Id> accounts, String maker) {
        try (var passes = new Insertion(handle, "insert or ignore into pass (account, maker) values (?, ?)")) {
            for (Id account : accounts) {
                passes.row(account.bytes(), maker);
            }
        }
    }

    private void decided(Decision decision) {
        handle.execute(
                "insert into decision (id, target, aspect, verdict, reason, maker, at) values (?, ?, ?, ?, ?, ?, ?)",
                decision.id().bytes(),
                decision.target().bytes(),
                decision.verdict().aspect(),
                decision.verdict().text(),
                decision.reason(),
                decision.by(),
                decision.at().toString());
    }

    private <T> T one(Id item, Class<T> type) {
        try (InputStream in = items.open(item)) {
            return Frames.read(in, type).orElseThrow(() -> new IOException("item " + item + " is empty"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Object value) {
        try {
            return Frames.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " has no JSON form", e);
        }
    }

    static List<Warning> warnings(String json) {
        try {
            return Frames.json().readValue(json, new TypeReference<List<Warning>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Balance balance(String json) {
        try {
            return Frames.json().readValue(json, Balance.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Id> ids(String json) {
        try {
            return Frames.json().readValue(json, new TypeReference<List<Id>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Suggestion suggestion(String json) {
        try {
            return Frames.json().readValue(json, Suggestion.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
