package org.afterword.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.afterword.model.Group;
import org.afterword.model.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose turn it is to write, and what those see who look meanwhile. */
class TurnTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private CaseFile file;

    @BeforeEach
    void make() throws CaseException {
        file = CaseFile.create(folder.resolve("turn.afterword"), CaseFileTest.passphrase(), "test", Cost.CHEAP)
                .file();
    }

    @AfterEach
    void close() {
        file.close();
    }

    private void name(String group) throws CaseException {
        try (Batch batch = file.batch("tester")) {
            batch.add(new Entry.GroupNamed(new Group(Id.random(), group, false)));
            batch.commit();
        }
    }

    /** On a thread of its own: the common ones seal what is written, and must not wait. */
    private static CompletableFuture<Void> aside(Runs work) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                TurnTest::start);
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().start(work);
    }

    private interface Runs {
        void run() throws Exception;
    }

    @Test
    void whoClaimsItWritesAlone() throws Exception {
        Claim claim = file.claim(SHORT).orElseThrow();
        CompletableFuture<Void> other = aside(() -> name("another"));
        name("one");
        name("two");
        assertFalse(other.isDone());
        assertEquals(2, file.groups().size());
        assertTrue(CompletableFuture.supplyAsync(() -> file.claim(SHORT), TurnTest::start)
                .join()
                .isEmpty());
        claim.close();
        other.get(10, TimeUnit.SECONDS);
        assertEquals(3, file.groups().size());
    }

    @Test
    void whoeverWritesIsWaitedForSoLongAndNoLonger() throws Exception {
        var open = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        CompletableFuture<Void> other = aside(() -> {
            try (Batch _ = file.batch("tester")) {
                open.countDown();
                end.await();
            }
        });
        open.await();
        assertTrue(file.claim(SHORT).isEmpty());
        end.countDown();
        other.get(10, TimeUnit.SECONDS);
        file.claim(Duration.ofSeconds(10)).orElseThrow().close();
        name("after all");
        try (Batch _ = file.batch("tester")) {
            assertThrows(IllegalStateException.class, () -> file.claim(SHORT));
            assertThrows(IllegalStateException.class, () -> file.batch("tester"));
        }
    }

    @Test
    void nothingComesInBetweenTwoLooks() throws Exception {
        var looking = new CountDownLatch(1);
        CompletableFuture<Void> other = aside(() -> {
            looking.await();
            for (int i = 0; i < 20; i++) {
                name("group " + i);
            }
        });
        boolean changed = file.still(() -> {
            looking.countDown();
            int before = file.groups().size();
            for (int i = 0; i < 20; i++) {
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                if (file.groups().size() != before) {
                    return true;
                }
            }
            return false;
        });
        assertFalse(changed);
        other.get(10, TimeUnit.SECONDS);
        assertEquals(20, file.groups().size());
    }

    @Test
    void aClosedCaseTakesNothing() {
        file.close();
        assertThrows(IllegalStateException.class, () -> file.batch("tester"));
    }
}
