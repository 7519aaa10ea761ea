package org.afterword.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.When;

/** Dates of mail (RFC 5322, with the old zones), and those of "From " lines, which have none. */
final class MailDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("GMT", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("Z", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));
    private static final String MONTH = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
    private static final String TIME = "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2}))?";
    private static final Pattern HEADER = Pattern.compile(
            "(?:[A-Za-z]{2,9},?\\s{1,9})?(?<day>\\d{1,2})[\\s-]{1,9}" + MONTH + "[\\s-]{1,9}(?<year>\\d{2,4})\\s{1,9}"
                    + TIME + "\\s{0,9}(?<zone>[+-]\\d{4}|[A-Z]{1,4})?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENVELOPE = Pattern.compile(
            "\\b" + MONTH + "\\s{1,9}(?<day>\\d{1,2})\\s{1,9}" + TIME
                    + "\\s{1,9}(?:(?<zone>[A-Z]{3,4}|[+-]\\d{4})\\s{1,9})?(?<year>\\d{4})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 120;

    private MailDate() {}

    /** What a Date field says; its own words only, where they are no date. */
    static Optional<When> of(String field) {
        String text = field.replaceAll("\\([^()]{0,60}\\)", " ").strip();
        String written = field.strip();
        if (written.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher found = HEADER.matcher(text);
        if (found.lookingAt()) {
            return Optional.of(at(written, found));
        }
        return envelope(text).or(() -> Dates.date(text)).or(() -> Optional.of(When.undecided(written)));
    }

    /** The date in a mailbox's "From " line. */
    static Optional<When> envelope(String line) {
        Matcher found = ENVELOPE.matcher(line.length() > LONGEST ? line.substring(line.length() - LONGEST) : line);
        return found.find() ? Optional.of(at(found.group(), found)) : Optional.empty();
    }

    private static When at(String written, Matcher found) {
        try {
            int year = Integer.parseInt(found.group("year"));
            // RFC 5322, 4.3
            year += found.group("year").length() == 4 ? 0 : year < 50 ? 2000 : 1900;
            String second = found.group("second");
            int seconds = second == null ? 0 : Math.min(59, Integer.parseInt(second));
            return When.exactly(
                    written,
                    LocalDateTime.of(
                            year,
                            MONTHS.indexOf(found.group("month").toLowerCase(Locale.ROOT)) + 1,
                            Integer.parseInt(found.group("day")),
                            Integer.parseInt(found.group("hour")),
                            Integer.parseInt(found.group("minute")),
                            seconds),
                    Optional.ofNullable(found.group("zone")).flatMap(MailDate::zone));
        } catch (DateTimeException e) {
            return When.undecided(written);
        }
    }

    /** "-0000" says that the zone is not known. */
    private static Optional<String> zone(String written) {
        if (written.matches("[+-]\\d{4}")) {
            return written.equals("-0000")
                    ? Optional.empty()
                    : Optional.of(written.equals("+0000") ? "Z" : written.substring(0, 3) + ":" + written.substring(3));
        }
        return Optional.ofNullable(ZONES.get(written.toUpperCase(Locale.ROOT)));
    }
}
