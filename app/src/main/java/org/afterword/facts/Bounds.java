package org.afterword.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import org.afterword.model.Quantity;

/** The first and the last day that a date can mean; each may be open. */
record Bounds(Optional<LocalDate> first, Optional<LocalDate> last) {
    private static final int EARLIEST_YEAR = 1000;
    private static final int LATEST_YEAR = 2999;

    /** Seasons as the north has them. */
    enum Season {
        SPRING(3),
        SUMMER(6),
        AUTUMN(9),
        WINTER(12);

        private final int month;

        Season(int month) {
            this.month = month;
        }

        /** The season that begins in the year. */
        Bounds of(int year) {
            var begin = YearMonth.of(year, month);
            return days(begin.atDay(1), begin.plusMonths(2).atEndOfMonth());
        }
    }

    static Bounds days(LocalDate first, LocalDate last) {
        return new Bounds(Optional.of(first), Optional.of(last));
    }

    static Bounds day(LocalDate day) {
        return days(day, day);
    }

    static Bounds month(int year, Month month) {
        var one = YearMonth.of(year, month);
        return days(one.atDay(1), one.atEndOfMonth());
    }

    static Bounds years(int from, int to) {
        return days(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31));
    }

    /** Cut at the end of the month. */
    Bounds within(Bounds month) {
        return days(begin(), end().isAfter(month.end()) ? month.end() : end());
    }

    boolean closed() {
        return first.isPresent() && last.isPresent();
    }

    LocalDate begin() {
        return first.orElseThrow();
    }

    LocalDate end() {
        return last.orElseThrow();
    }

    /**
     * So much later or earlier, give or take half a unit, or a quarter where a half was said. Never before what it is
     * later than.
     *
     * @param unit as {@link LengthFinder#UNITS} has it
     * @return empty if there is no such day
     */
    Optional<Bounds> shifted(Quantity count, String unit, boolean later) {
        if (!closed()) {
            return Optional.empty();
        }
        try {
            BigDecimal slack = slack(count);
            Optional<BigDecimal> near = count.least().map(n -> n.subtract(slack).max(BigDecimal.ZERO));
            Optional<BigDecimal> far = count.most().map(n -> n.add(slack));
            Optional<LocalDate> nearest = near.map(n -> moved(later ? begin() : end(), n, unit, later))
                    .or(() -> Optional.of(later ? begin() : end()));
            Optional<LocalDate> farthest = far.map(n -> moved(later ? end() : begin(), n, unit, later));
            var moved = later ? new Bounds(nearest, farthest) : new Bounds(farthest, nearest);
            boolean sane = moved.first()
                            .filter(day -> day.getYear() < EARLIEST_YEAR)
                            .isEmpty()
                    && moved.last().filter(day -> day.getYear() > LATEST_YEAR).isEmpty();
            return sane ? Optional.of(moved) : Optional.empty();
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static BigDecimal slack(Quantity count) {
        boolean half = count.least()
                .or(count::most)
                .filter(n -> n.stripTrailingZeros().scale() > 0)
                .isPresent();
        return new BigDecimal(half ? "0.25" : "0.5");
    }

    private static LocalDate moved(LocalDate day, BigDecimal count, String unit, boolean later) {
        int sign = later ? 1 : -1;
        return switch (unit) {
            case "decade" -> months(day, count.multiply(BigDecimal.valueOf(120)), sign);
            case "year" -> months(day, count.multiply(BigDecimal.valueOf(12)), sign);
            case "month" -> months(day, count, sign);
            case "fortnight" -> plus(day, count.multiply(BigDecimal.valueOf(14)), sign);
            case "week" -> plus(day, count.multiply(BigDecimal.valueOf(7)), sign);
            case "day", "night", "weekend" ->
                plus(
                        day,
                        new BigDecimal(count.setScale(0, RoundingMode.HALF_DOWN).toBigInteger()),
                        sign);
            default -> day;
        };
    }

    private static LocalDate plus(LocalDate day, BigDecimal days, int sign) {
        return day.plusDays(sign * days.setScale(0, RoundingMode.DOWN).longValueExact());
    }

    private static LocalDate months(LocalDate day, BigDecimal count, int sign) {
        BigDecimal whole = count.setScale(0, RoundingMode.DOWN);
        long rest = count.subtract(whole).multiply(BigDecimal.valueOf(30)).longValue();
        return day.plusMonths(sign * whole.longValueExact()).plusDays(sign * rest);
    }
}
