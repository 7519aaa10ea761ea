package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.Progress;
import org.afterword.casefile.Cost;
import org.afterword.intake.Inbox;
import org.afterword.intake.Settings;
import org.afterword.intake.Told;
import org.afterword.model.Verdict;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters from an inbox and to it, with a server of one and a workbench of the case. */
class LettersPageTest {
    @TempDir
    private Path folder;

    private Case opened;
    private Workbench workbench;
    private Browser browser;
    private Told told;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        opened = SmallCase.empty(folder.resolve("small.afterword"));
        Settings usual = Settings.of(
                opened.file().dropBox().recipient(), 8 << 20, Settings.Terms.USUAL, "The archive.", "", List.of());
        Inbox.create(folder.resolve("in"), usual.withCost(Cost.CHEAP));
        told = Told.serve(folder.resolve("in"));
        workbench = Workbench.start(opened, 0);
        browser = Browser.in(workbench);
    }

    @AfterEach
    void close() throws IOException {
        told.close();
        workbench.close();
        opened.close();
    }

    private Correspondence.Collected collect() throws IOException {
        try (Inbox inbox = Inbox.open(folder.resolve("in"))) {
            return Correspondence.of(opened).collect(inbox, Optional.of("The Kestrel Table"), Progress.SILENT);
        }
    }

    private Document mailbox() throws IOException, InterruptedException {
        String href = Objects.requireNonNull(browser.page("/letters").selectFirst(".accounts a"))
                .attr("href");
        return browser.page(href);
    }

    private Document press(String button, String... typed) throws IOException, InterruptedException {
        return org.jsoup.Jsoup.parse(
                browser.press(Objects.requireNonNull(mailbox().selectFirst(button), button), typed)
                        .body());
    }

    @Test
    void lettersComeAreSeenAndAnswered() throws IOException, InterruptedException {
        assertTrue(browser.page("/letters").text().contains("Nothing came by an inbox yet."));
        String receipt = told.tell(
                "Orla Finch kept the list, and Orla Finch told us to pay. <b>Really.</b>",
                Map.of("consent", "verbatim", "review", "yes"),
                "notes.txt",
                "They asked us for money every Friday, and I wrote it down.");
        collect();
        Document letters = browser.page("/letters");
        assertTrue(letters.text().contains("1 new letter"), letters.text());
        assertTrue(letters.text().contains("allows quotation without names, once they have agreed"), letters.text());
        Document page = mailbox();
        assertTrue(page.select(".dialogue .told").text().contains("<b>Really.</b>"), page.text());
        assertEquals(1, page.select("h3 strong").size(), "it is new");
        assertTrue(page.text().contains("file-1-notes.txt"), page.text());

        assertEquals(0, press("button[value=seen]").select("h3 strong").size());
        assertFalse(browser.page("/letters").text().contains("new letter"));

        Document refused = press("button[value=reply]", "words", "When did\nOrla Finch say that?");
        assertTrue(refused.select("[role=alert]").text().contains("line 2"), refused.text());
        assertEquals("Orla Finch", refused.select("[role=alert] a").text());
        assertEquals(
                "When did\nOrla Finch say that?", refused.select("textarea").text());
        assertEquals(0, mailbox().select(".dialogue.ours").size(), "nothing was written");
        assertEquals(0, mailbox().select("#show").size(), "nobody has read it yet");

        Document written = press("button[value=reply]", "words", "When was that?");
        assertTrue(written.select(".dialogue.ours").text().contains("goes with the next"), written.text());
        assertEquals(1, collect().sent());
        assertTrue(mailbox().select(".dialogue.ours").text().contains("When was that?"));
        assertFalse(mailbox().select(".dialogue.ours").text().contains("goes with the next"));
        assertTrue(told.mailbox(receipt).text().contains("When was that?"));
    }

    @Test
    void aBlockedMailboxIsHeldUntilItIsLifted() throws IOException, InterruptedException {
        String receipt = told.tell("We rowed on Sundays.", Map.of());
        collect();
        told.press(receipt, "form[enctype] button", Map.of("text", "Spam, spam."));
        assertTrue(press("button[value=block]").text().contains("nothing more is taken"));
        var held = collect();
        assertEquals(0, held.letters().size());
        assertTrue(
                held.remarks().toString().contains("1 letter lies"),
                held.remarks().toString());
        assertEquals(0, told.mailbox(receipt).select("form[enctype]").size());
        told.press(receipt, "form:has(input[value=withdraw-all]) button", Map.of("sure", "yes"));
        assertEquals(1, collect().letters().size(), "a withdrawal is heard all the same");
        assertTrue(
                mailbox().text().contains("They withdrew all of it"), mailbox().text());
        press("button[value=lift]");
        collect();
        assertEquals(1, told.mailbox(receipt).select("form[enctype]").size());
    }

    /** What a stranger would see is shown to its teller, who answers; only then it may stand. */
    @Test
    void theTellerSeesItFirstAndApproves() throws IOException, InterruptedException {
        String receipt =
                told.tell("We rowed every week, and nobody spoke.", Map.of("consent", "verbatim", "review", "yes"));
        collect();
        String account = Objects.requireNonNull(mailbox().selectFirst(".note a[href^=/account/]"))
                .attr("href");
        assertEquals(0, mailbox().select("#show").size(), "nobody has read it");
        browser.press(Objects.requireNonNull(browser.page(account).selectFirst("button[value=read]")));
        String id = account.substring("/account/".length());
        assertEquals(
                1,
                mailbox().select("#show option[value=" + id + "]").size(),
                mailbox().text());
        // only what is there can be shown
        for (String wrong : List.of("0".repeat(26), "no id")) {
            Document refused = press("button[value=reply]", "words", "Is it right?", "show", wrong);
            assertEquals(0, refused.select(".dialogue.ours").size(), refused.text());
        }
        Document asked = press("button[value=reply]", "words", "Is it right so?", "show", id);
        assertTrue(asked.select(".dialogue.ours").text().contains("you asked whether they agree"), asked.text());
        assertEquals(1, collect().sent());
        Document seen = told.mailbox(receipt);
        assertTrue(seen.text().contains("Is it right so?") && seen.text().contains("We rowed every week"), seen.text());
        told.press(receipt, "button[value=approve]", Map.of());
        collect();
        assertTrue(
                mailbox().text().contains("they agree to the protected text"),
                mailbox().text());
        assertTrue(
                opened.contents().decisions().stream()
                        .anyMatch(one ->
                                one.target().toString().equals(id) && one.verdict() instanceof Verdict.SeenByTeller),
                opened.contents().decisions().toString());
        assertTrue(opened.contents().decisions().stream()
                .anyMatch(one -> one.target().toString().equals(id)
                        && one.verdict().text().equals("consent=verbatim")));
    }
}
