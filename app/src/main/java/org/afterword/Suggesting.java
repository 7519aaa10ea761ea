package org.afterword;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.CaseFile;
import org.afterword.casefile.Suggestions;
import org.afterword.coding.Meaning;
import org.afterword.coding.Suggester;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Suggestion;
import org.afterword.witnesses.Copies;

/** Suggests practices and copies where nobody has looked yet. */
public final class Suggesting {
    private final CaseFile file;
    private final Recording log;
    private final Progress progress;
    private final Supplier<Optional<Meaning>> meaning;

    /**
     * @param meaning asked if there is something to look at; empty for phrases alone
     */
    Suggesting(CaseFile file, Recording log, Progress progress, Supplier<Optional<Meaning>> meaning) {
        this.file = file;
        this.log = log;
        this.progress = progress;
        this.meaning = meaning;
    }

    /** How many suggestions there are now that were not there before. */
    public record Suggested(int accounts, int codings, int copies) {}

    Suggested suggest() throws CaseException {
        Set<Id> uncoded = log.notLookedThrough(Suggester.BY);
        Set<Id> uncompared = log.notLookedThrough(Copies.BY);
        if (uncoded.isEmpty() && uncompared.isEmpty()) {
            return new Suggested(0, 0, 0);
        }
        List<Account> accounts;
        try (Stream<Account> all = file.accounts()) {
            accounts = all.toList();
        }
        List<Suggestion> codings = uncoded.isEmpty() ? List.of() : codings(accounts, uncoded);
        List<Suggestion> copies = uncompared.isEmpty() ? List.of() : copies(accounts, uncompared);
        return new Suggested(uncoded.size(), codings.size(), copies.size());
    }

    private List<Suggestion> codings(List<Account> accounts, Set<Id> fresh) throws CaseException {
        Optional<Meaning> meant = meaning.get();
        List<Suggestion> codings = new ArrayList<>();
        for (Account account : accounts) {
            if (fresh.contains(account.id())) {
                codings.addAll(unsaid(Suggester.suggest(account, meant)));
                progress.step("suggesting", codings.size(), 0);
            }
        }
        log.suggestions(new Suggestions(List.copyOf(fresh), codings), Suggester.BY);
        return codings;
    }

    private List<Suggestion> copies(List<Account> accounts, Set<Id> fresh) throws CaseException {
        List<Id> compared = accounts.stream()
                .map(Account::id)
                .filter(account -> !fresh.contains(account))
                .toList();
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
                    case Proposal.Coding(String code, var polarity, var access, var claim, var group, var version) ->
                        old.proposal() instanceof Proposal.Coding before
                                && before.code().equals(code)
                                && before.polarity() == polarity;
                    case Proposal.CopyOf(Id original, var kind, double overlap) ->
                        old.proposal() instanceof Proposal.CopyOf before
                                && before.original().equals(original);
                    case Proposal.Alias _, Proposal.Role _, Proposal.SpeaksAs _ ->
                        old.proposal().equals(now.proposal());
                };
    }
}
