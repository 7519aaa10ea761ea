package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.page.ForMachines;
import org.afterword.page.Link;
import org.afterword.page.Page;
import org.afterword.page.Strings;
import org.afterword.page.Templates;

/**
 * Renders the pages of a site, each small enough.
 *
 * @param accounts whether there are accounts to read whole
 * @param corrections whether something was corrected
 * @param last what was rendered before
 * @param files what was rendered so far
 */
record Pages(
        Settings settings,
        Citations cited,
        boolean accounts,
        boolean corrections,
        Last last,
        Map<String, Finished> files) {
    /** In bytes. */
    private static final int LIMIT = 95_000;
    /** How many dots of a kind are drawn at most: as many as leave the page small. */
    private static final List<Integer> DOTS = List.of(200, 100, 40, 20, 10, 5);
    /**
     * For the meta tag. {@code file:} lets the stylesheet through where the pages are opened from a folder: there some
     * browsers hold every file for an origin of its own.
     */
    static final String POLICY =
            "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'";
    /** On the page on which one searches, and nowhere else. */
    static final String WITH_SCRIPT = POLICY + "; script-src 'self' file:";

    void add(Address at, String template, String title, Map<String, Object> values) {
        add(at, template, title, Optional.empty(), values);
    }

    /**
     * @param data JSON-LD
     */
    void add(Address at, String template, String title, Optional<String> data, Map<String, Object> values) {
        var all = new HashMap<>(values);
        all.put("page", page(at, title, data));
        files.put(at.file(), last.page(at.file(), List.of(template, all), () -> rendered(template, all)));
    }

    private static byte[] rendered(String template, Map<String, Object> values) {
        var all = new HashMap<>(values);
        byte[] page = {};
        for (int most : DOTS) {
            all.put("most", most);
            page = Templates.render(template, all).getBytes(StandardCharsets.UTF_8);
            if (page.length <= LIMIT) {
                break;
            }
        }
        return page;
    }

    private Page page(Address at, String title, Optional<String> data) {
        Strings strings = settings.strings();
        boolean search = at.kind() == Address.Kind.SEARCH;
        return new Page(
                strings,
                strings.say("title", title),
                strings.say("name"),
                Address.START.file(),
                Optional.of(search ? WITH_SCRIPT : POLICY),
                Optional.of(settings.leave()),
                Site.STYLESHEET,
                Site.ICON,
                ways(at),
                strings.say("colophon"),
                corrections ? List.of(way("way.corrected", Address.CORRECTED, at)) : List.of(),
                Optional.of(new ForMachines(
                        at.equals(Address.START) ? "website" : "article",
                        strings.say("about"),
                        cited.address(at),
                        data)),
                search ? Optional.of(SearchFiles.SCRIPT) : Optional.empty());
    }

    private List<Link> ways(Address at) {
        var ways = new ArrayList<Link>();
        ways.add(way("way.start", Address.START, at));
        if (accounts) {
            ways.add(way("way.accounts", Address.accounts(1), at));
        }
        ways.add(way("way.ask", Address.ASK, at));
        ways.add(way("way.search", Address.SEARCH, at));
        ways.add(way("way.method", Address.METHOD, at));
        ways.add(way("way.left-out", Address.LEFT_OUT, at));
        return ways;
    }

    private Link way(String key, Address to, Address at) {
        return new Link(settings.strings().say(key), to.file(), to.equals(at));
    }
}
