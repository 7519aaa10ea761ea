package org.afterword.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.coding.Coded;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Fact;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;

/**
 * A fact of a case, with what a person made of it.
 *
 * @param words exactly those that state it
 * @param sentence in which they stand
 * @param by what suggested it
 */
public record Known(
        Id suggestion, Passage words, Passage sentence, Fact fact, Coded.Status status, double score, String by) {

    /** Every fact that was suggested, also rejected ones, in the order of accounts and then of positions. */
    public static List<Known> of(Contents contents) {
        var byAccount = new HashMap<Id, List<Suggestion>>();
        for (Suggestion suggestion : contents.suggestions(Proposal.Stated.class)) {
            byAccount
                    .computeIfAbsent(suggestion.target(), account -> new ArrayList<>())
                    .add(suggestion);
        }
        var known = new ArrayList<Known>();
        if (byAccount.isEmpty()) {
            return known;
        }
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.filter(account -> byAccount.containsKey(account.id()))
                    .forEach(account -> known.addAll(in(account, byAccount.get(account.id()), contents)));
        }
        return List.copyOf(known);
    }

    /** Those of one account, asking of the case only what is about it. */
    public static List<Known> of(Contents contents, Account account) {
        return in(
                account,
                contents.suggestions(account.id()).stream()
                        .filter(suggestion -> suggestion.proposal() instanceof Proposal.Stated)
                        .toList(),
                contents);
    }

    private static List<Known> in(Account account, List<Suggestion> suggestions, Contents contents) {
        Map<Integer, List<Span>> sentences = new HashMap<>();
        return suggestions.stream()
                .flatMap(suggestion -> known(account, suggestion, sentences, contents).stream())
                .sorted(Comparator.comparing(known -> known.words().span()))
                .toList();
    }

    private static Optional<Known> known(
            Account account, Suggestion suggestion, Map<Integer, List<Span>> sentences, Contents contents) {
        Optional<Span> span = suggestion
                .span()
                .filter(one -> one.length() > 0 && one.end() <= account.text().length());
        Optional<Turn> turn = span.flatMap(account::turnAt);
        if (turn.isEmpty() || !(suggestion.proposal() instanceof Proposal.Stated(Fact fact))) {
            return Optional.empty();
        }
        List<Span> own = sentences.computeIfAbsent(turn.get().index(), index -> sentences(account, turn.get()));
        Span sentence =
                own.stream().filter(one -> one.contains(span.get())).findFirst().orElse(span.get());
        Optional<Verdict> verdict = contents.decision(suggestion.id(), "review").map(Decision::verdict);
        return Optional.of(new Known(
                suggestion.id(),
                passage(account, turn.get(), span.get()),
                passage(account, turn.get(), sentence),
                fact,
                verdict.map(one -> one instanceof Verdict.Reject ? Coded.Status.REJECTED : Coded.Status.ACCEPTED)
                        .orElse(Coded.Status.SUGGESTED),
                suggestion.score(),
                suggestion.by()));
    }

    private static List<Span> sentences(Account account, Turn turn) {
        int start = turn.span().start();
        return Sentences.of(turn.span().of(account.text()), Locale.ENGLISH).stream()
                .map(one -> new Span(start + one.start(), start + one.end()))
                .toList();
    }

    private static Passage passage(Account account, Turn turn, Span span) {
        return new Passage(account.id(), turn.index(), span, span.of(account.text()));
    }
}
