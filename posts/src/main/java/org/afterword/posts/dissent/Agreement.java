package org.afterword.posts.dissent;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.afterword.agreement.Coincidences;

/**
 * How far coders agree who coded the same rows, each for themselves: Krippendorff's alpha for nominal data, 1 where they
 * always do, 0 where as much as by chance.
 *
 * @param coders how many there are
 * @param rows how many at least two of them coded
 * @param ofSpeaking whether posts speak of the own group; empty if fewer than ten rows were coded by two, or all codes are
 *     the same
 * @param ofCriticising whether they criticise it
 */
public record Agreement(int coders, int rows, OptionalDouble ofSpeaking, OptionalDouble ofCriticising) {
    /** Of fewer rows nothing is said. */
    public static final int LEAST = 10;

    static Agreement of(List<Map<String, Sheet.Code>> sheets) {
        var labels = new TreeSet<String>();
        sheets.forEach(codes -> labels.addAll(codes.keySet()));
        int rows = (int) labels.stream()
                .filter(label -> sheets.stream()
                                .filter(codes -> codes.containsKey(label))
                                .count()
                        > 1)
                .count();
        return new Agreement(
                sheets.size(),
                rows,
                rows < LEAST ? OptionalDouble.empty() : alpha(sheets, labels, Sheet.Code::own),
                rows < LEAST ? OptionalDouble.empty() : alpha(sheets, labels, Sheet.Code::criticises));
    }

    private static OptionalDouble alpha(
            List<Map<String, Sheet.Code>> sheets, TreeSet<String> labels, Predicate<Sheet.Code> question) {
        var met = new Coincidences(2);
        for (String label : labels) {
            met.unit(sheets.stream()
                    .filter(codes -> codes.containsKey(label))
                    .mapToInt(codes -> question.test(codes.getOrDefault(label, new Sheet.Code(false, false))) ? 1 : 0)
                    .toArray());
        }
        return met.alpha();
    }
}
