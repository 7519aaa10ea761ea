package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.afterword.page.Assets;
import org.afterword.page.Link;
import org.afterword.page.Page;
import org.afterword.page.Strings;
import org.afterword.page.Templates;

/**
 * The pages of a site as bytes. Needs no script, asks nobody for anything, and works from a folder: all links are
 * relative, but for the one that leads away.
 *
 * @param accounts page by page; the pages of one account follow each other
 */
record Site(
        Shown.Start start,
        List<Shown.Group> groups,
        List<Shown.Finding> findings,
        List<Shown.Account> accounts,
        Shown.Method method,
        Shown.LeftOut leftOut) {
    static final String STYLESHEET = "style.css";
    static final String ICON = "icon.png";
    /** In bytes. */
    private static final int LIMIT = 95_000;
    /** How many dots of a kind are drawn at most: as many as leave the page small. */
    private static final List<Integer> DOTS = List.of(200, 100, 40, 20, 10, 5);
    /** How many accounts one page of the list names. */
    private static final int LISTED = 200;
    /**
     * For the meta tag. {@code file:} lets the stylesheet through where the pages are opened from a folder: there some
     * browsers hold every file for an origin of its own.
     */
    static final String POLICY =
            "default-src 'none'; style-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'";

    Site {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
        accounts = List.copyOf(accounts);
    }

    /** Every file by its name, in the order of the names. */
    SortedMap<String, byte[]> files(Strings strings, String leave) {
        var files = new TreeMap<String, byte[]>();
        var pages = new Pages(strings, leave, !accounts.isEmpty());
        pages.add(files, Address.START, "site/start.jte", strings.say("start.title"), Map.of("start", start));
        for (Shown.Group group : groups) {
            String title = strings.say("group.title", group.address().group());
            pages.add(files, group.address(), "site/group.jte", title, Map.of("group", group));
        }
        for (Shown.Finding finding : findings) {
            Address at = finding.address();
            String title = part(strings, strings.say("finding.title", at.group(), at.number()), at.part());
            pages.add(files, at, "site/finding.jte", title, Map.of("finding", finding));
        }
        for (Shown.Account account : accounts) {
            Address at = account.address();
            String title = part(strings, strings.say("account.title", at.number()), at.part());
            pages.add(files, at, "site/account.jte", title, Map.of("account", account));
            account.picture()
                    .ifPresent(shown ->
                            files.put(shown.address().file(), shown.picture().png()));
        }
        List<Shown.Account> firsts =
                accounts.stream().filter(account -> account.part() == 1).toList();
        int parts = (firsts.size() + LISTED - 1) / LISTED;
        for (int part = 1; part <= parts; part++) {
            List<Shown.Account> listed = firsts.subList((part - 1) * LISTED, Math.min(firsts.size(), part * LISTED));
            pages.add(
                    files,
                    Address.accounts(part),
                    "site/accounts.jte",
                    part(strings, strings.say("accounts.title"), part),
                    Map.of("accounts", listed, "part", part, "parts", parts));
        }
        pages.add(files, Address.METHOD, "site/method.jte", strings.say("method.title"), Map.of("method", method));
        pages.add(files, Address.LEFT_OUT, "site/left.jte", strings.say("left.title"), Map.of("left", leftOut));
        files.put(STYLESHEET, Assets.stylesheet());
        files.put(ICON, Assets.icon());
        files.put("_headers", HEADERS.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** The names of the files that are pictures from the case. */
    Set<String> pictures() {
        return accounts.stream()
                .flatMap(account -> account.picture().stream())
                .map(shown -> shown.address().file())
                .collect(Collectors.toSet());
    }

    /** Titles tell the parts apart, so that a history does, too. */
    private static String part(Strings strings, String title, int part) {
        return part == 1 ? title : strings.say("title.part", title, part);
    }

    /** For hosts that read such a file; {@code no-store} leaves nothing in the reader's cache. */
    private static final String HEADERS = """
            /*
              Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
              Referrer-Policy: no-referrer
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Resource-Policy: same-origin
              Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
              X-Robots-Tag: noarchive
              Cache-Control: no-store
            """;

    private record Pages(Strings strings, String leave, boolean accounts) {
        void add(Map<String, byte[]> files, Address at, String template, String title, Map<String, Object> values) {
            var all = new HashMap<>(values);
            all.put("page", page(at, title));
            for (int most : DOTS) {
                all.put("most", most);
                byte[] page = Templates.render(template, all).getBytes(StandardCharsets.UTF_8);
                files.put(at.file(), page);
                if (page.length <= LIMIT) {
                    return;
                }
            }
        }

        private Page page(Address at, String title) {
            return new Page(
                    strings,
                    strings.say("title", title),
                    strings.say("name"),
                    Address.START.file(),
                    Optional.of(POLICY),
                    Optional.of(leave),
                    STYLESHEET,
                    ICON,
                    ways(at),
                    strings.say("colophon"));
        }

        private List<Link> ways(Address at) {
            var ways = new ArrayList<Link>();
            ways.add(way("way.start", Address.START, at));
            if (accounts) {
                ways.add(way("way.accounts", Address.accounts(1), at));
            }
            ways.add(way("way.method", Address.METHOD, at));
            ways.add(way("way.left-out", Address.LEFT_OUT, at));
            return ways;
        }

        private Link way(String key, Address to, Address at) {
            return new Link(strings.say(key), to.file(), to.equals(at));
        }
    }

    /** Whether the file is this program's own and the same in every site, byte for byte. */
    static boolean isOwn(String name, byte[] bytes) {
        return (name.equals(STYLESHEET) && Arrays.equals(bytes, Assets.stylesheet()))
                || (name.equals(ICON) && Arrays.equals(bytes, Assets.icon()));
    }
}
