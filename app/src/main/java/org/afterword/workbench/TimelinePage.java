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
import org.afterword.model.Fact;

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
        List<Timeline.Event> events = Timeline.of(desk.facts());
        List<Known> rejected = desk.facts().stream()
                .filter(known -> known.status() == Status.REJECTED && known.fact() instanceof Fact.Dated)
                .toList();
        List<Known> all = Stream.concat(events.stream().map(Timeline.Event::known), rejected.stream())
                .toList();
        String asked = List.of("open", "accepted", "rejected").contains(show) ? show : "all";
        List<Known> chosen = all.stream()
                .filter(known -> asked.equals("all")
                        ? known.status() != Status.REJECTED
                        : FactRows.word(known.status()).equals(asked))
                .toList();
        Slice<Known> slice = Slice.of(chosen, number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        var rows = new FactRows(state);
        return new FactSheets.FactsSheet(
                desk.frame("Afterword: timeline", ADDRESS),
                here + "&page=" + slice.number(),
                "Timeline",
                FactFilters.summary(
                        events.stream().map(Timeline.Event::known).toList(),
                        "date",
                        "dates",
                        desk.contents().blind()),
                all.isEmpty()
                        ? "No dates are known. “Look for them now” on the page of the case finds them in English accounts."
                        : "",
                List.of(
                        "A date has a first and a last day that its words can mean. A bar covers them; dots lead on where there is none.",
                        "What is wrong is rejected; it cannot be changed, since it is read out of the words."),
                picture(events).stream().toList(),
                FactFilters.byStatus(ADDRESS, all),
                here,
                "When",
                slice.shown().stream().map(rows::row).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static Optional<FactSheets.Strip> picture(List<Timeline.Event> events) {
        List<Timeline.Event> dated = events.stream()
                .filter(event -> event.fact().earliest().isPresent()
                        || event.fact().latest().isPresent())
                .toList();
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        List<Timeline.Event> drawn = dated.subList(0, Math.min(DRAWN, dated.size()));
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
        long open = dated.stream()
                .filter(event -> event.known().status() == Status.SUGGESTED)
                .count();
        int undated = events.size() - dated.size();
        String described =
                Phrases.count(dated.size(), "date", "dates") + " between " + first + " and " + (last - 1) + ": "
                        + (dated.size() - open) + " accepted by a person, " + open + " only suggested."
                        + (undated == 0
                                ? ""
                                : " " + undated + " more cannot be reckoned and " + (undated == 1 ? "is" : "are")
                                        + " not drawn.")
                        + (drawn.size() < dated.size() ? " The first " + drawn.size() + " are drawn." : "")
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
