package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.function.Consumer;
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
