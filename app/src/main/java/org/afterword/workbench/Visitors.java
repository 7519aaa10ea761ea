package org.afterword.workbench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Verifier;

/**
 * Where a case is served to others: each says who they are, and gives their passphrase. It opens nothing by itself; the
 * case is open already.
 */
final class Visitors {
    static final String LEAVE = "/leave";
    /** Characters of a name, and of a passphrase. */
    private static final int LONGEST = 1000;
    /** Each takes its memory. */
    private final Semaphore places = new Semaphore(2, true);

    private final Door door;
    private final Attempts attempts;
    private final SortedMap<String, Verifier> users;
    /** Whom nobody knows is asked as long as somebody who is known. */
    private final Verifier nobody;

    /** @param users who is let in */
    Visitors(Door door, Attempts attempts, SortedMap<String, Verifier> users) {
        this.door = door;
        this.attempts = attempts;
        this.users = users;
        Cost cost = users.values().stream().map(Verifier::cost).findFirst().orElse(Cost.DEFAULT);
        try (var secret = Passphrase.of(Sessions.random().toCharArray())) {
            this.nobody = Verifier.of(secret, cost);
        }
    }

    void into(RoutesConfig routes) {
        routes.get(Door.ENTER, request -> show(request, "", "", ""));
        routes.post(Door.ENTER, this::enter);
        routes.get(LEAVE, request -> show(request, Door.user(request), door.token(Door.user(request)), ""));
        routes.post(LEAVE, request -> {
            door.leave(request, request.req().getLocalPort());
            request.redirect(Door.ENTER, HttpStatus.SEE_OTHER);
        });
    }

    private void enter(Context request) throws InterruptedException {
        String name = typed(request, "name").strip();
        InetAddress from = InetAddress.ofLiteral(request.req().getRemoteAddr());
        Duration wait = attempts.wait(name, from);
        if (wait.isPositive()) {
            refuse(
                    request,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many attempts failed. Wait "
                            + Phrases.count(wait.plusMillis(999).toSeconds(), "second", "seconds")
                            + ", then try again.");
            return;
        }
        if (knows(name, typed(request, "passphrase"))) {
            attempts.succeeded(from);
            door.letIn(request, name, request.req().getLocalPort());
            request.redirect("/", HttpStatus.SEE_OTHER);
        } else {
            attempts.failed(name, from);
            refuse(request, HttpStatus.FORBIDDEN, "This is no name and passphrase of somebody who is let in here.");
        }
    }

    private boolean knows(String name, String passphrase) throws InterruptedException {
        Optional<Verifier> known = Optional.ofNullable(users.get(name));
        if (passphrase.isEmpty()) {
            return false;
        }
        places.acquire();
        try (var typed = Passphrase.of(passphrase.toCharArray())) {
            return known.orElse(nobody).matches(typed) && known.isPresent();
        } finally {
            places.release();
        }
    }

    private static String typed(Context request, String name) {
        String text = Optional.ofNullable(request.formParam(name)).orElse("");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static void refuse(Context request, HttpStatus status, String why) {
        request.status(status);
        show(request, "", "", why);
    }

    private static void show(Context request, String user, String token, String wrong) {
        Workbench.show(request, "door", new DoorSheet(Ways.page("Afterword", List.of(), user), token, user, wrong));
    }
}
