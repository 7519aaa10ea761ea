package org.afterword.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.afterword.model.DateBasis;
import org.afterword.model.Fact;
import org.afterword.model.Hedge;
import org.afterword.model.Proposal;
import org.afterword.model.Quantity;
import org.afterword.model.Suggestion;

/** What the finders see of marked facts, by type, and what they miss. */
final class Measured {
    /** How many are marked, found, read rightly, and suggested; and, of amounts, given the right kind. */
    static final class Counts {
        int marked;
        int found;
        int read;
        int kind;
        int suggested;

        double precision() {
            return suggested == 0 ? 1 : (double) found / suggested;
        }

        double recall() {
            return marked == 0 ? 1 : (double) found / marked;
        }

        double readRight() {
            return found == 0 ? 1 : (double) read / found;
        }

        @Override
        public String toString() {
            return marked + " marked, " + found + " found, " + read + " read rightly, " + suggested + " suggested";
        }
    }

    final Map<String, Counts> byType = new TreeMap<>();
    final List<String> wrong = new ArrayList<>();

    static Measured of(List<MarkedFacts> accounts) {
        var measured = new Measured();
        accounts.forEach(measured::add);
        return measured;
    }

    Counts all() {
        var all = new Counts();
        byType.values().forEach(one -> {
            all.marked += one.marked;
            all.found += one.found;
            all.read += one.read;
            all.kind += one.kind;
            all.suggested += one.suggested;
        });
        return all;
    }

    private Counts counts(String type) {
        return byType.computeIfAbsent(type, name -> new Counts());
    }

    private void add(MarkedFacts one) {
        List<Suggestion> left = new ArrayList<>(FactFinder.suggest(one.account()));
        String text = one.account().text();
        for (Suggestion suggestion : left) {
            counts(type(fact(suggestion))).suggested++;
        }
        for (MarkedFacts.Gold gold : one.gold()) {
            Counts counts = counts(gold.type());
            counts.marked++;
            Optional<Suggestion> hit = left.stream()
                    .filter(suggestion -> suggestion.span().orElseThrow().overlaps(gold.span())
                            && type(fact(suggestion)).equals(gold.type()))
                    .findFirst();
            if (hit.isEmpty()) {
                wrong.add("missed: " + gold.span().of(text) + " | " + gold.reading() + " | " + text);
                continue;
            }
            left.remove(hit.get());
            counts.found++;
            Fact fact = fact(hit.get());
            boolean read = reads(gold.reading(), fact);
            boolean kind = !(fact instanceof Fact.Amount amount)
                    || gold.reading().split(" ", -1)[1].equals(amount.kind().toString());
            counts.read += read ? 1 : 0;
            counts.kind += kind ? 1 : 0;
            if (!read || !kind) {
                wrong.add("read: " + hit.get().span().orElseThrow().of(text) + " | " + gold.reading() + " | " + fact);
            }
        }
        left.forEach(suggestion -> wrong.add(
                "none: " + suggestion.span().orElseThrow().of(text) + " | " + fact(suggestion) + " | " + text));
    }

    static Fact fact(Suggestion suggestion) {
        return ((Proposal.Stated) suggestion.proposal()).fact();
    }

    private static String type(Fact fact) {
        return switch (fact) {
            case Fact.Dated _ -> "date";
            case Fact.Lasting _ -> "lasting";
            case Fact.Amount _ -> "amount";
            case Fact.Counted _ -> "count";
        };
    }

    private static boolean reads(String reading, Fact fact) {
        String[] parts = reading.split(" ", -1);
        return switch (fact) {
            case Fact.Dated date -> date(parts[1], date) && hedges(date, parts, 2);
            case Fact.Lasting lasting -> {
                String[] unit = parts[2].split("/", -1);
                yield quantity(lasting.length()).equals(parts[1])
                        && unit[0].replaceAll("s$", "").equals(lasting.unit())
                        && lasting.per().equals(unit.length > 1 ? Optional.of(unit[1]) : Optional.empty())
                        && hedges(lasting, parts, 3);
            }
            case Fact.Amount amount -> amount(parts, amount);
            case Fact.Counted counted -> quantity(counted.people()).equals(parts[1]) && hedges(counted, parts, 2);
        };
    }

    private static boolean amount(String[] parts, Fact.Amount amount) {
        if (parts[2].endsWith("%")) {
            var hundredths = amount.sum()
                    .least()
                    .map(one -> one.movePointRight(2)
                                    .setScale(0, RoundingMode.HALF_UP)
                                    .toPlainString() + "%");
            return amount.shareOf().isPresent() && hundredths.equals(Optional.of(parts[2])) && hedges(amount, parts, 3);
        }
        String[] currency = parts[3].split("/", -1);
        String code = currency[0].replace("~", "").replace("-", "");
        return quantity(amount.sum()).equals(parts[2])
                && amount.currency().orElse("").equals(code)
                && amount.assumed() == currency[0].startsWith("~")
                && amount.per().equals(currency.length > 1 ? Optional.of(currency[1]) : Optional.empty())
                && hedges(amount, parts, 4);
    }

    private static boolean hedges(Fact fact, String[] parts, int from) {
        var wanted = new TreeSet<Hedge>();
        for (int i = from; i < parts.length; i++) {
            wanted.add(Hedge.parse(parts[i]));
        }
        return wanted.equals(new TreeSet<>(fact.hedges()));
    }

    private static String quantity(Quantity one) {
        String least = one.least().map(BigDecimal::toPlainString).orElse("");
        String most = one.most().map(BigDecimal::toPlainString).orElse("");
        return least.equals(most) ? least : least + ".." + most;
    }

    /** Stated dates to the day; of reckoned ones, that the bounds hold the day in the middle and are hardly wider. */
    private static boolean date(String written, Fact.Dated date) {
        DateBasis basis = switch (written.charAt(0)) {
            case '@' -> DateBasis.ACCOUNT_DATE;
            case '+' -> DateBasis.OTHER_FACT;
            case '!' -> DateBasis.NONE;
            default -> DateBasis.STATED;
        };
        String days = basis == DateBasis.STATED ? written : written.substring(1);
        String[] ends = days.contains("..") ? days.split("\\.\\.") : new String[] {days, days};
        Optional<LocalDate> first = end(ends[0], true);
        Optional<LocalDate> last = end(ends[1], false);
        if (basis != date.basis()) {
            return false;
        }
        boolean same = first.equals(date.earliest()) && last.equals(date.latest());
        if (same || basis == DateBasis.STATED || first.isEmpty() || last.isEmpty()) {
            return same;
        }
        LocalDate middle =
                first.get().plusDays((last.get().toEpochDay() - first.get().toEpochDay()) / 2);
        long width = last.get().toEpochDay() - first.get().toEpochDay();
        return date.earliest().filter(day -> !day.isAfter(middle)).isPresent()
                && date.latest().filter(day -> !day.isBefore(middle)).isPresent()
                && date.latest().get().toEpochDay() - date.earliest().get().toEpochDay()
                        <= Math.max(2 * width, width + 190);
    }

    private static Optional<LocalDate> end(String written, boolean first) {
        return switch (written.length()) {
            case 1 -> Optional.empty();
            case 4 ->
                Optional.of(
                        first
                                ? Year.parse(written).atDay(1)
                                : Year.parse(written).atMonth(12).atEndOfMonth());
            case 7 ->
                Optional.of(
                        first
                                ? YearMonth.parse(written).atDay(1)
                                : YearMonth.parse(written).atEndOfMonth());
            default -> Optional.of(LocalDate.parse(written));
        };
    }

    @Override
    public String toString() {
        return byType.entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("; "))
                + "\n" + String.join("\n", wrong);
    }
}
