package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.afterword.Case;
import org.afterword.Progress;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One thing at a time in the background, which can be stopped and always says what came of it. */
final class WorkTest {
    private static final WorkSheet.Result DONE = new WorkSheet.Result(true, "Done.", List.of());

    @TempDir
    private Path folder;

    private static WorkSheet ended(Work work) throws InterruptedException {
        for (int i = 0; i < 500 && work.running().isPresent(); i++) {
            Thread.sleep(10);
        }
        return work.last().orElseThrow().sheet();
    }

    @Test
    void oneAtATime() throws InterruptedException {
        var afterwards = new AtomicInteger();
        var work = new Work(afterwards::incrementAndGet);
        var go = new CountDownLatch(1);
        Errand first = work.begin("The first", errand -> {
            errand.step("counting", 3, 7);
            try {
                assertTrue(go.await(10, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return DONE;
        });
        for (int i = 0; i < 500 && !first.sheet().step().startsWith("Counting"); i++) {
            Thread.sleep(10);
        }
        assertEquals("Counting, 3 of 7", first.sheet().step());
        Busy busy = assertThrows(Busy.class, () -> work.begin("The second", errand -> DONE));
        assertTrue(Objects.requireNonNull(busy.getMessage()).contains("“The first” goes on"), busy.getMessage());
        work.putAway(first.number());
        assertTrue(work.running().isPresent(), "what goes on is not put away");
        go.countDown();
        assertEquals(Optional.of(DONE), ended(work).result());
        assertEquals(1, afterwards.get());
        work.stop(first.number());
        work.putAway(first.number());
        assertTrue(work.last().isEmpty());
    }

    @Test
    void itIsStoppedAtTheNextStep() throws InterruptedException {
        var work = new Work(() -> {});
        Errand endless = work.begin("Endless", errand -> {
            for (long i = 0; ; i++) {
                errand.step("counting", i, 0);
                Thread.onSpinWait();
            }
        });
        work.stop(endless.number() + 1);
        Thread.sleep(30);
        assertTrue(endless.running(), "another was meant");
        work.end(Duration.ofSeconds(10));
        WorkSheet.Result result = work.last().orElseThrow().sheet().result().orElseThrow();
        assertTrue(result.sentence().startsWith("Stopped."), result.sentence());
        assertThrows(IllegalStateException.class, () -> work.begin("Too late", errand -> DONE));
    }

    @Test
    void whatGoesWrongIsSaidWithoutWhatACaseSays() throws InterruptedException {
        var work = new Work(() -> {});
        work.begin("Breaking", errand -> {
            throw new IllegalStateException("Orla Finch");
        });
        WorkSheet.Result broken = ended(work).result().orElseThrow();
        assertFalse(broken.well());
        assertFalse(broken.toString().contains("Orla"), broken.toString());
        assertTrue(broken.toString().contains("IllegalStateException at "), broken.toString());
        work.begin("Missing", errand -> {
            throw new NoSuchFileException("/home/orla", null, "no such thing");
        });
        WorkSheet.Result missing = ended(work).result().orElseThrow();
        assertTrue(missing.toString().contains("no such thing"), missing.toString());
        assertFalse(missing.toString().contains("orla"), missing.toString());
        work.begin("Far too much", errand -> {
            throw new StackOverflowError();
        });
        assertFalse(ended(work).result().orElseThrow().well(), "it does not seem to go on for ever");
    }

    @Test
    void suggestionsAreLookedForInTheBackground() throws IOException, InterruptedException {
        Path files = Files.createDirectory(folder.resolve("files"));
        Files.writeString(files.resolve("letter.txt"), "In May 2011 they asked us for money, and I was told to pay.");
        try (Case opened = SmallCase.empty(folder.resolve("a.afterword"))) {
            opened.add(List.of(files), Optional.empty(), false, Progress.SILENT);
            try (Workbench workbench = Workbench.start(opened, 0)) {
                Browser browser = Browser.in(workbench);
                browser.press(Objects.requireNonNull(browser.page("/").selectFirst("form[action='/suggest'] button")));
                Document page = browser.settled("/");
                assertTrue(page.select("#work").text().contains("1 account looked through"), page.text());
                assertTrue(page.select("form[action='/suggest']").isEmpty());
                assertTrue(browser.page("/timeline").text().contains("May 2011"));
            }
        }
    }
}
