package org.afterword.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.afterword.agreement.Segment;
import org.afterword.agreement.Unitising;
import org.afterword.model.Span;

/**
 * Agreement on which passages say something of practices: units on the text, by its characters. The coefficients want
 * units of one coder that do not overlap. So passages of one code that overlap are one unit; and where several codes are
 * compared, each set of codes that a coder put on a stretch is a value of its own.
 */
final class PassageLevel implements Measures {
    private final List<Shared> shared;
    private final List<String> coders;
    private final SequencedSet<String> codes;
    /** What each account adds to the figures of all codes; empty if one code alone is asked for. */
    private final Optional<List<Part>> all;

    /** What an account adds to a figure. */
    private record Part(Unitising unitising, int units, Values values) {}

    /** The sets of codes that somebody put on a stretch, as numbers from 1. */
    private static final class Values {
        private final List<Set<String>> sets = new ArrayList<>();
        private final Map<Set<String>, Integer> numbers = new HashMap<>();

        int number(Set<Stretch> stretches) {
            Set<String> codes = stretches.stream().map(Stretch::code).collect(Collectors.toSet());
            return numbers.computeIfAbsent(codes, set -> {
                sets.add(set);
                return sets.size();
            });
        }

        boolean has(int number, String code) {
            return number > 0 && sets.get(number - 1).contains(code);
        }
    }

    /** Passages of one code, of all coders, that hang together by overlapping. */
    private record Stretch(String code, Span span, List<Shared.Mark> marks) {}

    /** @param together whether codes are compared with each other as well */
    PassageLevel(List<Shared> shared, List<String> coders, SequencedSet<String> codes, boolean together) {
        this.shared = shared;
        this.coders = coders;
        this.codes = codes;
        this.all = together ? Optional.of(parts(codes, coders)) : Optional.empty();
    }

    @Override
    public boolean eachAlone() {
        return all.isEmpty();
    }

    @Override
    public List<Agreement.Figure> figures(Optional<String> code) {
        return code.map(this::figures).orElseGet(this::together);
    }

    private List<Agreement.Figure> together() {
        List<Part> parts = all.orElseThrow();
        Optional<String> none = Optional.empty();
        return List.of(
                figure(none, "u-alpha", coders, parts, Unitising::all),
                figure(none, "|u-alpha", coders, parts, Unitising::relevant),
                figure(none, "cu-alpha", coders, parts, Unitising::coding));
    }

    private List<Agreement.Figure> figures(String code) {
        var figures = new ArrayList<Agreement.Figure>();
        Optional<String> one = Optional.of(code);
        List<String> only = List.of(code);
        figures.add(figure(one, "|u-alpha", coders, parts(only, coders), Unitising::relevant));
        if (coders.size() > 2) {
            for (List<String> pair : Agreement.pairs(coders)) {
                figures.add(figure(one, "|u-alpha", pair, parts(only, pair), Unitising::relevant));
            }
        }
        all.ifPresent(parts -> figures.add(inMarked(code, parts)));
        return figures;
    }

    private Agreement.Figure figure(
            Optional<String> code,
            String measure,
            List<String> coders,
            List<Part> parts,
            Function<Unitising, OptionalDouble> coefficient) {
        int units = parts.stream().mapToInt(Part::units).sum();
        return Agreement.figure(code, measure, coders, parts, units, units, some -> coefficient.apply(sum(some)));
    }

    private Agreement.Figure inMarked(String code, List<Part> parts) {
        int units = shared.stream()
                .mapToInt(one -> stretches(one, List.of(code), coders).size())
                .sum();
        return Agreement.figure(
                Optional.of(code),
                "(k)u-alpha",
                coders,
                parts,
                units,
                units,
                some -> sum(some).coding(value -> some.getFirst().values().has(value, code)));
    }

    private static Unitising sum(List<Part> parts) {
        var all = new Unitising(parts.getFirst().values().sets.size());
        parts.forEach(part -> all.add(part.unitising()));
        return all;
    }

    /** Of the accounts that two or more of these coders have read. */
    private List<Part> parts(Collection<String> some, List<String> of) {
        record Continuum(Shared one, List<List<Segment>> units) {}
        var values = new Values();
        var continua = new ArrayList<Continuum>();
        for (Shared one : shared) {
            List<String> here = one.coders().stream().filter(of::contains).toList();
            if (here.size() > 1) {
                continua.add(new Continuum(
                        one,
                        here.stream()
                                .map(coder -> units(one, coder, some, values))
                                .toList()));
            }
        }
        // Only now it is known how many values there are.
        return continua.stream()
                .map(continuum -> {
                    var unitising = new Unitising(values.sets.size());
                    unitising.continuum(continuum.one().length(), continuum.units());
                    return new Part(
                            unitising, stretches(continuum.one(), some, of).size(), values);
                })
                .toList();
    }

    /** One coder's units, without overlap. */
    private static List<Segment> units(Shared one, String coder, Collection<String> codes, Values values) {
        var merged = new ArrayList<Stretch>();
        for (String code : codes) {
            merged.addAll(together(code, one.marks(coder, code)));
        }
        var bounds = new TreeSet<Integer>();
        merged.forEach(stretch -> {
            bounds.add(stretch.span().start());
            bounds.add(stretch.span().end());
        });
        var units = new ArrayList<Segment>();
        Set<Stretch> before = Set.of();
        int from = 0;
        for (int at : bounds) {
            Set<Stretch> now = merged.stream()
                    .filter(stretch ->
                            stretch.span().start() <= at && at < stretch.span().end())
                    .collect(Collectors.toSet());
            if (!before.isEmpty()) {
                units.add(new Segment(from, at, values.number(before)));
            }
            before = now;
            from = at;
        }
        return units;
    }

    private static List<Stretch> stretches(Shared one, Collection<String> codes, List<String> coders) {
        var stretches = new ArrayList<Stretch>();
        for (String code : codes) {
            stretches.addAll(together(
                    code,
                    one.marks().stream()
                            .filter(mark -> mark.code().equals(code) && coders.contains(mark.coder()))
                            .toList()));
        }
        return stretches;
    }

    /**
     * @param marks in the order of the text
     */
    private static List<Stretch> together(String code, List<Shared.Mark> marks) {
        var stretches = new ArrayList<Stretch>();
        for (Shared.Mark mark : marks) {
            Stretch last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.span().overlaps(mark.span())) {
                last.marks().add(mark);
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(
                                code,
                                new Span(
                                        last.span().start(),
                                        Math.max(last.span().end(), mark.span().end())),
                                last.marks()));
            } else {
                stretches.add(new Stretch(code, mark.span(), new ArrayList<>(List.of(mark))));
            }
        }
        return stretches;
    }

    @Override
    public List<Agreement.Disagreement> disagreements(Shared one) {
        var disagreements = new ArrayList<Agreement.Disagreement>();
        for (Stretch stretch : stretches(one, codes, one.coders())) {
            Map<String, String> said = new LinkedHashMap<>();
            for (String coder : one.coders()) {
                said.put(
                        coder,
                        stretch.marks().stream()
                                .filter(mark -> mark.coder().equals(coder))
                                .map(mark -> mark.polarity().toString())
                                .distinct()
                                .sorted()
                                .reduce((a, b) -> "both")
                                .orElse("not found"));
            }
            if (said.values().stream().distinct().count() > 1) {
                disagreements.add(new Agreement.Disagreement(
                        one.account(),
                        stretch.code(),
                        Optional.of(stretch.span()),
                        said,
                        stretch.marks().stream()
                                .map(Shared.Mark::suggestion)
                                .distinct()
                                .toList()));
            }
        }
        return disagreements;
    }
}
