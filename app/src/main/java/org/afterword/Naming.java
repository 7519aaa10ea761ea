package org.afterword;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Names;
import org.afterword.casefile.Suggestions;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Suggestion;
import org.afterword.people.Clusters;
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
        Set<Id> fresh = fresh(NameFinder.NAME);
        fresh.removeAll(looked(fresh, LearnedFinder.NAME));
        if (fresh.isEmpty()) {
            return;
        }
        List<Account> accounts = accounts(fresh);
        progress.step("finding names", 0, accounts.size());
        log.names(Clusters.assign(accounts, file), NameFinder.NAME);
        aliases(NameFinder.NAME);
    }

    /**
     * By rules and the learned finder, so far as that can be.
     *
     * @param atOnce whether no more is to be read than goes in some minutes; the rest is left to the rules
     * @return why the learned finder was not asked, as a clause for people; empty if it was
     */
    Optional<String> learned(boolean atOnce) throws CaseException {
        Set<Id> fresh = fresh(LearnedFinder.NAME);
        Set<Id> now = atOnce ? fresh(NameFinder.NAME) : fresh;
        now.retainAll(fresh);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        long size;
        try (Stream<Account> all = file.accounts()) {
            size = all.filter(account -> now.contains(account.id()))
                    .mapToLong(account -> account.text().length())
                    .sum();
        }
        if (atOnce && size > AT_ONCE) {
            byRules();
            return Optional.of(
                    "the accounts are too many for the learned finder while you wait; 'afterword suggest CASE'"
                            + " lets it look");
        }
        try {
            look(now, LearnedFinder.shared());
            return Optional.empty();
        } catch (EncoderUnavailable e) {
            byRules();
            return Optional.of(e.getMessage());
        }
    }

    private void look(Set<Id> fresh, LearnedFinder finder) throws CaseException {
        List<Id> order = new ArrayList<>(fresh);
        int[] done = {0};
        while (done[0] < order.size()) {
            List<Account> block = block(order.subList(done[0], order.size()));
            Names names = Clusters.assign(block, file, account -> {
                progress.step("finding names", done[0]++, order.size());
                return finder.find(account);
            });
            log.names(names, LearnedFinder.NAME, Optional.of(finder.model()));
        }
        aliases(LearnedFinder.NAME);
    }

    private List<Account> block(List<Id> rest) {
        Set<Id> wanted = new LinkedHashSet<>(rest);
        List<Account> block = new ArrayList<>();
        long[] size = {0};
        try (Stream<Account> all = file.accounts()) {
            all.filter(account -> wanted.contains(account.id()))
                    .takeWhile(account -> size[0] < BLOCK)
                    .forEach(account -> {
                        size[0] += account.text().length();
                        block.add(account);
                    });
        }
        return block;
    }

    private List<Account> accounts(Set<Id> wanted) {
        try (Stream<Account> all = file.accounts()) {
            return all.filter(account -> wanted.contains(account.id())).toList();
        }
    }

    private Set<Id> fresh(String finder) {
        return log.notLookedThrough(finder);
    }

    private Set<Id> looked(Set<Id> accounts, String finder) {
        Set<Id> looked = new LinkedHashSet<>(accounts);
        looked.removeIf(account -> !file.lookedThrough(account, finder));
        return looked;
    }

    private void aliases(String by) throws CaseException {
        List<Suggestion> aliases = Clusters.aliases(file);
        if (!aliases.isEmpty()) {
            log.suggestions(new Suggestions(List.of(), aliases), by);
        }
    }
}
