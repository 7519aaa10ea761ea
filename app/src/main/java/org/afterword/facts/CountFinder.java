package org.afterword.facts;

import java.util.Optional;
import java.util.Set;
import org.afterword.model.Fact;

/** How many people: "about forty members", "a dozen of us", "a group of thirty". */
final class CountFinder {
    private static final Set<String> PEOPLE = Words.of(
            "people persons members men women families students followers recruits volunteers comrades girls boys"
                    + " children kids residents attendees households couples souls believers disciples employees friends"
                    + " strangers others adults teenagers newcomers monks nuns brethren guests participants"
                    + " converts leaders elders singers staff activists candidates cadres supporters listeners visitors"
                    + " youths youngsters pupils customers distributors salespeople workers teachers missionaries leavers"
                    + " survivors neighbours neighbors parents rowers players housemates roommates trainees"
                    + " initiates devotees regulars apprentices delegates founders helpers witnesses subscribers");
    private static final Set<String> WHOM = Set.of("us", "them", "you");
    /** What people alone do, behind a guarded number: "fewer than ten finished". */
    private static final Set<String> ACTING =
            Words.of("came stayed finished attended joined remained resigned quit showed graduated");

    private static final Set<String> STRONG = Set.of("strong", "member", "person");
    private static final Set<String> MEMBERSHIP = Set.of("membership", "attendance", "numbers", "headcount");
    private static final Set<String> LINKS = Words.of("was were is to at by of reached from");
    private static final Set<String> GATHERED =
            Words.of("group crowd team household circle audience class choir congregation meeting commune community");

    private CountFinder() {}

    private static boolean year(Line line, Reckoned one) {
        return CalendarWords.yearNumber(line, one.last().next() - 1).isPresent();
    }

    /** "Membership fell from 300 to 120", "attendance was 45". */
    private static boolean ofMembers(Line line, int at) {
        boolean links = line.is(at, "from") || line.is(at - 1, LINKS);
        for (int i = at - 1; links && i >= Math.max(0, at - 6) && !Clause.boundary(line, i); i--) {
            if (line.is(i, MEMBERSHIP)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Taken> at(Line line, int at) {
        Optional<Reckoned> counted =
                Quantities.at(line, at).filter(one -> one.before().isEmpty());
        if (counted.isEmpty() || counted.get().isOne()) {
            return Optional.empty();
        }
        Reckoned one = counted.get();
        int noun = line.is(one.to(), "of") && one.first().vague() ? one.to() + 1 : one.to();
        String of = "";
        int next = noun;
        if (line.is(one.to(), "of") && line.is(one.to() + 1, WHOM)) {
            of = line.at(one.to() + 1);
            next = one.to() + 2;
        } else {
            for (int i = noun; i < noun + 3 && line.shape(i, Line.Shape.WORD) && of.isEmpty(); i++) {
                if (line.is(i, PEOPLE)) {
                    of = line.at(i);
                    next = i + 1;
                } else if (line.is(i, AmountFinder.AFTER_A_SUM)
                        || LengthFinder.UNITS.containsKey(line.at(i))
                        || line.is(i, "of")) {
                    break;
                }
            }
        }
        boolean gathered = line.is(at - 1, "of")
                && line.is(at - 2, GATHERED)
                && (one.to() == line.size()
                        || !line.shape(one.to(), Line.Shape.WORD)
                        || line.is(one.to(), AmountFinder.AFTER_A_SUM));
        if (of.isEmpty() && gathered) {
            of = "people";
            next = one.to();
        }
        int strong = line.is(one.to(), "-") ? one.to() + 1 : one.to();
        if (of.isEmpty() && line.is(strong, STRONG)) {
            of = "people";
            next = strong + 1;
        }
        boolean alone = one.to() == line.size()
                || !line.shape(one.to(), Line.Shape.WORD)
                || line.is(one.to(), AmountFinder.AFTER_A_SUM);
        if (of.isEmpty() && alone && !line.is(one.to(), "%") && !year(line, one) && ofMembers(line, at)) {
            of = "members";
            next = one.to();
        }
        boolean acting = line.is(one.to(), ACTING) && (!one.hedges().isEmpty() || line.is(at, "only"));
        if (of.isEmpty() && acting) {
            of = "people";
            next = one.to();
        }
        if (of.isEmpty()) {
            return Optional.empty();
        }
        if (Clause.denied(line, at, 5)) {
            return Optional.of(new Taken(Optional.empty(), next));
        }
        Fact fact = new Fact.Counted(one.quantity(), of, one.hedges());
        return Optional.of(new Taken(
                Optional.of(new Found(line.span(one.from(), next), fact, 0.8, "A number of people.")), next));
    }
}
