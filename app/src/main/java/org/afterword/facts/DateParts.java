package org.afterword.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.afterword.model.Precision;

/** Parts of years, months and decades: "early 2019", "the end of 2009", "the first week of May 2015". */
final class DateParts {
    private DateParts() {}

    private enum Part {
        EARLY,
        MID,
        LATE,
        FIRST_HALF,
        SECOND_HALF;

        /** That part of a decade, a year or a month. */
        Bounds of(Bounds whole) {
            LocalDate begin = whole.begin();
            long days = whole.end().toEpochDay() - begin.toEpochDay() + 1;
            if (days > 400) {
                int year = begin.getYear();
                return switch (this) {
                    case EARLY -> Bounds.years(year, year + 3);
                    case MID -> Bounds.years(year + 4, year + 6);
                    case LATE -> Bounds.years(year + 7, year + 9);
                    case FIRST_HALF -> Bounds.years(year, year + 4);
                    case SECOND_HALF -> Bounds.years(year + 5, year + 9);
                };
            }
            if (days > 100) {
                return switch (this) {
                    case EARLY -> Bounds.days(begin, begin.plusMonths(4).minusDays(1));
                    case MID ->
                        Bounds.days(begin.plusMonths(4), begin.plusMonths(8).minusDays(1));
                    case LATE -> Bounds.days(begin.plusMonths(8), whole.end());
                    case FIRST_HALF -> Bounds.days(begin, begin.plusMonths(6).minusDays(1));
                    case SECOND_HALF -> Bounds.days(begin.plusMonths(6), whole.end());
                };
            }
            long third = days / 3;
            return switch (this) {
                case EARLY -> Bounds.days(begin, begin.plusDays(third - 1));
                case MID -> Bounds.days(begin.plusDays(third), begin.plusDays(2 * third - 1));
                case LATE -> Bounds.days(begin.plusDays(2 * third), whole.end());
                case FIRST_HALF -> Bounds.days(begin, begin.plusDays(days / 2 - 1));
                case SECOND_HALF -> Bounds.days(begin.plusDays(days / 2), whole.end());
            };
        }
    }

    /** "The first week of May 2015". */
    static Optional<DatePoint> week(Line line, int at) {
        int n = line.is(at, "last") ? 0 : CalendarWords.ORDINALS.subList(0, 4).indexOf(line.at(at)) + 1;
        if ((!line.stands(at + 1, "week", "of") && !line.stands(at + 1, "weeks", "of"))
                || (n == 0 && !line.is(at, "last"))) {
            return Optional.empty();
        }
        return CalendarWords.month(line, at + 3)
                .map(one -> unplain(one.then(
                        Precision.WEEK,
                        month -> Optional.of(
                                n == 0
                                        ? Bounds.days(month.end().minusDays(6), month.end())
                                        : Bounds.days(
                                                        month.begin().plusDays(7L * (n - 1)),
                                                        month.begin().plusDays(7L * n - 1))
                                                .within(month)))));
    }

    static Optional<DatePoint> part(Line line, int at) {
        Part part;
        int of;
        if (line.is(at, Set.of("early", "mid", "late"))) {
            part = line.is(at, "early") ? Part.EARLY : line.is(at, "mid") ? Part.MID : Part.LATE;
            of = at + 1;
        } else if (line.is(at + 1, "of") && line.is(at, Set.of("beginning", "start", "middle", "end"))) {
            part = line.is(at, "middle") ? Part.MID : line.is(at, "end") ? Part.LATE : Part.EARLY;
            of = at + 2;
        } else if (line.stands(at + 1, "half", "of") && line.is(at, Set.of("first", "second"))) {
            part = line.is(at, "first") ? Part.FIRST_HALF : Part.SECOND_HALF;
            of = at + 3;
        } else {
            return Optional.empty();
        }
        of = line.is(of, "-") || line.is(of, "the") || line.is(of, "in") ? of + 1 : of;
        Optional<DatePoint> whole = CalendarWords.month(line, of);
        if (whole.isEmpty()) {
            int decade = of;
            whole = CalendarWords.season(line, of)
                    .or(() -> CalendarWords.decade(line, decade, true))
                    .or(() -> CalendarWords.year(line, decade));
        }
        return whole.map(one -> one.precision() == Precision.SEASON
                ? one
                : unplain(one.then(one.precision(), bounds -> Optional.of(part.of(bounds)))));
    }

    private static DatePoint unplain(DatePoint one) {
        return new DatePoint(one.to(), one.precision(), one.needs(), one.reckon(), one.readings(), one.hedges(), false);
    }
}
