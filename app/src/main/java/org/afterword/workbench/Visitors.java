package org.afterword.workbench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.afterword.casefile.Cost;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Verifier;

/**
 * Where a case is served to others: each says who they are, and gives their passphrase. It opens nothing by itself; the
 * case is open already.
 */
final class Visitors {
    static final String LEAVE = "/leave";
    private static final String PASSPHRASE = "/passphrase";
    private static final String UNCHANGED = " Nothing was changed.";
    /** Characters of a name, and of a passphrase. */
    private static final int LONGEST = 1000;
    /** Each takes its memory. */
    private final Semaphore places = new Semaphore(2, true);

    private final Door door;
    private final Attempts attempts;
    private volatile SortedMap<String, Verifier> users;
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

    /** @param open gives the desk of whoever asks */
    void into(RoutesConfig routes, Function<Context, Desk> open) {
        routes.get(Door.ENTER, request -> show(request, ""));
        routes.post(PASSPHRASE, request -> another(request, open.apply(request)));
        routes.post(Door.ENTER, this::enter);
        routes.get(LEAVE, request -> here(request, "", ""));
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
            refuse(request, HttpStatus.TOO_MANY_REQUESTS, tooMany(wait));
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

    /** Somebody who is in takes another passphrase; in every other browser they are out then. */
    private void another(Context request, Desk desk) throws IOException, InterruptedException {
        String user = Door.user(request);
        InetAddress from = InetAddress.ofLiteral(request.req().getRemoteAddr());
        Duration wait = attempts.wait(user, from);
        if (wait.isPositive()) {
            request.status(HttpStatus.TOO_MANY_REQUESTS);
            here(request, tooMany(wait) + UNCHANGED, "");
            return;
        }
        if (!knows(user, typed(request, "passphrase"))) {
            attempts.failed(user, from);
            request.status(HttpStatus.FORBIDDEN);
            here(request, "This is not the passphrase that you have now." + UNCHANGED, "");
            return;
        }
        attempts.succeeded(from);
        String chosen = typed(request, "new");
        Optional<String> against = against(chosen, typed(request, "again"));
        if (against.isPresent()) {
            request.status(HttpStatus.BAD_REQUEST);
            here(request, against.get() + UNCHANGED, "");
            return;
        }
        desk.change(() -> {
            try (var secret = Passphrase.of(chosen.toCharArray())) {
                desk.opened().coding().users().let(user, secret);
            }
            return user;
        });
        users = desk.contents().users();
        door.leaveElsewhere(request, request.req().getLocalPort());
        here(
                request,
                "",
                "From now on you enter with your new passphrase. If you were here in another browser as well, you are"
                        + " asked for it there.");
    }

    private static Optional<String> against(String chosen, String again) {
        if (!chosen.equals(again)) {
            return Optional.of("The two new ones are not the same.");
        }
        return Strength.of(chosen).enough()
                ? Optional.empty()
                : Optional.of(
                        "The new one is easily guessed; take several words that have nothing to do with each other.");
    }

    private static String tooMany(Duration wait) {
        return "Too many attempts failed. Wait "
                + Phrases.count(wait.plusMillis(999).toSeconds(), "second", "seconds") + ", then try again.";
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
        show(request, why);
    }

    private void here(Context request, String wrong, String done) {
        String user = Door.user(request);
        Workbench.show(
                request,
                "door",
                new DoorSheet(Ways.page("Afterword", List.of(), user), door.token(user), user, wrong, done));
    }

    private static void show(Context request, String wrong) {
        Workbench.show(request, "door", new DoorSheet(Ways.outside(true), "", "", wrong, ""));
    }
}
