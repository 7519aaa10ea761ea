package org.afterword.posts.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times of posts, told apart by their looks: seconds, milliseconds, microseconds and nanoseconds since 1970 by their
 * size, dates with a time by their form.
 */
final class Times {
    /** 1990 and 2100, in milliseconds since 1970. */
    private static final long FIRST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private static final long LAST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    private static final List<DateTimeFormatter> ZONED = List.of(
            DateTimeFormatter.ISO_OFFSET_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSS][.SSS]XX", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSS][ ]XXX", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS][.SSS][ ]XX", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[ ]zzz", Locale.ROOT),
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss XX uuuu", Locale.ROOT),
            DateTimeFormatter.RFC_1123_DATE_TIME);
    private static final List<DateTimeFormatter> LOCAL = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm[:ss][.SSSSSS][.SSS]", Locale.ROOT),
            DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("d.M.uuuu[,] H:mm[:ss]", Locale.ROOT));

    private boolean zoneless;
    private int usual;

    /** Whether the last time that was read had no zone, and was taken as that of Greenwich. */
    boolean zoneless() {
        return zoneless;
    }

    /**
     * @return milliseconds since 1970, or why there are none
     */
    Read read(String text) {
        zoneless = false;
        String time = text.strip();
        if (time.isEmpty()) {
            return new Read(0, LeftOut.NO_TIME);
        }
        Long millis = isNumber(time) ? number(time) : date(time);
        if (millis == null) {
            return new Read(0, LeftOut.UNREADABLE_TIME);
        }
        return millis < FIRST || millis >= LAST ? new Read(0, LeftOut.TIME_OUT_OF_RANGE) : new Read(millis, null);
    }

    /** A time in milliseconds, or a reason why it is none. */
    record Read(long millis, @Nullable LeftOut reason) {}

    private static boolean isNumber(String time) {
        boolean point = false;
        for (int i = 0; i < time.length(); i++) {
            char c = time.charAt(i);
            if (c == '.' && !point && i > 0) {
                point = true;
            } else if ((c < '0' || c > '9') && !(c == '-' && i == 0 && time.length() > 1)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Long number(String time) {
        int point = time.indexOf('.');
        if (point < 0 && time.length() <= 18) {
            return scaled(Long.parseLong(time));
        }
        if (time.length() > 30) {
            return null;
        }
        double value = Double.parseDouble(time);
        return Math.abs(value) < 1e11 ? Long.valueOf(Math.round(value * 1000)) : Long.valueOf(scaled((long) value));
    }

    /** Seconds below 10¹¹ (the year 5138), milliseconds below 10¹⁴, microseconds below 10¹⁷, else nanoseconds. */
    private static long scaled(long value) {
        long size = Math.abs(value);
        return size < 100_000_000_000L
                ? value * 1000
                : size < 100_000_000_000_000L
                        ? value
                        : size < 100_000_000_000_000_000L ? value / 1000 : value / 1_000_000;
    }

    private @Nullable Long date(String time) {
        Long millis = date(time, usual);
        for (int form = 0; millis == null && form < ZONED.size() + LOCAL.size(); form++) {
            millis = date(time, form);
            if (millis != null) {
                usual = form;
            }
        }
        return millis;
    }

    private @Nullable Long date(String time, int form) {
        try {
            if (form < ZONED.size()) {
                return ZonedDateTime.parse(time, ZONED.get(form)).toInstant().toEpochMilli();
            }
            LocalDateTime local = LocalDateTime.parse(time, LOCAL.get(form - ZONED.size()));
            zoneless = true;
            return local.toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
