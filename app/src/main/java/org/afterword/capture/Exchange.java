package org.afterword.capture;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.WarcTruncationReason;

/** One request and its answer. The arrays are not copied and not to be changed. */
final class Exchange {
    private final WebAddress url;
    private final Instant at;
    private final Optional<InetAddress> address;
    private final Optional<Tls> tls;
    private final byte[] request;
    private final byte[] response;
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] payload;
    private final WarcTruncationReason truncated;

    /**
     * @param at when it was sent
     * @param address who answered; not known through a proxy
     * @param request as it was sent, byte for byte
     * @param response as it came, byte for byte, without the server's interim answers (1xx)
     * @param status 100 to 999
     * @param headers by name in lower case, in their order
     * @param payload the answer's body without the transfer's chunks, still packed as the server packed it
     */
    Exchange(
            WebAddress url,
            Instant at,
            Optional<InetAddress> address,
            Optional<Tls> tls,
            byte[] request,
            byte[] response,
            int status,
            Map<String, List<String>> headers,
            byte[] payload,
            WarcTruncationReason truncated) {
        this.url = url;
        this.at = at;
        this.address = address;
        this.tls = tls;
        this.request = request;
        this.response = response;
        this.status = status;
        this.headers = headers;
        this.payload = payload;
        this.truncated = truncated;
    }

    WebAddress url() {
        return url;
    }

    Instant at() {
        return at;
    }

    Optional<InetAddress> address() {
        return address;
    }

    Optional<Tls> tls() {
        return tls;
    }

    byte[] request() {
        return request;
    }

    byte[] response() {
        return response;
    }

    int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] payload() {
        return payload;
    }

    WarcTruncationReason truncated() {
        return truncated;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** "text/html", without parameters, in lower case; "" if the server does not say. */
    String type() {
        return Content.type(header("content-type").orElse(""));
    }

    Optional<WebAddress> redirect() {
        boolean moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        return moved ? header("location").flatMap(to -> url.resolve(Content.utf8(to))) : Optional.empty();
    }

    /** The body unpacked; as far as it goes if it was cut. */
    byte[] body() {
        return Content.unpacked(payload, header("content-encoding").orElse(""));
    }

    boolean whole() {
        return truncated == WarcTruncationReason.NOT_TRUNCATED;
    }
}
