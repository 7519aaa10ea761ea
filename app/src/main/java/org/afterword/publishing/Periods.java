package org.afterword.publishing;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.afterword.model.When;

/** Dates as months. */
final class Periods {
    /** A page says when accounts were written only if there are so many of them that none stands out. */
    private static final int DATED = 3;

    private Periods() {}

    /** The month, or the months between which it can be; empty if a source leaves an end open. */
    static Optional<Shown.Period> of(Optional<When> when) {
        Optional<LocalDateTime> from = when.flatMap(When::earliest);
        Optional<LocalDateTime> to = when.flatMap(When::latest);
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Shown.Period(YearMonth.from(from.get()), YearMonth.from(to.get())))
                : Optional.empty();
    }

    /** From the first to the last; empty if too few are known. */
    static Optional<Shown.Period> ofAll(Collection<Optional<When>> dates) {
        List<Shown.Period> known =
                dates.stream().flatMap(date -> of(date).stream()).toList();
        if (known.size() < DATED) {
            return Optional.empty();
        }
        YearMonth from =
                known.stream().map(Shown.Period::from).min(YearMonth::compareTo).orElseThrow();
        YearMonth to =
                known.stream().map(Shown.Period::to).max(YearMonth::compareTo).orElseThrow();
        return Optional.of(new Shown.Period(from, to));
    }
}
