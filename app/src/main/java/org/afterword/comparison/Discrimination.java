package org.afterword.comparison;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.afterword.coding.Codebook;
import org.afterword.model.Vantage;

/**
 * Whether a code tells anything: how often it is reported of ordinary groups, and how often of the others, all taken
 * together, by those who speak from one vantage.
 */
public record Discrimination(String code, Vantage from, Outcome outcome) {
    public sealed interface Outcome {}

    /** No numbers: a side has fewer than five people, at least. */
    public record TooFew(String sentence) implements Outcome {}

    /**
     * @param reportedIn in how many of the ordinary groups with five such people, at least, somebody certainly reports it
     * @param groups how many such groups there are
     * @param beside the others' people first
     */
    public record Counted(Side others, Side ordinary, Shares beside, int reportedIn, int groups, Tells tells)
            implements Outcome {}

    /** What may be said of the code. */
    public enum Tells {
        /** Nobody reports it of either. */
        NEVER("never", "Nobody reports it, of any group."),
        /** Nobody certainly or perhaps reports it of an ordinary group. */
        NOT_OF_ORDINARY("not-of-ordinary", "Nobody reports it of an ordinary group."),
        /** Nobody certainly or perhaps reports it of the others. */
        ONLY_OF_ORDINARY("only-of-ordinary", "It is reported of ordinary groups alone."),
        /** Of each ordinary group with enough people, and not surely more often of the others. */
        FITS_EVERY(
                "fits-every",
                "It is reported of every ordinary group here, and these counts do not show that it is less often than of"
                        + " the others: it does not tell them apart."),
        /** At both ends of what is known, and of the interval. */
        MORE_OF_OTHERS("more-of-others", "It is reported of ordinary groups, too, but by a smaller share of people."),
        MORE_OF_ORDINARY("more-of-ordinary", "It is reported by a larger share of people of ordinary groups."),
        /** Reported of some ordinary groups, or perhaps; the counts do not settle more. */
        UNSETTLED(
                "unsettled",
                "It is, or may be, reported of ordinary groups, too; these counts do not settle whether less often.");

        private final String word;
        private final String sentence;

        Tells(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        @JsonValue
        @Override
        public String toString() {
            return word;
        }

        /** About the code, for people. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * @param pooled ordinary groups as one side of each code and vantage, the others as another
     * @param sides the groups one by one
     * @return in the codebook's order, then by vantage; only vantages from which somebody of both speaks
     */
    public static List<Discrimination> of(List<Side> pooled, List<Side> sides, Codebook codebook) {
        var found = new ArrayList<Discrimination>();
        codebook.codes().forEach(code -> {
            var both = new TreeMap<Vantage, Map.Entry<Optional<Side>, Optional<Side>>>();
            for (Vantage from : Vantage.values()) {
                Optional<Side> others = find(pooled, code.id(), from, false);
                Optional<Side> ordinary = find(pooled, code.id(), from, true);
                if (from != Vantage.MEMBER && (others.isPresent() || ordinary.isPresent())) {
                    both.put(from, Map.entry(others, ordinary));
                }
            }
            both.forEach((from, pair) -> found.add(new Discrimination(
                    code.id(), from, outcome(pair.getKey(), pair.getValue(), sides, code.id(), from))));
        });
        return List.copyOf(found);
    }

    private static Optional<Side> find(List<Side> pooled, String code, Vantage from, boolean ordinary) {
        return pooled.stream()
                .filter(side -> side.ordinary() == ordinary
                        && side.code().equals(code)
                        && side.from().equals(Optional.of(from)))
                .findFirst();
    }

    private static Outcome outcome(
            Optional<Side> others, Optional<Side> ordinary, List<Side> sides, String code, Vantage from) {
        return others.flatMap(one -> ordinary.flatMap(other -> Shares.of(one.say(), one.all(), other.say(), other.all())
                        .<Outcome>map(beside -> counted(one, other, beside, sides, code, from))))
                .orElseGet(() -> new TooFew("Not compared: fewer than five such people's accounts were read "
                        + "of ordinary groups, or of the others."));
    }

    private static Counted counted(
            Side others, Side ordinary, Shares beside, List<Side> sides, String code, Vantage from) {
        List<Side> enough = sides.stream()
                .filter(side -> side.ordinary()
                        && side.code().equals(code)
                        && side.from().equals(Optional.of(from))
                        && side.all().low() >= Side.LEAST)
                .toList();
        int reportedIn = Math.toIntExact(
                enough.stream().filter(side -> side.say().low() > 0).count());
        return new Counted(
                others,
                ordinary,
                beside,
                reportedIn,
                enough.size(),
                verdict(others, ordinary, beside, reportedIn == enough.size() && reportedIn > 0));
    }

    private static Tells verdict(Side others, Side ordinary, Shares beside, boolean everywhere) {
        if (ordinary.say().high() == 0) {
            return others.say().high() == 0 ? Tells.NEVER : Tells.NOT_OF_ORDINARY;
        }
        if (others.say().high() == 0) {
            return Tells.ONLY_OF_ORDINARY;
        }
        if (beside.difference().map(Shares.Difference::surelyMore).orElse(false)) {
            return Tells.MORE_OF_OTHERS;
        }
        if (beside.difference().map(Shares.Difference::surelyLess).orElse(false)) {
            return Tells.MORE_OF_ORDINARY;
        }
        return everywhere && others.say().low() > 0 ? Tells.FITS_EVERY : Tells.UNSETTLED;
    }
}
