package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.function.Consumer;
import org.afterword.coding.Codings;
import org.afterword.page.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The workbench in a real browser: what only a browser checks of cookies, policies, forms and keys. */
final class ChromiumTest extends AtTheWorkbench {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private void browse(Browser.NewContextOptions options, Consumer<Page> walk) {
        CHROMIUM.browse(workbench.address(), options, walk);
    }

    /** Once the page is there with its script: a key that comes before is heard by nobody. */
    private static void press(Page page, String key) {
        page.waitForLoadState();
        page.keyboard().press(key);
    }

    @Test
    void theKeyboardAlone() {
        browse(new Browser.NewContextOptions(), page -> {
            assertFalse(page.url().contains("key="), page.url());
            page.click("text=The boathouse years");
            page.waitForLoadState();
            int waiting = page.locator("[data-stage=suggested]").count();
            assertTrue(waiting >= 2, "there is something to decide");
            press(page, "j");
            press(page, "a");
            page.waitForSelector("[data-stage=accepted]");
            // the next one that waits is chosen already
            press(page, "r");
            page.waitForSelector("[data-stage=rejected]");
            assertEquals(waiting - 2, page.locator("[data-stage=suggested]").count());
            press(page, "u");
            page.waitForSelector(
                    "[data-stage=rejected]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            assertEquals(waiting - 1, page.locator("[data-stage=suggested]").count());
        });
    }

    @Test
    void aSentenceIsMarkedAndCodedByTheKeyboardAlone() {
        browse(new Browser.NewContextOptions(), page -> {
            page.click("text=The boathouse years");
            press(page, "s");
            assertEquals("I joined the Kestrel Table in spring.", page.evaluate("getSelection().toString()"));
            press(page, "s");
            press(page, "e");
            assertTrue(
                    page.evaluate("getSelection().toString()").toString().contains("Orla Finch kept the list."),
                    "into the next paragraph");
            press(page, "S");
            press(page, "n");
            assertEquals(
                    "I joined the Kestrel Table in spring.",
                    page.locator("dialog[open] textarea").inputValue());
            page.keyboard().type("Steps");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("[data-stage=accepted]");
            assertTrue(page.url().contains("#note-"), page.url());
            assertEquals(
                    "I joined the Kestrel Table in spring.",
                    String.join("", page.locator(".said[data-notes='1']").allInnerTexts()));
            press(page, "u");
            page.waitForSelector(
                    "[data-stage=accepted]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            press(page, "?");
            page.waitForSelector("dialog#keys[open]");
            page.keyboard().press("Escape");
            // changing a suggestion: the first that waits, then its form
            press(page, "c");
            press(page, "c");
            page.keyboard().press("Tab");
            page.keyboard().type("that it did");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("[data-stage=accepted] >> text=says that it did not happen");
        });
    }

    @Test
    void whatTheMouseMarksAcrossNamesAndNotesIsWhatIsCoded() {
        browse(new Browser.NewContextOptions().setViewportSize(320, 700), page -> {
            page.click("text=The boathouse years");
            page.waitForLoadState();
            page.evaluate("""
                    () => {
                      const all = [...document.querySelectorAll(".account p[data-at]")];
                      const text = (p) => document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
                      const first = text(all[0]); first.nextNode();
                      const last = text(all[1]); let end; while (last.nextNode()) end = last.currentNode;
                      getSelection().setBaseAndExtent(first.currentNode, 2, end, end.length);
                    }
                    """);
            page.click("#offer button");
            String words = page.locator("dialog[open] textarea").inputValue();
            assertTrue(words.startsWith("joined the Kestrel Table"), words);
            page.selectOption("#own-code", "practice/positive-experience");
            page.click("dialog[open] button:has-text('Code it')");
            page.waitForSelector("[data-stage=accepted]");
            var coded = opened.coding().seen().stream()
                    .filter(one -> one.coding().code().equals("practice/positive-experience"))
                    .filter(Codings::isByHand)
                    .findFirst()
                    .orElseThrow()
                    .passage();
            assertTrue(coded.quote().startsWith("joined the Kestrel Table"), coded.quote());
            assertTrue(coded.quote().endsWith("and nobody did."), coded.quote());
        });
    }

    @Test
    void formsWorkWithoutScripts() {
        browse(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.click("text=The boathouse years");
            page.locator("button[value=accept]").first().click();
            assertEquals(1, page.locator("[data-stage=accepted]").count());
            page.locator("form.last button").click();
            assertEquals(0, page.locator("[data-stage=accepted]").count());
        });
    }

    @Test
    void whatIsTypedIsFoundWhileItIsTyped() {
        browse(new Browser.NewContextOptions(), page -> {
            page.click("nav >> text=Search");
            page.waitForLoadState();
            page.locator("#words").pressSequentially("friend");
            page.waitForSelector(".hit mark >> text=friends");
            page.locator("#words").pressSequentially("less and without money");
            page.waitForSelector(".hit mark >> text=money");
            page.fill("#words", "zeppelin");
            page.waitForSelector("text=Nothing was found.");
            assertEquals(0, page.locator(".hit").count());
            assertFalse(page.url().contains("friend"), page.url());
        });
    }

    @Test
    void searchingWithoutScriptsKeepsWordsOutOfTheAddress() {
        browse(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            page.click("nav >> text=Search");
            page.fill("#words", "\"asked us for money\"");
            page.click("form.search button");
            assertEquals("asked us for money", page.locator(".hit mark").innerText());
            assertFalse(page.url().contains("money"), page.url());
        });
    }
}
