package org.afterword.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.model.Warning;
import org.afterword.model.When;
import org.afterword.reading.WhatsAppStamp.Order;

/**
 * In which order a chat writes day, month and year. The export does not say; numbers above 12 do, and that messages
 * stand in the order in which they were sent. Where that leaves two, both are kept.
 */
final class WhatsAppDates {
    private final List<Order> orders;

    private WhatsAppDates(List<Order> orders) {
        this.orders = orders;
    }

    static WhatsAppDates of(List<WhatsAppStamp> stamps) {
        if (stamps.getFirst().fullA() || stamps.getFirst().yearFirst()) {
            return new WhatsAppDates(List.of(Order.YEAR_MONTH_DAY));
        }
        Map<Order, Integer> read = new EnumMap<>(Order.class);
        for (Order order : Order.values()) {
            read.put(order, (int) stamps.stream()
                    .filter(stamp -> stamp.day(order).isPresent())
                    .count());
        }
        var best = new ArrayList<Order>();
        if (stamps.getFirst().separator() == '.') {
            best.add(Order.DAY_MONTH_YEAR);
        } else {
            int most = Math.max(read.get(Order.DAY_MONTH_YEAR), read.get(Order.MONTH_DAY_YEAR));
            if (read.get(Order.YEAR_MONTH_DAY) > most) {
                return new WhatsAppDates(List.of(Order.YEAR_MONTH_DAY));
            }
            for (Order order : List.of(Order.DAY_MONTH_YEAR, Order.MONTH_DAY_YEAR)) {
                if (read.get(order) == most) {
                    best.add(order);
                }
            }
        }
        return new WhatsAppDates(best.size() > 1 ? inTime(best, stamps) : best);
    }

    /** Those in which the messages jump back least often. */
    private static List<Order> inTime(List<Order> orders, List<WhatsAppStamp> stamps) {
        Map<Order, Integer> jumps = new EnumMap<>(Order.class);
        int least = Integer.MAX_VALUE;
        for (Order order : orders) {
            int back = 0;
            LocalDate last = LocalDate.MIN;
            for (WhatsAppStamp stamp : stamps) {
                Optional<LocalDate> day = stamp.day(order);
                if (day.isPresent()) {
                    back += day.get().isBefore(last) ? 1 : 0;
                    last = day.get();
                }
            }
            jumps.put(order, back);
            least = Math.min(least, back);
        }
        int fewest = least;
        return orders.stream().filter(order -> jumps.get(order) == fewest).toList();
    }

    Optional<Warning> warning() {
        return orders.size() < 2
                ? Optional.empty()
                : Optional.of(new Warning(
                        "", "day and month cannot be told apart in the dates; both readings of each are kept"));
    }

    Optional<When> when(WhatsAppStamp stamp) {
        List<LocalDate> days = orders.stream()
                .flatMap(order -> stamp.day(order).stream())
                .distinct()
                .toList();
        if (days.isEmpty() || stamp.time().isEmpty()) {
            return Optional.of(When.undecided(stamp.written()));
        }
        if (days.size() == 2) {
            return Optional.of(Dates.either(stamp.written(), days.get(0), days.get(1), stamp.time()));
        }
        LocalDateTime moment = days.getFirst().atTime(stamp.time().get());
        if (stamp.seconds()) {
            return Optional.of(When.exactly(stamp.written(), moment, Optional.empty()));
        }
        return Optional.of(When.between(stamp.written(), moment, moment.withSecond(59)));
    }
}
