package org.afterword.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.afterword.coding.Coded.Status;
import org.afterword.facts.Known;
import org.afterword.facts.Timeline;

/** The dates that accounts tell, in the order of time. */
final class TimelinePage {
    static final String ADDRESS = "/timeline";
    private static final int PAGE = 50;
    private static final int DRAWN = 150;
    private static final int TICKS = 6;

    private TimelinePage() {}

    /**
     * @param show which dates; all that nobody rejected, if it is none of the filters
     * @param number the page's, from 1
     */
    static FactSheets.FactsSheet of(Desk desk, String show, int number) {
        State state = desk.state();
        Headed<Known> facts = desk.stated();
        String asked = FactFilters.SHOWN.contains(show) ? show : "all";
        Slice<Known> slice = Slice.of(facts.under(FactFilters.heading(FactFilters.DATES, asked)), number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        var rows = new FactRows(state);
        return new FactSheets.FactsSheet(
                desk.frame("Afterword: timeline", ADDRESS),
                here + "&page=" + slice.number(),
                "Timeline",
                FactFilters.summary(
                        facts,
                        FactFilters.DATES,
                        "date",
                        "dates",
                        desk.contents().blind()),
                facts.count(FactFilters.DATES) + facts.count(FactFilters.heading(FactFilters.DATES, "rejected")) == 0
                        ? "No dates are known. “Look for them now” on the page of the case finds them in English accounts."
                        : "",
                List.of(
                        "A date has a first and a last day that its words can mean. A bar covers them; dots lead on where there is none.",
                        "What is wrong is rejected; it cannot be changed, since it is read out of the words."),
                picture(facts).stream().toList(),
                FactFilters.byStatus(ADDRESS, facts, FactFilters.DATES),
                here,
                "When",
                slice.shown().stream().map(rows::row).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static Optional<FactSheets.Strip> picture(Headed<Known> facts) {
        int dated = facts.count(FactFilters.DRAWN);
        if (dated == 0) {
            return Optional.empty();
        }
        List<Timeline.Event> drawn =
                Timeline.of(facts.under(FactFilters.DRAWN).stream().limit(DRAWN).toList());
        List<LocalDate> days = drawn.stream()
                .flatMap(event -> Stream.concat(event.fact().earliest().stream(), event.fact().latest().stream()))
                .sorted()
                .toList();
        int first = days.getFirst().getYear();
        int last = days.getLast().getYear() + 1;
        var strips = new Strips(day(LocalDate.of(first, 1, 1)), day(LocalDate.of(last, 1, 1)));
        strips.lanes("", drawn.stream().map(TimelinePage::stretch).toList());
        var ticks = new ArrayList<FactSheets.Tick>();
        int step = step(last - first);
        for (int year = Math.ceilDiv(first, step) * step; year <= last; year += step) {
            ticks.add(strips.tick(day(LocalDate.of(year, 1, 1)), Integer.toString(year)));
        }
        int open = facts.count(FactFilters.DRAWN + FactFilters.OPEN);
        int undated = facts.count(FactFilters.DATES) - dated;
        String described = Phrases.count(dated, "date", "dates") + " between " + first + " and " + (last - 1) + ": "
                + (dated - open) + " accepted by a person, " + open + " only suggested."
                + (undated == 0
                        ? ""
                        : " " + undated + " more cannot be reckoned and " + (undated == 1 ? "is" : "are")
                                + " not drawn.")
                + (drawn.size() < dated ? " The first " + drawn.size() + " are drawn." : "")
                + " The table below has each of them.";
        return Optional.of(strips.strip("years", "When it was", described, ticks));
    }

    private static Strips.Stretch stretch(Timeline.Event event) {
        return new Strips.Stretch(
                event.fact().earliest().map(TimelinePage::at).orElse(OptionalDouble.empty()),
                event.fact().latest().map(TimelinePage::at).orElse(OptionalDouble.empty()),
                event.known().status() == Status.SUGGESTED);
    }

    private static OptionalDouble at(LocalDate date) {
        return OptionalDouble.of(day(date));
    }

    private static double day(LocalDate date) {
        return date.toEpochDay();
    }

    /** Years between two ticks. */
    private static int step(int years) {
        return Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500)
                .filter(step -> years / step < TICKS)
                .min(Comparator.naturalOrder())
                .orElse(1000);
    }
}
