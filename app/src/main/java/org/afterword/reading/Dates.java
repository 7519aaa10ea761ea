package org.afterword.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.When;

/** Dates and times as people and programs write them, no more exact than they are written. */
final class Dates {
    private static final List<String> MONTHS = List.of(
            "jan",
            "feb|fév|fev",
            "mar|mär|mrz",
            "apr|avr|abr",
            "may|mai|mayo",
            "jun|juin",
            "jul|juil",
            "aug|aoû|aou|ago",
            "sep|sept|set",
            "oct|okt",
            "nov",
            "dec|dez|déc|dic");
    private static final String WEEKDAY =
            "(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?"
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so"
                    + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
                    + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\.?,?";
    private static final String TIME = "(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d+)?)?"
            + "[\\s\\u00a0\\u202f]*(?<half>[ap]\\.?[\\s\\u00a0\\u202f]?m\\b\\.?)?(?:\\s*uhr)?";
    private static final String ZONE = "(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2})?";
    private static final String BETWEEN = "(?:,?\\s+(?:at|um|@|à|a las|-|–)?\\s*|[t]|,\\s*)";
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?<updated>(?:last )?(?:updated|edited|modified|revised)|aktualisiert|actualizado|mis à jour)"
                    + "|(?:first )?(?:posted|published|written|created|submitted|date|veröffentlicht|publicado|publié))"
                    + "(?:\\s+(?:on|am|el|le))?\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = dated("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})\\.?");
    private static final Pattern NUMBERS = dated("(?<first>\\d{1,2})[-/.](?<second0>\\d{1,2})[-/.](?<year>\\d{4})");
    private static final Pattern MONTH_FIRST =
            dated("(?<name>\\p{L}{3,10})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})");
    private static final Pattern DAY_FIRST = dated(
            "(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s+(?:of |de )?(?<name>\\p{L}{3,10})\\.?,?\\s+(?:de |del )?(?<year>\\d{4})");
    private static final Pattern MONTH =
            Pattern.compile("(?<name>\\p{L}{3,10})\\.?,?\\s+(?:de )?(?<year>\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile(
            "(?:(?:" + WEEKDAY + "|today|yesterday|heute|gestern|hoy|ayer)\\s*(?:,|at|um)?\\s*)?" + TIME,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern IN_PATH =
            Pattern.compile("(?<year>(?:19|20)\\d{2})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})(?=\\D|$)");
    private static final int LONGEST = 80;

    /**
     * @param updated whether it says when the text was last changed
     */
    record Dated(When when, boolean updated) {}

    private Dates() {}

    private static Pattern dated(String core) {
        return Pattern.compile(
                "(?:" + WEEKDAY + "\\s+)?" + core + "(?:" + BETWEEN + TIME + "\\s*" + ZONE + ")?",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A whole line that says when: "Posted on 3 May 2019", "November 14, 2017 00:57". */
    static Optional<Dated> line(String line) {
        String text = line.strip()
                .replaceAll("^[\\[(*_]+|[\\])*_]+$|\\s*[·•|]\\s*\\d+ min(?:ute)? read$", "")
                .strip();
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        Matcher lead = LEAD.matcher(text);
        boolean led = lead.find();
        boolean updated = led && lead.group("updated") != null;
        return date(led ? text.substring(lead.end()) : text, line.strip()).map(when -> new Dated(when, updated));
    }

    /** A date with or without a time, whole. */
    static Optional<When> date(String text) {
        return date(text.strip(), text.strip());
    }

    private static Optional<When> date(String text, String written) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            for (Pattern pattern : List.of(ISO, MONTH_FIRST, DAY_FIRST, NUMBERS)) {
                Matcher found = pattern.matcher(text);
                if (found.matches()) {
                    return of(pattern, found, written);
                }
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return month(month.group("name")).map(number -> {
                    YearMonth whole = YearMonth.of(Integer.parseInt(month.group("year")), number);
                    return When.between(
                            written,
                            whole.atDay(1).atStartOfDay(),
                            whole.atEndOfMonth().atTime(23, 59, 59));
                });
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<When> of(Pattern pattern, Matcher found, String written) {
        int year = Integer.parseInt(found.group("year"));
        if (pattern == NUMBERS) {
            int first = Integer.parseInt(found.group("first"));
            int second = Integer.parseInt(found.group("second0"));
            if (first != second && first <= 12 && second <= 12) {
                LocalDate a = LocalDate.of(year, first, second);
                LocalDate b = LocalDate.of(year, second, first);
                return Optional.of(either(written, a, b, time(found)));
            }
            LocalDate day = first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
            return Optional.of(at(written, day, found));
        }
        Optional<Integer> month =
                pattern == ISO ? Optional.of(Integer.valueOf(found.group("month"))) : month(found.group("name"));
        int day = Integer.parseInt(found.group("day"));
        return month.map(number -> at(written, LocalDate.of(year, number, day), found));
    }

    private static When at(String written, LocalDate day, Matcher found) {
        Optional<String> zone = Optional.ofNullable(found.group("zone"))
                .map(text -> text.toUpperCase(Locale.ROOT))
                .map(text -> text.equals("UTC") || text.equals("GMT") ? "Z" : text);
        return time(found)
                .map(time -> When.exactly(written, day.atTime(time), zone))
                .orElseGet(() -> When.day(written, day));
    }

    /** Two days of which one is meant. */
    static When either(String written, LocalDate a, LocalDate b, Optional<LocalTime> time) {
        LocalDate early = a.isBefore(b) ? a : b;
        LocalDate late = a.isBefore(b) ? b : a;
        return When.between(
                written, early.atTime(time.orElse(LocalTime.MIN)), late.atTime(time.orElse(LocalTime.of(23, 59, 59))));
    }

    private static Optional<LocalTime> time(Matcher found) {
        if (found.group("hour") == null) {
            return Optional.empty();
        }
        String second = found.group("second");
        return Optional.of(clock(
                Integer.parseInt(found.group("hour")),
                Integer.parseInt(found.group("minute")),
                second == null ? 0 : Integer.parseInt(second),
                Optional.ofNullable(found.group("half"))
                        .map(half -> half.toLowerCase(Locale.ROOT).startsWith("p"))));
    }

    /**
     * @param afternoon whether it is p.m.; empty on a clock of 24 hours
     * @throws DateTimeException if there is no such time
     */
    static LocalTime clock(int hour, int minute, int second, Optional<Boolean> afternoon) {
        int hours = hour;
        if (afternoon.isPresent() && hour <= 12) {
            hours = hour % 12 + (afternoon.get() ? 12 : 0);
        }
        return LocalTime.of(hours, minute, second);
    }

    private static Optional<Integer> month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String start : MONTHS.get(i).split("\\|", -1)) {
                if (lower.startsWith(start)) {
                    return Optional.of(i + 1);
                }
            }
        }
        return Optional.empty();
    }

    /** A line that is a stamp of a chat: a time, perhaps with a weekday or a date. Undecided without a date. */
    static Optional<When> stamp(String line) {
        String text = line.strip();
        if (text.length() > LONGEST || text.isEmpty() || text.chars().noneMatch(Character::isDigit)) {
            return Optional.empty();
        }
        if (CLOCK.matcher(text).matches()) {
            return Optional.of(When.undecided(text));
        }
        return date(text);
    }

    /** A day in an address: {@code /2017/11/13/title}. */
    static Optional<When> inPath(String path) {
        Matcher found = IN_PATH.matcher(path);
        try {
            return found.find()
                    ? Optional.of(When.day(
                            found.group(),
                            LocalDate.of(
                                    Integer.parseInt(found.group("year")),
                                    Integer.parseInt(found.group("month")),
                                    Integer.parseInt(found.group("day")))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds since 1970 in UTC, as the source writes them. */
    static When epoch(String written, long seconds) {
        try {
            return When.exactly(
                    written, LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC), Optional.of("Z"));
        } catch (DateTimeException e) {
            return When.undecided(written);
        }
    }
}
