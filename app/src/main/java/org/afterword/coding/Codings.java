package org.afterword.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.casefile.Contents;
import org.afterword.model.Account;
import org.afterword.model.Decision;
import org.afterword.model.Id;
import org.afterword.model.Passage;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.Verdict;

/** The coded passages of a case, and passages that a person codes. */
public final class Codings {
    private static final String PERSON = "person";

    private Codings() {}

    /**
     * Every coding that was suggested, with what a person made of it, in the order of accounts and then of positions.
     * What a person coded is accepted unless somebody decided otherwise. A changed span that is no passage of the account
     * is not followed.
     */
    public static List<Coded> of(Contents contents) {
        var byAccount = new HashMap<Id, List<Suggestion>>();
        for (Suggestion suggestion : contents.suggestions()) {
            if (suggestion.proposal() instanceof Proposal.Coding) {
                byAccount
                        .computeIfAbsent(suggestion.target(), account -> new ArrayList<>())
                        .add(suggestion);
            }
        }
        var coded = new ArrayList<Coded>();
        if (byAccount.isEmpty()) {
            return coded;
        }
        try (Stream<Account> accounts = contents.accounts()) {
            accounts.forEach(account -> coded.addAll(in(account, byAccount, contents)));
        }
        return List.copyOf(coded);
    }

    private static List<Coded> in(Account account, Map<Id, List<Suggestion>> byAccount, Contents contents) {
        return byAccount.getOrDefault(account.id(), List.of()).stream()
                .flatMap(suggestion -> coded(account, suggestion, contents).stream())
                .sorted(Comparator.comparing(coded -> coded.passage().span()))
                .toList();
    }

    private static Optional<Coded> coded(Account account, Suggestion suggestion, Contents contents) {
        if (!(suggestion.proposal() instanceof Proposal.Coding coding)) {
            return Optional.empty();
        }
        Optional<Verdict> verdict = contents.decision(suggestion.id(), "review").map(Decision::verdict);
        Optional<Verdict.Change> change =
                verdict.filter(Verdict.Change.class::isInstance).map(Verdict.Change.class::cast);
        Coded.Status status = status(suggestion, verdict);
        return change.flatMap(c -> c.to().span())
                .flatMap(span -> passage(account, span))
                .or(() -> suggestion.span().flatMap(span -> passage(account, span)))
                .map(passage -> new Coded(
                        suggestion.id(),
                        passage,
                        change.map(c -> c.to().applyTo(coding)).orElse(coding),
                        status,
                        suggestion.by(),
                        suggestion.score()));
    }

    private static Coded.Status status(Suggestion suggestion, Optional<Verdict> verdict) {
        if (verdict.isEmpty()) {
            return suggestion.by().startsWith(PERSON) ? Coded.Status.ACCEPTED : Coded.Status.SUGGESTED;
        }
        return verdict.get() instanceof Verdict.Reject ? Coded.Status.REJECTED : Coded.Status.ACCEPTED;
    }

    private static Optional<Passage> passage(Account account, Span span) {
        if (span.length() == 0 || span.end() > account.text().length()) {
            return Optional.empty();
        }
        Optional<Turn> turn = account.turnAt(span);
        return turn.map(t -> new Passage(account.id(), t.index(), span, span.of(account.text())));
    }

    /**
     * Codings of one passage are one event, under however many codes of however many codebooks it stands.
     *
     * @return for each coding the first of those that are of the same passage
     */
    public static Map<Id, Id> events(List<Coded> codings) {
        var first = new HashMap<Place, Id>();
        var events = new HashMap<Id, Id>();
        for (Coded coded : codings) {
            var place = new Place(coded.passage().account(), coded.passage().span());
            events.put(coded.suggestion(), first.computeIfAbsent(place, _ -> coded.suggestion()));
        }
        return events;
    }

    private record Place(Id account, Span span) {}

    /**
     * The reading of a coded passage as a code of a framework: the same words, said in the same way and known in the same
     * way, under another code.
     *
     * @param by who; begins with "person"
     */
    public static Suggestion mapped(Coded from, Proposal.Coding as, String by) {
        return new Suggestion(
                Id.random(),
                from.passage().account(),
                Optional.of(from.passage().span()),
                as,
                1,
                "Read so from " + from.coding().code() + " (" + from.suggestion() + ").",
                by);
    }

    /**
     * A passage that a person coded.
     *
     * @param span inside one turn of the account, UTF-16 code units
     * @param by who; begins with "person"
     * @throws IllegalArgumentException if the span is empty or lies in no turn, or {@code by} begins otherwise
     */
    public static Suggestion manual(Account account, Span span, Proposal.Coding coding, String by) {
        if (!by.startsWith(PERSON)) {
            throw new IllegalArgumentException("a person's coding is by \"person\" or \"person …\"");
        }
        if (passage(account, span).isEmpty()) {
            throw new IllegalArgumentException("a passage has at least one character and lies inside one turn");
        }
        return new Suggestion(Id.random(), account.id(), Optional.of(span), coding, 1, "", by);
    }
}
