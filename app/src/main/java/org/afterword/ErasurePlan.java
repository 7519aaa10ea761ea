package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.afterword.casefile.AccountTexts;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Erasure;
import org.afterword.casefile.Frames;
import org.afterword.casefile.Import;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Logged;
import org.afterword.casefile.Names;
import org.afterword.casefile.Suggestions;
import org.afterword.model.Account;
import org.afterword.model.Correction;
import org.afterword.model.Decision;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.search.Vectors;

/** Goes through the log and says of each entry whether it stays, goes, or is replaced. */
final class ErasurePlan {
    private final CaseFile file;
    private final Scope scope;
    private final Set<Long> entries = new HashSet<>();
    private final Set<Id> items = new HashSet<>();
    private final Set<Id> kept = new HashSet<>();
    private final Map<Long, Erasure.Rewriting> instead = new TreeMap<>();
    private final Map<Id, String> texts = new HashMap<>();
    private int names;
    private int mentions;
    private int suggestions;
    private int decisions;

    private ErasurePlan(CaseFile file, Scope scope) {
        this.file = file;
        this.scope = scope;
    }

    static ErasurePlan of(CaseFile file, Scope scope) throws IOException {
        var plan = new ErasurePlan(file, scope);
        try (Stream<Logged> log = file.log()) {
            for (Logged logged : (Iterable<Logged>) log::iterator) {
                if (logged.entry().isPresent()) {
                    plan.take(logged.number(), logged.entry().get());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return plan;
    }

    Erasure erasure(String what, String reason) {
        return new Erasure(entries, items, kept, instead, what, reason);
    }

    int names() {
        return names;
    }

    int mentions() {
        return mentions;
    }

    int suggestions() {
        return suggestions;
    }

    int decisions() {
        return decisions;
    }

    int entries() {
        return entries.size();
    }

    private boolean goes(Entry.Corresponded letter) {
        return letter.exhibits().stream().anyMatch(one -> scope.exhibits.contains(one) || scope.bytes.contains(one))
                || letter.words().stream().anyMatch(scope::says);
    }

    /** The number of the first entry of which something goes; empty if nothing does. */
    Optional<Long> first() {
        return entries.stream().min(Long::compare);
    }

    private void take(long number, Entry entry) throws IOException {
        switch (entry) {
            case Entry.GroupNamed(Group group) -> {
                String name = scope.line(group.name());
                if (!name.equals(group.name())) {
                    replace(number, _ -> new Entry.GroupNamed(new Group(group.id(), name, group.baseline())));
                }
            }
            case Entry.ExhibitAdded added -> take(number, added);
            case Entry.ExhibitSeenAgain(Id exhibit, String name, Optional<Id> within) -> {
                if (scope.exhibits.contains(exhibit)) {
                    entries.add(number);
                } else if (scope.says(name)) {
                    replace(number, _ -> new Entry.ExhibitSeenAgain(exhibit, scope.line(name), within));
                }
            }
            case Entry.ExhibitRead read -> take(number, read);
            case Entry.NamesFound found -> take(number, found);
            case Entry.Suggested suggested -> take(number, suggested);
            case Entry.Decided decided -> take(number, decided);
            case Entry.Undone(Id decision, String by) -> {
                if (scope.decisions.contains(decision)) {
                    entries.add(number);
                }
            }
            case Entry.Captured captured -> {
                if (captured.exhibits().stream()
                        .anyMatch(one -> scope.exhibits.contains(one) || scope.bytes.contains(one))) {
                    entries.add(number);
                }
            }
            case Entry.Corresponded letter when goes(letter) -> entries.add(number);
            case Entry.Corresponded _ -> {}
            case Entry.Imported imported -> take(number, imported);
            case Entry.Embedded embedded -> {
                // it can be computed again, without what goes
                if (vectors(embedded.item()).stream()
                        .anyMatch(account -> scope.accounts.contains(account) || texts.containsKey(account))) {
                    entries.add(number);
                }
            }
            case Entry.Published published -> take(number, published);
            case Entry.SearchKept kept when scope.says(kept.search().toString()) -> entries.add(number);
            case Entry.SearchKept _, Entry.SearchForgotten _, Entry.UserSet _ -> {}
            case Entry.CaseCreated _, Entry.Stamped _, Entry.Exported _, Entry.CodebookAdded _ -> {}
            case Entry.KeysChanged _, Entry.Erased _, Entry.CodersSet _, Entry.Sampled _, Entry.Merged _ -> {}
        }
    }

    private List<Id> vectors(Id item) throws IOException {
        try (InputStream in = file.item(item)) {
            return new Vectors().read(in);
        }
    }

    private void take(long number, Entry.Published published) {
        published.correction().ifPresent(correction -> {
            String words = scope.line(correction.words());
            if (!words.equals(correction.words())) {
                var left = Optional.of(new Correction(correction.month(), words));
                replace(number, _ -> new Entry.Published(published.root(), published.files(), published.by(), left));
            }
        });
    }

    private void replace(long number, Erasure.Rewriting by) {
        entries.add(number);
        instead.put(number, by);
    }

    private void take(long number, Entry.ExhibitAdded added) {
        if (scope.exhibits.contains(added.exhibit())) {
            entries.add(number);
            return;
        }
        boolean bytes = scope.bytes.contains(added.exhibit());
        if (bytes) {
            items.add(added.item());
        }
        String name = scope.line(added.name());
        if (!name.equals(added.name())) {
            if (!bytes) {
                kept.add(added.item());
            }
            replace(
                    number,
                    _ -> new Entry.ExhibitAdded(
                            added.exhibit(),
                            name,
                            added.sha256(),
                            added.size(),
                            added.item(),
                            added.group(),
                            added.modified(),
                            added.within()));
        }
    }

    private void take(long number, Entry.ExhibitRead read) throws IOException {
        List<Account> all = accounts(read.items());
        List<Account> left =
                all.stream().flatMap(account -> scope.left(account).stream()).toList();
        if (scope.exhibits.contains(read.exhibit())) {
            entries.add(number);
        } else if (!left.equals(all) || !scope.left(read.warnings()).equals(read.warnings())) {
            left.stream()
                    .filter(account -> !all.contains(account))
                    .forEach(account -> texts.put(account.id(), account.text()));
            replace(number, put -> {
                List<Account> rest = accounts(read.items()).stream()
                        .flatMap(account -> scope.left(account).stream())
                        .toList();
                List<Id> items =
                        rest.isEmpty() ? List.of() : List.of(put.put(ItemType.ACCOUNTS, AccountTexts.write(rest)));
                return new Entry.ExhibitRead(
                        read.exhibit(),
                        read.reader(),
                        read.confidence(),
                        items,
                        rest.size(),
                        read.parts(),
                        scope.left(read.warnings()),
                        read.balance(),
                        read.renewed());
            });
        }
    }

    private List<Account> accounts(List<Id> items) throws IOException {
        return accounts(file, items);
    }

    static List<Account> accounts(CaseFile file, List<Id> items) throws IOException {
        var accounts = new ArrayList<Account>();
        for (Id item : items) {
            try (var texts = new AccountTexts(file.item(item))) {
                for (var one = texts.read(); one.isPresent(); one = texts.read()) {
                    accounts.add(one.get());
                }
            }
        }
        return accounts;
    }

    private <T> T one(Id item, Class<T> type) throws IOException {
        try (InputStream in = file.item(item)) {
            return Frames.read(in, type).orElseThrow(() -> new IOException("item " + item + " is empty"));
        }
    }

    private void take(long number, Entry.NamesFound found) throws IOException {
        Names all = one(found.item(), Names.class);
        Names left = scope.left(all, texts);
        if (left.equals(all)) {
            return;
        }
        names += all.identities().size() - left.identities().size();
        mentions += all.mentions().size() - left.mentions().size();
        if (left.equals(new Names(List.of(), List.of(), List.of()))) {
            entries.add(number);
            return;
        }
        replace(number, put -> {
            Names rest = scope.left(one(found.item(), Names.class), texts);
            return new Entry.NamesFound(
                    put.put(ItemType.NAMES, Frames.write(rest)),
                    found.finder(),
                    rest.identities().size(),
                    rest.mentions().size(),
                    found.model());
        });
    }

    private void take(long number, Entry.Suggested suggested) throws IOException {
        Suggestions all = one(suggested.item(), Suggestions.class);
        all.suggestions().stream().filter(one -> !scope.stays(one)).forEach(one -> scope.suggestions.add(one.id()));
        Suggestions left = scope.left(all);
        if (left.equals(all)) {
            return;
        }
        suggestions += all.suggestions().size() - left.suggestions().size();
        if (left.equals(new Suggestions(List.of(), List.of()))) {
            entries.add(number);
            return;
        }
        replace(number, put -> {
            Suggestions rest = scope.left(one(suggested.item(), Suggestions.class));
            return new Entry.Suggested(
                    put.put(ItemType.SUGGESTIONS, Frames.write(rest)),
                    suggested.by(),
                    rest.suggestions().size());
        });
    }

    private void take(long number, Entry.Imported imported) throws IOException {
        Import all = one(imported.item(), Import.class);
        if (scope.exhibits.contains(imported.exhibit())) {
            entries.add(number);
        } else if (!scope.left(all).equals(all)) {
            replace(number, put -> {
                Import rest = scope.left(one(imported.item(), Import.class));
                return new Entry.Imported(
                        imported.exhibit(),
                        imported.format(),
                        put.put(ItemType.IMPORT, Frames.write(rest)),
                        rest.codings().size());
            });
        }
    }

    private void take(long number, Entry.Decided decided) {
        Decision decision = decided.decision();
        Optional<Decision> left = scope.left(decision);
        if (left.isEmpty()) {
            decisions++;
            scope.decisions.add(decision.id());
            entries.add(number);
        } else if (!left.get().equals(decision)) {
            replace(number, _ -> new Entry.Decided(left.get(), decided.came()));
        }
    }
}
