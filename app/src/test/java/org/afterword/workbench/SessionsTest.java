package org.afterword.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long somebody stays let in, and how long somebody waits who was not. */
final class SessionsTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.7");
    private final AtomicLong clock = new AtomicLong(-5);

    private void after(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void whoLooksAtNoPageForLongIsOut() {
        var sessions = new Sessions(Optional.of(Duration.ofMinutes(30)), clock::get);
        String anna = sessions.begin("anna");
        String token = sessions.token("anna");
        for (int i = 0; i < 5; i++) {
            after(Duration.ofMinutes(29));
            assertEquals(Optional.of("anna"), sessions.user(anna, true));
        }
        // a page that asks by itself how far work is keeps nobody in
        for (int i = 0; i < 30; i++) {
            assertEquals(Optional.of("anna"), sessions.user(anna, false));
            after(Duration.ofMinutes(1));
        }
        after(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), sessions.user(anna, true));
        assertEquals(Optional.empty(), sessions.user(anna, true), "it does not come back");
        assertEquals(token, sessions.token("anna"), "what was typed before can still be sent");
        assertEquals(Optional.empty(), sessions.user("", true));
        assertEquals(
                Duration.ofSeconds(30 * 60 + 1), sessions.unused(), "what shows nothing keeps the case open no more");
    }

    @Test
    void eachFailureDoublesTheWait() {
        var attempts = new Attempts(clock::get);
        for (int i = 0; i < 3; i++) {
            attempts.failed("anna", HERE);
            assertEquals(Duration.ZERO, attempts.wait("anna", HERE));
        }
        long last = 0;
        for (int i = 0; i < 20; i++) {
            attempts.failed("anna", HERE);
            long wait = attempts.wait("anna", HERE).toSeconds();
            assertEquals(Math.min(300, Math.max(1, 2 * last)), wait);
            last = wait;
            after(Duration.ofSeconds(wait));
            assertEquals(Duration.ZERO, attempts.wait("anna", HERE));
        }
    }

    @Test
    void whoComesFromManyPlacesIsSlowedForTheName() {
        var attempts = new Attempts(clock::get);
        for (int i = 0; i < 40; i++) {
            attempts.failed("anna", InetAddress.ofLiteral("192.0.2." + i));
        }
        InetAddress fresh = InetAddress.ofLiteral("192.0.2.200");
        assertEquals(Duration.ofSeconds(20), attempts.wait("anna", fresh), "and no longer: anna wants in as well");
        assertEquals(Duration.ZERO, attempts.wait("berta", fresh));
        after(Duration.ofMinutes(61));
        assertEquals(Duration.ZERO, attempts.wait("anna", HERE));
    }

    @Test
    void oneNetworkOfTheNewerKindIsOnePlace() {
        var attempts = new Attempts(clock::get);
        for (int i = 0; i < 5; i++) {
            attempts.failed("name " + i, InetAddress.ofLiteral("2001:db8:1:2::" + i));
        }
        assertTrue(attempts.wait("x", InetAddress.ofLiteral("2001:db8:1:2:9:9:9:9"))
                .isPositive());
        assertEquals(Duration.ZERO, attempts.wait("x", InetAddress.ofLiteral("2001:db8:1:3::1")));
        attempts.succeeded(InetAddress.ofLiteral("2001:db8:1:2::77"));
        assertEquals(Duration.ZERO, attempts.wait("x", InetAddress.ofLiteral("2001:db8:1:2::1")));
    }
}
