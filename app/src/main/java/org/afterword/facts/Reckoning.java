package org.afterword.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.DateBasis;
import org.afterword.model.Fact;
import org.afterword.model.Precision;

/** What a teller's dates are reckoned from, as the account goes on. */
final class Reckoning {
    private static final Set<String> JOINING =
            Words.of("joined baptised baptized initiated recruited enrolled signed entered");
    private static final Set<String> SELF = Set.of("i", "we", "my");
    /** In UTF-16 code units: behind so much, "a year later" means another date. */
    private static final int FAR = 1500;

    /** Behind so much, "in March" may be of another year. */
    private static final int NEAR = 300;

    private Optional<Bounds> previous = Optional.empty();
    private Optional<Bounds> joined = Optional.empty();
    private int told;

    Found dated(Line line, DateFinder.Dated one, Optional<Bounds> written) {
        DatePoint point = one.point();
        Optional<Bounds> base = switch (point.needs()) {
            case NOTHING -> Optional.of(new Bounds(Optional.empty(), Optional.empty()));
            case ACCOUNT_DATE -> written;
            case PREVIOUS -> previous(line, one, FAR);
            case NEAR -> previous(line, one, NEAR);
            case JOINING -> joined;
            case BEGINNING -> joined.or(() -> previous(line, one, FAR));
            case UNKNOWN -> Optional.empty();
        };
        Optional<Bounds> bounds = base.flatMap(point.reckon());
        DateBasis basis = bounds.isEmpty()
                ? DateBasis.NONE
                : switch (point.needs()) {
                    case NOTHING -> DateBasis.STATED;
                    case ACCOUNT_DATE -> DateBasis.ACCOUNT_DATE;
                    case PREVIOUS, NEAR, JOINING, BEGINNING -> DateBasis.OTHER_FACT;
                    case UNKNOWN -> DateBasis.NONE;
                };
        bounds.filter(Bounds::closed).ifPresent(known -> {
            told = line.piece(one.from()).span().start();
            previous = Optional.of(point.precision() == Precision.PERIOD ? ending(known) : known);
            if (joined.isEmpty() && basis != DateBasis.OTHER_FACT && joins(line)) {
                joined = Optional.of(point.precision() == Precision.PERIOD ? Bounds.day(known.begin()) : known);
            }
        });
        if (bounds.isEmpty() && point.needs() != DatePoint.Needs.UNKNOWN) {
            // what comes later is later than a day that nobody knows
            previous = Optional.empty();
        }
        var fact = new Fact.Dated(
                bounds.flatMap(Bounds::first),
                bounds.flatMap(Bounds::last),
                point.precision(),
                basis,
                point.readings(),
                point.hedges());
        return new Found(line.span(one.from(), point.to()), fact, score(fact), why(fact));
    }

    /** Where it was told not long ago. */
    private Optional<Bounds> previous(Line line, DateFinder.Dated one, int far) {
        return line.piece(one.from()).span().start() - told <= far ? previous : Optional.empty();
    }

    /** Of a period, what is later is later than its end. */
    private static Bounds ending(Bounds period) {
        LocalDate year = period.end().minusYears(1).plusDays(1);
        return Bounds.days(year.isBefore(period.begin()) ? period.begin() : year, period.end());
    }

    private static boolean joins(Line line) {
        for (int at = 0; at < line.size(); at++) {
            boolean does = line.is(at, JOINING)
                    || line.stands(at, "became", "a", "member")
                    || line.stands(at, "moved", "in")
                    || line.stands(at, "became", "a", "student");
            for (int before = at - 1; does && before >= Math.max(0, at - 3); before--) {
                if (line.is(before, SELF)) {
                    return true;
                }
            }
        }
        return false;
    }

    static boolean denied(Line line, int at) {
        for (int i = at - 1; i >= Math.max(0, at - 8); i--) {
            if (Clause.boundary(line, i) || line.is(i, ",")) {
                return false;
            }
            boolean verb = line.is(i, Set.of("not", "never")) || line.at(i).endsWith("n't");
            if (verb && Clause.negator(line, i)) {
                return true;
            }
        }
        return false;
    }

    static boolean birth(Line line, int at) {
        return line.is(at - 1, "born") || line.is(at - 2, "born");
    }

    private static double score(Fact.Dated fact) {
        return switch (fact.basis()) {
            case STATED -> fact.readings().isEmpty() ? 0.9 : 0.8;
            case ACCOUNT_DATE -> 0.7;
            case OTHER_FACT -> 0.6;
            case NONE -> 0.5;
        };
    }

    private static String why(Fact.Dated fact) {
        return switch (fact.basis()) {
            case STATED -> fact.readings().isEmpty() ? "A date that is said." : "A date that can be read in two ways.";
            case ACCOUNT_DATE -> "Reckoned from the account's own date.";
            case OTHER_FACT -> "Reckoned from another date of the account.";
            case NONE -> "It cannot be reckoned from what the account says.";
        };
    }
}
