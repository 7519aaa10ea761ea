package org.afterword.facts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.afterword.coding.Coded;
import org.afterword.model.Fact;

/** The dates of a case in the order of time. */
public final class Timeline {
    /** Of how many days nothing may be told before a gap is spoken of. */
    private static final int GAP = 183;

    /** By the first day that a date can mean, else by the last, the shorter span first; what has neither at the end. */
    public static final Comparator<Fact.Dated> ORDER =
            Comparator.comparing(Timeline::begin).thenComparing(Timeline::end);

    private Timeline() {}

    /** A time of which nothing dated is told. */
    public record Gap(LocalDate from, LocalDate to) {
        /** Whole ones. */
        public int months() {
            return (int) ChronoUnit.MONTHS.between(from, to);
        }
    }

    /** Between the last day of which something is told and the next; empty if it is too short to be spoken of. */
    public static Optional<Gap> gap(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) > GAP ? Optional.of(new Gap(from, to)) : Optional.empty();
    }

    /** Where an event is put; what may have been at any time before a day is put on that day. */
    public static Optional<LocalDate> begins(Fact.Dated date) {
        return date.earliest().or(date::latest);
    }

    /** @param fact the date of {@code known} */
    public record Event(Known known, Fact.Dated fact) {}

    /**
     * The dates that nobody rejected: by the first day that they can mean, else by the last, the shorter span first; what
     * has neither comes at the end. What is alike stays in the order of the accounts.
     */
    public static List<Event> of(List<Known> facts) {
        return facts.stream()
                .filter(known -> known.status() != Coded.Status.REJECTED)
                .flatMap(known -> known.fact() instanceof Fact.Dated dated
                        ? java.util.stream.Stream.of(new Event(known, dated))
                        : java.util.stream.Stream.empty())
                .sorted(Comparator.comparing(Event::fact, ORDER))
                .toList();
    }

    private static LocalDate begin(Fact.Dated date) {
        return begins(date).orElse(LocalDate.MAX);
    }

    private static LocalDate end(Fact.Dated date) {
        return date.latest().orElse(LocalDate.MAX);
    }
}
