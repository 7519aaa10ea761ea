package org.afterword.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * The coded passages of a case, and passages that a person codes. What each coder holds of a coding stands by itself, and
 * follows to one result by the rules of {@code docs/coding.md}.
 */
public final class Codings {
    private static final String PERSON = "person";
    private static final Set<String> ASPECTS =
            Set.of(new Verdict.Read().aspect(), new Verdict.Accept().aspect(), Decision.SETTLED);
    private final boolean blind;
    private final Readers readers;
    private final Map<Id, List<Decision>> reviews = new ConcurrentHashMap<>();

    private Codings(Contents contents, List<Decision> decisions) {
        blind = contents.blind();
        readers = Readers.of(decisions);
        for (Decision decision : decisions) {
            switch (decision.verdict()) {
                case Verdict.Accept _, Verdict.Reject _, Verdict.Change _ ->
                    reviews.computeIfAbsent(decision.target(), target -> new ArrayList<>())
                            .add(decision);
                default -> {}
            }
        }
    }

    /**
     * Every coding that was suggested, with what people made of it, in the order of accounts and then of positions. What
     * a person coded is accepted unless somebody decided otherwise. A changed span that is no passage of the account is
     * not followed.
     */
    public static List<Coded> of(Contents contents) {
        try (Stream<Account> accounts = contents.accounts()) {
            return of(contents, accounts);
        }
    }

    /**
     * The same, for somebody who has the accounts at hand.
     *
     * @param accounts of the case, in its order; on several cores, if it is parallel
     */
    public static List<Coded> of(Contents contents, Stream<Account> accounts) {
        var byAccount = new HashMap<Id, List<Suggestion>>();
        for (Suggestion suggestion : contents.suggestions(Proposal.Coding.class)) {
            byAccount
                    .computeIfAbsent(suggestion.target(), account -> new ArrayList<>())
                    .add(suggestion);
        }
        if (byAccount.isEmpty()) {
            return List.of();
        }
        var codings = new Codings(contents, contents.decisions(ASPECTS));
        return accounts.map(account -> codings.in(account, byAccount.getOrDefault(account.id(), List.of())))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of one account, asking of the case only what is about it. */
    public static List<Coded> of(Contents contents, Account account) {
        List<Suggestion> suggestions = contents.suggestions(account.id()).stream()
                .filter(suggestion -> suggestion.proposal() instanceof Proposal.Coding)
                .toList();
        var decisions = new ArrayList<>(contents.decisions(account.id(), new Verdict.Read().aspect()));
        for (Suggestion one : suggestions) {
            decisions.addAll(contents.decisions(one.id(), new Verdict.Accept().aspect()));
            decisions.addAll(contents.decisions(one.id(), Decision.SETTLED));
        }
        return new Codings(contents, decisions).in(account, suggestions);
    }

    private List<Coded> in(Account account, List<Suggestion> suggestions) {
        List<Coded> coded = once(suggestions).stream()
                .flatMap(suggestion -> coded(account, suggestion).stream())
                .sorted(Comparator.comparing(one -> one.passage().span()))
                .toList();
        return blind ? withMissed(coded, readers.of(account.id())) : coded;
    }

    private record Same(Optional<Span> span, Proposal proposal, String by) {}

    /** What the program suggested in two copies of a case is one suggestion; what was decided about either is kept. */
    private List<Suggestion> once(List<Suggestion> suggestions) {
        var kept = new LinkedHashMap<Same, Suggestion>();
        for (Suggestion one : suggestions) {
            var same = new Same(
                    one.span(), one.proposal(), isByHand(one) ? one.id().toString() : one.by());
            kept.merge(same, one, this::first);
        }
        return List.copyOf(kept.values());
    }

    private Suggestion first(Suggestion one, Suggestion other) {
        Suggestion first = one.id().compareTo(other.id()) < 0 ? one : other;
        Suggestion second = first.equals(one) ? other : one;
        List<Decision> decisions = new ArrayList<>(reviews.getOrDefault(first.id(), List.of()));
        decisions.addAll(reviews.getOrDefault(second.id(), List.of()));
        reviews.put(first.id(), decisions);
        return first;
    }

    /** Of coders who work blind, who did not code a practice that another coded says no as well. */
    private static List<Coded> withMissed(List<Coded> coded, Set<String> readers) {
        var coders = new HashSet<>(readers);
        coded.forEach(one -> one.adjudicated().ifPresent(settled -> coders.remove(settled.coder())));
        return coded.stream()
                .map(one -> one.status() == Coded.Status.ACCEPTED
                                && one.adjudicated().isEmpty()
                                && coders.stream().anyMatch(coder -> !found(one, coder, coded))
                        ? one.as(Coded.Status.DISPUTED)
                        : one)
                .toList();
    }

    private static boolean found(Coded what, String coder, List<Coded> all) {
        return all.stream()
                .flatMap(one -> one.judgement(coder).stream())
                .anyMatch(own -> what.judgements().stream().anyMatch(own::saysTheSameOf));
    }

    private Optional<Coded> coded(Account account, Suggestion suggestion) {
        if (!(suggestion.proposal() instanceof Proposal.Coding coding)) {
            return Optional.empty();
        }
        return suggestion
                .span()
                .flatMap(span -> passage(account, span))
                .or(() -> changed(account, suggestion.id()))
                .map(passage -> coded(account, suggestion, passage, coding));
    }

    /** Where a suggestion without a place of its own was put. */
    private Optional<Passage> changed(Account account, Id suggestion) {
        return reviews.getOrDefault(suggestion, List.of()).stream()
                .flatMap(decision -> decision.verdict() instanceof Verdict.Change(var to)
                        ? to.span().flatMap(span -> passage(account, span)).stream()
                        : Stream.empty())
                .findFirst();
    }

    private Coded coded(Account account, Suggestion suggestion, Passage passage, Proposal.Coding coding) {
        List<Decision> decisions = newest(reviews.getOrDefault(suggestion.id(), List.of()));
        var judgements = new ArrayList<Judgement>();
        Optional<Judgement> settled = Optional.empty();
        String maker = Decision.coder(suggestion.by());
        if (isByHand(suggestion)
                && decisions.stream()
                        .noneMatch(one -> !one.adjudicates() && one.coder().equals(maker))) {
            judgements.add(new Judgement(maker, Optional.empty(), true, passage, coding));
        }
        for (Decision decision : decisions) {
            Judgement one = judgement(decision, account, passage, coding);
            if (decision.adjudicates()) {
                settled = Optional.of(one);
            } else {
                judgements.add(one);
            }
        }
        judgements.sort(Judgement.ORDER);
        Optional<Judgement> holds =
                settled.or(() -> judgements.stream().filter(Judgement::accepts).reduce((_, later) -> later));
        return new Coded(
                suggestion.id(),
                holds.map(Judgement::passage).orElse(passage),
                holds.map(Judgement::coding).orElse(coding),
                status(settled, judgements),
                suggestion.by(),
                suggestion.score(),
                judgements,
                settled);
    }

    /** One of each coder, and one that adjudicates. */
    private static List<Decision> newest(List<Decision> decisions) {
        var newest = new LinkedHashMap<String, Decision>();
        decisions.stream()
                .sorted(Comparator.comparing(Decision::at).thenComparing(Decision::id))
                .forEach(one -> newest.put(one.adjudicates() ? "" : one.coder(), one));
        return List.copyOf(newest.values());
    }

    private static Judgement judgement(Decision decision, Account account, Passage passage, Proposal.Coding coding) {
        return switch (decision.verdict()) {
            case Verdict.Change(var to) ->
                new Judgement(
                        decision.coder(),
                        Optional.of(decision),
                        true,
                        to.span().flatMap(span -> passage(account, span)).orElse(passage),
                        to.applyTo(coding));
            case Verdict.Reject _ -> new Judgement(decision.coder(), Optional.of(decision), false, passage, coding);
            default -> new Judgement(decision.coder(), Optional.of(decision), true, passage, coding);
        };
    }

    private static Coded.Status status(Optional<Judgement> settled, List<Judgement> judgements) {
        if (settled.isEmpty() && judgements.isEmpty()) {
            return Coded.Status.SUGGESTED;
        }
        Judgement one = settled.orElseGet(judgements::getFirst);
        if (settled.isEmpty() && !judgements.stream().allMatch(one::agreesWith)) {
            return Coded.Status.DISPUTED;
        }
        return one.accepts() ? Coded.Status.ACCEPTED : Coded.Status.REJECTED;
    }

    /** Who coded the passage by hand, as {@link Decision#coder()} gives it; empty if the program suggested it. */
    public static Optional<String> byHand(Contents contents, Id suggestion) {
        return contents.suggestion(suggestion).filter(one -> isByHand(one)).map(one -> Decision.coder(one.by()));
    }

    /** Whether a person coded it, and no program. */
    public static boolean isByHand(Coded coded) {
        return coded.by().startsWith(PERSON);
    }

    /** Whether who coded it by hand took that back, and nobody else has judged it. */
    public static boolean isTakenBack(Coded coded) {
        return coded.adjudicated().isEmpty()
                && coded.judgements().size() == 1
                && coded.judgements()
                        .getFirst()
                        .decision()
                        .filter(Decision::takesBackItsCoding)
                        .isPresent();
    }

    /** Whether a person coded it, and no program. */
    public static boolean isByHand(Suggestion suggestion) {
        return suggestion.by().startsWith(PERSON);
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
