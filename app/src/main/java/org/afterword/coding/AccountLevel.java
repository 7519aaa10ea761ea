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
import java.util.function.Function;
import org.afterword.agreement.Coincidences;
import org.afterword.agreement.Confusion;
import org.afterword.model.Polarity;

/** Agreement on whether accounts say something of practices: one unit is an account and a code. */
final class AccountLevel implements Measures {
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

    private final List<Shared> shared;
    private final List<String> coders;
    private final SequencedSet<String> codes;

    AccountLevel(List<Shared> shared, List<String> coders, SequencedSet<String> codes) {
        this.shared = shared;
        this.coders = coders;
        this.codes = codes;
    }

    @Override
    public boolean eachAlone() {
        return true;
    }

    @Override
    public List<Agreement.Figure> figures(Optional<String> code) {
        Collection<String> some = code.<Collection<String>>map(List::of).orElse(codes);
        var figures = new ArrayList<Agreement.Figure>();
        List<Part> all = parts(some, coders);
        figures.add(figure(code, "alpha", coders, all, AccountLevel::alpha));
        figures.add(figure(code, "alpha-polarity", coders, all, AccountLevel::withPolarity));
        for (List<String> pair : Agreement.pairs(coders)) {
            figures.add(figure(code, "kappa", pair, parts(some, pair), AccountLevel::kappa));
        }
        return figures;
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

    /**
     * Of the accounts that two or more of these coders have read. Accounts of which they hold the same have one part: of
     * thousands there are few, which are at hand when they are drawn again and again.
     */
    private List<Part> parts(Collection<String> some, List<String> of) {
        var known = new HashMap<List<Integer>, Part>();
        var parts = new ArrayList<Part>();
        for (Shared one : shared) {
            List<String> here = one.coders().stream().filter(of::contains).toList();
            if (here.size() > 1) {
                var given = new ArrayList<Integer>();
                some.forEach(code -> here.forEach(coder -> given.add(value(one, coder, code))));
                parts.add(known.computeIfAbsent(given, values -> part(values, here.size())));
            }
        }
        return parts;
    }

    private static Part part(List<Integer> given, int each) {
        var part = new Part();
        for (int i = 0; i < given.size(); i += each) {
            part.unit(given.subList(i, i + each).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
        return part;
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
        for (Shared.Mark mark : shared.marks()) {
            if (mark.code().equals(code) && mark.coder().equals(coder)) {
                value |= mark.polarity() == Polarity.REPORTS ? REPORTS : DENIES;
            }
        }
        return value;
    }

    @Override
    public List<Agreement.Disagreement> disagreements(Shared one) {
        var disagreements = new ArrayList<Agreement.Disagreement>();
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
        return disagreements;
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
