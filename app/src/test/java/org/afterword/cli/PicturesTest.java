package org.afterword.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.workbench.Workbench;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Looks at the demo's published answer with a browser, and takes the README's pictures of it: {@code
 * -Dafterword.write=true} writes them to {@code docs/pictures}.
 */
@Tag("chromium")
class PicturesTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES = Path.of("..", "docs", "pictures");

    @TempDir
    Path folder;

    @Test
    void theAnswerIsSeenAtOnceOnADeskAndOnAPhone() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed (Debian: apt-get install chromium)");
        Path answer = answer();
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            picture(browser, answer, 1280, 900, "answer.png", List.of(".sentence", ".people", ".opposing"));
            picture(browser, answer, 320, 900, "answer-phone.png", List.of(".sentence", ".leave a"));
            workbench(browser);
        }
    }

    /** The page to which the demo's start page leads first. */
    private Path answer() throws IOException {
        var err = new StringWriter();
        Path demo = folder.resolve("demo");
        assertEquals(0, Main.run(new StringWriter(), err, "demo", demo.toString(), "--no-serve"), err::toString);
        Path site = demo.resolve("site");
        var start = Jsoup.parse(Files.readString(site.resolve("index.html")));
        return site.resolve(
                Objects.requireNonNull(start.selectFirst(".finding h3 a")).attr("href"));
    }

    /** An account with its margin, as the archivist sees it. */
    private void workbench(Browser browser) throws IOException {
        Path demo = folder.resolve("demo");
        String readme = Files.readString(demo.resolve(Bundle.README));
        char[] phrase = readme.lines()
                .filter(line -> line.startsWith("    "))
                .findFirst()
                .orElseThrow()
                .strip()
                .toCharArray();
        try (Passphrase passphrase = Passphrase.of(phrase);
                Case opened = Case.open(demo.resolve("demo.afterword"), passphrase, "archivist");
                Workbench workbench = Workbench.start(opened, 0);
                Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 900))) {
            page.navigate(workbench.address());
            page.click("text=Three winters");
            page.waitForLoadState();
            assertTrue(page.locator(".margin-note").count() > 3, "the account has notes in its margin");
            assertEquals(1280, page.evaluate("document.documentElement.scrollWidth"));
            page.evaluate("document.querySelector('.margin-note').scrollIntoView({block: 'center'})");
            keep(page.screenshot(), "workbench.png");
        }
    }

    private static void keep(byte[] picture, String name) throws IOException {
        if (Boolean.getBoolean("afterword.write")) {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name), picture);
        }
    }

    private static void picture(
            Browser browser, Path answer, int width, int height, String name, List<String> seenAtOnce)
            throws IOException {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height))) {
            var asked = new ArrayList<String>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(answer.toUri().toString());
            assertTrue(asked.stream().allMatch(url -> url.startsWith("file:")), asked::toString);
            for (String part : seenAtOnce) {
                var box = page.locator(part).first().boundingBox();
                assertTrue(box.y + box.height <= height, () -> name + ": " + part + " is not seen at once");
                assertTrue(box.x >= 0 && box.x + box.width <= width, () -> name + ": " + part + " is too wide");
            }
            assertEquals(width, page.evaluate("document.documentElement.scrollWidth"), name);
            byte[] picture = page.screenshot();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            assertEquals(List.of(width, height), List.of(image.getWidth(), image.getHeight()));
            keep(picture, name);
        }
    }
}
