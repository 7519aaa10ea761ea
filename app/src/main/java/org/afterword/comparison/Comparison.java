package org.afterword.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.afterword.coding.Codebook;
import org.afterword.model.Vantage;

/**
 * The pathway of one group beside that of an ordinary one, as told from one vantage: leavers beside leavers, stayers
 * beside stayers.
 *
 * @param group as it is called
 * @param ordinary as the ordinary group is called
 */
public record Comparison(String group, String ordinary, Vantage from, Outcome outcome) {
    /** Said beside every comparison. */
    public static final String CAUTION =
            "This does not reckon with who chose to write: people choose whether to write about a group, and what.";

    /** Who left or stays is matched; of other members it is not known. */
    private static final List<Vantage> MATCHED = Arrays.stream(Vantage.values())
            .filter(vantage -> vantage != Vantage.MEMBER)
            .toList();

    public sealed interface Outcome {}

    /** No numbers: a side has fewer than five people, at least. */
    public record TooFew(Lacking where) implements Outcome {
        /** What is so, and on which side. */
        public String sentence() {
            return "There is no comparison: fewer than five such people's accounts were read "
                    + switch (where) {
                        case GROUP -> "of the group.";
                        case ORDINARY -> "of the ordinary group.";
                        case BOTH -> "on either side.";
                    };
        }
    }

    /** Where too few accounts were read. */
    public enum Lacking {
        GROUP,
        ORDINARY,
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param rows in the codebook's order; codes of which neither side speaks are left out
     */
    public record Counted(List<Row> rows) implements Outcome {
        public Counted {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One practice.
     *
     * @param ofRead of all whose accounts a person has read
     * @param ofSpeaking of those who were in a position to know and speak of it first-hand; empty if that are fewer than
     *     five on a side
     */
    public record Row(String code, Side group, Side ordinary, Shares ofRead, Optional<Shares> ofSpeaking) {}

    /**
     * Each chosen group beside each ordinary one, from every vantage from which somebody of the chosen group speaks.
     * Groups that are no ordinary ones are never set against each other.
     *
     * @param sides of any groups, all codes of one vantage of a group having the same people; in the order in which they
     *     are to be shown
     * @param chosen which groups, by what they are called
     */
    public static List<Comparison> of(List<Side> sides, Predicate<String> chosen, Codebook codebook) {
        List<String> groups = names(sides.stream().filter(side -> chosen.test(side.group())));
        List<String> ordinary = names(sides.stream().filter(Side::ordinary));
        var comparisons = new ArrayList<Comparison>();
        for (String group : groups) {
            for (String other : ordinary) {
                for (Vantage from : MATCHED) {
                    List<Side> own = some(sides, group, from);
                    if (!own.isEmpty() && !group.equals(other)) {
                        comparisons.add(
                                new Comparison(group, other, from, outcome(own, some(sides, other, from), codebook)));
                    }
                }
            }
        }
        return List.copyOf(comparisons);
    }

    /** The groups of which some members' leaving or staying was not decided, or who spoke from nowhere that was. */
    public static List<String> unmatched(List<Side> sides) {
        return names(sides.stream()
                .filter(side ->
                        side.from().map(vantage -> vantage == Vantage.MEMBER).orElse(true)));
    }

    private static List<String> names(Stream<Side> sides) {
        return sides.map(Side::group).distinct().toList();
    }

    private static List<Side> some(List<Side> sides, String group, Vantage from) {
        return sides.stream()
                .filter(side -> side.group().equals(group) && side.from().equals(Optional.of(from)))
                .toList();
    }

    private static Outcome outcome(List<Side> own, List<Side> others, Codebook codebook) {
        boolean enough = enough(own);
        if (!enough || !enough(others)) {
            return new TooFew(enough ? Lacking.ORDINARY : enough(others) ? Lacking.GROUP : Lacking.BOTH);
        }
        var rows = new ArrayList<Row>();
        codebook.codes()
                .forEach(code -> code(own, code.id())
                        .ifPresent(group -> code(others, code.id())
                                .filter(ordinary -> group.anythingSaid() || ordinary.anythingSaid())
                                .flatMap(ordinary -> row(group, ordinary))
                                .ifPresent(rows::add)));
        return new Counted(rows);
    }

    private static boolean enough(List<Side> sides) {
        return !sides.isEmpty() && sides.stream().allMatch(side -> side.all().low() >= Side.LEAST);
    }

    private static Optional<Side> code(List<Side> sides, String code) {
        return sides.stream().filter(side -> side.code().equals(code)).findFirst();
    }

    private static Optional<Row> row(Side group, Side ordinary) {
        return Shares.of(group.say(), group.all(), ordinary.say(), ordinary.all())
                .map(ofRead -> new Row(
                        group.code(),
                        group,
                        ordinary,
                        ofRead,
                        Shares.of(group.say(), group.speak(), ordinary.say(), ordinary.speak())));
    }
}
