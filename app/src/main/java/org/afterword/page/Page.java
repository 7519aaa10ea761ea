package org.afterword.page;

import java.util.List;
import java.util.Optional;

/**
 * What the layout needs to know of a page. All words in it are ours; what comes out of a case stands in the page's
 * content.
 *
 * @param title of the window: neutral, because it stays in the browser's history
 * @param name of the whole, at the top of every page
 * @param home where the name leads
 * @param policy the content security policy for the meta tag; empty where the server sends it
 * @param leave where "Leave this page" leads; empty if there is no such button
 * @param stylesheet its address
 * @param icon its address
 * @param colophon what stands at the foot
 * @param foot ways at the foot, to what is seldom needed
 * @param told what machines are told of the page; empty where none is asked to read
 * @param script the address of the one script; empty on every page but the one on which one searches
 */
public record Page(
        Strings strings,
        String title,
        String name,
        String home,
        Optional<String> policy,
        Optional<String> leave,
        String stylesheet,
        String icon,
        List<Link> ways,
        String colophon,
        List<Link> foot,
        Optional<ForMachines> told,
        Optional<String> script) {
    public Page {
        ways = List.copyOf(ways);
        foot = List.copyOf(foot);
    }

    /** What is set as PDF: without ways, and with nothing beside it. */
    public static Page printed(Strings strings, String title) {
        return new Page(
                strings,
                title,
                strings.say("name"),
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                List.of(),
                "",
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the page says under that key ({@link Strings#say}). */
    public String say(String key, Object... values) {
        return strings.say(key, values);
    }
}
