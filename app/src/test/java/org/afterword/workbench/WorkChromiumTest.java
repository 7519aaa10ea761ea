package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.afterword.page.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** In a real browser: beginning alone, a folder that is chosen or dropped, and work in the background. */
@Order(1)
final class WorkChromiumTest {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String WORDS = "walnut harbour gravel oboe";

    @TempDir
    private Path folder;

    private Path file;
    private Workbench workbench;

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

    private void browse(Browser.NewContextOptions options, Consumer<Page> walk) {
        CHROMIUM.browse(workbench.address(), options, walk);
    }

    private void begin(Page page) {
        page.fill("#passphrase", WORDS);
        page.fill("#again", WORDS);
        page.click("form[action='/begin'] button");
        kept(page);
    }

    static void kept(Page page) {
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
}
