package org.afterword.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when until when something was so, no more exact than it is known.
 *
 * @param from a year, month or day ("2009", "2009-05", "2009-05-01"), included; empty if it is not known
 * @param until the same, included; empty if it is not known, or still so
 */
public record Era(Optional<String> from, Optional<String> until) {
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern BEHIND = Pattern.compile("(.*\\S)\\s*\\(([0-9.-]+)\\)\\s*");
    private static final String TO = "..";

    /** A text and the era in brackets behind it. */
    public record Behind(String text, Optional<Era> era) {
        /** "The Circle (2009..2014)". */
        public static Behind parse(String text) {
            Matcher matcher = BEHIND.matcher(text);
            return matcher.matches()
                    ? new Behind(matcher.group(1), Optional.of(Era.parse(matcher.group(2))))
                    : new Behind(text.strip(), Optional.empty());
        }

        @Override
        public String toString() {
            return text + era.map(one -> " (" + one + ")").orElse("");
        }
    }

    /**
     * Reads "2011", "2009..2014", "2009-05..", "..2014".
     *
     * @throws IllegalArgumentException with a sentence that says how to write it
     */
    public static Era parse(String text) {
        int to = text.indexOf(TO);
        if (to < 0) {
            Optional<String> at = date(text, text);
            return new Era(at, at);
        }
        var era = new Era(date(text.substring(0, to), text), date(text.substring(to + TO.length()), text));
        if (era.from.isEmpty() && era.until.isEmpty()) {
            throw wrong(text, null);
        }
        if (era.from.isPresent()
                && era.until.isPresent()
                && era.from.get().substring(0, 4).compareTo(era.until.get().substring(0, 4)) > 0) {
            throw new IllegalArgumentException("'" + text + "' ends before it begins");
        }
        return era;
    }

    private static Optional<String> date(String date, String whole) {
        if (date.isEmpty()) {
            return Optional.empty();
        }
        if (!DATE.matcher(date).matches()) {
            throw wrong(whole, null);
        }
        try {
            if (date.length() > 7) {
                LocalDate.parse(date);
            } else if (date.length() > 4) {
                YearMonth.parse(date);
            }
        } catch (DateTimeParseException e) {
            throw wrong(whole, e);
        }
        return Optional.of(date);
    }

    private static IllegalArgumentException wrong(String text, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no time; write (2011), (2009..2014), (2009-05..) or (..2014)", cause);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return from.equals(until) ? from.orElse("") : from.orElse("") + TO + until.orElse("");
    }
}
