package org.afterword.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.coding.Grammar;
import org.afterword.language.Sentence;
import org.afterword.language.Sentences;
import org.afterword.model.Account;
import org.afterword.model.Fact;
import org.afterword.model.Id;
import org.afterword.model.Proposal;
import org.afterword.model.Span;
import org.afterword.model.Speaker;
import org.afterword.model.Suggestion;
import org.afterword.model.Turn;
import org.afterword.model.When;

/**
 * Suggests the dates, lengths of time, amounts and numbers of people that tellers state in their own words. What is
 * asked, denied, only imagined, or said of another group is none.
 */
public final class FactFinder {
    /** What made the suggestions: the method and its version. */
    public static final String BY = "facts/1";

    private static final Set<String> IMAGINED = Set.of("imagine", "suppose");
    private static final String ENGLISH = "en";

    private final Grammar grammar = Grammar.english();
    private final Account account;
    private final Map<Integer, Reckoning> tellers = new HashMap<>();
    private final List<Found> found = new ArrayList<>();

    private FactFinder(Account account) {
        this.account = account;
    }

    /**
     * What the account's tellers state, in the order of the text. The words are English: an account that is said to be
     * in another language has none. The same account gives the same suggestions, apart from their ids.
     */
    public static List<Suggestion> suggest(Account account) {
        boolean english = account.language().map(ENGLISH::equals).orElse(true);
        if (!english) {
            return List.of();
        }
        var finder = new FactFinder(account);
        finder.look();
        return finder.found.stream()
                .sorted(Comparator.comparing(Found::span))
                .map(one -> new Suggestion(
                        Id.random(),
                        account.id(),
                        Optional.of(one.span()),
                        new Proposal.Stated(one.fact()),
                        one.score(),
                        one.why(),
                        BY))
                .toList();
    }

    private void look() {
        for (Turn turn : account.turns()) {
            if (turn.voice() == Turn.Voice.OWN && account.speakerOf(turn).role() == Speaker.Role.TELLER) {
                Reckoning teller = tellers.computeIfAbsent(turn.speaker(), speaker -> new Reckoning());
                Optional<Bounds> written = turn.date()
                        .flatMap(FactFinder::days)
                        .or(() -> account.date().flatMap(FactFinder::days));
                look(turn, teller, written);
            }
        }
    }

    private static Optional<Bounds> days(When when) {
        return when.earliest()
                .flatMap(first -> when.latest().map(last -> Bounds.days(first.toLocalDate(), last.toLocalDate())))
                .filter(bounds -> !bounds.begin().isAfter(bounds.end())
                        && bounds.begin().getYear() > 1900
                        && bounds.end().getYear() < 2900);
    }

    private void look(Turn turn, Reckoning teller, Optional<Bounds> written) {
        String text = account.text();
        List<Span> inside = account.turns().stream()
                .filter(other -> other.index() != turn.index() && turn.span().contains(other.span()))
                .map(Turn::span)
                .toList();
        for (Span one : Sentences.of(turn.span().of(text), Locale.ENGLISH)) {
            var span = new Span(turn.span().start() + one.start(), turn.span().start() + one.end());
            if (Triggers.in(text, span) && inside.stream().noneMatch(span::overlaps)) {
                look(new Line(text, span), span, teller, written);
            }
        }
    }

    private void look(Line line, Span span, Reckoning teller, Optional<Bounds> written) {
        List<Taking> taken = taken(line);
        if (taken.isEmpty()) {
            return;
        }
        Sentence sentence = Sentence.of(account.text(), span);
        if (Clause.deniesAll(line)
                || IMAGINED.contains(line.at(0))
                || !grammar.asserts(sentence)
                || grammar.aboutOthers(sentence)) {
            return;
        }
        for (Taking one : taken) {
            one.found().ifPresent(found::add);
            one.dated().ifPresent(dated -> found.add(teller.dated(line, dated, written)));
        }
    }

    private record Taking(Optional<Found> found, Optional<DateFinder.Dated> dated) {}

    private static List<Taking> taken(Line line) {
        var taken = new ArrayList<Taking>();
        boolean money = false;
        int at = 0;
        while (at < line.size()) {
            if (!Starts.at(line, at)) {
                at++;
                continue;
            }
            Optional<DateFinder.Dated> dated = DateFinder.at(line, at);
            if (dated.isPresent()) {
                boolean denied = dated.get().negatable() && Reckoning.denied(line, at);
                if (!denied && !Reckoning.birth(line, at)) {
                    taken.add(new Taking(Optional.empty(), dated));
                }
                at = dated.get().point().to();
                continue;
            }
            int start = at;
            boolean moneyBefore = money;
            Optional<Taken> next = AmountFinder.at(line, start, moneyBefore)
                    .or(() -> LengthFinder.at(line, start))
                    .or(() -> CountFinder.at(line, start));
            if (next.isPresent()) {
                next.get().found().ifPresent(one -> taken.add(new Taking(Optional.of(one), Optional.empty())));
                money |= next.get()
                        .found()
                        .filter(one -> one.fact() instanceof Fact.Amount)
                        .isPresent();
                at = Math.max(at + 1, next.get().next());
            } else {
                at++;
            }
        }
        return taken;
    }
}
