package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser: beginning alone, a folder that is chosen or dropped, and work in the background. */
final class WorkChromiumTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String WORDS = "walnut harbour gravel oboe";
    private static Playwright playwright;
    private static Browser chromium;

    @TempDir
    private Path folder;

    private Path file;
    private Workbench workbench;

    @BeforeAll
    static void start() {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium at " + CHROMIUM + " on this computer");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(ChromiumTest.QUIET));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("mine.afterword");
        workbench = Workbench.begin(file, "teller", 0);
        Path things = Files.createDirectories(folder.resolve("things/letters"));
        Files.writeString(things.resolve("diary.txt"), """
                In May 2011 I went to the Kestrel Table for the first time. Orla Finch was there and took my hand.

                In March 2014 I left. Orla Finch never spoke to me again, and I was told to pay or leave.
                """);
        Files.writeString(
                things.resolve("a name with “marks”, ümlauts & <b>.txt"), "I was there in June 2012 as well.");
        Files.write(folder.resolve("things/what.bin"), new byte[] {0, 1, 2, 3});
    }

    @AfterEach
    void close() throws IOException {
        workbench.close();
    }

    /** Fails if the browser complains: of our policy, say. */
    private void browse(Browser.NewContextOptions options, Consumer<Page> walk) {
        try (BrowserContext context = chromium.newContext(options)) {
            var complaints = new ArrayList<String>();
            context.setDefaultTimeout(120_000); // where many tests run at once
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                // hints for managers of passwords, and answers that are meant to be refusals
                if (!message.text().startsWith("[DOM]") && !message.text().contains("status of 400")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.navigate(workbench.address());
            walk.accept(page);
            assertEquals(List.of(), complaints);
        }
    }

    private void begin(Page page) {
        page.fill("#passphrase", WORDS);
        page.fill("#again", WORDS);
        page.click("form[action='/begin'] button");
        kept(page);
    }

    private static void kept(Page page) {
        for (String which : List.of("one", "other")) {
            int group = Integer.parseInt(page.innerText("label[for=" + which + "]")
                    .replace("Group ", "")
                    .strip());
            page.fill("#" + which, page.locator(".code span").nth(group - 1).innerText());
        }
        page.click("form[action='/kept'] button");
        page.waitForSelector("text=Nothing is kept yet.");
    }

    private void isThere(Page page) {
        page.waitForSelector("text=3 files kept, 1 unreadable but safe.");
        assertEquals(2, page.locator(".accounts a").count());
        assertTrue(page.locator(".accounts").innerText().contains("things/letters/diary.txt"), page.innerText("main"));
    }

    @Test
    void aFolderThatIsChosen() {
        browse(new Browser.NewContextOptions(), page -> {
            begin(page);
            page.setInputFiles("#folder", folder.resolve("things"));
            page.click("form.drop button");
            isThere(page);
            assertTrue(page.locator("#work [role=status]").innerText().contains("3 files kept"));
        });
    }

    @Test
    void aFolderThatIsChosenWithoutScripts() {
        browse(new Browser.NewContextOptions().setJavaScriptEnabled(false), page -> {
            begin(page);
            page.setInputFiles("#folder", folder.resolve("things"));
            page.click("form.drop button");
            for (int i = 0; i < 200 && page.locator("a.again").count() > 0; i++) {
                page.waitForTimeout(100);
                page.click("a.again");
                page.reload();
            }
            isThere(page);
        });
    }

    @Test
    void filesThatAreDropped() {
        browse(new Browser.NewContextOptions(), page -> {
            begin(page);
            page.evaluate("""
                    () => {
                      const data = new DataTransfer();
                      data.items.add(new File(["I was at the Kestrel Table in May 2011."], "one <i>.txt"));
                      data.items.add(new File(["And I was there in June 2012."], "two.txt"));
                      document.querySelector("form.drop").dispatchEvent(
                        new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                    }
                    """);
            page.waitForSelector("text=2 files kept.");
            assertTrue(page.innerText(".accounts").contains("one <i>.txt"), page.innerText("main"));
        });
    }

    /** With its progress, without a reload, in two tabs; and stopped. */
    @Test
    void howFarItIs() {
        browse(new Browser.NewContextOptions(), page -> {
            begin(page);
            try {
                for (int i = 0; i < 150; i++) {
                    Files.writeString(folder.resolve("things/" + i + ".txt"), "I was there, and it was day " + i + ".");
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            page.setInputFiles("#folder", folder.resolve("things"));
            page.click("form.drop button");
            page.waitForSelector("#work[data-running=yes] .far");
            Page other = page.context().newPage();
            other.navigate(page.url());
            other.waitForSelector("#work[data-running=yes] form[action='/work/stop'] button");
            page.waitForSelector("text=/Reading, [0-9]+ of|Finding names/");
            other.click("form[action='/work/stop'] button");
            page.waitForSelector("#work [role=status]");
            String said = page.innerText("#work");
            assertTrue(said.contains("Stopped. 153 files are kept"), said);
            page.reload();
            assertTrue(page.innerText("#work").contains("Stopped. 153 files are kept"));
            page.click("form[action='/work/away'] button");
            assertEquals(0, page.locator("#work [role=status]").count());
        });
    }

    @Test
    void whatIsWrongIsSaidInPlace() {
        browse(new Browser.NewContextOptions(), page -> {
            begin(page);
            page.navigate(page.url() + "case");
            page.setInputFiles("#files", folder.resolve("things/what.bin"));
            page.check("[name=baseline]");
            page.click("form.drop button");
            page.waitForSelector("text=Name the ordinary group");
        });
    }

    @Test
    void everyPageFitsItsScreen() throws IOException {
        for (int width : List.of(320, 1440)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String name = width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                file = folder.resolve(name + ".afterword");
                workbench.close();
                workbench = Workbench.begin(file, "teller", 0);
                browse(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setColorScheme(scheme),
                        page -> {
                            fits(page, "begin-" + name, width);
                            page.fill("#passphrase", WORDS);
                            page.fill("#again", WORDS);
                            page.click("form[action='/begin'] button");
                            fits(page, "code-" + name, width);
                            kept(page);
                            fits(page, "empty-" + name, width);
                            page.setInputFiles("#folder", folder.resolve("things"));
                            page.click("form.drop button");
                            isThere(page);
                            String home = page.url();
                            for (String path :
                                    List.of("", "mine/time", "mine/people", "mine/print", "work", "case", "custody")) {
                                page.navigate(home + path);
                                fits(page, (path.isEmpty() ? "mine" : path.replace('/', '-')) + "-" + name, width);
                            }
                            page.navigate(home + "mine/print");
                            page.click("text=Make the protected dossier");
                            page.waitForSelector("text=Nothing was written.");
                            fits(page, "refused-" + name, width);
                        });
            }
        }
    }

    private void fits(Page page, String name, int width) {
        page.waitForLoadState();
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), name);
        picture(page, name);
    }

    /** Pictures for people to look at, where somebody asks for them. */
    private void picture(Page page, String name) {
        Optional.ofNullable(System.getProperty("afterword.pictures"))
                .ifPresent(to -> page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(to, name + ".png"))));
    }
}
