package org.afterword.workbench;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.afterword.model.AmountKind;
import org.afterword.model.Fact;
import org.afterword.model.Hedge;
import org.afterword.model.Precision;

/** Dates and amounts in the workbench's words. */
final class FactWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private FactWords() {}

    /** "May 2020", "from 1 May 2020 on", "some time between 1 June 2003 and 31 August 2003". */
    static String date(Fact.Dated date) {
        if (!date.readings().isEmpty()) {
            return date.readings().stream().map(DAY::format).collect(Collectors.joining(" or "));
        }
        boolean whole = date.precision() == Precision.PERIOD;
        if (date.earliest().isEmpty()) {
            return date.latest()
                    .map(last -> (whole ? "until " : "not after ") + DAY.format(last))
                    .orElse("undecided: cannot be reckoned");
        }
        LocalDate first = date.earliest().get();
        if (date.latest().isEmpty()) {
            return whole ? "from " + DAY.format(first) + " on" : "not before " + DAY.format(first);
        }
        LocalDate last = date.latest().get();
        if (first.equals(last)) {
            return DAY.format(first);
        }
        if (whole) {
            return "from " + DAY.format(first) + " to " + DAY.format(last);
        }
        YearMonth month = YearMonth.from(first);
        if (first.getDayOfMonth() == 1 && last.equals(month.atEndOfMonth())) {
            return MONTH.format(first);
        }
        return first.getDayOfYear() == 1 && last.equals(LocalDate.of(first.getYear(), 12, 31))
                ? Integer.toString(first.getYear())
                : "between " + DAY.format(first) + " and " + DAY.format(last);
    }

    /** How a date was come by, and how it is hedged. */
    static List<String> how(Fact.Dated date) {
        var how = new ArrayList<String>();
        switch (date.basis()) {
            case STATED, NONE -> {}
            case ACCOUNT_DATE -> how.add("reckoned from the account’s own date");
            case OTHER_FACT -> how.add("reckoned from another date in the account");
        }
        hedges(date, how);
        return how;
    }

    /** How an amount is hedged, and what its currency is read from. */
    static List<String> how(Fact.Amount amount) {
        var how = new ArrayList<String>();
        if (amount.assumed()) {
            how.add("“" + amount.written() + "” is also how other currencies are written");
        }
        hedges(amount, how);
        return how;
    }

    private static void hedges(Fact fact, List<String> how) {
        if (!fact.hedges().isEmpty()) {
            how.add("hedged: " + fact.hedges().stream().map(FactWords::hedge).collect(Collectors.joining(", ")));
        }
    }

    private static String hedge(Hedge hedge) {
        return switch (hedge) {
            case ABOUT -> "about";
            case NEARLY -> "nearly";
            case AT_LEAST -> "at least";
            case UP_TO -> "up to";
            case OVER -> "more than";
            case UNDER -> "less than";
            case OR -> "one or the other";
            case FEW -> "a few";
        };
    }

    /** "30 EUR per month"; the kind is said apart. */
    static String amount(Fact.Amount amount) {
        String per = amount.per()
                .map(one -> one.equals("each") ? " each" : " per " + one)
                .orElse("");
        if (amount.shareOf().isPresent()) {
            String of = amount.shareOf().get();
            return amount.sum().hundredths() + " % of " + (of.isEmpty() ? "what is not said" : "“" + of + "”") + per;
        }
        String currency = amount.currency()
                .orElse(
                        amount.written().isEmpty()
                                ? "(no currency is said)"
                                : "“" + amount.written() + "” (which is not said)");
        return amount.sum() + " " + currency + per;
    }

    static String kind(AmountKind kind) {
        return kind == AmountKind.UNKNOWN ? "not said what became of it" : kind.toString();
    }
}
