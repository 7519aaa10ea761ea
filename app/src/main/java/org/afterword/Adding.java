package org.afterword;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Entry;
import org.afterword.custody.Arrivals;
import org.afterword.custody.Custody;
import org.afterword.model.Account;
import org.afterword.model.Exhibit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.reading.ChildReader;
import org.afterword.reading.OcrLanguages;
import org.afterword.reading.Reading;

/** The way of files into the case: kept, read, and looked through for names. */
public final class Adding {
    /** So much reading may have to be done again after an interruption; a commit for every file took longer. */
    private static final Duration AT_RISK = Duration.ofSeconds(1);

    /** Accounts that say which languages are in the case. */
    private static final int ENOUGH = 500;

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;
    private final Optional<OcrLanguages> languages;
    private final boolean learned;

    Adding(CaseFile file, Recording log, Progress progress) {
        this(file, log, progress, Optional.empty(), false);
    }

    /**
     * @param languages in which text in pictures is read; English and the case's if none are chosen
     * @param learned whether the learned finder is asked for names, or the rules alone
     */
    Adding(CaseFile file, Recording log, Progress progress, Optional<OcrLanguages> languages, boolean learned) {
        this.file = file;
        this.log = log;
        this.progress = progress;
        this.languages = languages;
        this.learned = learned;
    }

    /**
     * How adding went.
     *
     * @param kept what custody says
     * @param exhibits that were read now: new ones, and ones that an interrupted run had left unread
     * @param accounts how many came out of them
     * @param turns how many turns those have
     * @param rulesAlone why the learned finder was not asked for names though it was wanted, as a clause for people
     */
    public record Added(Custody.Kept kept, Set<Id> exhibits, int accounts, int turns, Optional<String> rulesAlone) {}

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

    /** The same for files that come one after the other. */
    Added add(Custody.Coming files, Optional<String> group, boolean baseline) throws IOException {
        return finish(new Custody(file, log.actor()).keep(files, about(group, baseline), progress::kept));
    }

    /** Reads what is kept and was not read yet, and looks through it for names. */
    Added finish(Custody.Kept kept) throws IOException {
        Read read = readUnread();
        return new Added(kept, read.exhibits(), read.accounts(), read.turns(), findNames());
    }

    /** The same, after other work than keeping. */
    void finish() throws IOException {
        readUnread();
        findNames();
    }

    /** Why the learned finder was not asked though it was wanted. */
    private Optional<String> findNames() throws CaseException {
        var naming = new Naming(file, log, progress);
        if (learned) {
            return naming.learned(true);
        }
        naming.byRules();
        return Optional.empty();
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

    private record Read(Set<Id> exhibits, int accounts, int turns) {}

    private List<Exhibit> unread() {
        Set<Id> before = new HashSet<>();
        file.readings().forEach(reading -> before.add(reading.exhibit()));
        return file.exhibits().stream()
                .filter(exhibit -> !before.contains(exhibit.id()))
                .filter(exhibit -> file.bytesErased(exhibit.id()).isEmpty())
                .toList();
    }

    /** Also the parts of what is read, and their parts. */
    private Read readUnread() throws IOException {
        Set<Id> read = new HashSet<>();
        int[] found = {0, 0};
        var custody = new Custody(file, log.actor());
        var earlier = new Earlier(file);
        var unpacked = new Unpacked(file);
        var captured = new Captured(file);
        List<Exhibit> first = unread();
        if (first.isEmpty()) {
            return new Read(read, 0, 0);
        }
        try (var child = new ChildReader(languages.orElseGet(() -> usualLanguages(file)))) {
            for (List<Exhibit> unread = first; !unread.isEmpty(); unread = unread()) {
                int total = read.size() + unread.size();
                int next = 0;
                while (next < unread.size()) {
                    long until = System.nanoTime() + AT_RISK.toNanos();
                    try (Batch batch = log.batch()) {
                        do {
                            Exhibit exhibit = unread.get(next++);
                            read(exhibit, child, custody, earlier, unpacked, captured, batch, found);
                            read.add(exhibit.id());
                            progress.step("reading", read.size(), total);
                        } while (next < unread.size() && System.nanoTime() < until);
                        batch.commit();
                    }
                    earlier.committed();
                }
            }
        }
        return new Read(read, found[0], found[1]);
    }

    /** English, and those of the case. */
    static OcrLanguages usualLanguages(CaseFile file) {
        try (Stream<Account> accounts = file.accounts()) {
            return OcrLanguages.usual(accounts.limit(ENOUGH)
                    .flatMap(account -> account.language().stream())
                    .collect(Collectors.toSet()));
        }
    }

    private void read(
            Exhibit exhibit,
            ChildReader child,
            Custody custody,
            Earlier earlier,
            Unpacked unpacked,
            Captured captured,
            Batch batch,
            int[] found)
            throws IOException {
        var into = new Receiving(exhibit, batch, custody, captured.placed(exhibit.id()), earlier, unpacked);
        if (captured.looksOnly(exhibit)) {
            into.end(Reading.left("it shows how the page looked; the page's text is read from the page itself"));
            return;
        }
        try (var origin = ItemOrigin.of(file, exhibit)) {
            var reading = child.read(exhibit.name(), exhibit.id(), exhibit.group(), origin, into);
            into.end(reading);
            found[0] += into.accounts();
            found[1] += into.turns();
        }
    }
}
