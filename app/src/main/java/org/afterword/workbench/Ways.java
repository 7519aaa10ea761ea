package org.afterword.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.page.Link;
import org.afterword.page.Page;

/** The ways at the top of every page. */
final class Ways {
    /** In four groups, which the stylesheet sets apart. */
    private static final Map<String, String> ALL = ways(
            "/", "The case",
            "/search", "Search",
            "/letters", "Letters",
            "/people", "Who is named",
            "/codes", "Codes",
            "/agreement", "Agreement",
            "/findings", "Findings",
            "/timeline", "Timeline",
            "/money", "Money",
            "/publish", "Publish",
            "/custody", "Custody");

    private static final Map<String, String> ALONE = ways(
            "/",
            "What you have",
            MinePage.TIME,
            "When it was",
            MinePage.PEOPLE,
            "Who is named",
            MinePage.PRINT,
            "To print",
            "/custody",
            "What was done",
            "/case",
            "The whole workbench");

    private Ways() {}

    private static Map<String, String> ways(String... addressesAndNames) {
        var ways = new LinkedHashMap<String, String>();
        for (int i = 0; i < addressesAndNames.length; i += 2) {
            ways.put(addressesAndNames[i], addressesAndNames[i + 1]);
        }
        return ways;
    }

    /**
     * @param alone whether somebody is here with what they tell themselves, and no word of codebooks
     * @param here the address of the way that leads to the page
     */
    static List<Link> of(boolean alone, String here) {
        return (alone ? ALONE : ALL)
                .entrySet().stream()
                        .map(way -> new Link(
                                way.getValue(), way.getKey(), way.getKey().equals(here)))
                        .toList();
    }

    /**
     * A page without what is in it.
     *
     * @param user who is here by name; empty on this computer alone
     */
    static Page page(String title, List<Link> ways, String user) {
        return page(title, ways, user, !user.isEmpty());
    }

    /** What stands before the door, and says nothing of the case; others may come to it where they are let in by name. */
    static Page outside(boolean named) {
        return page("Afterword", List.of(), "", named);
    }

    private static Page page(String title, List<Link> ways, String user, boolean named) {
        return new Page(
                Desk.strings(),
                title,
                "Afterword",
                "/",
                Optional.empty(),
                Optional.empty(),
                "/style.css",
                "/icon.png",
                ways,
                (named ? "Only who is let in reaches these pages." : "Only this computer can reach these pages.")
                        + " Every decision is kept at once; nothing leaves the case until you publish it.",
                user.isEmpty() ? List.of() : List.of(new Link("You are here as " + user, Visitors.LEAVE, false)),
                Optional.empty(),
                Optional.empty());
    }
}
