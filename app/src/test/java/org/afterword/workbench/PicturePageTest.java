package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.afterword.Case;
import org.afterword.Deciding.Request;
import org.afterword.Picturing;
import org.afterword.Progress;
import org.afterword.model.Id;
import org.afterword.page.Chromium;
import org.afterword.protection.PictureFixtures;
import org.afterword.protection.RedactedPicture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A picture decided about in a browser that runs no script. */
@Tag("chromium")
final class PicturePageTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    private Path folder;

    @Test
    void itIsBlurredUntilAskedForCoveredByHandAndApproved() throws IOException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(dir -> Files.isExecutable(Path.of(dir, "tesseract"))),
                "Tesseract is not installed");
        Path shot = Files.write(
                folder.resolve("shot.png"), PictureFixtures.png(PictureFixtures.plain(PictureFixtures.SAID)));
        try (Case opened = SmallCase.empty(folder.resolve("case.afterword"))) {
            opened.add(List.of(shot), Optional.of("The Kestrel Table"), false, Progress.SILENT);
            Id account = opened.contents().accountIds().getFirst();
            var requests = new ArrayList<>(List.of(
                    new Request(account.toString(), "consent=verbatim", ""),
                    new Request(account.toString(), "public=no", "")));
            opened.people()
                    .forEach(cluster -> requests.add(new Request(cluster.id().toString(), "redact", "")));
            opened.deciding().record(requests);
            try (Workbench workbench = Workbench.start(opened, 0)) {
                var seen = new AtomicReference<byte[]>();
                CHROMIUM.browse(
                        workbench.address(),
                        new Browser.NewContextOptions().setJavaScriptEnabled(false),
                        page -> seen.set(walk(page, account)));
                try (Picturing pictures = opened.picturing()) {
                    Picturing.OfCase picture = pictures.all().getFirst();
                    RedactedPicture covered = pictures.covered(picture.account(), picture.decided());
                    assertEquals(Optional.of(covered.seen()), picture.decided().approved());
                    assertArrayEquals(covered.png(), seen.get(), "what was looked at is what is published");
                }
            }
        }
    }

    private static byte[] walk(Page page, Id account) {
        page.setViewportSize(1280, 900);
        page.navigate(page.url() + "account/" + account + "/before");
        page.click("text=The picture");
        assertTrue(page.innerText("main").contains("It is withheld"), page.innerText("main"));
        page.fill("#boxes", "500,70,200,60\n\n 10,10,20,20 ");
        page.fill("#reason", "it shows the tone");
        page.click("button[value='show=']");
        assertTrue(page.innerText("main").contains("2 by hand"), page.innerText("main"));
        assertEquals("500,70,200,60\n10,10,20,20", page.inputValue("#boxes"));
        Chromium.keep(page, "picture-wide");
        page.click("text=Show me no pictures");
        assertEquals(0, page.locator("figure img").count());
        assertEquals(0, page.locator("text=I have looked at it").count());
        assertTrue(page.innerText("figure").contains("Friday"), page.innerText("figure"));
        page.click("text=Show pictures to me");
        page.check("#clear");
        Chromium.keep(page, "picture-clear");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Chromium.keep(page, "picture-dark");
        page.setViewportSize(320, 900);
        Chromium.keep(page, "picture-narrow");
        for (String part : List.of("figure", "#boxes", "button.first")) {
            var box = page.locator(part).boundingBox();
            assertTrue(box.x + box.width <= 320, part + " fits on a small screen");
        }
        byte[] seen = page.request()
                .get(
                        page.url().replaceFirst("/account/.*", "") + page.getAttribute("figure img", "src"),
                        RequestOptions.create().setTimeout(120_000))
                .body();
        page.click("text=I have looked at it");
        assertTrue(page.innerText("main").contains("It is shown exactly so"), page.innerText("main"));
        return seen;
    }
}
