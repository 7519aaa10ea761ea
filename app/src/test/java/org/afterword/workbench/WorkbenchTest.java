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
import org.afterword.coding.Coded;
import org.afterword.coding.Codings;
import org.afterword.coding.Meaning;
import org.afterword.model.Id;
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

    private HttpResponse<String> code(String account, String words, String at)
            throws IOException, InterruptedException {
        Element button = Objects.requireNonNull(browser.page(account).selectFirst("form[action=/code] button"));
        return browser.press(button, "words", words, "at", at, "code", "practice/positive-experience", "access", "saw");
    }

    @Test
    void aPassageIsCodedByItsWordsAndTakenBack() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        int before = browser.page(letter).select(".margin-note").size();
        // as somebody without scripts copies it, over the end of a line
        Document coded =
                Jsoup.parse(code(letter, "told to pay\n forty  pounds", "").body());
        assertEquals(before + 1, coded.select(".margin-note").size(), coded.text());
        Element note = coded.select(".margin-note[data-stage=accepted]").getFirst();
        assertTrue(note.text().contains("Something good"), note.text());
        assertTrue(note.text().contains("first-hand (seen"), note.text());
        assertEquals(
                "told to pay forty pounds",
                coded.select(".said[data-notes~=\\b" + note.attr("data-note") + "\\b]")
                        .text());

        // a decision about something else, and both are taken back, the newest first
        browser.press(button(browser.page(letter), "read"));
        browser.press(Objects.requireNonNull(browser.page("/").selectFirst("form.last button")));
        assertEquals(before + 1, browser.page(letter).select(".margin-note").size());
        browser.press(Objects.requireNonNull(browser.page("/").selectFirst("form.last button")));
        assertEquals(before, browser.page(letter).select(".margin-note").size());
        assertTrue(browser.page("/").select("form.last").isEmpty());
        assertTrue(opened.coding().seen().stream()
                .noneMatch(one -> one.coding().code().equals("practice/positive-experience")
                        && one.status() == Coded.Status.ACCEPTED));
    }

    @Test
    void whatIsNoPassageIsSaid() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        assertTrue(code(letter, "words that nobody wrote", "").body().contains("do not stand in the account"));
        assertTrue(code(letter, "I", "").body().contains("more of what stands around them"));
        assertTrue(code(letter, "", "").body().contains("Select the words"));
        // a place that is not that of the words is not believed
        assertTrue(code(letter, "made friends", "3-15").statusCode() == 200);
        assertEquals(
                List.of("made friends"),
                opened.coding().seen().stream()
                        .filter(Codings::isByHand)
                        .map(one -> one.passage().quote())
                        .toList());
        String text = opened.contents()
                .account(Id.parse(letter.substring("/account/".length())))
                .orElseThrow()
                .text();
        int second = text.indexOf("I ", text.indexOf("I made"));
        assertEquals(200, code(letter, "I", second + "-" + (second + 1)).statusCode());
        assertEquals(
                second,
                opened.coding().seen().stream()
                        .filter(one -> one.passage().quote().equals("I"))
                        .findFirst()
                        .orElseThrow()
                        .passage()
                        .span()
                        .start());
    }

    @Test
    void aSuggestionIsChangedInTheMargin() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        Element note = waiting(letter).getFirst();
        Element change = note.select("button").stream()
                .filter(one -> one.text().equals("Accept it so"))
                .findFirst()
                .orElseThrow();
        // the form must not use one name for two things: of these a server takes the first
        List<String> names = change.closest("form").select("[name]").eachAttr("name");
        assertEquals(names.size(), names.stream().distinct().count(), names.toString());
        browser.press(change, "polarity", "denies", "access", "saw", "actor", "leadership", "to", "members");
        Element after = Objects.requireNonNull(browser.page(letter).getElementById(note.id()));
        assertEquals("accepted", after.attr("data-stage"));
        assertTrue(after.text().contains("says that it did not happen"), after.text());
        assertTrue(after.text().contains("by those who lead, to members"), after.text());
    }

    @Test
    void sideBySideAndWhereItCameFrom() throws IOException, InterruptedException {
        String letter = account("The boathouse years");
        browser.press(button(person("Orla Finch"), "redact"));
        Element row = browser.page(letter + "/beside").select(".told-beside tbody tr").stream()
                .filter(one -> one.text().contains("kept the list"))
                .findFirst()
                .orElseThrow();
        assertEquals("Orla Finch", row.select("td").get(0).select("mark").text());
        assertTrue(row.select("td").get(1).text().startsWith("orla finch kept the list."), row.text());
        assertFalse(row.select("td").get(2).text().contains("Orla"), row.text());
        Element entry =
                Objects.requireNonNull(browser.page(letter + "/exhibit").selectFirst("a[href^=/custody?entry=]"));
        Element line = Objects.requireNonNull(browser.page(entry.attr("href").replaceFirst("#.*", ""))
                .getElementById(entry.attr("href").replaceFirst(".*#", "")));
        assertTrue(line.text().contains("A file was kept: letter.md"), line.text());
    }

    @Test
    void givenToOthersInTheBackground() throws IOException, InterruptedException {
        Element give = Objects.requireNonNull(browser.page("/custody").selectFirst("form[action=/export] button"));
        Path out = folder.resolve("given");
        browser.press(give, "format", "csv", "folder", out.toString(), "unprotected", "", "recipients", "");
        String refused = browser.settled("/custody").select("#work .warning").text();
        assertTrue(refused.contains("names are not decided"), refused);
        assertTrue(refused.contains("Orla Finch"), refused);
        assertFalse(Files.exists(out));
        decideNames();
        browser.press(give, "format", "csv", "folder", out.toString(), "unprotected", "", "recipients", "");
        String came = browser.settled("/custody").select("#work [role=status]").text();
        assertTrue(came.contains("0 protected texts"), came);
        assertTrue(came.contains("It lies in " + out), came);
        assertTrue(Files.exists(out.resolve("accounts.csv")));
        assertTrue(browser.page("/").select("aside .came").text().startsWith("Given out as csv"));
        browser.press(give, "format", "csv", "folder", out.toString(), "unprotected", "", "recipients", "age1nobody");
        assertTrue(browser.settled("/custody").select("#work .warning").size() > 0, "no such recipient");
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
        assertTrue(search("words", "<script>\"'&")
                .select("main script:not([src=/find.js])")
                .isEmpty());
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
    void meaningIsWorkedOutInTheBackground() throws IOException, InterruptedException {
        Element work = Objects.requireNonNull(search("words", "money").selectFirst("form[action=/prepare] button"));
        browser.press(work);
        String came = browser.settled("/search").text();
        Document again = search("words", "they wanted cash");
        if (Meaning.ifItRuns().isEmpty()) {
            assertTrue(browser.page("/work").text().contains("cannot run on this computer"), came);
        } else {
            assertTrue(browser.page("/work").text().contains("of 2 accounts mean is known now"), came);
            assertTrue(again.select("form[action=/prepare]").isEmpty(), again.text());
            assertTrue(again.select(".hit").text().contains("asked us for money"), again.text());
        }
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
