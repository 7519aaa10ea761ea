package org.afterword.publishing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.afterword.model.Fact;
import org.afterword.model.When;
import org.afterword.page.Strings;

/**
 * How a dossier writes days: "4 May 2019"; or no more of them than months.
 *
 * @param months whether months are all that may be said
 */
record Days(Strings strings, boolean months) {
    String day(LocalDate day) {
        return months
                ? Months.month(strings, YearMonth.from(day))
                : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag(strings.language()))
                        .format(day);
    }

    /** Whole years are said as such. */
    String between(LocalDate from, LocalDate to) {
        if (from.getDayOfYear() == 1 && to.equals(LocalDate.of(to.getYear(), 12, 31))) {
            return from.getYear() == to.getYear()
                    ? Integer.toString(from.getYear())
                    : strings.say("days.between", Integer.toString(from.getYear()), Integer.toString(to.getYear()));
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))
                && (months || (from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth()))) {
            return Months.month(strings, YearMonth.from(from));
        }
        return from.equals(to) ? day(from) : strings.say("days.between", day(from), day(to));
    }

    String told(Fact.Dated date) {
        if (!date.readings().isEmpty()) {
            return date.readings().stream()
                    .map(this::day)
                    .distinct()
                    .collect(Collectors.joining(strings.say("days.or")));
        }
        if (date.earliest().isPresent() && date.latest().isPresent()) {
            return between(date.earliest().get(), date.latest().get());
        }
        return date.earliest()
                .map(from -> strings.say("days.from", day(from)))
                .or(() -> date.latest().map(to -> strings.say("days.until", day(to))))
                .orElse(strings.say("days.unknown"));
    }

    Optional<String> written(Optional<When> when) {
        return when.flatMap(one ->
                one.earliest().flatMap(from -> one.latest().map(to -> between(from.toLocalDate(), to.toLocalDate()))));
    }
}
