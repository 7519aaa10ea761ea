package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.afterword.Case;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The whole way through the workbench, as a person without scripts walks it. */
final class WorkbenchTest extends AtTheWorkbench {
    @Test
    void theWholeWay() throws IOException, InterruptedException {
        Document start = browser.page("/");
        assertTrue(start.text().contains("2 accounts from 2 files; none read."), start.text());
        String letter = account("The boathouse years");
        String note = account("note.txt");

        // the margin: accept everything but one
        assertFalse(waiting(letter).isEmpty(), browser.page(letter).text());
        Element first = waiting(letter).getFirst();
        browser.press(Objects.requireNonNull(first.selectFirst("button[value=reject]")));
        assertEquals("rejected", browser.page(letter).getElementById(first.id()).attr("data-stage"));
        for (String account : List.of(letter, note)) {
            while (!waiting(account).isEmpty()) {
                browser.press(button(waiting(account).getFirst(), "accept"));
            }
        }

        // consent, publicness, read
        for (String account : List.of(letter, note)) {
            choose(account, "consent=verbatim");
            choose(account, "public=no");
            choose(account, "vantage=member");
            browser.press(button(browser.page(account), "read"));
            assertTrue(browser.page(account).text().contains("Read by tester."));
        }

        // the gate names what is missing, with a way to each
        Document refused = publish();
        assertTrue(refused.text().contains("Nothing was written."), refused.text());
        assertFalse(refused.select(".obstacles a[href]").isEmpty());
        assertFalse(Files.exists(folder.resolve("small-site")));

        // names
        decideNames();
        assertTrue(browser.page("/people").text().contains("Every name is decided."));

        // before you publish
        for (String account : List.of(letter, note)) {
            Document before = browser.page(account + "/before");
            assertFalse(before.select(".protected p").text().contains("Orla"), before.text());
            HttpResponse<String> approved =
                    browser.press(Objects.requireNonNull(before.selectFirst("#approve button")));
            assertTrue(approved.body().contains("Approved by tester"), approved.body());
        }

        // and what else has to be settled, on the page that refuses
        Document unsettled = publish();
        for (Element form : unsettled.select("form.settle")) {
            if (form.selectFirst("[name=decision]").val().startsWith("asked-for-reply")) {
                continue;
            }
            form.select("input:not([type=hidden])").forEach(input -> input.val("they would ask who wrote"));
            browser.press(Objects.requireNonNull(form.selectFirst("button")));
        }

        Document published = publish();
        assertTrue(published.text().contains("It is published"), published.text());
        assertTrue(Files.exists(folder.resolve("small-site/index.html")));
        try (Stream<Path> pages = Files.walk(folder.resolve("small-site"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(page, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("Orla"));
            }
        }
        assertTrue(browser.page("/findings").select(".finding .dots").size() > 0);
    }

    @Test
    void undoTakesBackTheLastDecisionThatThePageShowed() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        browser.press(button(browser.page(letter), "read"));
        Element undo = Objects.requireNonNull(browser.page("/").selectFirst("form.last button"));
        Document after = Jsoup.parse(browser.press(undo).body());
        assertTrue(opened.contents().decisions().isEmpty());
        assertTrue(after.select("form.last").isEmpty());
        HttpResponse<String> again = browser.press(undo);
        assertEquals(409, again.statusCode());
    }

    @Test
    void aDecisionFromAnOlderPageIsAskedAgain() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        Element note = waiting(letter).getFirst();
        browser.press(button(note, "accept"));
        HttpResponse<String> late = browser.press(button(note, "reject"));
        assertEquals(409, late.statusCode());
        assertEquals("accepted", browser.page(letter).getElementById(note.id()).attr("data-stage"));
        browser.press(button(Jsoup.parse(late.body()), "reject"));
        assertEquals("rejected", browser.page(letter).getElementById(note.id()).attr("data-stage"));
    }

    @Test
    void aNameDecidedInAnotherTabIsAskedAgain() throws IOException, InterruptedException {
        Element person = person("Orla Finch");
        browser.press(button(person, "redact"));
        HttpResponse<String> late = browser.press(button(person, "keep"));
        assertEquals(409, late.statusCode());
        assertTrue(late.body().contains("is left out"), late.body());
    }

    @Test
    void aPersonsNameStandsOnlyAfterASecondPage() throws IOException, InterruptedException {
        Document first =
                Jsoup.parse(browser.press(button(person("Orla Finch"), "keep")).body());
        assertTrue(first.text().contains("Keep this name?"), first.text());
        assertTrue(first.text().contains("in 2 accounts"), first.text());
        HttpResponse<String> alone = browser.press(button(first, "keep="), "as", "witness", "reason", "she told us");
        assertTrue(alone.body().contains("only with their own consent"), alone.body());
        Document second = Jsoup.parse(
                browser.press(button(first, "keep="), "as", "office-holder", "reason", "elected, in the papers")
                        .body());
        assertTrue(second.text().contains("Shall this name stand?"), second.text());
        assertTrue(opened.contents().decisions().isEmpty(), "nothing is recorded before the second page is answered");
        browser.press(button(second, "keep="));
        assertTrue(person("Orla Finch").text().contains("stays readable, as an office-holder"));
        browser.press(button(person("Orla Finch"), "is=minor"));
        assertTrue(person("Orla Finch").text().contains("is a minor: never named"));
        assertTrue(person("Orla Finch").select(".warning").size() > 0, "it is to be decided anew");
    }

    @Test
    void onlyWhatWasShownIsApproved() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        choose(letter, "consent=verbatim");
        choose(letter, "public=no");
        browser.press(button(browser.page(letter), "read"));
        decideNames();
        Element approve =
                Objects.requireNonNull(browser.page(letter + "/before").selectFirst("#approve button"));
        browser.press(button(person("Orla Finch"), "pseudonym="), "words", "Maren Sill");
        HttpResponse<String> stale = browser.press(approve);
        assertEquals(409, stale.statusCode());
        assertTrue(stale.body().contains("Nothing was approved"), stale.body());
    }

    @Test
    void aNameAddedByHandIsFoundInEveryFormAndJoined() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        Element add = Objects.requireNonNull(browser.page(letter).selectFirst("form[action=/name] button"));
        HttpResponse<String> added = browser.press(add, "words", "teacher", "kind", "person");
        assertTrue(added.body().contains("The name is in the case"), added.body());
        Element join = Objects.requireNonNull(person("teacher").selectFirst("form[action=/join] button"));
        assertEquals(400, browser.press(join, "words", "Nobody At All").statusCode());
        assertEquals(200, browser.press(join, "words", "orla finch").statusCode());
        assertTrue(person("Orla Finch").text().contains("Take apart"));
    }

    @Test
    void whatCannotBeDecidedIsSaidKindly() throws IOException, InterruptedException {
        Element person = person("Orla Finch");
        HttpResponse<String> empty = browser.press(button(person, "role="), "words", "  ");
        assertEquals(400, empty.statusCode());
        assertTrue(empty.body().contains("That cannot be decided so"));
        String letter = account("The boathouse years");
        Element consent = choice(browser.page(letter), "consent=verbatim");
        HttpResponse<String> nothing = browser.press(consent, "decision", "");
        assertTrue(nothing.body().contains("Nothing was chosen"), nothing.body());
        assertEquals(404, browser.get("/account/nonsense").statusCode());
        assertEquals(404, browser.get("/account/" + "0".repeat(26)).statusCode());
    }

    private Document search(String... typed) throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page("/search").selectFirst("form.search button"));
        HttpResponse<String> found = browser.press(button, typed);
        assertEquals(200, found.statusCode(), found.body());
        return Jsoup.parse(found.body());
    }

    @Test
    void searchingFindsMarksAndFilters() throws IOException, InterruptedException {
        Document found = search("words", "learning friends");
        assertEquals(List.of("learned", "friends"), found.select(".hit mark").eachText());
        assertEquals(
                "learning friends",
                Objects.requireNonNull(found.selectFirst("#words")).val());
        assertTrue(found.text().contains("1 passage."), found.text());
        assertEquals(2, search("words", "orla").select(".hit").size());
        assertTrue(search("words", "zeppelin").text().contains("Nothing was found."));
        assertTrue(search("words", "<script>\"'&").select("main script").isEmpty());
        Document coded = search("words", "money", "code", "practice/money-demand");
        Element code = Objects.requireNonNull(coded.selectFirst(".hit .note a[href*=#note-]"), coded.text());
        assertTrue(code.text().endsWith("(suggested)"), code.text());
        assertTrue(search("words", "friends", "code", "practice/money-demand")
                .select(".hit")
                .isEmpty());
        assertTrue(search("words", "orla", "reviewed", "read").select(".hit").isEmpty());
        browser.press(button(browser.page(account("The boathouse years")), "read"));
        assertEquals(
                1, search("words", "orla", "reviewed", "read").select(".hit").size());
        assertEquals(
                1, search("words", "orla", "reviewed", "unread").select(".hit").size());
        assertTrue(search("words", "orla", "from", "2001-01-01").select(".hit").isEmpty(), "neither has a date");
        assertEquals(2, search("words", "orla", "from", "no day").select(".hit").size());
        assertTrue(search("words", "orla", "group", "no such").select(".hit").isEmpty());
        assertEquals(403, browser.post("/search", Map.of("words", "orla")).statusCode());
    }

    @Test
    void anyoneElse() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        Element ask = Objects.requireNonNull(browser.page(letter).selectFirst("a[href^=/search?like=]"));
        Document page = browser.page(ask.attr("href"));
        assertTrue(page.text().contains("Has anyone else said this?"), page.text());
        assertEquals(0, page.select(".hit a[href='" + letter + "']").size());
        assertEquals(400, browser.get("/search?like=nonsense").statusCode());
    }

    @Test
    void anEmptyCaseSaysWhatToDo() throws IOException, InterruptedException {
        try (Case empty = SmallCase.empty(folder.resolve("empty.afterword"));
                Workbench other = Workbench.start(empty, 0)) {
            Browser visitor = Browser.in(other);
            assertTrue(visitor.page("/").text().contains("There is no account in this case yet."));
            for (String path : List.of(
                    "/search",
                    "/people",
                    "/codes",
                    "/codes/practice/shunning-or-retaliation",
                    "/agreement",
                    "/agreement/differences",
                    "/agreement/read",
                    "/findings",
                    "/timeline",
                    "/money",
                    "/publish")) {
                assertEquals(200, visitor.get(path).statusCode(), path);
            }
        }
    }

    private String account(String title) throws IOException, InterruptedException {
        return browser.page("/").select(".accounts a").stream()
                .filter(link -> link.text().equals(title))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private List<Element> waiting(String account) throws IOException, InterruptedException {
        return browser.page(account).select("[data-stage=suggested]");
    }

    private static Element button(Element in, String decision) {
        return Objects.requireNonNull(in.selectFirst("button[value='" + decision + "']"), in.text());
    }

    private Element person(String name) throws IOException, InterruptedException {
        return browser.page("/people?show=all").select("article.person").stream()
                .filter(person ->
                        Objects.requireNonNull(person.selectFirst("h2")).text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Element choice(Document page, String option) {
        Element chosen = Objects.requireNonNull(page.selectFirst("option[value='" + option + "']"));
        return Objects.requireNonNull(
                Objects.requireNonNull(chosen.closest("form")).selectFirst("button"));
    }

    private void choose(String account, String option) throws IOException, InterruptedException {
        HttpResponse<String> done = browser.press(choice(browser.page(account), option), "decision", option);
        assertEquals(200, done.statusCode(), done.body());
    }

    private void decideNames() throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            Document people = browser.page("/people?show=undecided");
            Optional<Element> next = people.select("article.person").stream().findFirst();
            if (next.isEmpty()) {
                return;
            }
            boolean group =
                    Objects.requireNonNull(next.get().selectFirst("h2")).text().contains("Kestrel");
            HttpResponse<String> done = browser.press(button(next.get(), group ? "keep" : "redact"));
            if (group) { // found as a name of something, so it is asked what it names
                done = browser.press(button(Jsoup.parse(done.body()), "keep="), "as", "no-person");
            }
            assertEquals(200, done.statusCode(), done.body());
        }
    }

    private Document publish() throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page("/publish").selectFirst("button.first"));
        return Jsoup.parse(browser.press(button).body());
    }

    @Test
    void formsCarryAToken() throws IOException, InterruptedException {
        for (String path : List.of("/", "/people", "/money", "/publish", account("The boathouse years"))) {
            browser.page(path)
                    .select("form")
                    .forEach(form -> assertFalse(
                            Browser.fields(form).getOrDefault("token", "").isEmpty(), path + Map.of()));
        }
    }

    @Test
    void aSearchIsKeptForgottenAndKeptAgain() throws IOException, InterruptedException {
        Document found = search("words", "orla", "reviewed", "unread");
        assertTrue(
                browser.page("/search").select("form[action='/search/forget']").isEmpty());
        Element keep = Objects.requireNonNull(found.selectFirst("form[action='/search/keep'] button"));
        assertEquals(400, browser.press(keep, "name", " ").statusCode());
        Document kept = Jsoup.parse(
                browser.press(keep, "name", "Who <b>kept</b> the list").body());
        browser.press(keep, "name", "Who <b>kept</b> the list"); // the same form sent twice
        assertEquals(1, opened.contents().searches().size());
        assertEquals(
                400,
                browser.press(
                                Objects.requireNonNull(
                                        search("words", "money").selectFirst("form[action='/search/keep'] button")),
                                "name",
                                "who <B>KEPT</B> the list")
                        .statusCode());
        Element again = Objects.requireNonNull(kept.selectFirst("button.name-of"));
        assertEquals("Who <b>kept</b> the list", again.text());
        Document anew = Jsoup.parse(browser.press(again).body());
        assertEquals(2, anew.select(".hit").size());
        assertEquals(
                "unread",
                Objects.requireNonNull(anew.selectFirst("#f-reviewed option[selected]"))
                        .val());
        // it is in the log, in plain words, and there for another who opens the case
        assertTrue(browser.page("/custody").text().contains("A search was kept: “Who <b>kept</b> the list”."));
        as("berta");
        Document hers = browser.page("/search");
        assertTrue(hers.text().contains("Kept by tester"), hers.text());
        Document forgotten = Jsoup.parse(
                browser.press(Objects.requireNonNull(hers.selectFirst("form[action='/search/forget'] button")))
                        .body());
        assertTrue(opened.contents().searches().isEmpty());
        browser.press(Objects.requireNonNull(forgotten.selectFirst("form[role=status] button")));
        assertEquals("orla", opened.contents().searches().getFirst().words());
        assertEquals(List.of(), opened.file().inspect().problems());
    }
}
