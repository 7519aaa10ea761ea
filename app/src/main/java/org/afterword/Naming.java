package org.afterword;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.afterword.casefile.Batch;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Suggestions;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.IdTable;
import org.afterword.model.Suggestion;
import org.afterword.people.Clusters;
import org.afterword.people.Find;
import org.afterword.people.LearnedFinder;
import org.afterword.people.NameFinder;

/**
 * Looks for names where nobody has looked: by rules alone, or by rules and the learned finder. Where the learned finder
 * has looked, the rules have too. Each account is looked through once by each.
 */
final class Naming {
    /** Characters, which the learned finder reads in about six minutes; of more, the rules alone take note at first. */
    private static final long AT_ONCE = 12_000_000;

    /** Characters, after which what was learned is logged. */
    private static final long BLOCK = 4_000_000;

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;

    Naming(CaseFile file, Recording log, Progress progress) {
        this.file = file;
        this.log = log;
        this.progress = progress;
    }

    /** By rules alone. */
    void byRules() throws CaseException {
        progress.step("finding names", 0, 0);
        IdTable fresh = both(NameFinder.NAME, LearnedFinder.NAME);
        if (fresh.size() == 0) {
            return;
        }
        progress.step("finding names", 0, fresh.size());
        look(fresh, NameFinder::find, NameFinder.NAME, Optional.empty());
        aliases(NameFinder.NAME);
    }

    /**
     * By rules and the learned finder, so far as that can be.
     *
     * @param atOnce whether no more is to be read than goes in some minutes; the rest is left to the rules
     * @return why the learned finder was not asked, as a clause for people; empty if it was
     */
    Optional<String> learned(boolean atOnce) throws CaseException {
        IdTable fresh = atOnce ? both(NameFinder.NAME, LearnedFinder.NAME) : file.notLookedThrough(LearnedFinder.NAME);
        if (fresh.size() == 0) {
            return Optional.empty();
        }
        Work work = work(fresh);
        if (atOnce && work.size() > AT_ONCE) {
            byRules();
            return Optional.of(
                    "the accounts are too many for the learned finder while you wait; 'afterword suggest CASE'"
                            + " lets it look");
        }
        try {
            learned(work, fresh.size(), LearnedFinder.shared());
            return Optional.empty();
        } catch (EncoderUnavailable e) {
            byRules();
            return Optional.of(e.getMessage());
        }
    }

    /** What both did not look through. */
    private IdTable both(String one, String other) {
        IdTable ones = file.notLookedThrough(one);
        IdTable others = file.notLookedThrough(other);
        var both = new IdTable();
        file.accountIds().stream()
                .filter(id -> ones.contains(id) && others.contains(id))
                .forEach(both::add);
        return both;
    }

    private void learned(Work work, int accounts, LearnedFinder finder) throws CaseException {
        long[] done = {0};
        for (IdTable block : work.blocks()) {
            look(
                    block,
                    account -> {
                        List<Find> finds = finder.find(account);
                        synchronized (done) {
                            progress.step("finding names", ++done[0], accounts);
                        }
                        return finds;
                    },
                    LearnedFinder.NAME,
                    Optional.of(finder.model()));
        }
        aliases(LearnedFinder.NAME);
    }

    private void look(IdTable fresh, Function<Account, List<Find>> finder, String name, Optional<String> model)
            throws CaseException {
        try (Batch batch = log.batch()) {
            Clusters.assign(file, fresh, finder, part -> Recording.names(part, name, model, batch));
            batch.commit();
        }
    }

    /**
     * @param blocks accounts that are logged together
     * @param size in characters
     */
    private record Work(List<IdTable> blocks, long size) {}

    private Work work(IdTable fresh) {
        List<IdTable> blocks = new ArrayList<>();
        long[] room = {0};
        long[] size = {0};
        try (Stream<Account> all = file.accounts()) {
            all.filter(account -> fresh.contains(account.id())).forEach(account -> {
                if (room[0] <= 0) {
                    blocks.add(new IdTable());
                    room[0] = BLOCK;
                }
                blocks.getLast().add(account.id());
                room[0] -= account.text().length();
                size[0] += account.text().length();
            });
        }
        return new Work(blocks, size[0]);
    }

    private void aliases(String by) throws CaseException {
        List<Suggestion> aliases = Clusters.aliases(file);
        if (!aliases.isEmpty()) {
            log.suggestions(new Suggestions(List.of(), aliases), by);
        }
    }
}
