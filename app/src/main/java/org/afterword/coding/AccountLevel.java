package org.afterword.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedSet;
import java.util.function.Function;
import org.afterword.agreement.Coincidences;
import org.afterword.agreement.Confusion;
import org.afterword.model.Polarity;

/** Agreement on whether accounts say something of practices: one unit is an account and a code. */
final class AccountLevel {
    private static final int NOT = 0;
    private static final int REPORTS = 1;
    private static final int DENIES = 2;
    private static final int BOTH = 3;

    /** What an account adds to a figure. */
    private static final class Part {
        private final Coincidences present = new Coincidences(2);
        private final Coincidences polarity = new Coincidences(4);
        private final Confusion two = new Confusion(2);
        private int units;
        private int positives;

        private void unit(int... given) {
            int[] found = new int[given.length];
            boolean any = false;
            for (int i = 0; i < given.length; i++) {
                found[i] = given[i] == NOT ? 0 : 1;
                any |= given[i] != NOT;
            }
            present.unit(found);
            polarity.unit(given);
            if (found.length == 2) {
                two.unit(found[0], found[1]);
            }
            units++;
            positives += any ? 1 : 0;
        }
    }

    private AccountLevel() {}

    static Agreement of(List<Shared> shared, List<String> coders, SequencedSet<String> codes, boolean together) {
        var figures = new ArrayList<Agreement.Figure>();
        if (together) {
            figures(Optional.empty(), codes, shared, coders, figures);
        }
        for (String code : codes) {
            figures(Optional.of(code), List.of(code), shared, coders, figures);
        }
        return new Agreement(shared.size(), coders, List.copyOf(figures), disagreements(shared, codes));
    }

    private static void figures(
            Optional<String> code,
            Collection<String> codes,
            List<Shared> shared,
            List<String> coders,
            List<Agreement.Figure> figures) {
        List<Part> all = parts(shared, codes, coders);
        figures.add(figure(code, "alpha", coders, all, AccountLevel::alpha));
        figures.add(figure(code, "alpha-polarity", coders, all, AccountLevel::withPolarity));
        for (List<String> pair : Agreement.pairs(coders)) {
            figures.add(figure(code, "kappa", pair, parts(shared, codes, pair), AccountLevel::kappa));
        }
    }

    private static Agreement.Figure figure(
            Optional<String> code,
            String measure,
            List<String> coders,
            List<Part> parts,
            Function<List<Part>, OptionalDouble> coefficient) {
        int units = parts.stream().mapToInt(part -> part.units).sum();
        int positives = parts.stream().mapToInt(part -> part.positives).sum();
        return Agreement.figure(code, measure, coders, parts, units, positives, coefficient);
    }

    /** Of the accounts that two or more of these coders have read. */
    private static List<Part> parts(List<Shared> shared, Collection<String> codes, List<String> coders) {
        var parts = new ArrayList<Part>();
        for (Shared one : shared) {
            List<String> here = one.coders().stream().filter(coders::contains).toList();
            if (here.size() > 1) {
                var part = new Part();
                for (String code : codes) {
                    part.unit(here.stream()
                            .mapToInt(coder -> value(one, coder, code))
                            .toArray());
                }
                parts.add(part);
            }
        }
        return parts;
    }

    private static OptionalDouble alpha(List<Part> parts) {
        var all = new Coincidences(2);
        parts.forEach(part -> all.add(part.present));
        return all.alpha();
    }

    private static OptionalDouble withPolarity(List<Part> parts) {
        var all = new Coincidences(4);
        parts.forEach(part -> all.add(part.polarity));
        return all.alpha();
    }

    private static OptionalDouble kappa(List<Part> parts) {
        var all = new Confusion(2);
        parts.forEach(part -> all.add(part.two));
        return all.kappa();
    }

    private static int value(Shared shared, String coder, String code) {
        int value = NOT;
        for (Shared.Mark mark : shared.marks(coder, code)) {
            value |= mark.polarity() == Polarity.REPORTS ? REPORTS : DENIES;
        }
        return value;
    }

    private static List<Agreement.Disagreement> disagreements(List<Shared> shared, SequencedSet<String> codes) {
        var disagreements = new ArrayList<Agreement.Disagreement>();
        for (Shared one : shared) {
            for (String code : codes) {
                Map<String, String> said = new LinkedHashMap<>();
                one.coders().forEach(coder -> said.put(coder, word(value(one, coder, code))));
                if (said.values().stream().distinct().count() > 1) {
                    disagreements.add(new Agreement.Disagreement(
                            one.account(),
                            code,
                            Optional.empty(),
                            said,
                            one.marks().stream()
                                    .filter(mark -> mark.code().equals(code))
                                    .map(Shared.Mark::suggestion)
                                    .distinct()
                                    .toList()));
                }
            }
        }
        return List.copyOf(disagreements);
    }

    private static String word(int value) {
        return switch (value) {
            case REPORTS -> "reports";
            case DENIES -> "denies";
            case BOTH -> "both";
            default -> "not found";
        };
    }
}
