package org.afterword.facts;

import java.util.Optional;
import java.util.Set;
import org.afterword.model.Fact;

/** How many people: "about forty members", "a dozen of us", "a group of thirty". */
final class CountFinder {
    private static final Set<String> PEOPLE = Set.of(
            "people", "persons", "members", "men", "women", "families", "students", "followers", "recruits", "volunteers",
            "comrades", "girls", "boys", "children", "kids", "residents", "attendees", "households", "couples", "souls",
            "believers", "disciples", "employees", "friends", "strangers", "others", "adults", "teenagers", "newcomers", "monks",
            "nuns", "sisters", "brothers", "brethren", "guests", "participants", "converts", "leaders", "elders", "singers", "staff",
            "activists", "candidates", "cadres", "supporters", "listeners", "visitors", "youths", "youngsters", "pupils", "customers",
            "distributors", "salespeople", "workers", "teachers", "missionaries", "leavers", "survivors", "neighbours", "neighbors",
            "mothers", "fathers", "parents", "rowers", "players", "housemates", "roommates", "trainees", "initiates", "devotees",
            "regulars", "apprentices", "delegates", "founders", "helpers", "witnesses", "subscribers");
    private static final Set<String> WHOM = Set.of("us", "them", "you");
    private static final Set<String> GATHERED = Set.of("group", "crowd", "team", "household", "circle", "audience", "class", "choir", "congregation", "meeting", "commune", "community");

    private CountFinder() {}

    static Optional<Taken> at(Line line, int at) {
        Optional<Reckoned> counted = Quantities.at(line, at).filter(one -> one.before().isEmpty());
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
                } else if (line.is(i, AmountFinder.AFTER_A_SUM) || LengthFinder.UNITS.containsKey(line.at(i)) || line.is(i, "of")) {
                    break;
                }
            }
        }
        boolean gathered = line.is(at - 1, "of") && line.is(at - 2, GATHERED)
                && (one.to() == line.size() || !line.shape(one.to(), Line.Shape.WORD) || line.is(one.to(), AmountFinder.AFTER_A_SUM));
        if (of.isEmpty() && gathered) {
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
