package org.afterword.workbench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.coding.Coded;
import org.afterword.facts.Timeline;
import org.afterword.model.Fact;

/** What somebody tells, in the order of time, and the times of which nothing is told. */
final class MineTime {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private final State state;
    private static final int PAGE = 100;
    private final List<Placed> placed = new ArrayList<>();
    private final List<MineSheets.Moment> undated = new ArrayList<>();

    private record Placed(LocalDate from, LocalDate to, MineSheets.Moment moment) {}

    private MineTime(Desk desk) {
        this.state = desk.state();
        Timeline.of(desk.stated().under(FactFilters.DATES)).forEach(this::event);
        state.lines().all().forEach(this::written);
        placed.sort(Comparator.comparing(Placed::from).thenComparing(Placed::to));
    }

    /** @param number of the page, from 1 */
    static MineSheets.Time of(Desk desk, int number) {
        var time = new MineTime(desk);
        List<MineSheets.Moment> moments = time.withGaps();
        Slice<MineSheets.Moment> page = Slice.of(moments, number, PAGE);
        long gaps = moments.stream().filter(MineSheets.Moment::gap).count();
        return new MineSheets.Time(
                desk.frame("Afterword: when it was", MinePage.TIME),
                page.shown(),
                page.number() == page.pages() ? time.undated : List.of(),
                moments.isEmpty()
                        ? ""
                        : gaps == 0
                                ? "There is no half year of which nothing is told."
                                : "Of " + Phrases.count(gaps, "time", "times")
                                        + " of half a year or more nothing dated is told.",
                page.previous(MinePage.TIME + "?page="),
                page.next(MinePage.TIME + "?page="));
    }

    private void event(Timeline.Event event) {
        Fact.Dated date = event.fact();
        var moment = new MineSheets.Moment(
                FactWords.date(date),
                event.known().sentence().quote().strip(),
                source(state.line(event.known().words().account())),
                event.known().status() == Coded.Status.ACCEPTED,
                false);
        Optional<LocalDate> begins = Timeline.begins(date);
        if (begins.isPresent()) {
            placed.add(new Placed(begins.get(), date.latest().orElse(begins.get()), moment));
        } else {
            undated.add(moment);
        }
    }

    private void written(Lines.Line line) {
        line.date()
                .flatMap(when -> when.earliest().map(LocalDateTime::toLocalDate).map(day -> {
                    var moment =
                            new MineSheets.Moment(Phrases.date(when), "This was written.", source(line), true, false);
                    return new Placed(
                            day, when.latest().map(LocalDateTime::toLocalDate).orElse(day), moment);
                }))
                .ifPresent(placed::add);
    }

    private static Sheets.Way source(Lines.Line line) {
        return new Sheets.Way("/account/" + line.id(), Phrases.shortened(line.title(), 60));
    }

    private List<MineSheets.Moment> withGaps() {
        var moments = new ArrayList<MineSheets.Moment>();
        LocalDate until = placed.isEmpty() ? LocalDate.MIN : placed.getFirst().from();
        for (Placed one : placed) {
            Timeline.gap(until, one.from()).ifPresent(gap -> moments.add(gap(gap)));
            moments.add(one.moment());
            until = one.to().isAfter(until) ? one.to() : until;
        }
        return moments;
    }

    private static MineSheets.Moment gap(Timeline.Gap gap) {
        return new MineSheets.Moment(
                MONTH.format(gap.from()) + " – " + MONTH.format(gap.to()),
                "Of " + Phrases.count(gap.months(), "month", "months") + " nothing dated is told.",
                new Sheets.Way("", ""),
                false,
                true);
    }
}
