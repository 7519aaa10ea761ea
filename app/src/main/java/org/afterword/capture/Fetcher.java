package org.afterword.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends requests as a common browser words them, one connection each, and records what goes and comes. Cookies are kept
 * while one page is captured, and forgotten after it.
 */
final class Fetcher implements AutoCloseable {
    /** The version of Chromium that pages are told; the most common system, and nobody's language. */
    static final String USER_AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36";

    static final String LANGUAGE = "en-US,en;q=0.9";
    private static final Duration STEP = Duration.ofSeconds(20);
    private final Network network;
    private final Budget budget;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("capture-clock").factory());

    Fetcher(Network network, Budget budget) {
        this.network = network;
        this.budget = budget;
    }

    /** What is asked for; it decides what the request says it accepts. */
    enum Want {
        PAGE("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"),
        IMAGE("image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8"),
        STYLE("text/css,*/*;q=0.1"),
        OTHER("*/*");

        private final String accept;

        Want(String accept) {
            this.accept = accept;
        }
    }

    /**
     * @param most how many bytes the answer may have
     * @throws CaptureException if nobody answered, or nothing may be asked there
     */
    Exchange get(WebAddress url, Want want, long most) throws CaptureException {
        budget.request();
        var socket = new AtomicReference<Socket>();
        ScheduledFuture<?> end =
                clock.schedule(() -> close(socket.get()), budget.left().toMillis() + 1, TimeUnit.MILLISECONDS);
        try {
            Duration step = budget.left().compareTo(STEP) < 0 ? budget.left() : STEP;
            var connection = network.connect(url, step, socket::set);
            try (Socket open = connection.socket()) {
                byte[] request = request(url, want);
                Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                open.getOutputStream().write(request);
                open.getOutputStream().flush();
                var reader = new HttpReader(new BufferedInputStream(open.getInputStream(), 1 << 16), budget, most);
                reader.read();
                cookies.put(url.uri(), reader.headers());
                return new Exchange(
                        url,
                        at,
                        connection.peer(),
                        connection.tls(),
                        request,
                        reader.raw(),
                        reader.status(),
                        reader.headers(),
                        reader.payload(),
                        reader.truncated());
            }
        } catch (CaptureException e) {
            throw budget.left().isZero() ? new CaptureException("the time was up") : e;
        } catch (IOException e) {
            throw new CaptureException(budget.left().isZero() ? "the time was up" : Network.reason(e));
        } finally {
            end.cancel(false);
        }
    }

    private byte[] request(WebAddress url, Want want) throws IOException {
        var text = new StringBuilder("GET " + url.target() + " HTTP/1.1\r\nHost: " + url.authority()
                + "\r\nConnection: close\r\n" + (want == Want.PAGE ? "Upgrade-Insecure-Requests: 1\r\n" : "")
                + "User-Agent: " + USER_AGENT + "\r\nAccept: " + want.accept
                + "\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: " + LANGUAGE + "\r\n");
        Map<String, List<String>> held = cookies.get(url.uri(), Map.of());
        List<String> values = held.getOrDefault("Cookie", List.of());
        if (!values.isEmpty()) {
            text.append("Cookie: ").append(String.join("; ", values)).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Values of the cookies that sites gave; they name this visit. */
    List<String> cookieValues() {
        return cookies.getCookieStore().getCookies().stream()
                .map(java.net.HttpCookie::getValue)
                .toList();
    }

    private static void close(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it is closed, or never was open
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
