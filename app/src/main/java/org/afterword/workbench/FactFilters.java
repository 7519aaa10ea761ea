package org.afterword.workbench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.coding.Coded.Status;
import org.afterword.facts.Known;
import org.afterword.facts.Timeline;
import org.afterword.model.AmountKind;
import org.afterword.model.Fact;
import org.jspecify.annotations.Nullable;

/** Which facts a page shows, and what is said of all of them. */
final class FactFilters {
    private FactFilters() {}

    /** The headings of dates, and of amounts, that nobody rejected; with a status behind it, those of that status. */
    static final String DATES = "dates";

    static final String AMOUNTS = "amounts";
    /** Before the kind of an amount, and before the axis on which it is drawn. */
    static final String KIND = "kind ";

    static final String AXIS = "axis ";
    /** What can be drawn of the dates. */
    static final String DRAWN = "drawn";
    /** Behind the heading of what is drawn: what is only suggested. */
    static final String OPEN = " open";

    static final List<String> SHOWN = List.of("open", "accepted", "rejected");

    /** Dates as {@link Timeline} has them, then amounts by their kind. */
    static Comparator<Known> order(Lines lines) {
        return Comparator.comparing(FactFilters::kind, Comparator.nullsFirst(Comparator.<AmountKind>naturalOrder()))
                .thenComparing(FactFilters::dated, Comparator.nullsLast(Timeline.ORDER))
                .thenComparingInt(one -> lines.place(one.words().account()))
                .thenComparing(one -> one.words().span())
                .thenComparing(Known::suggestion);
    }

    private static @Nullable AmountKind kind(Known one) {
        return one.fact() instanceof Fact.Amount amount ? amount.kind() : null;
    }

    private static Fact.@Nullable Dated dated(Known one) {
        return one.fact() instanceof Fact.Dated dated ? dated : null;
    }

    static Set<String> headings(Known one) {
        boolean open = one.status() == Status.SUGGESTED;
        boolean stands = one.status() != Status.REJECTED;
        var headings = new HashSet<String>();
        switch (one.fact()) {
            case Fact.Dated date -> {
                headings(headings, DATES, one);
                if (stands && (date.earliest().isPresent() || date.latest().isPresent())) {
                    headings.addAll(open ? List.of(DRAWN, DRAWN + OPEN) : List.of(DRAWN));
                }
            }
            case Fact.Amount amount -> {
                headings(headings, AMOUNTS, one);
                if (stands) {
                    headings.add(KIND + amount.kind());
                    MoneyPage.axis(amount)
                            .ifPresent(axis -> headings.addAll(
                                    open ? List.of(AXIS + axis, AXIS + axis + OPEN) : List.of(AXIS + axis)));
                }
            }
            case Fact.Lasting _, Fact.Counted _ -> {}
        }
        return headings;
    }

    private static void headings(Set<String> headings, String all, Known one) {
        if (one.status() != Status.REJECTED) {
            headings.add(all);
        }
        headings.add(all + " " + FactRows.word(one.status()));
    }

    /** @param show "open", "accepted", "rejected", or anything else for all that nobody rejected */
    static String heading(String all, String show) {
        return SHOWN.contains(show) ? all + " " + show : all;
    }

    static List<Sheets.Way> byStatus(String address, Headed<Known> facts, String all) {
        return Stream.of("all", "open", "accepted", "rejected")
                .map(show -> new Sheets.Way(
                        address + "?show=" + show,
                        switch (show) {
                                    case "open" -> "To decide ";
                                    case "accepted" -> "Accepted ";
                                    case "rejected" -> "Rejected ";
                                    default -> "All ";
                                }
                                + facts.count(heading(all, show))))
                .toList();
    }

    static String summary(Headed<Known> facts, String all, String one, String many, boolean blind) {
        int count = facts.count(all);
        int open = facts.count(heading(all, "open"));
        String left = blind ? " Coders work blind: only accounts that you have marked as read are here." : "";
        if (count == 0) {
            return "No " + many + " to show." + left;
        }
        return Phrases.count(count, one, many) + " in the accounts; "
                + (open == 0
                        ? "a person has accepted all of them."
                        : open == count ? "nobody has decided any of them yet." : open + " of them only suggested.")
                + left;
    }
}
