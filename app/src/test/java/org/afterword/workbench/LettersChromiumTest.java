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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.Progress;
import org.afterword.casefile.Cost;
import org.afterword.intake.Inbox;
import org.afterword.intake.Settings;
import org.afterword.intake.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of letters in a real browser; with {@code -Dafterword.pictures=FOLDER} also to be looked at. */
class LettersChromiumTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @Test
    void narrowAndWideLightAndDark() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium at " + CHROMIUM + " on this computer");
        try (Case opened = Case.create(folder.resolve("small.afterword"), SmallCase.passphrase(), "tester")
                .opened()) {
            Settings usual = Settings.of(
                    opened.file().dropBox().recipient(), 8 << 20, Settings.Terms.USUAL, "The archive.", "", List.of());
            Inbox.create(folder.resolve("own"), usual.withCost(Cost.CHEAP));
            try (Told told = Told.serve(folder.resolve("own"));
                    Workbench workbench = Workbench.start(opened, 0);
                    Playwright playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser chromium = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")))) {
                write(told, opened);
                for (int width : new int[] {320, 1440}) {
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        walk(chromium, workbench, width, scheme);
                    }
                }
            }
        }
    }

    private void write(Told told, Case opened) throws IOException, InterruptedException {
        String long1 = "They asked us for money every Friday, and Orla Finch kept the list of who had paid.\n"
                + "Nobody was allowed to say no; it went on for three winters, and I still dream of it.";
        String receipt = told.tell(
                long1,
                Map.of("consent", "verbatim", "review", "yes"),
                "a-very-long-name-of-a-file-that-somebody-once-saved-without-thinking-of-narrow-pages.txt",
                "We were told to bring forty pounds.");
        told.tell("سألونا عن المال كل يوم جمعة، ولم يجرؤ أحد على الرفض.", Map.of("consent", "counts"));
        collect(opened);
        Correspondence correspondence = Correspondence.of(opened);
        String mailbox = correspondence.letters().getFirst().entry().mailbox().toString();
        correspondence.write(mailbox, "Thank you. When was that, roughly?");
        collect(opened);
        told.press(receipt, "form[enctype] button", Map.of("text", "In spring, two years ago."));
        collect(opened);
    }

    private void collect(Case opened) throws IOException {
        try (Inbox inbox = Inbox.open(folder.resolve("own"))) {
            Correspondence.of(opened).collect(inbox, Optional.of("The Kestrel Table"), Progress.SILENT);
        }
    }

    private void walk(Browser chromium, Workbench workbench, int width, ColorScheme scheme) throws IOException {
        var options = new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBypassCSP(true);
        try (BrowserContext context = chromium.newContext(options)) {
            Page page = context.newPage();
            page.navigate(workbench.address());
            page.click("header nav a[href='/letters']");
            assertEquals(2, page.locator(".accounts a").count());
            look(page, width, "letters-" + scheme);
            for (int i = 0; i < 2; i++) {
                page.locator(".accounts a").nth(i).click();
                assertTrue(page.locator(".dialogue").count() > 0);
                look(page, width, "dialogue-" + i + "-" + scheme);
                page.fill("#words", "Was Orla Finch there?");
                page.click("button[value=reply]");
                if (page.locator("[role=alert]").count() > 0) {
                    look(page, width, "refused-" + i + "-" + scheme);
                }
                page.navigate(workbench.address().replaceFirst("/\\?.*", "/letters"));
            }
        }
    }

    private static void look(Page page, int width, String name) throws IOException {
        assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), name);
        String axe = axe();
        if (!axe.isEmpty()) { // a compiler without Maven has none
            page.evaluate(axe);
            assertEquals(
                    new ArrayList<>(),
                    page.evaluate("async () => (await axe.run()).violations.map(v => v.id + ': '"
                            + " + v.nodes.map(n => n.html).join(' | '))"),
                    name + " at " + width);
        }
        String pictures = System.getProperty("afterword.pictures", "");
        if (!pictures.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(pictures, name + "-" + width + ".png")));
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = LettersChromiumTest.class.getResourceAsStream("/axe.min.js")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
