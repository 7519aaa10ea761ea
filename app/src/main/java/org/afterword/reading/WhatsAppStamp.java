package org.afterword.reading;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stamp at the head of a message.
 *
 * @param written without brackets
 * @param a the first number of the date, then {@code b} and {@code c}
 * @param fullA whether {@code a} has four digits
 * @param fullC whether {@code c} has four digits
 * @param separator between the numbers
 * @param time empty if there is no such time
 * @param seconds whether the time has seconds
 * @param length of the whole stamp in the line, up to the speaker's name (UTF-16 code units)
 */
record WhatsAppStamp(
        String written,
        int a,
        int b,
        int c,
        boolean fullA,
        boolean fullC,
        char separator,
        Optional<LocalTime> time,
        boolean seconds,
        int length) {
    private static final ULocale PERSIAN = new ULocale("en@calendar=persian");
    private static final int BUDDHIST = 543;
    private static final int FIRST_BUDDHIST = 2552;
    private static final int FIRST_PERSIAN = 1388;
    private static final long MILLIS_OF_DAY = 86_400_000;
    private static final String MARK = "[\\u200e\\u200f]*+";
    private static final String GAP = "[\\s\\u00a0\\u202f\\u200e\\u200f]";
    private static final String MORNING = "a" + GAP + "?\\.?" + GAP
            + "?m\\b\\.?|上午|오전|午前|ص|ق\\.ظ\\.?|vorm\\.|[öÖ][öÖ]|पूर्वाह्न|पूर्वाह्\u200dन|π\\.μ\\.|PG\\b|SA\\b|de\\.|முற்பகல்";
    private static final String AFTERNOON = "p" + GAP + "?\\.?" + GAP
            + "?m\\b\\.?|下午|오후|午後|م|ب\\.ظ\\.?|nachm\\.|[öÖ][sS]|अपराह्न|μ\\.μ\\.|PTG\\b|CH\\b|du\\.|பிற்பகல்";
    private static final String HALF = "(?:" + MORNING + "|" + AFTERNOON + ")";
    private static final Pattern IS_AFTERNOON = Pattern.compile(AFTERNOON, Pattern.CASE_INSENSITIVE);
    private static final Pattern STAMP = Pattern.compile(
            "[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]*+(?<open>\\[)?" + MARK + "(?<written>"
                    + "(?<a>\\p{Nd}{1,4})" + MARK + "(?<sep>[./-])" + GAP + "{0,2}(?<b>\\p{Nd}{1,2})" + MARK + "[./-]"
                    + GAP
                    + "{0,2}(?<c>\\p{Nd}{1,4})" + MARK + "\\.?(?: ?г\\.)?"
                    + "[,،]?" + GAP + "{1,3}(?:a las |kl\\. ?|(?!" + HALF + ")\\p{L}{1,4}" + GAP + ")?(?<early>" + HALF
                    + GAP + "*)?"
                    + "(?<hour>\\p{Nd}{1,2})[:.h](?<minute>\\p{Nd}{2})(?:[:.](?<second>\\p{Nd}{2}))?"
                    + "(?:" + GAP + "*(?<late>" + HALF + "))?(?:" + GAP + "(?:Uhr|ч\\.))?)" + MARK
                    + "(?:(?<close>\\])" + GAP + "*|" + GAP + "{1,2}[-–]" + GAP + ")",
            Pattern.CASE_INSENSITIVE);

    static Optional<WhatsAppStamp> of(String line) {
        Matcher found = STAMP.matcher(line.length() > 80 ? line.substring(0, 80) : line);
        if (!found.lookingAt() || (found.group("open") == null) != (found.group("close") == null)) {
            return Optional.empty();
        }
        String a = found.group("a");
        String c = found.group("c");
        if (a.length() == 3 || c.length() == 3 || (a.length() > 2 && c.length() > 2)) {
            return Optional.empty();
        }
        return Optional.of(new WhatsAppStamp(
                found.group("written"),
                Integer.parseInt(a),
                Integer.parseInt(found.group("b")),
                Integer.parseInt(c),
                a.length() == 4,
                c.length() == 4,
                found.group("sep").charAt(0),
                time(found),
                found.group("second") != null,
                found.end()));
    }

    private static Optional<LocalTime> time(Matcher found) {
        String half = found.group("early") != null ? found.group("early") : found.group("late");
        Optional<Boolean> afternoon = Optional.ofNullable(half)
                .map(text -> IS_AFTERNOON.matcher(text.strip()).matches());
        String second = found.group("second");
        try {
            return Optional.of(Dates.clock(
                    Integer.parseInt(found.group("hour")),
                    Integer.parseInt(found.group("minute")),
                    second == null ? 0 : Integer.parseInt(second),
                    afternoon));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is of a language that always writes the year first. */
    boolean yearFirst() {
        return written.codePoints().anyMatch(c -> "上下午前後오전후".indexOf(c) >= 0);
    }

    /** The orders in which the three numbers can stand. */
    enum Order {
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR,
        YEAR_MONTH_DAY
    }

    /** The day that it is in that order; empty if there is none, or none on which there was WhatsApp. */
    Optional<LocalDate> day(Order order) {
        try {
            LocalDate day = switch (order) {
                case DAY_MONTH_YEAR -> fullA ? null : date(year(c, fullC), b, a);
                case MONTH_DAY_YEAR -> fullA ? null : date(year(c, fullC), a, b);
                case YEAR_MONTH_DAY -> fullC ? null : date(year(a, fullA), b, c);
            };
            return Optional.ofNullable(day).filter(date -> date.getYear() >= 2009 && date.getYear() < 2100);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Years of the Buddhist era (Thailand) and of the Solar Hijri calendar (Iran) are told by their size. */
    private static LocalDate date(int year, int month, int day) {
        if (year >= FIRST_BUDDHIST && year < FIRST_BUDDHIST + 100) {
            return LocalDate.of(year - BUDDHIST, month, day);
        }
        if (year >= FIRST_PERSIAN && year < FIRST_PERSIAN + 100 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
            var calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
            calendar.setLenient(false);
            calendar.clear();
            calendar.set(year, month - 1, day);
            try {
                return LocalDate.EPOCH.plusDays(Math.floorDiv(calendar.getTimeInMillis(), MILLIS_OF_DAY));
            } catch (IllegalArgumentException e) {
                throw new DateTimeException("no such day", e);
            }
        }
        return LocalDate.of(year, month, day);
    }

    private static int year(int written, boolean full) {
        return full ? written : 2000 + written;
    }
}
