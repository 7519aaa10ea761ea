package org.afterword.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.LetterKind;
import org.afterword.model.Sha256;
import org.afterword.page.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The inbox in a real browser that runs no scripts of pages, as Tor Browser at "Safest". */
class IntakeChromiumTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path folder;

    private Inbox inbox;
    private InboxServer server;

    @BeforeEach
    void open() throws IOException {
        inbox = SmallInbox.make(folder.resolve("in"), 60);
        server = InboxServer.start(inbox, Set.of(), 0);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        inbox.close();
    }

    /** Fails as well if the browser keeps a cookie. */
    private void browse(Browser.NewContextOptions options, Consumer<Page> walk) {
        browse(server.address(), options, walk);
    }

    private static void browse(String address, Browser.NewContextOptions options, Consumer<Page> walk) {
        CHROMIUM.stay(address, address, options, page -> {
            walk.accept(page);
            assertEquals(List.of(), page.context().cookies());
        });
    }

    private static String tell(Page page) {
        page.click("header nav li:nth-child(2) a");
        page.fill("#text", "They asked us for money every Friday.");
        page.click("summary");
        page.fill("#answer-0", "A friend took me along.");
        page.check("input[name=consent][value=reworded]");
        page.setInputFiles(
                "#file-1", new FilePayload("note.txt", "text/plain", "a note".getBytes(StandardCharsets.UTF_8)));
        page.click("main form button");
        List<String> words = page.locator("ol.receipt li").allInnerTexts();
        assertEquals(Receipt.WORDS, words.size(), page.locator("main").innerText());
        return String.join(" ", words);
    }

    private static void comeBack(Page page, String receipt) {
        page.click("header nav li:nth-child(3) a");
        page.fill("#words", receipt);
        page.click("main form button");
        page.click("main form button");
        assertTrue(
                page.locator("input[name=do][value=destroy]").count() == 1,
                page.locator("main").innerText());
        assertFalse(page.url().contains("?"), page.url());
    }

    private void write(About about, Map<String, String> parts) {
        try {
            String recipient = SmallInbox.read(inbox, inbox.letters(true).getFirst(), SmallInbox.BOX)
                    .about()
                    .recipient()
                    .orElseThrow();
            inbox.send(Id.random(), about, recipient, parts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<SmallInbox.Read> letters() {
        try {
            return SmallInbox.all(inbox);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theWholeWayWithoutScripts() {
        browse(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            String receipt = tell(page);
            var first = letters().getFirst();
            assertEquals("They asked us for money every Friday.", first.text("text.txt"));
            assertEquals("a note", first.text("file-1-note.txt"));
            assertTrue(first.text("answers.txt").contains("A friend took me along."));
            assertEquals(Optional.of(Consent.REWORDED), first.about().consent());
            Id mailbox = first.about().mailbox();
            write(About.plain(mailbox, LetterKind.ASKED), Map.of("text.txt", "When was that?"));
            var shown = new About(
                    mailbox,
                    0,
                    LetterKind.SHOWN,
                    Optional.empty(),
                    Optional.of(Id.random()),
                    Optional.of(Sha256.of("seen")),
                    Optional.empty(),
                    false);
            write(shown, Map.of("text.txt", "Is it right?", "review.txt", "They asked [a person] for money."));

            comeBack(page, receipt);
            assertTrue(page.locator("main").innerText().contains("When was that?"));
            page.fill("#text", "In spring.");
            page.click("form[enctype] button");
            page.click("main form button");
            page.click("button[value=approve]");
            page.click("main form button");
            page.check("form:has(input[value=withdraw-all]) input[name=sure]");
            page.click("form:has(input[value=withdraw-all]) button");
            assertTrue(page.locator("main").innerText().contains("Withdrawn"));
            // nothing was collected, so all of it is gone but the withdrawal
            assertEquals(
                    List.of(LetterKind.WITHDREW),
                    letters().stream().map(one -> one.about().kind()).toList());
            page.click("main form button");
            page.check("form:has(input[value=destroy]) input[name=sure]");
            page.click("form:has(input[value=destroy]) button");
            assertEquals(List.of(), letters());
        });
    }

    @Test
    void nothingScrollsSidewaysAndAxeFindsNothing() throws IOException {
        for (String language : Framing.LANGUAGES) {
            browse(new Browser.NewContextOptions().setViewportSize(320, 640).setBypassCSP(true), page -> {
                for (String path : List.of("", "/encrypt", "/return", "/tell")) {
                    page.navigate(server.address() + language + path);
                    look(page, language + path);
                }
                page.fill("#text", "A story.");
                page.click("main form button");
                look(page, language + " receipt");
                String receipt = String.join(" ", page.locator("ol.receipt li").allInnerTexts());
                Id mailbox = letters().getLast().about().mailbox();
                write(
                        new About(
                                mailbox,
                                0,
                                LetterKind.SHOWN,
                                Optional.empty(),
                                Optional.of(Id.random()),
                                Optional.of(Sha256.of("seen")),
                                Optional.empty(),
                                false),
                        Map.of("text.txt", "Is it right?", "review.txt", "[A person] did."));
                comeBack(page, receipt);
                look(page, language + " mailbox");
            });
            assertTrue(wipe());
        }
    }

    /** The question comes first, in every language. */
    @Test
    void theQuestionThatComesFirst() throws IOException {
        try (Inbox asking = asking();
                var serving = InboxServer.start(asking, Set.of(), 0)) {
            var options =
                    new Browser.NewContextOptions().setViewportSize(320, 640).setBypassCSP(true);
            browse(serving.address(), options, page -> {
                for (String language : Framing.LANGUAGES) {
                    page.navigate(serving.address() + language + "/tell");
                    page.fill("#answer", "blue");
                    page.click("main form button");
                    look(page, language + " ask");
                    page.fill("#answer", "GREEN");
                    page.click("main form button");
                    assertEquals(1, page.locator("#text").count());
                }
            });
        }
    }

    private Inbox asking() throws IOException {
        Path in = folder.resolve("asking");
        Inbox.create(in, SmallInbox.settings(60).withPuzzle(new Puzzle("Which colour has the lantern?", "green")));
        return Inbox.open(in);
    }

    private boolean wipe() throws IOException {
        for (Stored letter : inbox.letters(true)) {
            inbox.wipeMailbox(letter.mailbox());
        }
        return inbox.letters(false).isEmpty();
    }

    private static void look(Page page, String where) {
        assertEquals(where.startsWith("ar") ? "rtl" : "ltr", page.evaluate("document.documentElement.dir"), where);
        page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
        Chromium.assertFits(page, 320, "intake " + where);
        Chromium.assertAccessible(page, where);
    }

    @Test
    void everyLanguageSaysEverything() {
        var english = org.afterword.page.Strings.of(Framing.class, java.util.Locale.ENGLISH);
        for (String language : Framing.LANGUAGES) {
            var other = org.afterword.page.Strings.of(Framing.class, java.util.Locale.of(language));
            assertEquals(english.keys(), other.keys(), language);
            var same = new TreeSet<String>();
            for (String key : english.keys()) {
                String text = other.say(key, 1, 2, 3, 4);
                assertFalse(text.contains("'"), language + " " + key);
                assertEquals(
                        english.pattern(key).contains("{0}"), other.pattern(key).contains("{0}"), language + " " + key);
                if (!language.equals("en") && text.equals(english.say(key, 1, 2, 3, 4))) {
                    same.add(key);
                }
            }
            assertEquals(Set.of(), Objects.requireNonNull(same), language);
        }
    }
}
