package org.afterword.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, one for each class of tests: they run beside each other, and Playwright is for one thread. Where
 * there is none they are skipped, and say so.
 * {@code -Dafterword.pictures=FOLDER} keeps what pages look like, for people.
 */
public final class Chromium implements BeforeAllCallback {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    /** Other tests run beside. */
    private static final double PATIENCE = 120_000;

    private static final String AXE = axe();

    private Browser browser;

    private record Started(Playwright playwright, Browser browser) implements AutoCloseable {
        static Started start() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Started(
                    playwright,
                    playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(PROGRAM)
                                    .setArgs(QUIET)));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Files.isExecutable(PROGRAM), "there is no Chromium at " + PROGRAM + " on this computer");
        browser = context.getStore(ExtensionContext.Namespace.create(Chromium.class))
                .computeIfAbsent(Started.class, _ -> Started.start(), Started.class)
                .browser();
    }

    /**
     * A page of its own, with cookies of its own. Fails if the browser complains, of a policy or of a script.
     *
     * @param address where it begins
     */
    public void browse(String address, Browser.NewContextOptions options, Consumer<Page> walk) {
        try (BrowserContext context = browser.newContext(options)) {
            context.setDefaultTimeout(PATIENCE);
            var complaints = new ArrayList<String>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                // hints for managers of passwords, and pages that are meant to be refusals
                boolean refusal = message.text().contains("responded with a status of 4")
                        && !message.location().matches(".*\\.(css|js|png)\\b.*");
                if (!message.text().startsWith("[DOM]") && !refusal) {
                    complaints.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(address);
            walk.accept(page);
            assertEquals(List.of(), complaints);
        }
    }

    /**
     * The same, which fails as well if anything is fetched from elsewhere.
     *
     * @param home with which all begins that may be fetched
     */
    public void stay(String home, String address, Browser.NewContextOptions options, Consumer<Page> walk) {
        browse("about:blank", options, page -> {
            var fetched = new ArrayList<String>();
            page.onRequest(request -> {
                if (!request.url().startsWith(home)
                        && !request.url().startsWith("data:")
                        && !request.url().endsWith("/favicon.ico")) {
                    fetched.add(request.url());
                }
            });
            page.navigate(address);
            walk.accept(page);
            assertEquals(List.of(), fetched);
        });
    }

    /** On this width nothing scrolls sideways. */
    public static void assertFits(Page page, int width, String where) {
        page.waitForLoadState();
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), where);
        keep(page, where);
    }

    /** What axe-core (WCAG 2.2 AA and its good practice) finds: nothing. */
    public static void assertAccessible(Page page, String where) {
        axe(page, "{ preload: false }", where);
    }

    /** What it finds of colours alone, where a page has others and is the same else: nothing. */
    public static void assertContrast(Page page, String where) {
        axe(page, "{ preload: false, runOnly: ['color-contrast'] }", where);
    }

    private static void axe(Page page, String options, String where) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        assertEquals(
                List.of(),
                page.evaluate("async () => (await axe.run(" + options + ")).violations.map(v => v.id + ': '"
                        + " + v.nodes.map(n => n.html).join(' | '))"),
                where);
    }

    /** A picture for people to look at, where somebody asks for them. */
    public static void keep(Page page, String name) {
        String folder = System.getProperty("afterword.pictures", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name.replaceAll("[^A-Za-z0-9.-]+", "-") + ".png")));
        }
    }

    /** The script lies in a jar of the tests. */
    private static String axe() {
        try (InputStream in = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
