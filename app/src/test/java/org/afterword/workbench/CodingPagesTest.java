package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.afterword.Deciding.Request;
import org.afterword.coding.Coded;
import org.afterword.facts.Known;
import org.afterword.model.Fact;
import org.afterword.model.Id;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Codes, agreement, timeline and money: what several coders see, and what a third settles. */
final class CodingPagesTest extends AtTheWorkbench {
    private static final String MONEY = "/codes/practice/money-demand";

    /** Judges every coding in one way, and marks every account as read. */
    private void judge(String verdict, String reason) throws IOException {
        var requests = new ArrayList<Request>();
        for (Coded one : opened.codings()) {
            requests.add(new Request(one.suggestion().toString(), verdict, reason));
        }
        for (Id account : opened.contents().accountIds()) {
            requests.add(new Request(account.toString(), "read", ""));
        }
        opened.deciding().record(requests);
    }

    private static Element first(Document page, String query) {
        return Objects.requireNonNull(page.selectFirst(query), page.text());
    }

    @Test
    void aCodeHasItsMeaningBesideItsPassages() throws IOException, InterruptedException {
        Document codes = browser.page("/codes");
        assertTrue(first(codes, "a[href='" + MONEY + "']").text().length() > 3);
        assertTrue(codes.select("a[href^=/codes/lifton/]").size() >= 8, codes.text());
        Document money = browser.page(MONEY);
        assertTrue(money.select("#meaning h2").eachText().contains("Near misses"), money.text());
        Element passage = first(money, ".coded-passage.suggestion");
        assertTrue(passage.text().contains("The Kestrel Table"), passage.text());
        assertTrue(passage.text().contains("Nobody has judged it yet."), passage.text());
        String href = first(money, ".coded-passage a").attr("href");
        Document account = browser.page(href.substring(0, href.indexOf('#')));
        Element note = Objects.requireNonNull(account.getElementById(href.substring(href.indexOf('#') + 1)), href);
        browser.press(first(account, "#" + note.id() + " button[value=accept]"));
        Document accepted = browser.page(MONEY);
        assertTrue(first(accepted, ".coded-passage.decision").text().contains("Accepted by tester."));
        assertTrue(browser.page(MONEY + "?show=suggested&page=99")
                        .select(".coded-passage")
                        .size()
                > 0);
        assertEquals(404, browser.get("/codes/practice/no-such-code").statusCode());
    }

    @Test
    void blindCodersSeeNobodyElsesPassagesBeforeTheyHaveRead() throws IOException, InterruptedException {
        judge("accept", "");
        opened.coding().blind(true);
        as("berta");
        Document money = browser.page(MONEY);
        assertTrue(money.select(".coded-passage").isEmpty(), money.text());
        assertTrue(money.text().contains("Coders work blind"), money.text());
        assertTrue(browser.page("/timeline").select("table").isEmpty());
        browser.press(first(browser.page(browser.accounts().getFirst()), "button[value=read]"));
        browser.press(first(browser.page(browser.accounts().getLast()), "button[value=read]"));
        assertTrue(
                browser.page(MONEY + "?show=disputed").select(".coded-passage").size() > 0);
    }

    @Test
    void aThirdSettlesWhatTwoSeeDifferently() throws IOException, InterruptedException {
        judge("accept", "");
        as("berta");
        judge("reject", "a price, <b>not</b> a demand");
        Document own = browser.page("/agreement/differences");
        assertTrue(own.text().contains("a third settles it"), own.text());
        assertTrue(own.select("form input[name=adjudicates]").isEmpty());
        as("clara");
        Document figures = browser.page("/agreement");
        assertTrue(figures.text().contains("marked as read by two or more of berta, tester"), figures.text());
        assertTrue(figures.text().contains("too little to agree on"), figures.text());
        Document differences = browser.page("/agreement/differences");
        int before = differences.select(".margin-note.warning").size();
        assertTrue(before > 0, differences.text());
        assertTrue(differences.text().contains("Rejected by berta (a price, <b>not</b> a demand)."));
        Element counts = first(differences, "button[value=accept]");
        HttpResponse<String> settled = browser.press(counts, "reason", "he had to pay");
        Document after = Jsoup.parse(settled.body());
        assertTrue(after.text().contains("Settled by clara: it counts (he had to pay)."), after.text());
        assertEquals(before - 1, after.select(".margin-note.warning").size());
        assertEquals(409, browser.press(counts).statusCode(), "the page showed that nobody had settled it");
        assertTrue(opened.codings().stream()
                .anyMatch(one -> one.status() == Coded.Status.ACCEPTED
                        && one.adjudicated().isPresent()));
        browser.press(first(after, "form.last button"));
        assertEquals(
                before,
                browser.page("/agreement/differences")
                        .select(".margin-note.warning")
                        .size());
        Document read = browser.page("/agreement/read");
        assertTrue(read.text().contains("2 read by somebody, 0 by nobody"), read.text());
        assertTrue(read.text().contains("tester, berta"), read.text());
        assertEquals(200, browser.get("/agreement/differences?level=passage").statusCode());
        assertEquals(200, browser.get("/agreement?level=passage").statusCode());
    }

    @Test
    void whoCodesBlindSeesDifferencesOnlyToSettleThem() throws IOException, InterruptedException {
        judge("accept", "");
        as("berta");
        judge("reject", "");
        opened.coding().blind(true);
        as("clara");
        Document hidden = browser.page("/agreement/differences");
        assertTrue(hidden.select(".difference").isEmpty(), hidden.text());
        String all = first(hidden, "a[href*=settle]").attr("href");
        assertFalse(browser.page(all).select(".difference").isEmpty());
    }

    @Test
    void factsAreDrawnToldAndDecided() throws IOException, InterruptedException {
        List<Known> facts = opened.facts();
        assertTrue(facts.stream().anyMatch(known -> known.fact() instanceof Fact.Amount), facts.toString());
        Document money = browser.page("/money");
        Element row = first(money, "tbody tr");
        assertTrue(row.text().startsWith("asked: 40"), row.text());
        assertTrue(first(money, "td mark").text().startsWith("forty"), row.text());
        String href = first(money, "td a").attr("href");
        Document account = browser.page(href.substring(0, href.indexOf('#')));
        Element paragraph = Objects.requireNonNull(account.getElementById(href.substring(href.indexOf('#') + 1)), href);
        assertTrue(paragraph.text().contains("forty"), paragraph.text());
        Element accept = first(money, "button[value=accept]");
        Document after = Jsoup.parse(browser.press(accept).body());
        assertTrue(after.text().contains("Accepted by tester"), after.text());
        assertEquals(409, browser.press(accept).statusCode());
        browser.press(first(browser.page("/money"), "button[value=reject]"));
        assertTrue(browser.page("/money").select("tbody tr").isEmpty());
        assertEquals(1, browser.page("/money?show=rejected").select("tbody tr").size());
    }
}
