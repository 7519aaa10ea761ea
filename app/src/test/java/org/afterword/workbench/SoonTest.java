package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Nobody hangs in front of a page that has to be worked out, and nobody is given what it was before. */
class SoonTest {
    @Test
    void aPageThatTakesLongSaysHowFarItIsAndThenIsThere() throws InterruptedException {
        var soon = new Soon(Duration.ofMillis(100));
        var go = new CountDownLatch(1);
        var begun = new AtomicInteger();
        var stepped = new CountDownLatch(1);
        Soon.Work<String> work = progress -> {
            begun.incrementAndGet();
            progress.step("reading", 40, 100);
            stepped.countDown();
            try {
                assertTrue(go.await(30, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "there";
        };
        assertThrows(NotYet.class, () -> soon.get("the names", work));
        assertTrue(stepped.await(30, TimeUnit.SECONDS));
        NotYet first = assertThrows(NotYet.class, () -> soon.get("the names", work));
        assertTrue(first.sentences().getLast().startsWith("Goes on: the names, 40 of 100, for "), first.getMessage());
        assertThrows(NotYet.class, () -> soon.get("the names", work));
        assertEquals(1, begun.get(), "it is worked out once, however many ask");
        assertEquals(
                "quick", patiently(() -> soon.get("the dates", _ -> "quick")), "what is ready does not wait for it");
        go.countDown();
        assertEquals("there", new Soon(Duration.ofSeconds(30)).get("the names", work));
    }

    @Test
    void whatWasDoneBeforeAnybodyAskedIsLookedAtAgain() throws InterruptedException {
        var soon = new Soon(Duration.ofMillis(50));
        var value = new AtomicInteger(1);
        var go = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        assertThrows(
                NotYet.class,
                () -> soon.get("the sum", _ -> {
                    int before = value.get();
                    try {
                        assertTrue(go.await(30, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    done.countDown();
                    return before;
                }));
        go.countDown();
        assertTrue(done.await(30, TimeUnit.SECONDS));
        value.set(2);
        int now = 0;
        for (int i = 0; i < 100 && now != 2; i++) { // until the first is over
            now = patiently(() -> soon.get("the sum", _ -> value.get()));
        }
        assertEquals(2, now);
    }

    @Test
    void whatGoesWrongIsSaidToWhoeverAsks() {
        var soon = new Soon(Duration.ofSeconds(30));
        var wrong = assertThrows(
                IllegalArgumentException.class,
                () -> soon.get("the names", _ -> {
                    throw new IllegalArgumentException("there is no such name");
                }));
        assertEquals("there is no such name", wrong.getMessage());
        assertEquals("well", soon.get("the names", _ -> "well"), "and it is tried again");
    }

    /** On a busy machine even what is quick takes longer than a page waits. */
    private static <T> T patiently(Supplier<T> asked) {
        for (int left = 100; ; left--) {
            try {
                return asked.get();
            } catch (NotYet e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }
}
