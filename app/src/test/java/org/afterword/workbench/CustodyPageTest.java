package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.afterword.Deciding.Request;
import org.afterword.Exporting;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The log in plain words, and verifying by a button. */
final class CustodyPageTest extends AtTheWorkbench {
    @Test
    void theNewestStandsFirstInPlainWords() throws IOException, InterruptedException {
        String account = opened.contents().accountIds().getFirst().toString();
        opened.deciding().record(List.of(new Request(account, "retain-until=2031-05-01", "as they asked")));
        Document page = browser.page("/custody");
        Element newest = Objects.requireNonNull(page.selectFirst("tbody tr"), page::text);
        assertTrue(newest.text().contains("is to be erased by 2031-05-01"), page::text);
        assertTrue(page.text().contains("A file was kept:"), page::text);
        Element checkpoint = Objects.requireNonNull(page.selectFirst("pre.checkpoint"));
        assertEquals(opened.file().checkpoint().strip(), checkpoint.wholeText().strip());
    }

    @Test
    void whatAnotherCoderDecidedIsNotToldWhereTheyWorkBlind() throws IOException, InterruptedException {
        opened.coding().blind(true);
        String account = opened.contents().accountIds().getFirst().toString();
        opened.deciding().record(List.of(new Request(account, "memo=I am not sure of her", "")));
        as("berta");
        String page = browser.page("/custody").text();
        assertTrue(page.contains("Another coder decided something."), page);
        assertFalse(page.contains("not sure of her"), page);
    }

    @Test
    void verifyingLooksAtEveryByte() throws IOException, InterruptedException {
        Document page = browser.page("/custody");
        browser.press(Objects.requireNonNull(page.selectFirst("form[action='/custody'] button")));
        Document verified = browser.settled("/custody");
        assertTrue(verified.text().contains("Nothing is wrong"), verified.text());
        // another window of the same browser says the same, and it stays said
        assertTrue(browser.page("/work").text().contains("Nothing is wrong"));
        browser.press(Objects.requireNonNull(verified.selectFirst("form[action='/work/away'] button")));
        assertFalse(browser.page("/custody").text().contains("Nothing is wrong"));
    }

    /** The page has words of its own for each, so that a new one is not forgotten there. */
    @Test
    void everyFormatCanBeChosen() {
        assertEquals(
                Exporting.formats().stream().sorted().toList(),
                ExportJob.FORMATS.stream().map(Sheets.Option::value).sorted().toList());
    }
}
