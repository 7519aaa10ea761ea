package org.afterword.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Code;
import org.afterword.findings.Evidence.Part;
import org.afterword.witnesses.Range;

/** A finding in words: counts, and the code's own statement; no percentage, no more than the definition says. */
final class Sentence {
    static final String NOTHING_READ = "Nobody's account of this has been read yet.";
    static final String NO_WITNESS = "The accounts that were read have no witness of their own.";

    private Sentence() {}

    /**
     * @param read how many accounts were read
     */
    static String of(Code.Statement statement, Partition partition, int read) {
        if (read == 0) {
            return NOTHING_READ;
        }
        Range all = partition.everybody();
        if (all.high() == 0) {
            return NO_WITNESS;
        }
        var clauses = new ArrayList<Clause>();
        clause(clauses, partition, statement.reports(), Part.FIRST_HAND);
        clause(clauses, partition, "pass on what they have from others", Part.HEARSAY);
        clause(clauses, partition, statement.denies(), Part.DENIES);
        clause(clauses, partition, "have it from others that it was not so", Part.DENIES_TOLD);
        clause(clauses, partition, "say both that it happened and that it did not", Part.MIXED);
        clause(clauses, partition, "were not in a position to know", Part.NOT_IN_POSITION);
        Range silent = partition.count(Part.NOT_MENTIONED);
        // a denial ("that they were not") needs what it denies before it
        boolean onlyDenied = partition.count(Part.FIRST_HAND).high() == 0
                && partition.count(Part.DENIES).high() > 0;
        return all.high() == 1
                ? ofOne(clauses, read, onlyDenied ? statement.reports() : "")
                : ofSeveral(clauses, all, silent, onlyDenied ? statement.reports() : "");
    }

    private record Clause(Range people, String predicate) {
        String text() {
            return number(people) + " " + (people.high() == 1 ? singular(predicate) : predicate);
        }
    }

    private static void clause(List<Clause> clauses, Partition partition, String predicate, Part part) {
        Range people = partition.count(part);
        if (people.high() > 0) {
            clauses.add(new Clause(people, predicate));
        }
    }

    private static String ofOne(List<Clause> clauses, int read, String denied) {
        Optional<Clause> only = clauses.stream().findFirst();
        String person = "The one person whose " + (read == 1 ? "account was read " : "accounts were read ");
        if (only.filter(clause -> clause.people().low() == 0).isPresent()) {
            return person + "perhaps " + singular(only.get().predicate()) + ".";
        }
        String not = denied.isEmpty() ? "" : "does not " + denied + ", but ";
        return person + not + only.map(clause -> singular(clause.predicate())).orElse("does not mention it") + ".";
    }

    private static String ofSeveral(List<Clause> clauses, Range all, Range silent, String denied) {
        if (clauses.isEmpty()) {
            return "None of the " + all + " people whose accounts were read mentions it.";
        }
        if (clauses.size() == 1 && clauses.getFirst().people().equals(all)) {
            if (!denied.isEmpty()) {
                return "None of the " + all + " people whose accounts were read " + singular(denied) + "; "
                        + (all.equals(new Range(2, 2)) ? "both " : "all ")
                        + clauses.getFirst().predicate() + ".";
            }
            String everybody = all.equals(new Range(2, 2)) ? "Both" : "All " + all;
            return everybody + " people whose accounts were read "
                    + clauses.getFirst().predicate() + ".";
        }
        var text = new StringBuilder("Of the " + all + " people whose accounts were read, ");
        if (!denied.isEmpty()) {
            text.append("none ").append(singular(denied)).append("; ");
        }
        text.append(String.join("; ", clauses.stream().map(Clause::text).toList()));
        if (silent.high() == 1) {
            text.append("; the other does not mention it");
        } else if (silent.high() > 1) {
            text.append("; the others do not mention it");
        }
        return text.append('.').toString();
    }

    /** "5"; "at least 3, at most 5"; "at most 2". */
    static String number(Range range) {
        if (range.low() == range.high()) {
            return Integer.toString(range.high());
        }
        return (range.low() == 0 ? "" : "at least " + range.low() + ", ") + "at most " + range.high();
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
