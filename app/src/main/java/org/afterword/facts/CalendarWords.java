package org.afterword.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.afterword.facts.Bounds.Season;
import org.afterword.facts.DatePoint.Needs;
import org.afterword.model.Hedge;
import org.afterword.model.Precision;

/** Dates that say themselves: "12 March 2021", "3/4/19", "the summer of 1998", "the early nineties", "2016". */
final class CalendarWords {
    private static final Map<String, Month> MONTHS = new HashMap<>();
    static final Map<String, Season> SEASONS = Map.of(
            "spring",
            Season.SPRING,
            "summer",
            Season.SUMMER,
            "autumn",
            Season.AUTUMN,
            "fall",
            Season.AUTUMN,
            "winter",
            Season.WINTER);
    private static final Map<String, Integer> DECADES = Map.of(
            "forties",
            1940,
            "fifties",
            1950,
            "sixties",
            1960,
            "seventies",
            1970,
            "eighties",
            1980,
            "nineties",
            1990,
            "noughties",
            2000);
    static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");
    private static final Set<String> NOT_MONTHS = Set.of("may", "march", "mar", "dec", "sun", "jan", "august");

    static {
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(java.util.Locale.ROOT);
            MONTHS.put(name, month);
            MONTHS.put(name.substring(0, 3), month);
        }
        MONTHS.put("sept", Month.SEPTEMBER);
    }

    private CalendarWords() {}

    static boolean begins(String word) {
        return MONTHS.containsKey(word) || SEASONS.containsKey(word) || DECADES.containsKey(word);
    }

    /** The date that begins there, after its preposition. */
    static Optional<DatePoint> at(Line line, int from) {
        int at = line.is(from, "the") ? from + 1 : from;
        return DateParts.week(line, at)
                .or(() -> DateParts.part(line, at))
                .or(() -> NumericDates.at(line, at))
                .or(() -> dayAndMonth(line, at))
                .or(() -> monthAndDay(line, at))
                .or(() -> season(line, at))
                .or(() -> decade(line, at, at > from || line.is(from - 1, "the")))
                .or(() -> year(line, at));
    }

    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Month> monthName(Line line, int at) {
        String text = line.at(at);
        Month month = MONTHS.get(text);
        boolean sure = month != null
                && (line.capital(at) || !NOT_MONTHS.contains(text))
                && (text.length() > 3 || line.capital(at));
        return sure ? Optional.of(month) : Optional.empty();
    }

    private record DayOfMonth(int day, int next) {}

    private static Optional<DayOfMonth> dayOfMonth(Line line, int at) {
        if (line.shape(at, Line.Shape.NUMBER) && line.at(at).matches("[0-3]?\\d")) {
            int day = Integer.parseInt(line.at(at));
            boolean suffix = line.glued(at + 1) && line.is(at + 1, SUFFIXES);
            boolean dot = line.is(at + 1, ".") && line.glued(at + 1);
            return day >= 1 && day <= 31
                    ? Optional.of(new DayOfMonth(day, suffix || dot ? at + 2 : at + 1))
                    : Optional.empty();
        }
        int ordinal = ORDINALS.indexOf(line.at(at));
        return ordinal >= 0 ? Optional.of(new DayOfMonth(ordinal + 1, at + 1)) : Optional.empty();
    }

    /** "12 March 2021", "the 5th of November", "3 to 10 August 2019". */
    private static Optional<DatePoint> dayAndMonth(Line line, int at) {
        Optional<DayOfMonth> first = dayOfMonth(line, at);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int next = first.get().next();
        if (line.is(next, Set.of("to", "-", "–", "until", "and", "or"))) {
            Optional<DayOfMonth> second = dayOfMonth(line, next + 1);
            return second.flatMap(last -> dayIn(line, last)
                    .flatMap(end -> end.stated()
                            .filter(Bounds::closed)
                            .flatMap(bounds -> day(
                                    bounds.begin().getYear(),
                                    bounds.begin().getMonthValue(),
                                    first.get().day()))
                            .filter(begin ->
                                    !begin.isAfter(end.stated().orElseThrow().end()))
                            .map(begin -> DatePoint.stated(
                                    end.to(),
                                    line.is(next, "or") ? Precision.DAY : Precision.PERIOD,
                                    Bounds.days(
                                            begin, end.stated().orElseThrow().end())))));
        }
        return dayIn(line, first.get());
    }

    private static Optional<DatePoint> dayIn(Line line, DayOfMonth day) {
        int at = line.is(day.next(), "of") ? day.next() + 1 : day.next();
        Optional<Month> month = monthName(line, at);
        return month.flatMap(one -> dated(line, one, day.day(), afterMonth(line, at)));
    }

    private static int afterMonth(Line line, int at) {
        return line.is(at + 1, ".") && line.at(at).length() <= 4 ? at + 2 : at + 1;
    }

    private static Optional<DatePoint> dated(Line line, Month month, int day, int after) {
        int at = line.is(after, ",") || line.is(after, "of") ? after + 1 : after;
        OptionalInt year = yearNumber(line, at);
        if (year.isPresent()) {
            return day(year.getAsInt(), month.getValue(), day)
                    .map(one -> DatePoint.stated(at + 1, Precision.DAY, Bounds.day(one)));
        }
        return day <= month.maxLength()
                ? Optional.of(DatePoint.from(
                        Needs.NEAR,
                        after,
                        Precision.DAY,
                        before -> sameYear(
                                        before, at2 -> Bounds.month(at2.begin().getYear(), month))
                                .flatMap(bounds -> day(bounds.begin().getYear(), month.getValue(), day))
                                .map(Bounds::day)))
                : Optional.empty();
    }

    /** "March 3rd, 2011", "May 2020", "in May". */
    private static Optional<DatePoint> monthAndDay(Line line, int at) {
        Optional<Month> month = monthName(line, at);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int after = afterMonth(line, at);
        Optional<DayOfMonth> day = dayOfMonth(line, after)
                .filter(one ->
                        line.shape(after, Line.Shape.NUMBER) && !line.is(one.next(), Set.of("years", "people", "of")));
        if (day.isPresent()) {
            return dated(line, month.get(), day.get().day(), day.get().next());
        }
        return month(line, at);
    }

    static Optional<DatePoint> month(Line line, int at) {
        Optional<Month> month = monthName(line, at);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int after = afterMonth(line, at);
        int year = line.is(after, Set.of("of", ",", "/")) ? after + 1 : after;
        OptionalInt number = yearNumber(line, year);
        if (number.isPresent()) {
            return Optional.of(
                    DatePoint.stated(year + 1, Precision.MONTH, Bounds.month(number.getAsInt(), month.get())));
        }
        boolean apostrophe = (line.is(after, "'") || line.is(after, "’"))
                && line.at(after + 1).matches("\\d\\d");
        if (apostrophe) {
            return Optional.of(DatePoint.stated(
                    after + 2, Precision.MONTH, Bounds.month(century(line.at(after + 1)), month.get())));
        }
        return Optional.of(DatePoint.from(
                        Needs.NEAR,
                        at + 1,
                        Precision.MONTH,
                        before ->
                                sameYear(before, one -> Bounds.month(one.begin().getYear(), month.get())))
                .asPlain());
    }

    /** What the words can mean in the year of the date before, if it is not before that date. */
    private static Optional<Bounds> sameYear(Bounds before, UnaryOperator<Bounds> inYear) {
        if (!before.closed() || before.begin().getYear() != before.end().getYear()) {
            return Optional.empty();
        }
        return Optional.of(inYear.apply(before)).filter(found -> !found.end().isBefore(before.begin()));
    }

    static Optional<DatePoint> season(Line line, int at) {
        Season season = SEASONS.get(line.at(at));
        boolean feast = line.is(at, Set.of("christmas", "xmas", "easter"));
        if (season == null && !feast) {
            return Optional.empty();
        }
        int next = line.is(at + 1, "of") || line.is(at + 1, ",") ? at + 2 : at + 1;
        next = line.is(next, Set.of("day", "eve")) ? next + 1 : next;
        OptionalInt year = yearNumber(line, next);
        if (year.isEmpty()) {
            return Optional.empty();
        }
        int number = year.getAsInt();
        if (feast) {
            Bounds days = line.is(at, "easter")
                    ? Bounds.days(LocalDate.of(number, 3, 22), LocalDate.of(number, 5, 8))
                    : Bounds.days(LocalDate.of(number, 12, 24), LocalDate.of(number, 12, 26));
            return Optional.of(
                    DatePoint.stated(next + 1, line.is(at, "easter") ? Precision.SEASON : Precision.DAY, days));
        }
        Bounds days = season.of(number);
        // the winter of 2018 can be the one that began in 2017
        Bounds bounds = season == Season.WINTER ? Bounds.days(LocalDate.of(number - 1, 12, 1), days.end()) : days;
        return Optional.of(DatePoint.stated(next + 1, Precision.SEASON, bounds));
    }

    static Optional<DatePoint> decade(Line line, int at, boolean article) {
        Integer named = DECADES.get(line.at(at));
        if (named != null && article) {
            return Optional.of(DatePoint.stated(at + 1, Precision.DECADE, Bounds.years(named, named + 9)));
        }
        int number = line.is(at, "'") || line.is(at, "’") || line.is(at, "‘") ? at + 1 : at;
        boolean apart = (line.is(number + 1, "'") || line.is(number + 1, "’"))
                && line.glued(number + 1)
                && line.is(number + 2, "s");
        if (apart && line.at(number).matches("(?:19\\d|20[0-3])0")) {
            int begin = Integer.parseInt(line.at(number));
            return Optional.of(DatePoint.stated(number + 3, Precision.DECADE, Bounds.years(begin, begin + 9)));
        }
        boolean s = line.shape(number, Line.Shape.NUMBER)
                && line.is(number + 1, "s")
                && line.glued(number + 1)
                && line.at(number).matches("(?:19\\d|20[0-3]|[0-9])0");
        if (!s || (line.at(number).length() == 2 && !article && number == at)) {
            return Optional.empty();
        }
        int year = line.at(number).length() == 4 ? Integer.parseInt(line.at(number)) : century(line.at(number));
        return Optional.of(DatePoint.stated(number + 2, Precision.DECADE, Bounds.years(year, year + 9)));
    }

    private static int century(String digits) {
        int year = Integer.parseInt(digits);
        return year + (year < Line.THIS_CENTURY ? 2000 : 1900);
    }

    static OptionalInt yearNumber(Line line, int at) {
        return line.shape(at, Line.Shape.NUMBER) && line.at(at).matches("19\\d\\d|20[0-3]\\d")
                ? OptionalInt.of(Integer.parseInt(line.at(at)))
                : OptionalInt.empty();
    }

    static Optional<DatePoint> year(Line line, int from) {
        int at = line.is(from, "year") ? from + 1 : from;
        OptionalInt year = yearNumber(line, at);
        if (year.isEmpty()
                || Currencies.behind(line, at + 1).isPresent()
                || LengthFinder.UNITS.containsKey(line.at(at + 1))) {
            return Optional.empty();
        }
        int one = year.getAsInt();
        boolean joined =
                line.is(at + 1, Set.of("/", "-", "–")) && line.glued(at + 1) && line.shape(at + 2, Line.Shape.NUMBER);
        if (joined && line.at(at + 2).matches("\\d\\d") && Integer.parseInt(line.at(at + 2)) == (one + 1) % 100) {
            return Optional.of(DatePoint.stated(at + 3, Precision.YEAR, Bounds.years(one, one + 1)));
        }
        OptionalInt other = yearNumber(line, at + 2);
        if (line.is(at + 1, "or") && other.isPresent() && other.getAsInt() > one) {
            return Optional.of(DatePoint.stated(at + 3, Precision.YEAR, Bounds.years(one, other.getAsInt()))
                    .hedged(Hedge.OR)
                    .asPlain());
        }
        DatePoint point = DatePoint.stated(at + 1, Precision.YEAR, Bounds.years(one, one));
        return Optional.of(at > from ? point : point.asPlain());
    }
}
