package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Contents;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Logged;
import org.afterword.casefile.Names;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Codebook;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Suggester;
import org.afterword.custody.Arrivals;
import org.afterword.custody.Custody;
import org.afterword.findings.Finding;
import org.afterword.findings.Findings;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.IdentityKind;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.people.ByHand;
import org.afterword.people.Cluster;
import org.afterword.people.Clusters;
import org.afterword.people.NameFinder;
import org.afterword.protection.Protection;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.afterword.reading.ChildReader;
import org.afterword.witnesses.Copies;

/** A case, and what people do with it. */
public final class Case implements AutoCloseable {
    /** What a new case gives its owner: the open case, and the code to write down. */
    public record Created(Case opened, String recoveryCode) {}

    /** So much reading may have to be done again after an interruption; a commit for every file took longer. */
    private static final Duration AT_RISK = Duration.ofSeconds(1);

    private final CaseFile file;
    private final String actor;

    private Case(CaseFile file, String actor) {
        this.file = file;
        this.actor = actor;
    }

    /**
     * @param actor who works with it, as the log is to say
     * @throws CaseException if there is something at the path already, or it cannot be written
     */
    public static Created create(Path path, Passphrase passphrase, String actor) throws CaseException {
        CaseFile.Created created = CaseFile.create(path, passphrase, Program.NAME_AND_VERSION);
        return new Created(new Case(created.file(), actor), created.recoveryCode());
    }

    /**
     * @param passphrase or the recovery code
     * @throws CaseException if it cannot be opened; its subclasses say why
     */
    public static Case open(Path path, Passphrase passphrase, String actor) throws CaseException {
        return new Case(CaseFile.open(path, passphrase), actor);
    }

    public Contents contents() {
        return file;
    }

    public CaseFile file() {
        return file;
    }

    /**
     * How adding went.
     *
     * @param kept what custody says
     * @param exhibits that were read now: new ones, and ones that an interrupted run had left unread
     * @param accounts how many came out of them
     * @param turns how many turns those have
     */
    public record Added(Custody.Kept kept, Set<Id> exhibits, int accounts, int turns) {}

    /**
     * Keeps files, reads them, and finds names in them. Interrupted, it goes on where it was when it is run again.
     *
     * @param group what they tell of
     * @param baseline whether that is an ordinary group
     */
    public Added add(List<Path> paths, Optional<String> group, boolean baseline, Progress progress) throws IOException {
        Arrivals arrivals = Arrivals.of(paths);
        Optional<Id> about = group.isPresent() ? Optional.of(group(group.get(), baseline)) : Optional.empty();
        int total = arrivals.files().size();
        int[] done = {0};
        Custody.Kept kept = new Custody(file, actor).keep(arrivals.files(), about, name -> {
            progress.kept(name);
            progress.step("keeping", ++done[0], total);
        });
        kept.skipped().addAll(arrivals.skipped());
        Set<Id> read = readUnread(progress);
        List<Account> accounts;
        try (Stream<Account> all = file.accounts()) {
            accounts = all.filter(account -> read.contains(account.exhibit())).toList();
        }
        findNames(progress);
        return new Added(
                kept,
                read,
                accounts.size(),
                accounts.stream().mapToInt(account -> account.turns().size()).sum());
    }

    private Id group(String name, boolean baseline) throws CaseException {
        Optional<Group> known =
                file.groups().stream().filter(g -> g.name().equals(name)).findFirst();
        if (known.isPresent()) {
            if (known.get().baseline() != baseline) {
                throw new IllegalArgumentException("the group '" + name + "' is in this case already, "
                        + (baseline
                                ? "not as a baseline; mark it with 'afterword decide CASE ID baseline'"
                                : "as a baseline; add --baseline, or choose another name"));
            }
            return known.get().id();
        }
        var group = new Group(Id.random(), name, baseline);
        record(new Entry.GroupNamed(group));
        return group.id();
    }

    private Set<Id> readUnread(Progress progress) throws IOException {
        Set<Id> before = new HashSet<>();
        file.readings().forEach(reading -> before.add(reading.exhibit()));
        List<Exhibit> unread = file.exhibits().stream()
                .filter(exhibit -> !before.contains(exhibit.id()))
                .toList();
        Set<Id> read = new HashSet<>();
        if (unread.isEmpty()) {
            return read;
        }
        try (var child = new ChildReader()) {
            int next = 0;
            while (next < unread.size()) {
                long until = System.nanoTime() + AT_RISK.toNanos();
                try (Batch batch = file.batch(actor)) {
                    do {
                        Exhibit exhibit = unread.get(next++);
                        read(exhibit, child, batch);
                        read.add(exhibit.id());
                        progress.step("reading", next, unread.size());
                    } while (next < unread.size() && System.nanoTime() < until);
                    batch.commit();
                }
            }
        }
        return read;
    }

    private void read(Exhibit exhibit, ChildReader child, Batch batch) throws IOException {
        Id item = file.exhibitItem(exhibit.id()).orElseThrow();
        try (InputStream bytes = file.item(item)) {
            var reading = child.read(exhibit.name(), exhibit.id(), exhibit.group(), bytes, exhibit.size());
            Optional<Id> accounts = reading.accounts().isEmpty()
                    ? Optional.empty()
                    : Optional.of(batch.put(ItemType.ACCOUNTS, Frames.writeAll(reading.accounts())));
            batch.add(new Entry.ExhibitRead(
                    exhibit.id(),
                    reading.reader(),
                    reading.confidence(),
                    accounts,
                    reading.accounts().size(),
                    reading.warnings()));
        }
    }

    private void findNames(Progress progress) throws CaseException {
        List<Account> accounts = notLookedThrough(NameFinder.NAME);
        if (accounts.isEmpty()) {
            return;
        }
        progress.step("finding names", 0, accounts.size());
        names(Clusters.assign(accounts, file), NameFinder.NAME);
        List<Suggestion> aliases = Clusters.aliases(file);
        if (!aliases.isEmpty()) {
            suggestions(new Suggestions(List.of(), aliases), NameFinder.NAME);
        }
    }

    private void names(Names names, String finder) throws CaseException {
        try (Batch batch = file.batch(actor)) {
            Id item = batch.put(ItemType.NAMES, Frames.write(names));
            batch.add(new Entry.NamesFound(
                    item, finder, names.identities().size(), names.mentions().size()));
            batch.commit();
        }
    }

    private List<Account> notLookedThrough(String by) {
        try (Stream<Account> all = file.accounts()) {
            return all.filter(account -> !file.lookedThrough(account.id(), by)).toList();
        }
    }

    /**
     * A name that the finders did not see; it is found in every form in every account at once.
     *
     * @return how many new mentions there are
     */
    public int addName(String name, IdentityKind kind) throws CaseException {
        Names names = ByHand.add(name, kind, file);
        names(names, ByHand.BY);
        return names.mentions().size();
    }

    /** How many suggestions there are now that were not there before. */
    public record Suggested(int accounts, int codings, int copies) {}

    /** Suggests practices and copies where nobody has looked yet; a second run over the same accounts costs nothing. */
    public Suggested suggest(Progress progress) throws CaseException {
        List<Account> uncoded = notLookedThrough(Suggester.BY);
        List<Suggestion> codings = new ArrayList<>();
        for (Account account : uncoded) {
            codings.addAll(Suggester.suggest(account));
            progress.step("suggesting", codings.size(), 0);
        }
        if (!uncoded.isEmpty()) {
            suggestions(new Suggestions(ids(uncoded), codings), Suggester.BY);
        }
        List<Account> uncompared = notLookedThrough(Copies.BY);
        List<Suggestion> copies = List.of();
        if (!uncompared.isEmpty()) {
            try (Stream<Account> all = file.accounts()) {
                List<Account> accounts = all.toList();
                List<Id> compared = new ArrayList<>(ids(accounts));
                compared.removeAll(new HashSet<>(ids(uncompared)));
                copies = Copies.find(accounts, compared);
            }
            suggestions(new Suggestions(ids(uncompared), copies), Copies.BY);
        }
        return new Suggested(uncoded.size(), codings.size(), copies.size());
    }

    private static List<Id> ids(List<Account> accounts) {
        return accounts.stream().map(Account::id).toList();
    }

    private void suggestions(Suggestions suggestions, String by) throws CaseException {
        try (Batch batch = file.batch(actor)) {
            Id item = batch.put(ItemType.SUGGESTIONS, Frames.write(suggestions));
            batch.add(new Entry.Suggested(item, by, suggestions.suggestions().size()));
            batch.commit();
        }
    }

    /**
     * A coding of a person's own; it needs no decision.
     *
     * @param span inside one turn of the account
     */
    public Suggestion code(Account account, Span span, Proposal.Coding coding) throws CaseException {
        Suggestion own = Codings.manual(account, span, coding, "person " + actor);
        suggestions(new Suggestions(List.of(), List.of(own)), "person");
        return own;
    }

    private void record(Entry entry) throws CaseException {
        try (Batch batch = file.batch(actor)) {
            batch.add(entry);
            batch.commit();
        }
    }

    public Deciding deciding() {
        return new Deciding(file, actor);
    }

    public List<Cluster> people() {
        return Clusters.of(file);
    }

    public List<Coded> codings() {
        return Codings.of(file);
    }

    public List<Finding> findings() {
        return Findings.of(file, Codings.of(file), Codebook.practices());
    }

    public Protection protection() {
        return Protection.of(file, file.secret("pseudonyms"));
    }

    public void release(Id exhibit, OutputStream out) throws IOException {
        Custody.release(file, exhibit, out);
    }

    /** Publishes, or says what a person has to decide first. */
    public Publication.Outcome publish(Path site, Settings settings) throws IOException {
        Publication.Outcome outcome =
                Publication.publish(file, protection(), file.secret("publication"), settings, site);
        if (outcome instanceof Publication.Published published) {
            record(new Entry.Published(published.root(), published.files(), actor));
        }
        return outcome;
    }

    public Stream<Logged> log() {
        return file.log();
    }

    @Override
    public void close() throws CaseException {
        file.close();
    }
}
