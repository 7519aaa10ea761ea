package org.afterword.facts;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.afterword.facts.Bounds.Season;
import org.afterword.facts.DatePoint.Needs;
import org.afterword.model.Precision;
import org.afterword.model.Quantity;

/** Dates that lean on another: "last summer", "two years ago", "a year later", "that spring", "my first year". */
final class RelativeWords {
    private static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
    private static final Set<String> NOT_LAST = Words.of("the my our his her their your at very those these its");
    private static final List<String> NTH =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
    private static final Set<String> WHOSE = Set.of("my", "our");

    static {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(java.util.Locale.ROOT);
            WEEKDAYS.put(name, day);
            WEEKDAYS.put(name.substring(0, 3), day);
        }
        WEEKDAYS.put("tues", DayOfWeek.TUESDAY);
        WEEKDAYS.put("thurs", DayOfWeek.THURSDAY);
    }

    private static final Set<String> GOES_ON = Words.of("i we they he she it that when of");

    private RelativeWords() {}

    static boolean begins(String word) {
        return WEEKDAYS.containsKey(word);
    }

    /** The date that begins there. */
    static Optional<DatePoint> at(Line line, int at) {
        return stamp(line, at)
                .or(() -> yesterday(line, at))
                .or(() -> last(line, at))
                .or(() -> monthThisYear(line, at))
                .or(() -> following(line, at))
                .or(() -> nth(line, at))
                .or(() -> CountedDates.at(line, at));
    }

    /** "Wed 5:32 PM": nobody knows which week. */
    private static Optional<DatePoint> stamp(Line line, int at) {
        int time = line.is(at + 1, Set.of(",", ".", "at")) ? at + 2 : at + 1;
        return WEEKDAYS.containsKey(line.at(at)) && line.capital(at) && line.shape(time, Line.Shape.TIME)
                ? Optional.of(DatePoint.open(time + 1, Precision.DAY))
                : Optional.empty();
    }

    private static Optional<DatePoint> yesterday(Line line, int at) {
        if (line.stands(at, "the", "day", "before", "yesterday")) {
            return Optional.of(ago(at + 4, 2));
        }
        if (line.is(at, "yesterday")) {
            return Optional.of(ago(at + 1, 1));
        }
        return line.stands(at, "last", "night") ? Optional.of(ago(at + 2, 1)) : Optional.empty();
    }

    private static DatePoint ago(int to, int days) {
        return DatePoint.from(
                Needs.ACCOUNT_DATE,
                to,
                Precision.DAY,
                base -> Optional.of(
                        Bounds.days(base.begin().minusDays(days), base.end().minusDays(days))));
    }

    /** "Last summer", "this year", "next March", "last Tuesday". */
    private static Optional<DatePoint> last(Line line, int at) {
        int word = line.stands(at, "this", "past") ? at + 1 : at;
        boolean past = line.is(at, "last") || word > at;
        int turn = past ? -1 : line.is(at, "next") ? 1 : line.is(at, "this") ? 0 : 2;
        if (turn == 2 || line.is(at - 1, NOT_LAST) || line.is(word + 2, "of")) {
            return Optional.empty();
        }
        String what = line.at(word + 1);
        int to = word + 2;
        Season season = CalendarWords.SEASONS.get(what);
        if (season != null) {
            return Optional.of(
                    DatePoint.from(Needs.ACCOUNT_DATE, to, Precision.SEASON, base -> near(base, turn, season::of)));
        }
        Optional<Month> month = CalendarWords.monthName(line, word + 1);
        if (month.isPresent() && turn != 0) {
            return Optional.of(DatePoint.from(
                    Needs.ACCOUNT_DATE,
                    to,
                    Precision.MONTH,
                    base -> near(base, turn, year -> Bounds.month(year, month.get()))));
        }
        if (line.is(word + 1, Set.of("christmas", "xmas")) && turn != 0) {
            return Optional.of(DatePoint.from(
                    Needs.ACCOUNT_DATE,
                    to,
                    Precision.DAY,
                    base -> near(
                            base, turn, year -> Bounds.days(LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 26)))));
        }
        DayOfWeek day = WEEKDAYS.get(what);
        if (day != null && turn == -1 && line.capital(word + 1)) {
            return Optional.of(DatePoint.from(
                    Needs.ACCOUNT_DATE,
                    to,
                    Precision.DAY,
                    base -> Optional.of(Bounds.days(
                            base.begin().with(TemporalAdjusters.previous(day)),
                            base.end().with(TemporalAdjusters.previous(day))))));
        }
        return turn == 1 && line.is(word + 1, Set.of("day", "morning", "night", "time"))
                ? Optional.empty()
                : unit(what).map(unit -> DatePoint.from(Needs.ACCOUNT_DATE, to, unit, base -> whole(base, unit, turn)));
    }

    private static Optional<Precision> unit(String word) {
        return switch (word) {
            case "week", "weekend" -> Optional.of(Precision.WEEK);
            case "month" -> Optional.of(Precision.MONTH);
            case "year" -> Optional.of(Precision.YEAR);
            default -> Optional.empty();
        };
    }

    /** The calendar week, month or year so many after that in which the days lie; empty if they lie in two. */
    private static Optional<Bounds> whole(Bounds base, Precision unit, int turn) {
        Bounds one = whole(base.begin(), unit, turn);
        Bounds other = whole(base.end(), unit, turn);
        return Optional.of(Bounds.days(one.begin(), other.end()));
    }

    private static Bounds whole(LocalDate day, Precision unit, int turn) {
        return switch (unit) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(turn);
                yield Bounds.days(monday, monday.plusDays(6));
            }
            case MONTH -> {
                LocalDate moved = day.plusMonths(turn);
                yield Bounds.month(moved.getYear(), moved.getMonth());
            }
            case YEAR -> Bounds.years(day.getYear() + turn, day.getYear() + turn);
            case DAY, SEASON, DECADE, PERIOD, OPEN -> Bounds.day(day.plusDays(turn));
        };
    }

    /** The last that was over, the one of that year, or the first that had not begun. */
    private static Optional<Bounds> near(Bounds base, int turn, Function<Integer, Bounds> inYear) {
        int year = base.begin().getYear();
        if (turn == 0) {
            Bounds before = inYear.apply(year - 1);
            return Optional.of(before.end().isBefore(base.begin()) ? inYear.apply(year) : before);
        }
        for (int i = 0; i < 3; i++) {
            Bounds one = inYear.apply(turn < 0 ? year - i : year + i);
            if (turn < 0 ? one.end().isBefore(base.begin()) : one.begin().isAfter(base.end())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** "May this year", "in March of last year". */
    private static Optional<DatePoint> monthThisYear(Line line, int at) {
        Optional<Month> month = CalendarWords.monthName(line, at);
        int which = line.is(at + 1, "of") ? at + 2 : at + 1;
        if (month.isEmpty() || !line.is(which + 1, "year") || !line.is(which, Set.of("this", "last", "next"))) {
            return Optional.empty();
        }
        int turn = line.is(which, "this") ? 0 : line.is(which, "last") ? -1 : 1;
        return Optional.of(DatePoint.from(
                Needs.ACCOUNT_DATE,
                which + 2,
                Precision.MONTH,
                base -> Optional.of(Bounds.month(base.begin().getYear() + turn, month.get()))));
    }

    /** "That summer", "the same month", "the following spring", "the next day", "the year after". */
    private static Optional<DatePoint> following(Line line, int at) {
        boolean same = line.stands(at, "that", "same") || line.stands(at, "the", "same");
        boolean that = line.is(at, "that");
        boolean next = line.stands(at, "the", "following") || line.stands(at, "the", "next");
        boolean after = line.is(at, "the") && line.is(at + 2, "after") && ends(line, at + 3);
        boolean before = line.is(at, "the") && line.is(at + 2, "before") && ends(line, at + 3);
        if (!same && !that && !next && !after && !before) {
            return Optional.empty();
        }
        int what = same || next ? at + 2 : at + 1;
        int to = after || before ? what + 2 : what + 1;
        int turn = next || after ? 1 : before ? -1 : 0;
        Season season = CalendarWords.SEASONS.get(line.at(what));
        if (season != null) {
            return Optional.of(
                    DatePoint.from(Needs.PREVIOUS, to, Precision.SEASON, told -> season(told, turn, season)));
        }
        if (line.is(what, "day") && turn != 0) {
            return Optional.of(DatePoint.from(
                    Needs.PREVIOUS,
                    to,
                    Precision.DAY,
                    told -> Optional.of(
                            Bounds.days(told.begin().plusDays(turn), told.end().plusDays(turn)))));
        }
        Optional<Precision> unit = unit(line.at(what)).filter(found -> !line.is(to, GOES_ON) || same);
        return unit.map(one -> DatePoint.from(Needs.PREVIOUS, to, one, told -> sameOrNext(told, one, turn)));
    }

    static boolean ends(Line line, int at) {
        return at >= line.size() || line.is(at, Set.of(",", ".", ";", "!", ")", "—"));
    }

    /** Of a date that is no finer than the unit, all of it may be meant. */
    private static Optional<Bounds> sameOrNext(Bounds told, Precision unit, int turn) {
        long days = told.end().toEpochDay() - told.begin().toEpochDay();
        long longest = unit == Precision.WEEK ? 14 : unit == Precision.MONTH ? 62 : 400;
        if (days <= longest) {
            return whole(told, unit, turn);
        }
        String name = unit.toString();
        return turn == 0 ? Optional.of(told) : told.shifted(Quantity.of(BigDecimal.ONE), name, turn > 0);
    }

    private static Optional<Bounds> season(Bounds told, int turn, Season season) {
        if (told.end().toEpochDay() - told.begin().toEpochDay() > 366) {
            return Optional.empty();
        }
        for (int year = told.begin().getYear() - 1; year <= told.end().getYear() + 1; year++) {
            Bounds one = season.of(year);
            if (turn == 0
                    ? !one.end().isBefore(told.begin())
                    : turn > 0 && one.begin().isAfter(told.end())) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** "My first year", "our third month". */
    private static Optional<DatePoint> nth(Line line, int at) {
        int n = line.is(at, WHOSE) ? NTH.indexOf(line.at(at + 1)) + 1 : 0;
        Optional<Precision> unit = unit(line.at(at + 2)).filter(one -> !line.is(at + 2, "weekend"));
        if (n == 0
                || unit.isEmpty()
                || (line.is(at + 3, Set.of("of", "at")) && !line.is(at + 4, Set.of("membership", "there")))) {
            return Optional.empty();
        }
        return Optional.of(DatePoint.from(Needs.JOINING, at + 3, unit.get(), joined -> switch (unit.get()) {
            case WEEK ->
                Optional.of(Bounds.days(
                        joined.begin().plusWeeks(n - 1), joined.end().plusWeeks(n)));
            case MONTH ->
                Optional.of(Bounds.days(
                        joined.begin().plusMonths(n - 1), joined.end().plusMonths(n)));
            default ->
                Optional.of(Bounds.days(
                        joined.begin().plusYears(n - 1), joined.end().plusYears(n)));
        }));
    }
}
