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
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody alone begins with nothing but a browser, and comes to a dossier. */
final class EntranceTest {
    private static final String WORDS = "walnut harbour <b> gravel oboe";
    private static final String DIARY = """
            ---
            title: What I wrote down
            author: Wren Tarbuck
            ---
            In May 2011 I went to the Kestrel Table for the first time. Orla Finch was there and took my hand.

            In June 2011 I was told to pay forty pounds or leave.

            In March 2014 I left. Orla Finch never spoke to me again.
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Workbench workbench;
    private Browser browser;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        file = folder.resolve("new/mine.afterword");
        begin();
    }

    private void begin() throws IOException, InterruptedException {
        workbench = Workbench.begin(file, "teller", 0);
        browser = Browser.in(workbench);
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
    }

    private HttpResponse<String> make(String once, String again) throws IOException, InterruptedException {
        return browser.press(
                Objects.requireNonNull(browser.page("/").selectFirst("form[action='/begin'] button")),
                "passphrase",
                once,
                "again",
                again);
    }

    /** From the page with the code to the first page; gives the code. */
    private String keep(Document page) throws IOException, InterruptedException {
        List<String> groups = page.select(".code span").eachText();
        assertEquals(8, groups.size(), page.text());
        browser.press(
                Objects.requireNonNull(page.selectFirst("form[action='/kept'] button")),
                "one",
                group(page, "one", groups).toLowerCase(java.util.Locale.ROOT),
                "other",
                group(page, "other", groups));
        return String.join("-", groups);
    }

    private static String group(Document page, String which, List<String> groups) {
        String label = Objects.requireNonNull(page.selectFirst("label[for=" + which + "]"))
                .text();
        return groups.get(Integer.parseInt(label.replace("Group ", "")) - 1);
    }

    @Test
    void nothingIsThereBeforeThereIsACase() throws IOException, InterruptedException {
        for (String path : List.of("/people", "/work", "/custody", "/mine/print", "/account/x")) {
            HttpResponse<String> answer = browser.get(path);
            assertTrue(answer.uri().getPath().equals("/"), path);
            assertTrue(answer.body().contains("Your passphrase"), answer.body());
        }
        assertEquals(403, new Browser(workbench).get("/").statusCode());
        Map<String, String> forged = Map.of("passphrase", WORDS, "again", WORDS, "token", "0".repeat(43));
        assertEquals(403, browser.post("/begin", forged).statusCode());
        assertFalse(Files.exists(file));
        String page = browser.page("/").text();
        assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("code book"), page);
        assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("codebook"), page);
    }

    @Test
    void aPassphraseIsWrittenTwiceAndNotGuessed() throws IOException, InterruptedException {
        assertTrue(make(WORDS, WORDS + " ").body().contains("The two are not the same"));
        for (String weak : List.of("password", "kestrel", "12345678", "aaaaaaaaaaaaaaaaaaaaaaaa", "qwertyuiop1")) {
            HttpResponse<String> refused = make(weak, weak);
            assertEquals(400, refused.statusCode(), weak);
            assertTrue(refused.body().contains("could be guessed within hours"), weak);
        }
        assertFalse(Files.exists(file));
        // one of those that are proposed will do, and each page proposes others
        String proposed = browser.page("/").select(".code").text();
        assertFalse(browser.page("/").select(".code").text().equals(proposed));
        HttpResponse<String> made = make(proposed, proposed);
        assertTrue(made.body().contains("Your passphrase is strong"), made.body());
        assertFalse(made.body().contains(proposed));
    }

    @Test
    void theRecoveryCodeIsKeptBeforeAnythingElse() throws IOException, InterruptedException {
        Document page = Jsoup.parse(make(WORDS, WORDS).body(), browser.base);
        // a reload shows it again, and there is no way round it
        assertEquals(
                page.select(".code").text(),
                browser.page("/people").select(".code").text());
        HttpResponse<String> wrong = browser.press(
                Objects.requireNonNull(page.selectFirst("form[action='/kept'] button")),
                "one",
                "0000",
                "other",
                "0000");
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("not the two groups"));
        String code = keep(page);
        // from now on nobody is shown it
        assertFalse(browser.get("/").body().contains(code.substring(0, 9)));
        assertEquals(
                200, browser.post("/kept", Map.of("token", browser.token())).statusCode());
        workbench.close();
        // the passphrase opens it, blanks and markup as they were written, and so does the code
        Case.open(file, Passphrase.of(WORDS.toCharArray()), "tester").close();
        Case.open(file, Passphrase.of(code.toCharArray()), "tester").close();
        // and in the browser, after a wrong one
        begin();
        Element open = Objects.requireNonNull(browser.page("/").selectFirst("form[action='/open'] button"));
        HttpResponse<String> refused = browser.press(open, "passphrase", "wrong");
        assertEquals(400, refused.statusCode());
        assertFalse(refused.body().contains("wrong\""), refused.body());
        assertTrue(browser.press(open, "passphrase", code).body().contains("What you have"));
    }

    @Test
    void fromTheFolderToThePrintedPage() throws IOException, InterruptedException {
        keep(Jsoup.parse(make(WORDS, WORDS).body(), browser.base));
        assertTrue(browser.page("/").text().contains("Nothing is kept yet."));
        browser.upload(
                "/", Form.File.of("mine/diary.md", DIARY), new Form.File("mine/<i>what</i>.bin", new byte[] {0, 1, 2}));
        Document have = browser.settled("/");
        assertTrue(have.text().contains("2 files kept, 1 unreadable but safe."), have.text());
        assertTrue(have.text().contains("mine/<i>what</i>.bin"), have.text());
        assertTrue(have.select("main i").isEmpty());

        Document time = browser.page("/mine/time");
        assertEquals(
                List.of("May 2011", "June 2011", "March 2014"),
                time.select(".moment:not(.gap) .day").eachText().stream()
                        .map(day -> day.replaceFirst("^in ", ""))
                        .toList(),
                time.text());
        assertEquals(1, time.select(".moment.gap").size());
        assertTrue(time.select(".gap").text().contains("nothing dated is told"), time.text());

        Document people = browser.page("/mine/people");
        assertTrue(people.select(".harmed h3").eachText().contains("Orla Finch"), people.text());
        Element wren = people.select(".harmed").stream()
                .filter(one -> one.text().contains("Wren Tarbuck"))
                .findFirst()
                .orElseThrow();
        browser.press(Objects.requireNonNull(wren.selectFirst("button")));
        Document you = browser.page("/mine/people");
        assertTrue(Objects.requireNonNull(you.selectFirst("section")).text().contains("Wren Tarbuck"), you.text());

        // the protected one says what has to be decided, with the ways there
        Document print = browser.page("/mine/print");
        Element closed = Objects.requireNonNull(print.selectFirst("button:containsOwn(protected)"), print.text());
        Document refused = Jsoup.parse(browser.press(closed).body(), browser.base);
        assertTrue(refused.text().contains("Nothing was written."), refused.text());
        assertFalse(refused.select(".obstacles a[href]").isEmpty());
        Path pdf = folder.resolve("new/mine-dossier.pdf");
        assertFalse(Files.exists(pdf));

        // the open one has to be understood, and is in the log
        Element openly = Objects.requireNonNull(print.selectFirst("button:containsOwn(everything)"));
        HttpResponse<String> unsaid = browser.press(openly, "understood", "");
        assertEquals(400, unsaid.statusCode());
        assertFalse(Files.exists(pdf));
        Document made = Jsoup.parse(browser.press(openly).body(), browser.base);
        assertTrue(made.text().contains("not protected and not encrypted"), made.text());
        assertTrue(Files.exists(pdf));
        assertTrue(browser.page("/custody").text().contains("Given out as dossier"));

        // the whole workbench is there too
        assertTrue(browser.page("/case").text().contains("What I wrote down"));
    }

    @Test
    void whatIsAllowedAndDecidedIsPrinted() throws IOException, InterruptedException {
        keep(Jsoup.parse(make(WORDS, WORDS).body(), browser.base));
        browser.upload("/", Form.File.of("mine/diary.md", DIARY));
        String account = Objects.requireNonNull(browser.settled("/").selectFirst(".accounts a"))
                .attr("href")
                .substring("/account/".length());
        Document unsaid = browser.page("/mine/print");
        browser.press(Objects.requireNonNull(unsaid.selectFirst("button[value=verbatim]"), unsaid.text()));
        assertTrue(browser.page("/mine/print").select("button[value=verbatim]").isEmpty());
        decide(account, "read");
        for (int i = 0; i < 30; i++) {
            Element redact = browser.page("/people?show=undecided").selectFirst("button[value=redact]");
            if (redact == null) {
                break;
            }
            browser.press(redact);
        }
        Document before = browser.page("/account/" + account + "/before");
        browser.press(Objects.requireNonNull(before.selectFirst("#approve button"), before.text()));
        Document print = browser.page("/mine/print");
        Element closed = Objects.requireNonNull(print.selectFirst("button:containsOwn(protected)"));
        Document made = Jsoup.parse(browser.press(closed).body(), browser.base);
        for (int i = 0; i < 5 && !made.select("form.settle").isEmpty(); i++) {
            for (Element form : made.select("form.settle")) {
                if (!form.select("[name=decision]").val().startsWith("asked-for-reply")) {
                    form.select("input:not([type=hidden])").forEach(input -> input.val("they would ask who wrote it"));
                    browser.press(Objects.requireNonNull(form.selectFirst("button")));
                }
            }
            made = Jsoup.parse(browser.press(closed).body(), browser.base);
        }
        assertTrue(made.text().contains("It is made"), made.text());
        assertTrue(Files.exists(folder.resolve("new/mine-dossier.pdf")));
    }

    private void decide(String target, String decision) throws IOException, InterruptedException {
        HttpResponse<String> done = browser.post(
                "/decide",
                Map.of("token", browser.token(), "target", target, "decision", decision, "seen", "", "back", "/"));
        assertEquals(200, done.statusCode(), done.body());
    }
}
