package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Progress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long account in its parts, and a group of more accounts than a page has. */
class LongListsTest {
    private static final String PLAIN = "We walked to the lake and came back before it was dark. ";
    private static final String TOLD =
            "Every Friday they asked us for money, and in May 2004 I was told to pay 40 pounds or leave. ";
    private static final int NOTES = 55;

    @TempDir
    private Path folder;

    private Case made() throws IOException {
        Path files = Files.createDirectory(folder.resolve("files"));
        // the passage stands in the last of three parts
        Files.writeString(files.resolve("long.txt"), (PLAIN.repeat(5) + "\n\n").repeat(180) + TOLD + "\n");
        for (int i = 0; i < NOTES; i++) {
            Files.writeString(files.resolve("note" + (100 + i) + ".txt"), "This is note " + i + ". " + PLAIN);
        }
        Case opened = Case.create(folder.resolve("long.afterword"), SmallCase.passphrase(), "tester")
                .opened();
        opened.add(List.of(files), Optional.of("The Kestrel Table"), false, Progress.SILENT);
        opened.suggest(Progress.SILENT);
        return opened;
    }

    @Test
    void eachIsReachedPageByPage() throws IOException, InterruptedException {
        try (Case opened = made();
                Workbench workbench = Workbench.start(opened, 0)) {
            Browser browser = Browser.in(workbench);
            group(browser);
            search(browser);
            String passage = browser.page("/codes/practice/money-demand?show=suggested")
                    .select(".passage a[href*=note-], a[href*=#note-]")
                    .attr("href");
            assertTrue(passage.contains("?at="), passage);
            parts(browser, passage);
            String date = browser.page("/timeline").select("a[href*=#here]").attr("href");
            Element here = Objects.requireNonNull(
                    browser.page(date.replaceFirst("#.*", "")).getElementById("here"));
            assertTrue(here.text().contains("in May 2004"), here.text());
        }
    }

    /** The page of the case has a few of the group, and the way to all of them. */
    private static void group(Browser browser) throws IOException, InterruptedException {
        Document first = browser.page("/");
        assertTrue(first.text().contains(NOTES + 1 + " accounts"), first.text());
        assertEquals(10, first.select(".accounts li").size());
        Document all = browser.page(first.select("a[rel=next]").attr("href"));
        List<String> shown = all.select(".accounts a").eachAttr("href");
        assertEquals(50, shown.size());
        Document rest = browser.page(all.select("a[rel=next]").attr("href"));
        List<String> more = rest.select(".accounts a").eachAttr("href");
        assertEquals(NOTES + 1 - 50, more.size());
        assertTrue(more.stream().noneMatch(shown::contains));
        assertTrue(rest.select("a[rel=next]").isEmpty());
        assertFalse(rest.select("a[rel=prev]").isEmpty());
    }

    /** The best of what is found, and the way to more of it. */
    private static void search(Browser browser) throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page("/search").selectFirst("form.search button"));
        Document best =
                Jsoup.parse(browser.press(button, "words", "walked to the lake").body());
        assertEquals(20, best.select(".hit").size(), best.text());
        Element more = Objects.requireNonNull(best.selectFirst("form:has([name=most]) button"));
        Document all = Jsoup.parse(browser.press(more).body());
        assertEquals(60, all.select(".hit").size(), all.text());
        assertEquals(
                best.select(".hit").eachText(), all.select(".hit").eachText().subList(0, 20));
    }

    private static void parts(Browser browser, String passage) throws IOException, InterruptedException {
        String account = passage.replaceFirst("\\?.*", "");
        for (String suffix : List.of("", "/before")) {
            Document part = browser.page(account + suffix);
            assertTrue(part.text().contains("Part 2 of 3"), suffix);
            assertTrue(part.select("#read, #approve").isEmpty(), suffix);
            var text = new StringBuilder(part.select(".account p[dir]").text());
            for (String next = next(part); !next.isEmpty(); next = next(part)) {
                part = browser.page(next);
                text.append(' ').append(part.select(".account p[dir]").text());
            }
            assertEquals(1, part.select("#read, #approve").size(), suffix);
            assertEquals(900, text.toString().split("We walked to the lake", -1).length - 1, suffix);
            assertTrue(text.toString().contains("Every Friday they asked"), suffix);
        }
        // the note stands on the page to which its address leads, and a decision comes back to it
        Document there = browser.page(passage.replaceFirst("#.*", ""));
        Element note = Objects.requireNonNull(there.getElementById(passage.replaceFirst(".*#", "")));
        var answer = browser.press(Objects.requireNonNull(note.selectFirst("button[value=accept]")));
        assertEquals(
                passage.replaceFirst("#.*", ""),
                answer.uri().getPath() + "?" + answer.uri().getQuery());
    }

    private static String next(Document page) {
        return page.select("nav[aria-label=Pages] a[rel=next]").attr("href");
    }
}
