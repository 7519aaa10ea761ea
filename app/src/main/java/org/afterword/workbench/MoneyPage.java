package org.afterword.workbench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
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
        List<Told> all = desk.facts().stream()
                .flatMap(known -> known.fact() instanceof Fact.Amount amount
                        ? Stream.of(new Told(known, amount))
                        : Stream.empty())
                .sorted(Comparator.comparing(told -> told.amount().kind()))
                .toList();
        List<Told> standing = all.stream()
                .filter(told -> told.known().status() != Status.REJECTED)
                .toList();
        Optional<AmountKind> kind = Arrays.stream(AmountKind.values())
                .filter(one -> one.toString().equals(show))
                .findFirst();
        String asked =
                kind.isPresent() || List.of("open", "accepted", "rejected").contains(show) ? show : "all";
        List<Known> chosen = (kind.isPresent() || asked.equals("all") ? standing : all)
                .stream()
                        .filter(told -> kind.isPresent()
                                ? told.amount().kind() == kind.get()
                                : asked.equals("all")
                                        || FactRows.word(told.known().status()).equals(asked))
                        .map(Told::known)
                        .toList();
        Slice<Known> slice = Slice.of(chosen, number, PAGE);
        String here = ADDRESS + "?show=" + asked;
        var rows = new FactRows(desk.state());
        return new FactSheets.FactsSheet(
                desk.frame("Afterword: money", ADDRESS),
                here + "&page=" + slice.number(),
                "Money",
                FactFilters.summary(
                        standing.stream().map(Told::known).toList(),
                        "amount",
                        "amounts",
                        desk.contents().blind()),
                all.isEmpty()
                        ? "No amounts are known. “Look for them now” on the page of the case finds them in English accounts."
                        : "",
                List.of(
                        "Nothing is converted and nothing is summed: the same money may be told twice.",
                        "Asked, pledged, given, collected and refused are different; where the sentence does not say, neither do we."),
                pictures(standing),
                filters(all.stream().map(Told::known).toList(), standing),
                here,
                "How much",
                slice.shown().stream().map(rows::row).toList(),
                slice.previous(here + "&page="),
                slice.next(here + "&page="));
    }

    private static List<Sheets.Way> filters(List<Known> all, List<Told> standing) {
        var ways = new ArrayList<>(FactFilters.byStatus(ADDRESS, all));
        var counts = new TreeMap<AmountKind, Integer>();
        standing.forEach(told -> counts.merge(told.amount().kind(), 1, Integer::sum));
        counts.forEach((kind, count) -> ways.add(new Sheets.Way(
                ADDRESS + "?show=" + kind,
                (kind == AmountKind.UNKNOWN ? "Not said" : Phrases.capital(kind.toString())) + " " + count)));
        return ways;
    }

    /** One for each currency and each time it is given for: amounts a month stand on no axis with amounts given once. */
    private static List<FactSheets.Strip> pictures(List<Told> told) {
        Map<String, List<Told>> axes = new LinkedHashMap<>();
        for (Told one : told) {
            Fact.Amount amount = one.amount();
            boolean positive = Stream.concat(amount.sum().least().stream(), amount.sum().most().stream())
                    .allMatch(number -> number.signum() > 0);
            boolean any =
                    amount.sum().least().isPresent() || amount.sum().most().isPresent();
            if (amount.currency().isPresent() && amount.shareOf().isEmpty() && positive && any) {
                String per = amount.per()
                        .map(each -> each.equals("each") ? " each" : " per " + each)
                        .orElse("");
                axes.computeIfAbsent(amount.currency().get() + per, _ -> new ArrayList<>())
                        .add(one);
            }
        }
        var pictures = new ArrayList<FactSheets.Strip>();
        axes.entrySet().stream()
                .filter(axis -> axis.getValue().size() > 1)
                .sorted(Comparator.comparingInt(axis -> -axis.getValue().size()))
                .limit(PICTURES)
                .forEach(axis -> pictures.add(picture("sums-" + pictures.size(), axis.getKey(), axis.getValue())));
        return pictures;
    }

    private static FactSheets.Strip picture(String id, String what, List<Told> told) {
        List<Told> drawn = told.subList(0, Math.min(DRAWN, told.size()));
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
        long open = told.stream()
                .filter(one -> one.known().status() == Status.SUGGESTED)
                .count();
        return strips.strip(
                id,
                "Amounts in " + what,
                told.size() + " amounts in " + what + ", each step of the axis ten times the one before: "
                        + (told.size() - open) + " accepted by a person, " + open + " only suggested."
                        + (drawn.size() < told.size() ? " The first " + drawn.size() + " are drawn." : "")
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
