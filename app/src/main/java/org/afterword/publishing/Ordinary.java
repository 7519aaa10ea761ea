package org.afterword.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.coding.Codebook;
import org.afterword.comparison.Comparison;
import org.afterword.comparison.Side;
import org.afterword.findings.Finding;
import org.afterword.findings.Portion;
import org.afterword.model.Group;
import org.afterword.page.Dots;
import org.afterword.page.Dots.Kind;
import org.afterword.protection.Protection;
import org.afterword.protection.Redacted;

/** What stands on a finding's page of ordinary groups: leavers beside leavers, stayers beside stayers. */
final class Ordinary {
    private final List<Side> sides;
    private final List<Comparison> comparisons;
    private final Protection protection;
    private final Compared compared;

    Ordinary(List<Portion> portions, Protection protection, Codebook codebook, Compared compared) {
        sides = portions.stream().map(Side::of).toList();
        comparisons = Comparison.of(sides, _ -> true, codebook);
        this.protection = protection;
        this.compared = compared;
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
            return Optional.of(protection.line(compared.itself()));
        }
        if (sides.stream().noneMatch(Side::ordinary)) {
            return Optional.empty();
        }
        return Optional.of(protection.line(of(group)
                .map(comparison -> comparison.outcome() instanceof Comparison.TooFew few
                        ? compared.tooFew(comparison.from(), few)
                        : compared.silent())
                .findFirst()
                .orElseGet(compared::notKnown)));
    }

    /** Every sentence that may stand there: they are ours, and no quotation of anybody. */
    List<String> words() {
        var words = new ArrayList<>(List.of(compared.itself(), compared.notKnown(), compared.silent()));
        for (Comparison comparison : comparisons) {
            words.add(compared.from(comparison.from()));
            if (comparison.outcome() instanceof Comparison.TooFew few) {
                words.add(compared.tooFew(comparison.from(), few));
            }
            rows(comparison).forEach(row -> words.addAll(compared.lines(row)));
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
                protection.line(compared.from(comparison.from())),
                side(row.group()),
                side(row.ordinary()),
                compared.lines(row).stream().map(protection::line).toList());
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
}
