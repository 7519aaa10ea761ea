package org.afterword.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final String LEAVE = "https://weather.example/";
    private final Map<String, Document> parsed = new java.util.TreeMap<>();
    private final Map<String, byte[]> files = ExampleSite.files(ExampleSite.site());

    /** The one script is our own, and on the one page whose policy lets it through; JSON-LD is data, and is not run. */
    @Test
    void pagesAskNobodyForAnything() {
        files.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8)
                    .replace("<a href=\"" + LEAVE + "\" rel=\"nofollow noreferrer\">", "<a>")
                    .replaceAll("<script type=\"application/ld\\+json\">[^<]*</script>", "")
                    .replace(name.startsWith("search") ? "<script src=\"search.js\"></script>" : "no script", "");
            assertFalse(
                    Pattern.compile("(?i)<script|javascript:|//[a-z0-9]|\\son[a-z]+=|<iframe|<form|@import|url\\(")
                            .matcher(text)
                            .find(),
                    name);
        });
    }

    @Test
    void everyPageHoldsItselfToItsPolicy() {
        pages().forEach((name, page) -> {
            String policy =
                    page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            assertTrue(policy.startsWith("default-src 'none';"), name);
            assertFalse(policy.contains("unsafe"), name);
            assertEquals(name.startsWith("search"), policy.contains("script-src 'self'"), name);
            assertEquals("no-referrer", page.select("meta[name=referrer]").attr("content"), name);
            assertTrue(page.select("[style], style").isEmpty(), name);
        });
        assertTrue(new String(files.get("_headers"), StandardCharsets.UTF_8).contains("frame-ancestors 'none'"));
    }

    @Test
    void everyPageIsSmallAndNeutral() {
        pages().forEach((name, page) -> {
            assertTrue(files.get(name).length < 100_000, name);
            assertTrue(page.title().startsWith("Notes: "), name);
            assertFalse(page.title().contains("Lantern"), name);
            assertTrue(name.matches("[a-z0-9-]+\\.html"), name);
        });
        assertEquals(
                pages().size(),
                pages().values().stream().map(Document::title).distinct().count(),
                "every title is another");
    }

    @Test
    void pagesAboutThousandsAreStillSmall() {
        ExampleSite.files(ExampleSite.crowd())
                .forEach((name, bytes) -> assertTrue(bytes.length < 100_000, name + " " + bytes.length));
    }

    @Test
    void everyPageIsBuiltForReadersOfEveryKind() {
        pages().forEach((name, page) -> {
            assertEquals("en", page.select("html").attr("lang"), name);
            assertEquals(1, page.select("h1").size(), name);
            assertEquals(1, page.select("main#main").size(), name);
            assertEquals(1, page.select("header").size(), name);
            assertEquals(1, page.select("footer").size(), name);
            assertEquals("#main", page.select("body > a").first().attr("href"), name);
            page.select("nav").forEach(nav -> assertFalse(nav.attr("aria-label").isBlank(), name));
            page.select("[role=img]")
                    .forEach(image -> assertFalse(image.attr("aria-label").isBlank(), name));
            int level = 1;
            for (Element heading : page.select("h1, h2, h3")) {
                int next = heading.tagName().charAt(1) - '0';
                assertTrue(next <= level + 1, name + " skips a level of headings");
                level = next;
            }
        });
    }

    @Test
    void everyPageIsWellFormed() {
        files.forEach((name, bytes) -> {
            if (name.endsWith(".html")) {
                Parser parser = Parser.htmlParser().setTrackErrors(10);
                Document page = Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", parser);
                assertTrue(parser.getErrors().isEmpty(), () -> name + ": " + parser.getErrors());
                var ids = new HashSet<String>();
                page.select("[id]").forEach(element -> assertTrue(ids.add(element.id()), name + " #" + element.id()));
            }
        });
    }

    @Test
    void everyLinkLeadsSomewhere() {
        pages().forEach((name, page) -> page.select("[href]").forEach(link -> {
            String href = link.attr("href");
            int fragment = href.indexOf('#');
            if (href.equals(LEAVE)) {
                assertTrue(link.attr("rel").contains("noreferrer"), name);
            } else if (href.startsWith("#")) {
                assertTrue(page.getElementById(href.substring(1)) != null, name + " " + href);
            } else if (fragment > 0) {
                Document there = pages().get(href.substring(0, fragment));
                assertTrue(there.getElementById(href.substring(fragment + 1)) != null, name + " " + href);
            } else {
                assertTrue(files.containsKey(href), name + " " + href);
            }
        }));
    }

    @Test
    void onlyWhatPeopleAllowIsLinkedAndNothingIsForgotten() {
        var linked = new HashSet<String>();
        pages().values().forEach(page -> page.select("a[href]").forEach(link -> linked.add(link.attr("href"))));
        pages().keySet().forEach(name -> assertTrue(linked.contains(name), name));
    }

    @Test
    void everyWordThatHelpsLeadsToWhereItStands() {
        Document letter = pages().get("index-s.html");
        var soup = letter.select("dl.index dt").stream()
                .filter(word -> word.text().equalsIgnoreCase("seminars"))
                .findFirst()
                .orElseThrow();
        assertTrue(soup.nextElementSibling().select("a").attr("href").matches("(pathway|finding).*"), letter::html);
        int links = 0;
        for (Map.Entry<String, Document> page : pages().entrySet()) {
            for (Element link : page.getValue().select("dl.index dd a")) {
                String[] to = link.attr("href").split("#", 2);
                Document there = pages().get(to[0]);
                Element place = to.length == 1 ? there.body() : there.getElementById(to[1]);
                Element word = link.parent();
                while (!word.tagName().equals("dt")) {
                    word = word.previousElementSibling();
                }
                assertTrue(
                        Spot.folded(place.text()).contains(Spot.folded(word.text())),
                        page.getKey() + " " + word.text());
                links++;
            }
        }
        assertTrue(links > 50, links + " links");
    }

    @Test
    void smallWordsAreNoHelp() {
        var words = new HashSet<String>();
        pages().values().forEach(page -> words.addAll(page.select("dl.index dt").eachText()));
        assertTrue(words.contains("retreat"));
        assertFalse(words.contains("the"));
        assertFalse(words.contains("of"));
    }

    @Test
    void whatIsHardToReadIsSaidBefore() {
        Document finding = pages().get("finding-1-02.html");
        Element note = finding.selectFirst(".passage .content-note");
        assertEquals("This tells of: violence; harm to children", note.text());
        assertEquals("blockquote", note.nextElementSibling().child(0).tagName());
        Document account = pages().get("account-02.html");
        assertEquals(
                "This tells of: sexual violence; self-harm or suicide",
                account.select("main .content-note").text());
        assertTrue(account.select("details.folded:not([open]) .told").text().contains("There was a night"));
        assertTrue(pages().get("account-01.html").select(".folded").isEmpty());
        files.forEach((name, bytes) -> assertFalse(
                name.startsWith("search-places") && new String(bytes, StandardCharsets.UTF_8).contains("one step away"),
                "no words stand in a search result before which a reader is told something"));
    }

    @Test
    void whatWasCorrectedIsDatedToTheMonth() {
        Document corrected = pages().get("corrected.html");
        assertEquals("February 2024", corrected.select("dt").text());
        assertTrue(corrected.select("dd").text().contains("counted twice"));
        pages().forEach((name, page) ->
                assertTrue(!page.select("footer a[href=corrected.html]").isEmpty(), name));
    }

    @Test
    void theOpposingVoiceStandsBesideEveryAnswer() {
        pages().forEach((name, page) -> {
            if (name.startsWith("finding") || name.startsWith("pathway")) {
                page.select(".answer, .sentence")
                        .forEach(answer -> assertFalse(
                                answer.closest(".row")
                                        .select(".note.opposing")
                                        .text()
                                        .isBlank(),
                                name));
            }
        });
    }

    @Test
    void textIsEscaped() throws IOException {
        String page = new String(files.get("pathway-1.html"), StandardCharsets.UTF_8);
        assertTrue(page.contains("&lt;b&gt;Being watched&lt;/b&gt;"));
        look();
    }

    /** Leaves the pages where one can look at them. */
    private void look() throws IOException {
        Path dir = Files.createDirectories(Path.of("target", "example-site"));
        for (var file : files.entrySet()) {
            Files.write(dir.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, Document> pages() {
        if (parsed.isEmpty()) {
            parsed.putAll(parse());
        }
        return parsed;
    }

    private Map<String, Document> parse() {
        var pages = new java.util.TreeMap<String, Document>();
        files.forEach((name, bytes) -> {
            if (name.endsWith(".html")) {
                pages.put(name, Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)));
            }
        });
        return pages;
    }
}
