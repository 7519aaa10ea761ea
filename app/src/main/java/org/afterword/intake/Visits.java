package org.afterword.intake;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Who has shown a receipt, for half an hour after the last thing they did. In memory alone. */
final class Visits {
    private static final Duration TERM = Duration.ofMinutes(30);
    private static final int MOST = 2_000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true);
    private final LongSupplier nanos;

    private record Visit(MailboxKeys keys, long until) {}

    Visits(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * @return the session, which stands in bodies of forms and nowhere else
     */
    synchronized String begin(MailboxKeys keys) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        visits.put(session, new Visit(keys, nanos.getAsLong() + TERM.toNanos()));
        if (visits.size() > MOST) {
            visits.remove(visits.keySet().iterator().next());
        }
        return session;
    }

    synchronized Optional<MailboxKeys> of(String session) {
        sweep();
        return Optional.ofNullable(visits.get(session)).map(visit -> {
            visits.put(session, new Visit(visit.keys(), nanos.getAsLong() + TERM.toNanos()));
            return visit.keys();
        });
    }

    synchronized void end(String session) {
        visits.remove(session);
    }

    synchronized void sweep() {
        long now = nanos.getAsLong();
        visits.values().removeIf(visit -> visit.until() - now < 0);
    }
}
