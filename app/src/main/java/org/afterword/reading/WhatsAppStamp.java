package org.afterword.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
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
        int length) {
    private static final String GAP = "[\\s\\u00a0\\u202f]";
    private static final String HALF =
            "(?:[ap]" + GAP + "?\\.?" + GAP + "?m\\b\\.?|上午|下午|오전|오후|午前|午後|ص|م|vorm\\.|nachm\\.|[öÖ][öÖsS])";
    private static final Pattern STAMP = Pattern.compile(
            "[\\u200e\\u200f\\ufeff]*(?<open>\\[)?(?<written>"
                    + "(?<a>\\p{Nd}{1,4})(?<sep>[./-])" + GAP + "?(?<b>\\p{Nd}{1,2})[./-]" + GAP
                    + "?(?<c>\\p{Nd}{1,4})\\.?"
                    + "[,،]?" + GAP + "{1,3}(?:um |at |à |a las )?(?<early>" + HALF + GAP + "*)?"
                    + "(?<hour>\\p{Nd}{1,2})[:.h](?<minute>\\p{Nd}{2})(?:[:.](?<second>\\p{Nd}{2}))?"
                    + "(?:" + GAP + "*(?<late>" + HALF + "))?(?:" + GAP + "Uhr)?)"
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
                found.end()));
    }

    private static Optional<LocalTime> time(Matcher found) {
        String half = found.group("early") != null ? found.group("early") : found.group("late");
        Optional<Boolean> afternoon = Optional.ofNullable(half)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .map(text -> text.startsWith("p")
                        || text.equals("下午")
                        || text.equals("오후")
                        || text.equals("午後")
                        || text.equals("م")
                        || text.startsWith("nachm")
                        || text.equals("ös"));
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
                case DAY_MONTH_YEAR -> fullA ? null : LocalDate.of(year(c, fullC), b, a);
                case MONTH_DAY_YEAR -> fullA ? null : LocalDate.of(year(c, fullC), a, b);
                case YEAR_MONTH_DAY -> fullC ? null : LocalDate.of(year(a, fullA), b, c);
            };
            return Optional.ofNullable(day).filter(date -> date.getYear() >= 2009);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(int written, boolean full) {
        return full ? written : 2000 + written;
    }
}
