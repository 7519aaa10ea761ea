package org.afterword.reading;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.afterword.model.When;

/** Moments as platforms write them into their exports. What is no moment stays undecided. */
final class Stamps {
    private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,19})(?:\\.\\d{1,20})?");
    private static final Pattern PAGE = Pattern.compile(
            "(?<day>\\d{2})\\.(?<month>\\d{2})\\.(?<year>\\d{4}) (?<time>\\d{2}:\\d{2}:\\d{2})(?: UTC(?<zone>[+-]\\d{2}:\\d{2}))?");
    private static final DateTimeFormatter TWITTER = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE MMM dd HH:mm:ss Z uuuu")
            .toFormatter(Locale.ROOT);
    private static final Duration FARTHEST = Duration.ofHours(18);

    private Stamps() {}

    /** Seconds since 1970, perhaps with a fraction. */
    static Optional<When> seconds(Optional<String> written) {
        return written.map(text -> epoch(text, 1));
    }

    /** Milliseconds since 1970. */
    static Optional<When> millis(Optional<String> written) {
        return written.map(text -> epoch(text, 1000));
    }

    private static When epoch(String text, long unit) {
        Matcher found = WHOLE.matcher(text.strip());
        try {
            return found.matches()
                    ? Dates.epoch(text, Math.floorDiv(Long.parseLong(found.group(1)), unit))
                    : When.undecided(text);
        } catch (NumberFormatException e) {
            return When.undecided(text);
        }
    }

    /** "2020-01-01T00:00:02", with or without an offset and a fraction. */
    static Optional<When> iso(Optional<String> written) {
        return written.map(text -> {
            String strict = text.strip().replaceFirst(" UTC$", "Z").replaceFirst(" ", "T");
            try {
                OffsetDateTime moment = OffsetDateTime.parse(strict);
                return When.exactly(
                        text,
                        moment.toLocalDateTime().truncatedTo(ChronoUnit.SECONDS),
                        Optional.of(moment.getOffset().getId()));
            } catch (DateTimeException e) {
                return local(strict)
                        .map(moment -> When.exactly(text, moment, Optional.empty()))
                        .orElseGet(() -> When.undecided(text));
            }
        });
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same moment twice: on the clock of the one who exported it, and in UTC. The difference is the zone. */
    static Optional<When> both(Optional<String> clock, Optional<String> seconds) {
        Optional<When> utc = seconds(seconds).filter(when -> when.earliest().isPresent());
        if (clock.isEmpty()) {
            return utc.or(() -> seconds(seconds));
        }
        Optional<LocalDateTime> here = local(clock.get());
        if (utc.isEmpty() || here.isEmpty()) {
            return utc.or(() -> iso(clock));
        }
        Duration offset = Duration.between(utc.get().earliest().get(), here.get());
        boolean possible = offset.abs().compareTo(FARTHEST) <= 0 && offset.toSeconds() % (15 * 60) == 0;
        return possible
                ? Optional.of(When.exactly(
                        clock.get(),
                        here.get(),
                        Optional.of(ZoneOffset.ofTotalSeconds((int) offset.toSeconds())
                                .getId())))
                : utc;
    }

    /** "23.08.2023 13:11:23 UTC-08:00", as it stands in Telegram's pages. */
    static Optional<When> page(String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        Matcher found = PAGE.matcher(written.strip());
        if (!found.matches()) {
            return Optional.of(When.undecided(written.strip()));
        }
        return Optional.of(local(found.group("year") + "-" + found.group("month") + "-" + found.group("day") + "T"
                        + found.group("time"))
                .map(moment -> When.exactly(written.strip(), moment, Optional.ofNullable(found.group("zone"))))
                .orElseGet(() -> When.undecided(written.strip())));
    }

    /** "2019-05-29, 15:04" or with seconds; without an offset. */
    static Optional<When> minutes(String written) {
        String text = written.replaceFirst(",? ", "T");
        boolean seconds = text.length() > "2019-05-29T15:04".length();
        return Optional.of(local(text)
                .map(moment -> seconds
                        ? When.exactly(written, moment, Optional.empty())
                        : When.between(written, moment, moment.withSecond(59)))
                .orElseGet(() -> When.undecided(written)));
    }

    /** "Wed Sep 04 13:51:55 +0000 2019", or ISO. */
    static Optional<When> twitter(Optional<String> written) {
        return written.flatMap(text -> {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text, TWITTER);
                return Optional.of(When.exactly(
                        text,
                        moment.toLocalDateTime(),
                        Optional.of(moment.getOffset().getId())));
            } catch (DateTimeException e) {
                return iso(written);
            }
        });
    }
}
