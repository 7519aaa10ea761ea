package org.afterword.workbench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.afterword.coding.Coded.Status;
import org.afterword.facts.Known;
import org.afterword.model.AmountKind;
import org.afterword.model.Fact;

/** The amounts that accounts tell, by what became of them. Nothing is converted, nothing is summed. */
final class MoneyPage {
    static final String ADDRESS = "/money";
    private static final int PAGE = 50;
    private static final int DRAWN = 150;
    private static final int PICTURES = 6;
    private static final int TICKS = 6;

    private MoneyPage() {}

    private record Told(Known known, Fact.Amount amount) {}

    /**
     * @param show the kind of amount, or a status; all that nobody rejected, if it is neither
     * @param number the page's, from 1
     */
    static FactSheets.FactsSheet of(Desk desk, String show, int number) {
        Headed<Known> facts = desk.stated();
        boolean kind = Arrays.stream(AmountKind.values())
                .anyMatch(one -> one.toString().equals(show));
        String asked = kind || FactFilters.SHOWN.contains(show) ? show : "all";
        String heading = kind ? FactFilters.KIND + show : FactFilters.heading(FactFilters.AMOUNTS, asked);
        Slice<Known> slice = Slice.of(facts.under(heading), number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        var rows = new FactRows(desk.state());
        return new FactSheets.FactsSheet(
                desk.frame("Afterword: money", ADDRESS),
                here + "&page=" + slice.number(),
                "Money",
                FactFilters.summary(
                        facts,
                        FactFilters.AMOUNTS,
                        "amount",
                        "amounts",
                        desk.contents().blind()),
                facts.count(FactFilters.AMOUNTS) + facts.count(FactFilters.heading(FactFilters.AMOUNTS, "rejected"))
                                == 0
                        ? "No amounts are known. “Look for them now” on the page of the case finds them in English accounts."
                        : "",
                List.of(
                        "Nothing is converted and nothing is summed: the same money may be told twice.",
                        "Asked, pledged, given, collected and refused are different; where the sentence does not say, neither do we."),
                pictures(facts),
                filters(facts),
                here,
                "How much",
                slice.shown().stream().map(rows::row).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static List<Sheets.Way> filters(Headed<Known> facts) {
        var ways = new ArrayList<>(FactFilters.byStatus(ADDRESS, facts, FactFilters.AMOUNTS));
        for (AmountKind kind : AmountKind.values()) {
            int count = facts.count(FactFilters.KIND + kind);
            if (count > 0) {
                ways.add(new Sheets.Way(
                        ADDRESS + "?show=" + kind,
                        (kind == AmountKind.UNKNOWN ? "Not said" : Phrases.capital(kind.toString())) + " " + count));
            }
        }
        return ways;
    }

    /**
     * On which axis an amount is drawn: one for each currency and each time it is given for, as amounts a month stand on
     * none with amounts given once. Empty if it is not drawn.
     */
    static Optional<String> axis(Fact.Amount amount) {
        boolean positive = Stream.concat(amount.sum().least().stream(), amount.sum().most().stream())
                .allMatch(number -> number.signum() > 0);
        boolean any = amount.sum().least().isPresent() || amount.sum().most().isPresent();
        return amount.currency()
                .filter(_ -> amount.shareOf().isEmpty() && positive && any)
                .map(currency -> currency
                        + amount.per()
                                .map(each -> each.equals("each") ? " each" : " per " + each)
                                .orElse(""));
    }

    private static List<FactSheets.Strip> pictures(Headed<Known> facts) {
        var pictures = new ArrayList<FactSheets.Strip>();
        facts.headings().stream()
                .filter(heading -> heading.startsWith(FactFilters.AXIS) && !heading.endsWith(FactFilters.OPEN))
                .filter(axis -> facts.count(axis) > 1)
                .sorted(Comparator.comparingInt((String axis) -> -facts.count(axis))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PICTURES)
                .forEach(axis -> pictures.add(picture("sums-" + pictures.size(), axis, facts)));
        return pictures;
    }

    private static FactSheets.Strip picture(String id, String axis, Headed<Known> facts) {
        String what = axis.substring(FactFilters.AXIS.length());
        List<Told> drawn = facts.under(axis).stream()
                .limit(DRAWN)
                .flatMap(known -> known.fact() instanceof Fact.Amount amount
                        ? Stream.of(new Told(known, amount))
                        : Stream.empty())
                .toList();
        List<Double> numbers = drawn.stream()
                .flatMap(one -> Stream.concat(one.amount().sum().least().stream(), one.amount().sum().most().stream()))
                .map(MoneyPage::size)
                .sorted()
                .toList();
        int low = (int) Math.floor(numbers.getFirst());
        int high = Math.max(low + 1, (int) Math.ceil(numbers.getLast()));
        var strips = new Strips(low, high);
        for (AmountKind kind : AmountKind.values()) {
            List<Strips.Stretch> own = drawn.stream()
                    .filter(one -> one.amount().kind() == kind)
                    .map(MoneyPage::stretch)
                    .sorted(Comparator.comparingDouble(one -> one.from().orElse(low)))
                    .toList();
            if (!own.isEmpty()) {
                strips.lanes(FactWords.kind(kind), own);
            }
        }
        var ticks = new ArrayList<FactSheets.Tick>();
        int step = Math.max(1, Math.ceilDiv(high - low, TICKS));
        for (int power = low; power <= high; power += step) {
            ticks.add(strips.tick(power, BigDecimal.ONE.scaleByPowerOfTen(power).toPlainString()));
        }
        int told = facts.count(axis);
        int open = facts.count(axis + FactFilters.OPEN);
        return strips.strip(
                id,
                "Amounts in " + what,
                told + " amounts in " + what + ", each step of the axis ten times the one before: "
                        + (told - open) + " accepted by a person, " + open + " only suggested."
                        + (drawn.size() < told ? " The first " + drawn.size() + " are drawn." : "")
                        + " The table below has each of them.",
                ticks);
    }

    private static Strips.Stretch stretch(Told told) {
        return new Strips.Stretch(
                told.amount().sum().least().map(MoneyPage::at).orElse(OptionalDouble.empty()),
                told.amount().sum().most().map(MoneyPage::at).orElse(OptionalDouble.empty()),
                told.known().status() == Status.SUGGESTED);
    }

    private static OptionalDouble at(BigDecimal number) {
        return OptionalDouble.of(size(number));
    }

    private static double size(BigDecimal number) {
        return Math.log10(number.doubleValue());
    }
}
