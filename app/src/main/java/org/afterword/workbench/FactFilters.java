package org.afterword.workbench;

import java.util.List;
import java.util.function.Predicate;
import org.afterword.coding.Coded.Status;
import org.afterword.facts.Known;

/** Which facts a page shows, and what is said of all of them. */
final class FactFilters {
    private FactFilters() {}

    static List<Sheets.Way> byStatus(String address, List<Known> all) {
        return List.of(
                way(address, "all", "All", all, status -> status != Status.REJECTED),
                way(address, "open", "To decide", all, status -> status == Status.SUGGESTED),
                way(address, "accepted", "Accepted", all, status -> status == Status.ACCEPTED),
                way(address, "rejected", "Rejected", all, status -> status == Status.REJECTED));
    }

    private static Sheets.Way way(String address, String show, String words, List<Known> all, Predicate<Status> which) {
        return new Sheets.Way(
                address + "?show=" + show,
                words + " " + all.stream().map(Known::status).filter(which).count());
    }

    static String summary(List<Known> facts, String one, String many, boolean blind) {
        long open = facts.stream()
                .filter(known -> known.status() == Status.SUGGESTED)
                .count();
        String left = blind ? " Coders work blind: only accounts that you have marked as read are here." : "";
        if (facts.isEmpty()) {
            return "No " + many + " to show." + left;
        }
        return Phrases.count(facts.size(), one, many) + " in the accounts; "
                + (open == 0
                        ? "a person has accepted all of them."
                        : open == facts.size()
                                ? "nobody has decided any of them yet."
                                : open + " of them only suggested.")
                + left;
    }
}
