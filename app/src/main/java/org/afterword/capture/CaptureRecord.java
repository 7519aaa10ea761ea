package org.afterword.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.afterword.model.Id;
import org.afterword.model.Sha256;

/**
 * How a page was captured: what stands in the item of a {@code captured} entry.
 *
 * @param id this capture's own; one that comes twice out of a drop box is known by it
 * @param url as it was asked for
 * @param finalUrl where the redirects led
 * @param at when the first request was sent, by this machine's clock
 * @param by who captured it
 * @param way "direct", or the proxy's address
 * @param address who answered, as far as this machine knows
 * @param tls of the page itself
 * @param status of the page itself
 * @param title the page's
 * @param text what can be read on the page
 * @param requests every answer, in order; the page's own redirects first
 * @param refused what was not got, with the reason
 * @param notes what a reader of this capture should know
 * @param own what leads to who captured it
 * @param parts what was kept
 */
public record CaptureRecord(
        Id id,
        String url,
        String finalUrl,
        Instant at,
        Instant ended,
        String by,
        String way,
        Optional<String> address,
        Optional<Tls> tls,
        int status,
        Outcome outcome,
        String title,
        String text,
        List<Request> requests,
        List<Refusal> refused,
        List<String> notes,
        List<Own> own,
        List<Kept> parts) {

    public CaptureRecord {
        requests = List.copyOf(requests);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
        own = List.copyOf(own);
        parts = List.copyOf(parts);
    }

    /** What was found at the address. */
    public enum Outcome {
        CAPTURED,
        /** An answer came, but not all of it. */
        INCOMPLETE,
        /** The site says that there is no such page, or no longer (404, 410), or the page says nothing. */
        GONE,
        /** The site says that something is wrong, or that one may not see it. */
        ERROR;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param bytes of the body as it came
     * @param truncated "length", "time" or "disconnect", if it did not come whole
     */
    public record Request(String url, int status, String type, long bytes, Optional<String> truncated) {}

    public record Refusal(String url, String reason) {}

    /**
     * @param kind "wacz", "page", "body", "screenshot" or "pdf"
     * @param name the exhibit's
     */
    public record Kept(String kind, String name, Sha256 sha256, long size) {}
}
