package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Picturing;
import org.afterword.Progress;
import org.afterword.model.Id;
import org.afterword.protection.PictureFixtures;
import org.afterword.protection.RedactedPicture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture decided about in a browser that runs no script. {@code -Dafterword.look=FOLDER} keeps what it looks like. */
@Tag("chromium")
final class PicturePageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @Test
    void itIsBlurredUntilAskedForCoveredByHandAndApproved() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no Chromium at " + CHROMIUM + " on this computer");
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, "tesseract"))),
                "Tesseract is not installed");
        Path shot = Files.write(
                folder.resolve("shot.png"), PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID)));
        try (Case opened = Case.create(folder.resolve("case.afterword"), SmallCase.passphrase(), "tester")
                .opened()) {
            opened.add(List.of(shot), Optional.of("The Kestrel Table"), false, Progress.SILENT);
            Id account = opened.contents().accountIds().getFirst();
            var requests = new ArrayList<>(List.of(
                    new Request(account.toString(), "consent=verbatim", ""),
                    new Request(account.toString(), "public=no", "")));
            opened.people()
                    .forEach(cluster -> requests.add(new Request(cluster.id().toString(), "redact", "")));
            opened.deciding().record(requests);
            try (Workbench workbench = Workbench.start(opened, 0);
                    var playwright = Playwright.create(
                            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                    Browser browser = playwright
                            .chromium()
                            .launch(new BrowserType.LaunchOptions()
                                    .setExecutablePath(CHROMIUM)
                                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
                walk(browser, workbench, account, opened);
            }
        }
    }

    private static void walk(Browser browser, Workbench workbench, Id account, Case opened) throws IOException {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                Page page = context.newPage()) {
            // covering is the machine's slowest work, and other tests run beside this one
            page.setDefaultTimeout(120_000);
            page.setViewportSize(1280, 900);
            page.navigate(workbench.address());
            page.navigate(page.url() + "account/" + account + "/before");
            page.click("text=The picture");
            assertTrue(page.innerText("main").contains("It is withheld"), page.innerText("main"));
            page.fill("#boxes", "500,70,200,60\n\n 10,10,20,20 ");
            page.fill("#reason", "it shows the tone");
            page.click("button[value='show=']");
            assertTrue(page.innerText("main").contains("2 by hand"), page.innerText("main"));
            assertEquals("500,70,200,60\n10,10,20,20", page.inputValue("#boxes"));
            keep(page, "wide");
            page.check("#clear");
            keep(page, "clear");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            keep(page, "dark");
            page.setViewportSize(320, 900);
            keep(page, "narrow");
            for (String part : List.of("figure", "#boxes", "button.first")) {
                var box = page.locator(part).boundingBox();
                assertTrue(box.x + box.width <= 320, part + " fits on a small screen");
            }
            byte[] seen = context.request()
                    .get(
                            page.url().replaceFirst("/account/.*", "") + page.getAttribute("figure img", "src"),
                            RequestOptions.create().setTimeout(120_000))
                    .body();
            page.click("text=I have looked at it");
            assertTrue(page.innerText("main").contains("It is shown exactly so"), page.innerText("main"));
            try (Picturing pictures = opened.picturing()) {
                Picturing.OfCase picture = pictures.all().getFirst();
                RedactedPicture covered = pictures.covered(picture.account(), picture.decided());
                assertEquals(Optional.of(covered.seen()), picture.decided().approved());
                assertArrayEquals(covered.png(), seen, "what was looked at is what is published");
            }
        }
    }

    private static void keep(Page page, String name) throws IOException {
        Optional<String> look = Optional.ofNullable(System.getProperty("afterword.look"));
        if (look.isPresent()) {
            byte[] picture = page.screenshot(new Page.ScreenshotOptions().setFullPage(true));
            Files.write(Path.of(look.get(), name + ".png"), picture);
        }
    }
}
