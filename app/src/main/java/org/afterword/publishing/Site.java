package org.afterword.publishing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.afterword.model.Sha256;
import org.afterword.page.Assets;
import org.afterword.page.Strings;

/**
 * The pages of a site as bytes. They need no script, ask nobody for anything, and work from a folder: all links are
 * relative, but for the one that leads away.
 *
 * @param accounts page by page; the pages of one account follow each other
 * @param corrections the newest first
 */
record Site(
        Shown.Start start,
        List<Shown.Group> groups,
        List<Shown.Finding> findings,
        List<Shown.Account> accounts,
        Shown.Method method,
        Shown.LeftOut leftOut,
        List<Shown.Correction> corrections) {
    static final String STYLESHEET = "style.css";
    static final String ICON = "icon.png";
    private static final String HEADERS_FILE = "_headers";
    /** How many accounts, or corrections, one page names. */
    private static final int LISTED = 200;
    /** How many groups one page of topics has. */
    private static final int TOPICS = 25;

    Site {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
        accounts = List.copyOf(accounts);
        corrections = List.copyOf(corrections);
    }

    Site with(List<Shown.Correction> others) {
        return new Site(start, groups, findings, accounts, method, leftOut, others);
    }

    /**
     * Every file by its name, in the order of the names.
     *
     * @param root of the tree of commitments, by which a citation says what it cites
     * @param nameless whether a word names nobody who is hidden, also where it stands alone
     * @param last what need not be made again
     */
    SortedMap<String, Finished> files(Settings settings, Sha256 root, Predicate<String> nameless, Last last) {
        Strings strings = settings.strings();
        var files = new ConcurrentSkipListMap<String, Finished>();
        var cited = new Citations(settings, start.runBy(), start.asOf(), root);
        var pages = new Pages(settings, cited, !accounts.isEmpty(), !corrections.isEmpty(), last, files);
        CompletableFuture<WordIndex> index = CompletableFuture.supplyAsync(() -> last.index(this, nameless));
        pages.add(Address.START, "site/start.jte", strings.say("start.title"), cited.whole(), Map.of("start", start));
        for (Shown.Group group : groups) {
            String title = strings.say("group.title", group.address().group());
            pages.add(group.address(), "site/group.jte", title, Map.of("group", group));
        }
        findings.parallelStream().forEach(finding -> finding(pages, strings, cited, finding));
        accounts.parallelStream().forEach(account -> account(pages, strings, account, files));
        list(pages, strings);
        search(pages, strings, index.join(), files);
        pages.add(Address.ASK, "site/ask.jte", strings.say("ask.title"), Map.of("start", start));
        pages.add(Address.METHOD, "site/method.jte", strings.say("method.title"), Map.of("method", method));
        pages.add(Address.LEFT_OUT, "site/left.jte", strings.say("left.title"), Map.of("left", leftOut));
        corrected(pages, strings);
        settings.address()
                .ifPresent(address -> files.put("sitemap.xml", Finished.of(Sitemap.of(address, files.keySet()))));
        files.put(STYLESHEET, Finished.of(Assets.stylesheet()));
        files.put(ICON, Finished.of(Assets.icon()));
        files.put(HEADERS_FILE, Finished.of(HEADERS.getBytes(StandardCharsets.UTF_8)));
        last.only(files.keySet());
        return files;
    }

    private static void finding(Pages pages, Strings strings, Citations cited, Shown.Finding finding) {
        Address at = finding.address();
        String title = part(strings, strings.say("finding.title", at.group(), at.number()), at.part());
        Map<String, Object> values = Map.of("finding", finding);
        if (at.part() > 1) {
            pages.add(at, "site/finding.jte", title, values);
        } else {
            pages.add(at, "site/finding.jte", title, cited.data(finding), values);
            Address cite = finding.cite();
            pages.add(
                    cite,
                    "site/cite.jte",
                    strings.say("cite.title", cite.group() + "-" + cite.number()),
                    cited.dated(finding),
                    Map.of("finding", finding, "citation", cited.of(finding)));
        }
    }

    private static void account(Pages pages, Strings strings, Shown.Account account, Map<String, Finished> files) {
        Address at = account.address();
        String title = part(strings, strings.say("account.title", at.number()), at.part());
        pages.add(at, "site/account.jte", title, Map.of("account", account));
        account.picture()
                .ifPresent(shown -> files.put(
                        shown.address().file(), Finished.of(shown.picture().png())));
    }

    /** The accounts that may be read whole. */
    private void list(Pages pages, Strings strings) {
        List<Shown.Account> firsts =
                accounts.stream().filter(account -> account.part() == 1).toList();
        int parts = (firsts.size() + LISTED - 1) / LISTED;
        for (int part = 1; part <= parts; part++) {
            List<Shown.Account> listed = firsts.subList((part - 1) * LISTED, Math.min(firsts.size(), part * LISTED));
            pages.add(
                    Address.accounts(part),
                    "site/accounts.jte",
                    part(strings, strings.say("accounts.title"), part),
                    Map.of("accounts", listed, "part", part, "parts", parts));
        }
    }

    private void corrected(Pages pages, Strings strings) {
        int parts = (corrections.size() + LISTED - 1) / LISTED;
        for (int part = 1; part <= parts; part++) {
            pages.add(
                    Address.CORRECTED.part(part),
                    "site/corrected.jte",
                    part(strings, strings.say("corrected.title"), part),
                    Map.of(
                            "corrections",
                            corrections.subList((part - 1) * LISTED, Math.min(corrections.size(), part * LISTED)),
                            "part",
                            part,
                            "parts",
                            parts));
        }
    }

    /** The index in pages, and the same for the script. */
    private void search(Pages pages, Strings strings, WordIndex index, Map<String, Finished> files) {
        CompletableFuture<SearchFiles> made =
                CompletableFuture.supplyAsync(() -> SearchFiles.of(index, strings, pages.last()));
        List<Shown.Letter> letters = index.letters(strings);
        letters.parallelStream().forEach(letter -> {
            String written = Character.toString(letter.letter());
            String title = part(strings, strings.say("index.title", written), letter.part());
            pages.add(letter.address(), "site/letter.jte", title, Map.of("letter", letter));
        });
        SearchFiles scripts = made.join();
        files.putAll(scripts.files());
        int parts = Math.max(1, (groups.size() + TOPICS - 1) / TOPICS);
        for (int part = 1; part <= parts; part++) {
            List<Shown.Group> shown = groups.subList((part - 1) * TOPICS, Math.min(groups.size(), part * TOPICS));
            pages.add(
                    Address.search(part),
                    "site/search.jte",
                    part(strings, strings.say("search.title"), part),
                    Map.of("groups", shown, "letters", letters, "scripts", scripts, "part", part, "parts", parts));
        }
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

    /**
     * For hosts that read such a file; {@code no-store} leaves nothing in the reader's cache. A script of our own is
     * let through here for the one page that has one, because some hosts enforce the policies of all rules that fit a
     * page; the meta tags of the others forbid it.
     */
    private static final String HEADERS = """
            /*
              Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
              Referrer-Policy: no-referrer
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Resource-Policy: same-origin
              Permissions-Policy: camera=(), geolocation=(), microphone=(), interest-cohort=()
              X-Robots-Tag: noarchive
              Cache-Control: no-store
            """;

    /** Whether the file is this program's own and the same in every site, byte for byte. */
    static boolean isOwn(String name, byte[] bytes) {
        return (name.equals(STYLESHEET) && Arrays.equals(bytes, Assets.stylesheet()))
                || (name.equals(HEADERS_FILE) && Arrays.equals(bytes, HEADERS.getBytes(StandardCharsets.UTF_8)))
                || (name.equals(ICON) && Arrays.equals(bytes, Assets.icon()))
                || (name.equals(SearchFiles.SCRIPT) && Arrays.equals(bytes, Assets.search()));
    }
}
