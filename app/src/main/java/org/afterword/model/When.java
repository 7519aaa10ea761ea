package org.afterword.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A point in time as a source gives it, no more exact than it is.
 *
 * @param written the source's own words ("Wed 5:32 PM", "03/04/2020")
 * @param earliest the first moment that it can mean, in the source's local time; empty if nothing is known
 * @param latest the last moment that it can mean
 * @param zone the offset or zone that the source gives ("+02:00", "Z"); empty if it gives none
 */
public record When(
        String written, Optional<LocalDateTime> earliest, Optional<LocalDateTime> latest, Optional<String> zone) {

    public static When exactly(String written, LocalDateTime moment, Optional<String> zone) {
        return new When(written, Optional.of(moment), Optional.of(moment), zone);
    }

    public static When day(String written, LocalDate day) {
        return new When(
                written, Optional.of(day.atStartOfDay()), Optional.of(day.atTime(23, 59, 59)), Optional.empty());
    }

    public static When between(String written, LocalDateTime earliest, LocalDateTime latest) {
        return new When(written, Optional.of(earliest), Optional.of(latest), Optional.empty());
    }

    /** Nothing but the words: "Wed 5:32 PM". */
    public static When undecided(String written) {
        return new When(written, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The day, where the source leaves no doubt about it. */
    public Optional<LocalDate> day() {
        return earliest.map(LocalDateTime::toLocalDate)
                .filter(day -> latest.map(LocalDateTime::toLocalDate).equals(Optional.of(day)));
    }
}
