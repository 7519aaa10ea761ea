package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: only a browser on this computer that has exchanged the secret of the printed address for the
 * session's cookie, and only with forms of ours.
 */
final class Door {
    /** Of every response, whatever it is. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** What holds nothing of a case, and what the page that sends somebody away needs. */
    private static final Set<String> OPEN = Set.of("/style.css", "/icon.png");

    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

    private final String key = random();
    private final String session = random();
    private final String token = random();

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

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What lets a browser in, once. */
    String key() {
        return key;
    }

    /** What every form of ours carries. */
    String token() {
        return token;
    }

    /**
     * @throws Shut if the request is not one of this session
     */
    void check(Context request, int port) {
        checkHost(request, port);
        if (OPEN.contains(request.path())) {
            return;
        }
        if (request.path().equals("/") && request.queryParam("key") != null) {
            return;
        }
        if (!same(request.cookie(cookie(port)), session)) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    "This page is open only to the browser that used the address printed by the"
                            + " command. Open that address, it holds a secret made for this session.");
        }
        if (!READING.contains(request.method())) {
            checkOrigin(request, port);
            if (!request.path().equals(Upload.ADDRESS)) {
                // a form with files would be put into temporary files as a whole
                checkToken(request.isMultipartFormData() ? "" : request.formParam("token"));
            }
        }
    }

    /** @throws Shut if a form with that token is not ours */
    void checkToken(@Nullable String given) {
        if (!same(given, token)) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    "This form was not made by this session. Nothing was changed;"
                            + " open the page anew and decide again.");
        }
    }

    /** A foreign name that leads to this computer (DNS rebinding) has a foreign Host. */
    private static void checkHost(Context request, int port) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        if (!host.equals("127.0.0.1:" + port) && !host.equals("localhost:" + port)) {
            throw new Shut(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This workbench answers only under the address printed by the command.");
        }
    }

    /** With our referrer policy, browsers write "null" as the origin of our own forms; Sec-Fetch-Site tells. */
    private static void checkOrigin(Context request, int port) {
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("");
        String origin = Optional.ofNullable(request.header("Origin")).orElse("");
        boolean ours = origin.isEmpty()
                || origin.equals("http://127.0.0.1:" + port)
                || origin.equals("http://localhost:" + port)
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
        if (given == null) {
            return false;
        }
        if (!same(given, key)) {
            throw new Shut(
                    HttpStatus.FORBIDDEN,
                    "This address is not, or no longer, the one of an open workbench. Use the one that the command printed last.");
        }
        var cookie = new Cookie(cookie(port), session);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        cookie.setPath("/");
        request.cookie(cookie);
        request.redirect("/", HttpStatus.SEE_OTHER);
        return true;
    }

    /** Cookies know no ports; two workbenches must not throw each other out. */
    private static String cookie(int port) {
        return "afterword-" + port;
    }

    private static boolean same(@Nullable String given, String right) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
