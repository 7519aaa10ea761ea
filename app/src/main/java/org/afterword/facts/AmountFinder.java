package org.afterword.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.AmountKind;
import org.afterword.model.Fact;
import org.afterword.model.Hedge;
import org.afterword.model.Quantity;
import org.afterword.model.Span;

/** Amounts of money, and shares of what somebody has. */
final class AmountFinder {
    /** What may follow a sum that names no currency; another word would be what is counted. */
    static final Set<String> AFTER_A_SUM = Words.of(
            "for to in on at by and or but that which from a an per each every more into before when as if within"
                    + " together again then out up down off over altogether straight just still there towards toward with"
                    + " without we they i he she it until after once while because so than plus cash extra total instead"
                    + " back was were is had went will would monthly weekly yearly the this since though");

    private static final Map<String, BigDecimal> PARTS = Map.of(
            "half", BigDecimal.valueOf(0.5),
            "third", BigDecimal.ONE.divide(BigDecimal.valueOf(3), 4, RoundingMode.HALF_UP),
            "quarter", BigDecimal.valueOf(0.25),
            "fifth", BigDecimal.valueOf(0.2),
            "tenth", BigDecimal.valueOf(0.1),
            "thirds", BigDecimal.valueOf(2).divide(BigDecimal.valueOf(3), 4, RoundingMode.HALF_UP),
            "quarters", BigDecimal.valueOf(0.75));
    private static final Set<String> WHOSE = Words.of("my our his her their your the its one's all any every");
    private static final Set<String> OWNED =
            Words.of("pay salary salaries wage wages income incomes earnings savings pension inheritance money profit"
                    + " profits takings allowance loan tips stipend grant benefits scholarship commission paycheck payslip"
                    + " rent turnover possessions wealth capital");
    private static final Set<String> PERIODS = Words.of(
            "hour day night evening week weekend fortnight month quarter term semester season year time session"
                    + " meeting lesson course class person head family household couple member level seat ticket copy annum"
                    + " week-end child student visit sunday");
    private static final Map<String, String> ADVERBS = Map.of(
            "monthly",
            "month",
            "weekly",
            "week",
            "daily",
            "day",
            "yearly",
            "year",
            "annually",
            "year",
            "pcm",
            "month",
            "pa",
            "year",
            "apiece",
            "each",
            "each",
            "each");
    private static final Map<String, String> SHORT = Map.of(
            "mo", "month", "hr", "hour", "h", "hour", "wk", "week", "yr", "year", "pp", "person", "p", "person", "pm",
            "month", "annum", "year");
    private static final Set<String> WEIGHED =
            Words.of("lost lose losing weighed weigh gained heavier lighter overweight weighing");
    private static final Set<String> OWNS = Words.of("earned earn own owned made make had have earns");
    private static final BigDecimal LEAST_BARE = BigDecimal.valueOf(20);
    private static final Set<AmountKind> SAYS_MONEY = Set.of(
            AmountKind.ASKED,
            AmountKind.PLEDGED,
            AmountKind.GIVEN,
            AmountKind.COLLECTED,
            AmountKind.REFUSED,
            AmountKind.PRICE);
    private static final Set<String> PAYS = Words.of(
            "paid pay paying pays pledged pledge donated donate raised raise raising collected collect cost costs"
                    + " charged charge goal target asked lent lend spent spend price fee fees owed invested invest promised"
                    + " demanded contributed transferred dues put");

    private AmountFinder() {}

    /** An amount that begins at that piece, and the piece after it; empty if there is none. */
    static Optional<Taken> at(Line line, int at, boolean moneyBefore) {
        return share(line, at, moneyBefore).or(() -> sum(line, at, moneyBefore));
    }

    private static Optional<Taken> sum(Line line, int at, boolean moneyBefore) {
        Optional<Reckoned> counted = Quantities.at(line, at);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Reckoned one = counted.get();
        if (percent(line, one.to()) > 0) {
            return percentage(line, one);
        }
        Optional<Currencies.Named> behind = Currencies.behind(line, one.to())
                .or(() -> one.to() > one.last().next()
                        ? Currencies.behind(line, one.last().next())
                                .map(named -> new Currencies.Named(
                                        named.code(), named.written(), named.assumed(), one.to(), named.hundredths()))
                        : Optional.empty())
                .filter(named -> !weight(line, one, named));
        int to = one.to();
        Optional<Currencies.Named> named = one.before();
        if (behind.isPresent()) {
            boolean clearer =
                    named.isEmpty() || (named.get().assumed() && !behind.get().assumed());
            named = clearer ? behind : named;
            to = behind.get().next();
        }
        if (named.isEmpty()) {
            named = Currencies.behind(line, one.first().next()).filter(found -> one.range());
        }
        int next = per(line, to).map(Per::next).orElse(to);
        Optional<String> per = per(line, to).map(Per::word);
        Optional<AmountKinds.Told> told = AmountKinds.of(line, one.from(), next);
        if (named.isEmpty() && !bare(line, one, to, told, moneyBefore)) {
            return Optional.empty();
        }
        boolean cents = named.filter(Currencies.Named::hundredths).isPresent();
        int last = next;
        Optional<Currencies.Named> currency = named;
        return Optional.of(new Taken(
                told.map(kind -> found(
                        line.span(one.from(), last),
                        new Fact.Amount(
                                kind.kind(),
                                cents ? hundredth(one.quantity()) : one.quantity(),
                                currency.flatMap(Currencies.Named::code),
                                currency.map(Currencies.Named::written).orElse(""),
                                currency.filter(Currencies.Named::assumed).isPresent(),
                                Optional.empty(),
                                per,
                                one.hedges()),
                        kind)),
                next));
    }

    private static Found found(Span span, Fact.Amount amount, AmountKinds.Told told) {
        double score = (amount.written().isEmpty() && amount.shareOf().isEmpty() ? 0.6 : 0.9)
                - (amount.kind() == AmountKind.UNKNOWN ? 0.2 : 0);
        return new Found(
                span,
                amount,
                Math.round(score * 100) / 100.0,
                told.cue().isEmpty()
                        ? "An amount; the sentence does not say what became of it."
                        : "An amount " + amount.kind() + ", by the word “" + told.cue() + "”.");
    }

    private static Quantity hundredth(Quantity cents) {
        return new Quantity(
                cents.least().map(one -> one.movePointLeft(2)), cents.most().map(one -> one.movePointLeft(2)));
    }

    private static boolean weight(Line line, Reckoned one, Currencies.Named named) {
        if (!named.written().startsWith("pound") || one.before().isPresent()) {
            return false;
        }
        for (int at = one.from() - 1; at >= Math.max(0, one.from() - 4); at--) {
            if (line.is(at, WEIGHED)) {
                return true;
            }
        }
        return line.is(named.next(), WEIGHED) || (line.is(named.next(), "of") && !line.is(named.next() + 1, WHOSE));
    }

    /** Whether a number without a currency is money: by a word that speaks of money alone, and nothing that is counted. */
    private static boolean bare(Line line, Reckoned one, int to, Optional<AmountKinds.Told> told, boolean moneyBefore) {
        boolean noun = line.shape(to, Line.Shape.WORD) && !line.is(to, AFTER_A_SUM);
        boolean linked = line.is(to, "-") || line.is(to, "/") || line.shape(to, Line.Shape.NUMBER) || line.is(to, "%");
        if (noun || linked || told.isEmpty() || (one.first().vague() && !one.slang()) || year(line, one)) {
            return false;
        }
        if (one.slang()) {
            return true;
        }
        boolean large = one.last().most().compareTo(LEAST_BARE) >= 0;
        return large
                && told.get().before()
                && SAYS_MONEY.contains(told.get().kind())
                && (PAYS.contains(told.get().cue()) || one.last().scale() >= 1000)
                && (moneyBefore || !told.get().cue().equals("asked"));
    }

    private static boolean year(Line line, Reckoned one) {
        return one.first().scale() == 1 && line.at(one.last().next() - 1).matches("(?:19|20)\\d\\d");
    }

    private static int percent(Line line, int at) {
        return line.is(at, "%") || line.is(at, "percent") ? 1 : line.stands(at, "per", "cent") ? 2 : 0;
    }

    private static Optional<Taken> percentage(Line line, Reckoned one) {
        int of = one.to() + percent(line, one.to());
        int next = owned(line, of, false);
        Quantity share = hundredth(one.quantity());
        if (next < 0) {
            boolean said = !line.is(of, "of")
                    && AmountKinds.of(line, one.from(), of)
                            .filter(told -> PAYS.contains(told.cue())
                                    || told.cue().startsWith("tithe")
                                    || told.cue().startsWith("ask")
                                    || told.cue().startsWith("g"))
                            .isPresent();
            return Optional.of(
                    new Taken(said ? shared(line, one.from(), of, of, share, one.hedges()) : Optional.empty(), of));
        }
        return Optional.of(new Taken(shared(line, one.from(), of, next, share, one.hedges()), next));
    }

    private static Optional<Taken> share(Line line, int from, boolean moneyBefore) {
        var hedges = new ArrayList<Hedge>();
        int at = from;
        if (line.is(at, "about") || line.is(at, "nearly") || line.is(at, "almost")) {
            hedges.add(line.is(at, "about") ? Hedge.ABOUT : Hedge.NEARLY);
            at++;
        } else if (line.stands(at, "at", "least") || line.stands(at, "more", "than")) {
            hedges.add(line.is(at, "at") ? Hedge.AT_LEAST : Hedge.OVER);
            at += 2;
        }
        boolean two = line.is(at, "two") || line.is(at, "three");
        int part = line.is(at, "a") || line.is(at, "one") || two ? at + 1 : at;
        part = line.is(part, "-") ? part + 1 : part;
        BigDecimal value = PARTS.get(line.at(part));
        if (value == null || (part == at && !line.is(part, "half"))) {
            return Optional.empty();
        }
        int of = part + 1;
        int next = owned(line, of, moneyBefore);
        if (next < 0 || (!line.is(of, "of") && !line.is(part, "half"))) {
            return Optional.empty();
        }
        boolean open = hedges.contains(Hedge.AT_LEAST) || hedges.contains(Hedge.OVER);
        Quantity share = open ? new Quantity(Optional.of(value), Optional.empty()) : Quantity.of(value);
        return Optional.of(new Taken(shared(line, from, of, next, share, hedges), next));
    }

    private static Optional<Found> shared(Line line, int from, int of, int next, Quantity share, List<Hedge> hedges) {
        var whose = new StringBuilder();
        for (int at = line.is(of, "of") ? of + 1 : of; at < next; at++) {
            whose.append(whose.isEmpty() ? "" : " ").append(line.at(at));
        }
        return AmountKinds.of(line, from, next)
                .map(told -> found(
                        line.span(from, next),
                        new Fact.Amount(
                                told.kind(),
                                share,
                                Optional.empty(),
                                "",
                                false,
                                Optional.of(whose.toString()),
                                Optional.empty(),
                                hedges),
                        told));
    }

    /** The piece after "of my monthly pay"; -1 if no such thing stands there. */
    private static int owned(Line line, int of, boolean moneyBefore) {
        int at = line.is(of, "of") ? of + 1 : of;
        if (moneyBefore && line.is(at, "it") && at > of) {
            return at + 1;
        }
        boolean everything =
                line.is(at, "everything") || line.is(at, "what") || (line.is(at, "all") && !line.is(at + 1, WHOSE));
        if (everything) {
            for (int verb = at + 1; verb < at + 5; verb++) {
                if (line.is(verb, OWNS)) {
                    return verb + 1;
                }
            }
            return -1;
        }
        for (int noun = at; noun < at + 5 && noun < line.size(); noun++) {
            if (line.is(noun, OWNED) && noun > at) {
                return noun + 1;
            }
            boolean inside = line.is(noun, WHOSE) || (noun > at && line.shape(noun, Line.Shape.WORD));
            if (!inside && !line.is(noun, OWNED)) {
                return -1;
            }
            if (line.is(noun, OWNED)) {
                return noun + 1;
            }
        }
        return -1;
    }

    private record Per(String word, int next) {}

    /** "A month", "per person", "/week", "monthly". */
    private static Optional<Per> per(Line line, int at) {
        if (line.is(at, ADVERBS.keySet()) && !(line.is(at, "each") && line.is(at + 1, PERIODS))) {
            return Optional.of(new Per(ADVERBS.get(line.at(at)), at + 1));
        }
        boolean links = line.is(at, Set.of("a", "an", "per", "each", "every", "/"));
        if (links && line.is(at + 1, PERIODS)) {
            return Optional.of(new Per(line.is(at + 1, "annum") ? "year" : line.at(at + 1), at + 2));
        }
        if (line.is(at, Set.of("/", "per", "p")) && SHORT.containsKey(line.at(at + 1))) {
            return Optional.of(new Per(SHORT.get(line.at(at + 1)), at + 2));
        }
        return Optional.empty();
    }
}
