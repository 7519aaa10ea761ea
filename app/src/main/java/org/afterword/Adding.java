package org.afterword;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.casefile.Frames;
import org.afterword.casefile.ItemType;
import org.afterword.casefile.Suggestions;
import org.afterword.custody.Arrivals;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;
import org.afterword.people.Clusters;
import org.afterword.people.NameFinder;
import org.afterword.reading.ChildReader;

/** The way of files into the case: kept, read, and looked through for names. */
public final class Adding {
    /** So much reading may have to be done again after an interruption; a commit for every file took longer. */
    private static final Duration AT_RISK = Duration.ofSeconds(1);

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;

    Adding(CaseFile file, Recording log, Progress progress) {
        this.file = file;
        this.log = log;
        this.progress = progress;
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

    Added add(List<Path> paths, Optional<String> group, boolean baseline) throws IOException {
        Arrivals arrivals = Arrivals.of(paths);
        Optional<Id> about = about(group, baseline);
        int total = arrivals.files().size();
        int[] done = {0};
        Custody.Kept kept = new Custody(file, log.actor()).keep(arrivals.files(), about, name -> {
            progress.kept(name);
            progress.step("keeping", ++done[0], total);
        });
        kept.skipped().addAll(arrivals.skipped());
        return finish(kept);
    }

    /** Reads what is kept and was not read yet, and looks through it for names. */
    Added finish(Custody.Kept kept) throws IOException {
        Set<Id> read = readUnread();
        List<Account> accounts;
        try (Stream<Account> all = file.accounts()) {
            accounts = all.filter(account -> read.contains(account.exhibit())).toList();
        }
        findNames();
        return new Added(
                kept,
                read,
                accounts.size(),
                accounts.stream().mapToInt(account -> account.turns().size()).sum());
    }

    Optional<Id> about(Optional<String> group, boolean baseline) throws CaseException {
        return group.isPresent() ? Optional.of(group(group.get(), baseline)) : Optional.empty();
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
        log.record(new Entry.GroupNamed(group));
        return group.id();
    }

    private Set<Id> readUnread() throws IOException {
        Set<Id> before = new HashSet<>();
        file.readings().forEach(reading -> before.add(reading.exhibit()));
        List<Exhibit> unread = file.exhibits().stream()
                .filter(exhibit -> !before.contains(exhibit.id()))
                .filter(exhibit -> file.bytesErased(exhibit.id()).isEmpty())
                .toList();
        Set<Id> read = new HashSet<>();
        if (unread.isEmpty()) {
            return read;
        }
        try (var child = new ChildReader()) {
            int next = 0;
            while (next < unread.size()) {
                long until = System.nanoTime() + AT_RISK.toNanos();
                try (Batch batch = log.batch()) {
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
            List<Account> read = Capturing.placed(reading.accounts(), exhibit.id(), file);
            Optional<Id> accounts = read.isEmpty()
                    ? Optional.empty()
                    : Optional.of(batch.put(ItemType.ACCOUNTS, Frames.writeAll(read)));
            batch.add(new Entry.ExhibitRead(
                    exhibit.id(),
                    reading.reader(),
                    reading.confidence(),
                    accounts,
                    reading.accounts().size(),
                    reading.warnings()));
        }
    }

    private void findNames() throws CaseException {
        Set<Id> fresh = log.notLookedThrough(NameFinder.NAME);
        if (fresh.isEmpty()) {
            return;
        }
        List<Account> accounts;
        try (Stream<Account> all = file.accounts()) {
            accounts = all.filter(account -> fresh.contains(account.id())).toList();
        }
        progress.step("finding names", 0, accounts.size());
        log.names(Clusters.assign(accounts, file), NameFinder.NAME);
        List<Suggestion> aliases = Clusters.aliases(file);
        if (!aliases.isEmpty()) {
            log.suggestions(new Suggestions(List.of(), aliases), NameFinder.NAME);
        }
    }
}
