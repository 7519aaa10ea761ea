package org.afterword.facts;

import java.util.Optional;
import java.util.Set;
import org.afterword.model.Hedge;
import org.afterword.model.Precision;

/** Dates with their prepositions: "since 2012", "from 2016 to 2019", "until the end of 2009". */
final class DateFinder {
    private static final Set<String> WITHIN =
            Words.of("in on at during of around about circa ca approximately for from into throughout back");
    private static final Set<String> ROUGHLY = Set.of("around", "about", "circa", "ca", "approximately", "roughly");
    private static final Set<String> TO = Set.of("to", "until", "till", "through", "-", "–", "—");
    private static final Set<String> NEEDS_NO_WORD = Set.of("(", ",", "[", "dated", "year");

    private DateFinder() {}

    /**
     * A date in a line.
     *
     * @param from its first piece
     * @param negatable whether a "not" before it says that it was not then
     */
    record Dated(int from, DatePoint point, boolean negatable) {}

    /** The date that begins there. */
    static Optional<Dated> at(Line line, int at) {
        Optional<DatePoint> relative = RelativeWords.at(line, at);
        if (relative.isPresent()) {
            return relative.map(point -> new Dated(at, point, true));
        }
        return range(line, at)
                .or(() -> ended(line, at))
                .or(() -> within(line, at))
                .or(() -> alone(line, at));
    }

    /** "From 2016 to 2019", "between May and July 2018", "2016–2019". */
    private static Optional<Dated> range(Line line, int at) {
        boolean from = line.is(at, "from");
        boolean between = line.is(at, "between");
        int start = from || between ? at + 1 : at;
        Optional<DatePoint> first = CalendarWords.at(line, start);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int link = first.get().to();
        boolean linked = between ? line.is(link, "and") : line.is(link, TO);
        boolean mark = line.is(link, Set.of("-", "–", "—", "/"));
        if (!linked || (!from && !between && !mark && first.get().plain() && !line.is(at - 1, "("))) {
            return Optional.empty();
        }
        Optional<DatePoint> last = CalendarWords.at(line, link + 1);
        Optional<Bounds> end = last.flatMap(DatePoint::stated).filter(Bounds::closed);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        Bounds to = end.get();
        Optional<Bounds> begin = first.get().stated().or(() -> yearOf(first.get(), to));
        return begin.filter(Bounds::closed)
                .filter(one -> !one.begin().isAfter(to.end()))
                .map(one -> new Dated(
                        at,
                        DatePoint.stated(last.get().to(), Precision.PERIOD, Bounds.days(one.begin(), to.end())),
                        true));
    }

    /** "From March to July 2018": of the same year, or of the year before. */
    private static Optional<Bounds> yearOf(DatePoint first, Bounds to) {
        int year = to.end().getYear();
        return first.reckon()
                .apply(Bounds.years(year, year))
                .filter(one -> !one.begin().isAfter(to.end()))
                .or(() -> first.reckon().apply(Bounds.years(year - 1, year - 1)));
    }

    /** "Since May 2020", "until 2006", "by 2014", "before 2005", "after 2010". */
    private static Optional<Dated> ended(Line line, int at) {
        String word = line.at(at);
        int start = line.stands(at, "up", "to") || line.stands(at, "up", "until") || line.stands(at, "prior", "to")
                ? at + 2
                : at + 1;
        boolean until = Set.of("until", "till", "til").contains(word) || (line.is(at, "up") && start == at + 2);
        boolean before = word.equals("before") || (word.equals("prior") && start == at + 2);
        boolean since = word.equals("since") || (word.equals("from") && onwards(line, start));
        if (!until && !before && !since && !Set.of("by", "after").contains(word)) {
            return Optional.empty();
        }
        int about = line.is(start, ROUGHLY) ? start + 1 : start;
        Optional<DatePoint> point = RelativeWords.at(line, about)
                .filter(one -> one.needs() == DatePoint.Needs.ACCOUNT_DATE)
                .or(() -> CalendarWords.at(line, about));
        return point.map(one -> {
            boolean notUntil = until && Clause.denied(line, at);
            DatePoint ended = notUntil
                    ? one
                    : since
                            ? one.then(
                                    Precision.PERIOD,
                                    bounds -> Optional.of(new Bounds(bounds.first(), Optional.empty())))
                            : until
                                    ? one.then(
                                            Precision.PERIOD,
                                            bounds -> Optional.of(new Bounds(Optional.empty(), bounds.last())))
                                    : word.equals("after")
                                            ? one.then(
                                                    Precision.OPEN,
                                                    bounds -> Optional.of(new Bounds(
                                                            bounds.last().map(day -> day.plusDays(1)),
                                                            Optional.empty())))
                                            : word.equals("by")
                                                    ? one.then(
                                                            Precision.OPEN,
                                                            bounds -> Optional.of(
                                                                    new Bounds(Optional.empty(), bounds.last())))
                                                    : one.then(
                                                            Precision.OPEN,
                                                            bounds -> Optional.of(new Bounds(
                                                                    Optional.empty(),
                                                                    bounds.first()
                                                                            .map(day -> day.minusDays(1)))));
            int to = since && word.equals("from")
                    ? one.to()
                            + (line.is(one.to(), "on") || line.is(one.to(), "onwards") || line.is(one.to(), "onward")
                                    ? 1
                                    : 0)
                    : one.to();
            return new Dated(at, (about > start ? ended.hedged(Hedge.ABOUT) : ended).over(to), false);
        });
    }

    private static boolean onwards(Line line, int start) {
        return CalendarWords.at(line, start)
                .filter(one -> line.is(one.to(), Set.of("on", "onwards", "onward", "until", "till")))
                .isPresent();
    }

    private static Optional<Dated> within(Line line, int at) {
        if (!line.is(at, WITHIN)) {
            return Optional.empty();
        }
        int start = line.is(at, "back") && line.is(at + 1, "in") ? at + 2 : at + 1;
        int about = line.is(start, ROUGHLY) ? start + 1 : start;
        boolean roughly = about > start || line.is(at, ROUGHLY);
        Optional<DatePoint> relative = RelativeWords.at(line, about);
        if (relative.isPresent()) {
            return relative.map(one -> new Dated(at, one, true));
        }
        Optional<DatePoint> point = either(line, about);
        boolean stillWords = line.is(at, "of") || line.is(at, "for") || line.is(at, "into") || line.is(at, "from");
        return point.filter(one -> !(stillWords
                                && one.plain()
                                && !(line.is(at, "from")
                                        && one.stated().isPresent()
                                        && !line.shape(one.to(), Line.Shape.WORD)))
                        || (line.is(at, "of")
                                && one.stated().isPresent()
                                && line.is(at - 1, Set.of("summer", "winter", "spring", "autumn", "fall"))))
                .filter(one -> !(one.plain()
                        && one.stated().isEmpty()
                        && !line.is(at, Set.of("in", "during", "around", "back"))))
                .map(one -> new Dated(at, roughly ? one.hedged(Hedge.ABOUT) : one, true));
    }

    /** "May or June 2020". */
    private static Optional<DatePoint> either(Line line, int at) {
        Optional<DatePoint> first = CalendarWords.at(line, at);
        if (first.isEmpty() || !line.is(first.get().to(), "or")) {
            return first;
        }
        Optional<DatePoint> second = CalendarWords.at(line, first.get().to() + 1);
        Optional<Bounds> last = second.flatMap(DatePoint::stated).filter(Bounds::closed);
        Optional<Bounds> begin = last.flatMap(to -> first.get().stated().or(() -> yearOf(first.get(), to)));
        return begin.filter(one -> one.begin().isBefore(last.get().end()))
                .map(one -> DatePoint.stated(
                                second.get().to(),
                                second.get().precision(),
                                Bounds.days(one.begin(), last.get().end()))
                        .hedged(Hedge.OR))
                .or(() -> first);
    }

    /** Without a preposition, where it cannot be anything else. */
    private static Optional<Dated> alone(Line line, int at) {
        Optional<DatePoint> point = either(line, at);
        boolean year = at == 0 || line.is(at - 1, NEEDS_NO_WORD);
        return point.filter(one -> one.stated().isPresent()
                        && (!one.plain()
                                || ((year && !line.shape(one.to(), Line.Shape.WORD))
                                        || line.is(one.to(), Set.of("was", "is")))))
                .map(one -> new Dated(at, one, true));
    }
}
