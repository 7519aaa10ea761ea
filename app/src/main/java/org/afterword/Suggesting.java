package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Learned;
import org.afterword.coding.Meaning;
import org.afterword.coding.Suggester;
import org.afterword.facts.FactFinder;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.witnesses.Copies;

/** Suggests practices, copies, and facts (dates, lengths of time, amounts, counts) where nobody has looked yet. */
public final class Suggesting {
    /** Characters, after which what was found is logged. */
    private static final long BLOCK = 1_000_000;

    private final CaseFile file;
    private final Recording log;
    private final Progress progress;
    private final String by;
    private final Supplier<Optional<Meaning>> meaning;

    /**
     * @param by who is to look: {@link Suggester#PHRASES} or {@link Suggester#withMeaning()}
     * @param meaning asked if there is something to look at; empty for phrases alone
     */
    Suggesting(CaseFile file, Recording log, Progress progress, String by, Supplier<Optional<Meaning>> meaning) {
        this.file = file;
        this.log = log;
        this.progress = progress;
        this.by = by;
        this.meaning = meaning;
    }

    /** How many suggestions there are now that were not there before. */
    public record Suggested(int accounts, int codings, int copies, int facts) {}

    Suggested suggest() throws CaseException {
        Set<Id> uncoded = log.notLookedThrough(by);
        Set<Id> uncompared = log.notLookedThrough(Copies.BY);
        Set<Id> uncounted = log.notLookedThrough(FactFinder.BY);
        if (uncoded.isEmpty() && uncompared.isEmpty() && uncounted.isEmpty()) {
            return new Suggested(0, 0, 0, 0);
        }
        List<Account> accounts;
        try (Stream<Account> all = file.accounts()) {
            accounts = all.toList();
        }
        List<Suggestion> codings = uncoded.isEmpty() ? List.of() : codings(accounts, uncoded);
        List<Suggestion> copies = uncompared.isEmpty() ? List.of() : copies(accounts, uncompared);
        List<Suggestion> facts = uncounted.isEmpty() ? List.of() : facts(accounts, uncounted);
        Set<Id> looked = new HashSet<>(uncoded);
        looked.addAll(uncounted);
        return new Suggested(looked.size(), codings.size(), copies.size(), facts.size());
    }

    private List<Suggestion> facts(List<Account> accounts, Set<Id> fresh) throws CaseException {
        return look(accounts, fresh, "finding dates and numbers", FactFinder.BY, FactFinder::suggest);
    }

    /** Whoever stops it keeps what was found in the blocks before. */
    private List<Suggestion> look(
            List<Account> accounts,
            Set<Id> fresh,
            String what,
            String maker,
            Function<Account, List<Suggestion>> finder)
            throws CaseException {
        List<Suggestion> all = new ArrayList<>();
        List<Suggestion> found = new ArrayList<>();
        List<Id> looked = new ArrayList<>();
        long room = BLOCK;
        int done = 0;
        for (Account account : accounts) {
            if (!fresh.contains(account.id())) {
                continue;
            }
            found.addAll(unsaid(finder.apply(account)));
            looked.add(account.id());
            room -= account.text().length();
            progress.step(what, ++done, fresh.size());
            if (room <= 0 || done == fresh.size()) {
                log.suggestions(new Suggestions(List.copyOf(looked), List.copyOf(found)), maker);
                all.addAll(found);
                found.clear();
                looked.clear();
                room = BLOCK;
            }
        }
        return all;
    }

    private List<Suggestion> codings(List<Account> accounts, Set<Id> unseen) throws CaseException {
        Optional<Meaning> meant = meaning.get();
        String maker = meant.isPresent() ? by : Suggester.PHRASES;
        Set<Id> fresh = maker.equals(by) ? unseen : log.notLookedThrough(maker);
        Learned learned = learned();
        return look(accounts, fresh, "suggesting", maker, account -> Suggester.suggest(account, meant, learned));
    }

    /** What was decided on suggestions of before. */
    private Learned learned() {
        return Learned.from(Codings.of(file).stream()
                .filter(coded -> coded.by().startsWith(Suggester.BY)
                        && (coded.status() == Coded.Status.ACCEPTED || coded.status() == Coded.Status.REJECTED))
                .map(coded -> new Learned.Decided(
                        coded.coding().code(), coded.score(), coded.status() == Coded.Status.ACCEPTED))
                .toList());
    }

    private List<Suggestion> copies(List<Account> accounts, Set<Id> fresh) throws CaseException {
        List<Id> compared = accounts.stream()
                .map(Account::id)
                .filter(account -> !fresh.contains(account))
                .toList();
        progress.step("comparing accounts", 0, 0);
        List<Suggestion> copies = unsaid(Copies.find(accounts, compared));
        log.suggestions(new Suggestions(List.copyOf(fresh), copies), Copies.BY);
        return copies;
    }

    /** Without what was suggested before an account was read again. */
    private List<Suggestion> unsaid(List<Suggestion> suggestions) {
        Map<Id, List<Suggestion>> before = new HashMap<>();
        return suggestions.stream()
                .filter(one -> before.computeIfAbsent(one.target(), file::suggestions).stream()
                        .noneMatch(old -> same(old, one)))
                .toList();
    }

    private static boolean same(Suggestion old, Suggestion now) {
        return old.span().equals(now.span())
                && switch (now.proposal()) {
                    case Proposal.Coding(
                            String code,
                            var polarity,
                            var access,
                            var claim,
                            var group,
                            var version,
                            var circumstances) ->
                        old.proposal() instanceof Proposal.Coding before
                                && before.code().equals(code)
                                && before.polarity() == polarity;
                    case Proposal.CopyOf(Id original, var kind, double overlap) ->
                        old.proposal() instanceof Proposal.CopyOf before
                                && before.original().equals(original);
                    case Proposal.Alias _, Proposal.Role _, Proposal.SpeaksAs _, Proposal.Stated _ ->
                        old.proposal().equals(now.proposal());
                };
    }
}
