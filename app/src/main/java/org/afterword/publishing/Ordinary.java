package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.coding.Codebook;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Side;
import org.afterword.comparison.Wording;
import org.afterword.findings.Finding;
import org.afterword.findings.Portion;
import org.afterword.model.Group;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;

/** What stands on a finding's page of ordinary groups: leavers beside leavers, stayers beside stayers. */
final class Ordinary {
    private static final String ITSELF = "This is one of the ordinary groups, which the others are set beside.";
    private static final String NOT_KNOWN =
            "Those who left are set beside those who left, and those who stay beside those"
                    + " who stay; of nobody whose account was read it is known which they did.";
    private static final String SILENT = "Of those who can be compared, nobody speaks of this.";

    private final List<Side> sides;
    private final List<Comparison> comparisons;
    private final Protection protection;

    Ordinary(List<Portion> portions, Protection protection, Codebook codebook) {
        sides = portions.stream().map(Side::of).toList();
        comparisons = Comparison.of(sides, _ -> true, codebook);
        this.protection = protection;
    }

    /** Empty for an ordinary group itself. */
    List<Shown.Beside> beside(Finding finding) {
        return of(finding.group())
                .flatMap(comparison -> rows(comparison)
                        .filter(row -> row.code().equals(finding.code()))
                        .map(row -> beside(comparison, row)))
                .toList();
    }

    /** Why nothing stands there; empty if there is no ordinary group. */
    Optional<Redacted> why(Group group) {
        if (group.baseline()) {
            return Optional.of(protection.line(ITSELF));
        }
        if (sides.stream().noneMatch(Side::ordinary)) {
            return Optional.empty();
        }
        return Optional.of(protection.line(of(group)
                .map(comparison ->
                        comparison.outcome() instanceof Comparison.TooFew few ? tooFew(comparison, few) : SILENT)
                .findFirst()
                .orElse(NOT_KNOWN)));
    }

    /** Every sentence that may stand there: they are ours, and no quotation of anybody. */
    List<String> words() {
        var words = new ArrayList<>(List.of(ITSELF, NOT_KNOWN, SILENT));
        for (Comparison comparison : comparisons) {
            words.add(from(comparison));
            if (comparison.outcome() instanceof Comparison.TooFew few) {
                words.add(tooFew(comparison, few));
            }
            rows(comparison).forEach(row -> words.addAll(Wording.lines(row)));
        }
        return words;
    }

    private Stream<Comparison> of(Group group) {
        return group.baseline()
                ? Stream.of()
                : comparisons.stream().filter(one -> one.group().equals(group.name()));
    }

    private static Stream<Comparison.Row> rows(Comparison comparison) {
        return comparison.outcome() instanceof Comparison.Counted counted ? counted.rows().stream() : Stream.of();
    }

    private Shown.Beside beside(Comparison comparison, Comparison.Row row) {
        return new Shown.Beside(
                protection.line(from(comparison)),
                side(row.group()),
                side(row.ordinary()),
                Wording.lines(row).stream()
                        .map(String::strip)
                        .map(protection::line)
                        .toList());
    }

    private Shown.Side side(Side side) {
        return new Shown.Side(
                protection.line(side.group()),
                new Dots(List.of(
                        new Dots.Part(Kind.FIRST_HAND, side.say()),
                        new Dots.Part(Kind.DENY, side.deny()),
                        new Dots.Part(Kind.MIXED, side.both()),
                        new Dots.Part(Kind.NOT_MENTIONED, side.silent()))));
    }

    private static String from(Comparison comparison) {
        return "Of " + Wording.people(comparison.from());
    }

    private static String tooFew(Comparison comparison, Comparison.TooFew few) {
        return from(comparison) + ": " + few.sentence();
    }
}
