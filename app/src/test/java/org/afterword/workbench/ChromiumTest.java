package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.afterword.Case;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench in a real browser: what only a browser checks of cookies, policies, forms and keys. */
final class ChromiumTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    @TempDir
    private static Path made;

    private static Playwright playwright;
    private static Browser chromium;

    @TempDir
    private Path folder;

    private Case opened;
    private Workbench workbench;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium at " + CHROMIUM + " on this computer");
        SmallCase.make(made);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(QUIET));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        opened = SmallCase.open(made, folder);
        workbench = Workbench.start(opened, 0);
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
        opened.close();
    }

    /** Fails if the browser complains: of our policy, say. */
    private void browse(Browser.NewContextOptions options, Consumer<Page> walk) {
        try (BrowserContext context = chromium.newContext(options)) {
            var complaints = new ArrayList<String>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(workbench.address());
            walk.accept(page);
            assertEquals(List.of(), complaints);
        }
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

    @Test
    void nothingScrollsSideways() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browse(new Browser.NewContextOptions().setViewportSize(320, 640).setColorScheme(scheme), page -> {
                String home = page.url();
                String account = page.locator(".accounts a").first().getAttribute("href");
                for (String path : List.of(
                        "",
                        account,
                        account + "/before",
                        account + "/known",
                        "search",
                        "people?show=all",
                        "codes",
                        "codes/practice/money-demand",
                        "agreement",
                        "agreement/differences",
                        "agreement/read",
                        "timeline",
                        "money",
                        "findings",
                        "publish")) {
                    page.navigate(home + path.replaceFirst("^/", ""));
                    page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
                    assertEquals(320, page.evaluate("document.documentElement.scrollWidth"), path);
                }
            });
        }
    }
}
