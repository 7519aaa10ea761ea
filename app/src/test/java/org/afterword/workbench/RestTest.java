package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When somebody is told that it may be time to rest. */
final class RestTest {
    private final AtomicLong clock = new AtomicLong(-5);
    private final Rest rest = new Rest(clock::get);

    private Optional<String> after(int minutes) {
        clock.addAndGet(Duration.ofMinutes(minutes).toNanos());
        return rest.look();
    }

    @Test
    void afterAlmostAnHourAndOnlyToWhoDidNotPause() {
        for (int i = 0; i < 9; i++) {
            assertEquals(Optional.empty(), after(5));
        }
        assertEquals(
                Optional.of(
                        "You have been here for 50 minutes. Everything is kept; it will be here when you have rested."),
                after(5));
        assertTrue(after(9).isPresent());
        assertEquals(Optional.empty(), after(10), "who was away has rested");
        for (int i = 0; i < 5; i++) {
            assertEquals(Optional.empty(), after(9));
        }
        assertTrue(after(9).isPresent());
    }

    @Test
    void notAgainAtOnceAndNeverIfSomebodyWishesSo() {
        for (int i = 0; i < 10; i++) {
            after(5);
        }
        rest.begin();
        assertEquals(Optional.empty(), after(9));
        for (int i = 0; i < 5; i++) {
            after(9);
        }
        assertTrue(after(9).isPresent());
        rest.never();
        assertEquals(Optional.empty(), after(9));
    }
}
