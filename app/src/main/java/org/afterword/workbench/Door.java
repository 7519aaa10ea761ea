package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, and only with forms of ours: on this computer the browser that has exchanged the secret of the
 * printed address for the session's cookie; where others are served, whoever has given a name and its passphrase.
 */
final class Door {
    /** Of every response, whatever it is. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** Where somebody says who they are. */
    static final String ENTER = "/enter";
    /** What holds nothing of a case, and what the page that sends somebody away needs. */
    private static final Set<String> OPEN = Set.of("/style.css", "/icon.png");

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String USER = "afterword-user";

    private final Sessions sessions;
    private final Optional<Lone> lone;
    private final Function<Integer, Set<String>> origins;

    /** Of somebody who is alone with this computer: the address's secret, the cookie's, and no name. */
    private record Lone(String key, String session) {}

    /** Somebody is sent away. */
    static final class Shut extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final HttpStatus status;

        private Shut(HttpStatus status, String message) {
            super(message);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    private Door(Sessions sessions, Optional<Lone> lone, Function<Integer, Set<String>> origins) {
        this.sessions = sessions;
        this.lone = lone;
        this.origins = origins;
    }

    /** For one browser on this computer. */
    static Door lone() {
        var sessions = new Sessions(Optional.empty(), System::nanoTime);
        return new Door(
                sessions,
                Optional.of(new Lone(Sessions.random(), sessions.begin(""))),
                port -> Set.of("http://127.0.0.1:" + port, "http://localhost:" + port));
    }

    /** For those who are let in by name, at these hosts, over TLS alone. */
    static Door named(Set<String> hosts, Sessions sessions) {
        return new Door(
                sessions,
                Optional.empty(),
                port -> hosts.stream()
                        .map(host -> "https://" + host + ":" + port)
                        .collect(Collectors.toSet()));
    }

    /** How long nobody who was let in has looked at a page. */
    Duration unused() {
        return sessions.unused();
    }

    /** What lets a browser in, once. */
    String key() {
        return lone.orElseThrow().key();
    }

    /** What every form of ours carries, of the person who works alone. */
    String token() {
        return token("");
    }

    /** What every form for that person carries. */
    String token(String user) {
        return sessions.token(user);
    }

    /** Whether people are let in by name. */
    boolean named() {
        return lone.isEmpty();
    }

    /** Whether that person is in: a page of the case may be made for them, be it one that says what went wrong. */
    boolean in(Context request) {
        return lone.isPresent() || !user(request).isEmpty();
    }

    /** Who asks; "" for the one who is alone. Nobody asks before {@link #check} has let them in. */
    static String user(Context request) {
        return Optional.<String>ofNullable(request.attribute(USER)).orElse("");
    }

    /**
     * @return whether the page may be shown; else it is one of those who have not said who they are
     * @throws Shut if the request is none of this session's
     */
    boolean check(Context request, int port) {
        checkHost(request, port);
        if (OPEN.contains(request.path())) {
            return true;
        }
        if (lone.isPresent() && request.path().equals("/") && request.queryParam("key") != null) {
            return true;
        }
        boolean reads = READING.contains(request.method());
        if (lone.isEmpty() && request.path().equals(ENTER)) {
            if (!reads) {
                checkOrigin(request, port);
                refuseFiles(request);
            }
            return true;
        }
        // a script that asks how far work is, is not somebody who looks
        boolean looks = !"empty".equals(request.header("Sec-Fetch-Dest"));
        Optional<String> user =
                Optional.ofNullable(request.cookie(cookie(port))).flatMap(secret -> sessions.user(secret, looks));
        if (user.isEmpty() && lone.isEmpty() && reads) {
            return false;
        }
        if (user.isEmpty()) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    lone.isPresent()
                            ? "This page is open only to the browser that used the address printed by the"
                                    + " command. Open that address, it holds a secret made for this session."
                            : "You are not, or no longer, let in: the door shuts behind who looks at no page for a"
                                    + " while. Nothing was recorded. Enter in another window, then go back to the page"
                                    + " from which this came and send it again.");
        }
        request.attribute(USER, user.get());
        if (!reads) {
            checkOrigin(request, port);
            if (!request.path().equals(Upload.ADDRESS)) {
                refuseFiles(request);
                checkToken(request, request.formParam("token"));
            }
        }
        return true;
    }

    /** A form with files would be put into temporary files as a whole. */
    private void refuseFiles(Context request) {
        if (request.isMultipartFormData()) {
            checkToken(request, "");
        }
    }

    /** @throws Shut if a form with that token is not one for whoever asks */
    void checkToken(Context request, @Nullable String given) {
        if (!same(given, token(user(request)))) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    "This form was not made by this session. Nothing was changed;"
                            + " open the page anew and decide again.");
        }
    }

    /** A foreign name that leads to this computer (DNS rebinding) has a foreign Host. */
    private void checkHost(Context request, int port) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        if (origins.apply(port).stream().noneMatch(origin -> origin.endsWith("://" + host))) {
            throw new Shut(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This workbench answers only under the address printed by the command.");
        }
    }

    /** With our referrer policy, browsers write "null" as the origin of our own forms; Sec-Fetch-Site tells. */
    private void checkOrigin(Context request, int port) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("");
        String origin = Optional.ofNullable(request.header("Origin")).orElse("");
        boolean ours = origin.isEmpty()
                || origins.apply(port).contains(origin)
                || (origin.equals("null") && site.equals("same-origin"));
        if (!ours || !(site.isEmpty() || site.equals("same-origin"))) {
            throw new Shut(HttpStatus.FORBIDDEN, "This request came from another page. Nothing was changed.");
        }
    }

    /**
     * Exchanges the secret in the address for a cookie, so that it leaves the address bar.
     *
     * @return whether there was a secret; then the request is answered
     * @throws Shut if it is not this session's
     */
    boolean enter(Context request, int port) {
        String given = request.queryParam("key");
        if (given == null || lone.isEmpty()) {
            return false;
        }
        if (!same(given, key())) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    "This address is not, or no longer, the one of an open workbench. Use the one that the command printed last.");
        }
        request.cookie(cookie(port, lone.get().session()));
        request.redirect("/", HttpStatus.SEE_OTHER);
        return true;
    }

    /** Lets in who has shown who they are. */
    void letIn(Context request, String user, int port) {
        leave(request, port);
        request.cookie(cookie(port, sessions.begin(user)));
    }

    /** Whoever asks goes. */
    void leave(Context request, int port) {
        Optional.ofNullable(request.cookie(cookie(port))).ifPresent(sessions::end);
    }

    /** Whoever asks is out in every other browser: their passphrase is another one. */
    void leaveElsewhere(Context request, int port) {
        sessions.endOthers(
                user(request), Optional.ofNullable(request.cookie(cookie(port))).orElse(""));
    }

    private Cookie cookie(int port, String secret) {
        var cookie = new Cookie(cookie(port), secret);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        cookie.setSecure(lone.isEmpty());
        return cookie;
    }

    /** Cookies know no ports; two workbenches must not throw each other out. */
    private String cookie(int port) {
        return (lone.isPresent() ? "" : "__Host-") + "afterword-" + port;
    }

    private static boolean same(@Nullable String given, String right) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
