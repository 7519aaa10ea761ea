package org.afterword.findings;

import java.util.List;
import org.afterword.coding.Step;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.afterword.witnesses.Range;

/**
 * What comes next on the way through a group: of those who tell first-hand of one step, who tell first-hand of the next of
 * which anybody does. That both happened to one person is all it says; not that one led to the other.
 *
 * @param people who tell of the step
 * @param both of those, who tell of the next as well
 * @param sentence the same in words
 * @param passages of those who tell of both: their suggestions' ids
 */
public record Arrow(Group group, Step from, Step to, Range people, Range both, String sentence, List<Id> passages) {
    public Arrow {
        passages = List.copyOf(passages);
    }

    static String sentence(Step from, Step to, Range people, Range both) {
        String tell = " tell of " + words(from);
        String next = " of " + words(to);
        if (people.high() == 1) {
            return "The one person who tells of " + words(from)
                    + (both.high() == 0 ? " does not tell" : both.low() == 0 ? " perhaps also tells" : " also tells")
                    + next + ".";
        }
        if (both.high() == 0) {
            return "None of the " + Sentence.number(people) + " people who" + tell + " tells" + next + ".";
        }
        return both.equals(people)
                ? "All " + Sentence.number(people) + " people who" + tell + " also tell" + next + "."
                : "Of the " + Sentence.number(people) + " people who" + tell + ", " + Sentence.number(both)
                        + (both.high() == 1 ? " also tells" : " also tell") + next + ".";
    }

    private static String words(Step step) {
        return switch (step) {
            case CONTACT -> "how they came into touch with it";
            case FIRST_MEETINGS -> "the first meetings";
            case ASKS -> "what it asked of them";
            case COMMITMENT -> "what it took to belong";
            case DISAGREEMENT -> "what happened when somebody disagreed";
            case LEAVING -> "what happened when somebody left";
            case AFTERMATH -> "what stayed with them afterwards";
        };
    }
}
