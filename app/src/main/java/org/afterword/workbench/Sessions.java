package org.afterword.workbench;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Who is here, by the secrets that browsers show. It ends for who has looked at no page for too long. */
final class Sessions {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<Duration> idle;
    private final LongSupplier nanos;
    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile long looked;

    private static final class Session {
        private final String user;
        private volatile long looked;

        private Session(String user, long now) {
            this.user = user;
            this.looked = now;
        }
    }

    /**
     * @param idle how long somebody may look at no page; empty for as long as they like
     * @param nanos a clock, as {@link System#nanoTime} is
     */
    Sessions(Optional<Duration> idle, LongSupplier nanos) {
        this.idle = idle;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
    }

    /** 256 bits that nobody guesses. */
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** Lets somebody in; gives the secret that their browser keeps. */
    String begin(String user) {
        sweep();
        String secret = random();
        open.put(secret, new Session(user, nanos.getAsLong()));
        return secret;
    }

    /**
     * Whose browser shows that secret; empty if it is nobody's, or not any more.
     *
     * @param looks whether a person asks, and not a page by itself
     */
    Optional<String> user(String secret, boolean looks) {
        Optional<Session> session = Optional.ofNullable(open.get(secret));
        if (session.isEmpty()) {
            return Optional.empty();
        }
        if (ended(session.get())) {
            open.remove(secret);
            return Optional.empty();
        }
        if (looks) {
            looked = nanos.getAsLong();
            session.get().looked = looked;
        }
        return Optional.of(session.get().user);
    }

    /** How long nobody who was let in has looked at a page. */
    Duration unused() {
        return Duration.ofNanos(nanos.getAsLong() - looked);
    }

    void end(String secret) {
        open.remove(secret);
    }

    /** All of that person's, but one. */
    void endOthers(String user, String but) {
        open.entrySet()
                .removeIf(
                        one -> one.getValue().user.equals(user) && !one.getKey().equals(but));
    }

    /**
     * What every form for that person carries; it is the same after they have come in anew, so that what somebody typed
     * before their session ended can still be sent.
     */
    String token(String user) {
        return tokens.computeIfAbsent(user, _ -> random());
    }

    private boolean ended(Session session) {
        return idle.filter(most -> nanos.getAsLong() - session.looked > most.toNanos())
                .isPresent();
    }

    private void sweep() {
        open.values().removeIf(this::ended);
    }
}
