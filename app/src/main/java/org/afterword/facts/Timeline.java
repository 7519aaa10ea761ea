package org.afterword.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.afterword.coding.Coded;
import org.afterword.model.Fact;

/** The dates of a case in the order of time. */
public final class Timeline {
    private Timeline() {}

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
                .sorted(Comparator.comparing(Timeline::begin).thenComparing(Timeline::end))
                .toList();
    }

    private static LocalDate begin(Event event) {
        return event.fact().earliest().or(event.fact()::latest).orElse(LocalDate.MAX);
    }

    private static LocalDate end(Event event) {
        return event.fact().latest().orElse(LocalDate.MAX);
    }
}
