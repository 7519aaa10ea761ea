package org.afterword.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.afterword.agreement.Interval;
import org.afterword.casefile.Contents;
import org.afterword.model.Id;
import org.afterword.model.Span;

/**
 * How far coders agree, and where they do not. {@code docs/coding.md} says what each figure is and what it is not.
 *
 * @param accounts how many accounts two or more coders have marked as read
 * @param coders who has marked one of them
 */
public record Agreement(int accounts, List<String> coders, List<Figure> figures, List<Disagreement> disagreements) {
    /** With fewer found, there is no figure: chance alone could give any. */
    public static final int FEWEST = 10;

    /** What is compared. */
    public enum Level {
        /** Whether an account says something of a practice. */
        ACCOUNT,
        /** Which passages say it: units marked on the text. */
        PASSAGE
    }

    /**
     * @param code empty for all codes together
     * @param measure "alpha", "alpha-polarity", "kappa", "u-alpha", "|u-alpha", "cu-alpha", "(k)u-alpha"
     * @param coders whose; all of them, or two
     * @param accounts how many accounts they have both, or several of them, marked as read
     * @param units how many units were compared: accounts, times codes if of all codes; or passages
     * @param positives how many of the units somebody found
     * @param value empty if there is none; then the note says why
     */
    public record Figure(
            Optional<String> code,
            String measure,
            List<String> coders,
            int accounts,
            int units,
            int positives,
            OptionalDouble value,
            Optional<Interval> interval,
            String note) {}

    /**
     * A unit that coders judged differently.
     *
     * @param span where, for passages
     * @param said by each coder: "reports", "denies", "both" or "not found"
     * @param suggestions the codings behind it, by which it is opened
     */
    public record Disagreement(
            Id account, String code, Optional<Span> span, Map<String, String> said, List<Id> suggestions) {}

    /**
     * @param code of one code alone; of all of them if empty
     */
    public static Agreement of(Contents contents, Level level, Optional<String> code) {
        return Compared.of(contents, level, Codings.of(contents), code).agreement();
    }

    /** Every two of them. */
    static List<List<String>> pairs(List<String> coders) {
        var pairs = new ArrayList<List<String>>();
        for (int i = 0; i < coders.size(); i++) {
            for (int j = i + 1; j < coders.size(); j++) {
                pairs.add(List.of(coders.get(i), coders.get(j)));
            }
        }
        return pairs;
    }

    /** How a figure's counts, and the figure if there is enough to agree on, come from the parts of single accounts. */
    static <T> Figure figure(
            Optional<String> code,
            String measure,
            List<String> coders,
            List<T> parts,
            int units,
            int positives,
            Function<List<T>, OptionalDouble> coefficient) {
        if (positives < FEWEST) {
            String note = positives == 0
                    ? "Nobody found it; there is no figure."
                    : "Only " + positives + " found by anybody: too little to agree on for a figure.";
            return new Figure(
                    code,
                    measure,
                    coders,
                    parts.size(),
                    units,
                    positives,
                    OptionalDouble.empty(),
                    Optional.empty(),
                    note);
        }
        OptionalDouble value = coefficient.apply(parts);
        Optional<Interval> interval = value.isEmpty() ? Optional.empty() : Interval.of(parts, coefficient);
        String note = value.isEmpty()
                ? "All was judged alike, so that nothing shows what chance would have given."
                : interval.isEmpty() ? "Too few accounts for an interval." : "";
        return new Figure(code, measure, coders, parts.size(), units, positives, value, interval, note);
    }
}
