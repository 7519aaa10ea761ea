package org.afterword.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.coding.Code;
import org.afterword.findings.Evidence.Part;
import org.afterword.model.Actor;
import org.afterword.witnesses.Range;

/** A finding in words: counts, and the code's own statement; no percentage, no more than the definition says. */
final class Sentence {
    static final String NOTHING_READ = "Nobody's account of this has been read yet.";
    static final String NO_WITNESS = "The accounts that were read have no witness of their own.";

    private static final String SAY_THAT = "say that ";

    private final Code.Statement statement;
    private final Range firstHand;
    private final Range hearsay;
    private final Range denies;
    private final Range deniesTold;
    private final Range mixed;
    private final Range silent;
    private final Range elsewhere;

    private Sentence(Code.Statement statement, Partition partition) {
        this.statement = statement;
        firstHand = partition.count(Part.FIRST_HAND);
        hearsay = partition.count(Part.HEARSAY);
        denies = partition.count(Part.DENIES);
        deniesTold = partition.count(Part.DENIES_TOLD);
        mixed = partition.count(Part.MIXED);
        silent = partition.count(Part.NOT_MENTIONED);
        elsewhere = partition.count(Part.NOT_IN_POSITION);
    }

    /**
     * @param apart as many as report it first-hand if those who are tied to each other are taken as one
     * @param read how many accounts were read
     */
    static String of(Code.Statement statement, Partition partition, Range all, int apart, int read) {
        if (read == 0) {
            return NOTHING_READ;
        }
        if (all.high() == 0) {
            return NO_WITNESS;
        }
        var sentence = new Sentence(statement, partition);
        List<Clause> clauses = sentence.clauses();
        return (all.high() == 1 ? sentence.ofOne(clauses, read) : sentence.ofSeveral(clauses, all))
                + sentence.tied(apart);
    }

    private String tied(int apart) {
        if (apart >= firstHand.high()) {
            return "";
        }
        String tied = "in touch with each other, or draw on one source";
        return apart == 1
                ? " Those who say so are " + tied + "."
                : " Some of those who say so are " + tied + "; if these are taken as one, there are at most " + apart
                        + " apart from each other.";
    }

    /** "Of those who say so, 4 speak of those who lead it and 1 to 2 of other members." */
    static String byWhom(Map<Actor, Range> by) {
        String verb = by.values().iterator().next().high() == 1 ? " speaks of " : " speak of ";
        var parts = new ArrayList<String>();
        by.forEach((actor, people) -> parts.add(number(people)
                + (parts.isEmpty() ? verb : " of ")
                + switch (actor) {
                    case LEADERSHIP -> "those who lead it";
                    case PEERS -> "other members";
                    case AUTHOR -> "doing it themselves";
                    case UNKNOWN -> throw new IllegalArgumentException("nobody is said to do it");
                }));
        String last = parts.removeLast();
        return "Of those who say so, " + (parts.isEmpty() ? "" : String.join(", ", parts) + " and ") + last + ".";
    }

    private record Clause(boolean more, Range people, String predicate) {
        String text() {
            return (more ? "more, " + number(people) + ", " : number(people) + " ")
                    + (people.high() == 1 ? singular(predicate) : predicate);
        }
    }

    /** What is said, each clause understood from those before it. */
    private List<Clause> clauses() {
        boolean reported = firstHand.high() > 0;
        boolean denied = denies.high() > 0;
        var clauses = new ArrayList<Clause>();
        add(clauses, false, firstHand, statement.reports());
        if (reported) {
            add(clauses, false, hearsay, "have it only from others");
        }
        boolean more = reported && denies.low() > firstHand.high() + hearsay.high();
        add(clauses, more, denies, statement.denies());
        if (!reported) {
            add(clauses, false, hearsay, denied ? "have it from others that it was so" : toldOnly());
        }
        add(clauses, false, deniesTold, "have it from others that it was not so");
        add(clauses, false, mixed, both(reported, denied));
        return clauses;
    }

    private String both(boolean reported, boolean denied) {
        if (reported && denied) {
            return "say both";
        }
        return reported || denied
                ? "say both that it was so and that it was not"
                : statement.reports() + ", and also that it was not so";
    }

    /** What is only passed on has to say what it is. */
    private String toldOnly() {
        return statement.reports().startsWith(SAY_THAT)
                ? "have it only from others that " + statement.reports().substring(SAY_THAT.length())
                : statement.reports() + ", as others told them";
    }

    private static void add(List<Clause> clauses, boolean more, Range people, String predicate) {
        if (people.high() > 0) {
            clauses.add(new Clause(more, people, predicate));
        }
    }

    private String ofOne(List<Clause> clauses, int read) {
        String person = "The one person whose " + (read == 1 ? "account was read " : "accounts were read ");
        if (clauses.isEmpty()) {
            return person + (elsewhere.high() > 0 ? "was not in a position to know." : "does not mention it.");
        }
        Clause only = clauses.getFirst();
        return person + (only.people().low() == 0 ? "perhaps " : "") + singular(only.predicate()) + ".";
    }

    private String ofSeveral(List<Clause> clauses, Range all) {
        if (clauses.isEmpty()) {
            return "None of " + number(all) + " people "
                    + (elsewhere.high() == 0
                            ? "mentions it."
                            : silent.high() == 0
                                    ? "was in a position to know."
                                    : "mentions it; some were not in a position to know.");
        }
        if (clauses.size() == 1 && clauses.getFirst().people().equals(all)) {
            return (all.equals(new Range(2, 2)) ? "Both" : "All " + number(all)) + " people whose accounts were read "
                    + clauses.getFirst().predicate() + ".";
        }
        boolean onlyDenied = firstHand.high() + hearsay.high() + mixed.high() == 0 && denies.high() > 0;
        return Stream.of(
                        clauses.stream().map(Clause::text),
                        onlyDenied ? Stream.of("nobody says otherwise") : Stream.<String>empty(),
                        rest().stream())
                .flatMap(parts -> parts)
                .collect(Collectors.joining("; ", "Of " + number(all) + " people, ", "."));
    }

    private List<String> rest() {
        var left = new Range(silent.low() + elsewhere.low(), silent.high() + elsewhere.high());
        if (left.high() == 0) {
            return List.of();
        }
        boolean one = left.high() == 1;
        String mention = one ? "does not mention it" : "do not mention it";
        String words = elsewhere.high() == 0
                ? mention
                : silent.high() == 0 ? "could not know" : mention + " or could not know";
        return List.of((one ? "the other " : "the others ") + words);
    }

    /** "5"; "3 to 5" (at least, and at most); "perhaps 1"; "at most 2". */
    static String number(Range range) {
        if (range.low() == range.high()) {
            return Integer.toString(range.high());
        }
        if (range.low() == 0) {
            return (range.high() == 1 ? "perhaps " : "at most ") + range.high();
        }
        return range.low() + " to " + range.high();
    }

    /** "say that" becomes "says that": the first word is the verb, in the present tense (or "were", "are"). */
    static String singular(String predicate) {
        int end = predicate.indexOf(' ');
        String verb = end < 0 ? predicate : predicate.substring(0, end);
        String rest = end < 0 ? "" : predicate.substring(end);
        return switch (verb) {
                    case "were" -> "was";
                    case "are" -> "is";
                    case "have" -> "has";
                    case "do", "go" -> verb + "es";
                    default -> thirdPerson(verb);
                }
                + rest;
    }

    private static String thirdPerson(String verb) {
        if (verb.matches(".*(s|sh|ch|x|z)")) {
            return verb + "es";
        }
        return verb.matches(".*[^aeiou]y") ? verb.substring(0, verb.length() - 1) + "ies" : verb + "s";
    }
}
