package org.afterword.capture;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.afterword.capture.Capture.Part;
import org.afterword.capture.CaptureRecord.Outcome;
import org.afterword.model.Id;
import org.afterword.model.Sha256;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Captures pages: fetches them with all they need, records every byte, and shows them in a browser if there is one. */
public final class Capturer {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf",
            "pdf",
            "text/plain",
            "txt",
            "image/png",
            "png",
            "image/jpeg",
            "jpg",
            "application/json",
            "json",
            "text/csv",
            "csv",
            "image/gif",
            "gif",
            "image/webp",
            "webp");

    private final Network network;
    private final Limits limits;
    private final Optional<Renderer> renderer;
    private final String by;
    private final String software;

    /**
     * @param allowPrivate whether also this machine's own network may be asked
     * @param browser whether pages are shown in Chromium, if it is on this machine
     * @param by who captures
     * @param software name and version of this program
     */
    public Capturer(Way way, Limits limits, boolean allowPrivate, boolean browser, String by, String software) {
        this(
                new Network(way, allowPrivate, Resolver.SYSTEM),
                limits,
                browser ? Chromium.find() : Optional.empty(),
                by,
                software);
    }

    Capturer(Network network, Limits limits, Optional<Renderer> renderer, String by, String software) {
        this.network = network;
        this.limits = limits;
        this.renderer = renderer;
        this.by = by;
        this.software = software;
    }

    /**
     * An address as captures have it.
     *
     * @throws IllegalArgumentException with a sentence, if it is no address of a page
     */
    public static String address(String text) {
        return WebAddress.of(text).toString();
    }

    /**
     * Captures one page.
     *
     * @throws CaptureException if no answer came at all
     * @throws IllegalArgumentException if it is no address of a page
     */
    public Capture capture(String address) throws CaptureException {
        WebAddress url = WebAddress.of(address);
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (var session = new Session(network, limits)) {
            Exchange page = session.page(url).getLast();
            List<String> notes = new ArrayList<>();
            Optional<Rendered> rendered = Optional.empty();
            if (Pages.isPage(page)) {
                Requisites.fetch(page, session);
                rendered = rendered(page, session, notes);
            }
            return put(new Seen(url, at, page, rendered), session, notes);
        }
    }

    private record Seen(WebAddress url, Instant at, Exchange page, Optional<Rendered> rendered) {}

    private Optional<Rendered> rendered(Exchange page, Session session, List<String> notes) {
        if (renderer.isEmpty()) {
            notes.add("no Chromium was used: there is no screenshot and no PDF, and nothing that"
                    + " scripts would have fetched");
            return Optional.empty();
        }
        try {
            Rendered rendered = renderer.get().render(page.url(), session);
            notes.addAll(rendered.notes());
            return Optional.of(rendered);
        } catch (IOException e) {
            notes.add("Chromium failed: there is no screenshot and no PDF");
            return Optional.empty();
        }
    }

    private Capture put(Seen seen, Session session, List<String> notes) {
        Exchange page = seen.page();
        List<Exchange> exchanges = session.exchanges();
        List<Part> parts = new ArrayList<>();
        String folder =
                "capture/" + page.url().host().replaceAll("[\\[\\]:]", "_") + "/" + STAMP.format(seen.at()) + "/";
        // what a site says instead of the page is kept, but is nobody's account
        boolean told = page.status() < 400;
        String title = "";
        String text = "";
        if (Pages.isPage(page)) {
            Document html = seen.rendered()
                    .map(rendered -> Jsoup.parse(rendered.html(), page.url().toString()))
                    .orElseGet(() -> Pages.parse(page));
            title = html.title();
            text = Pages.tidy(seen.rendered().map(Rendered::text).orElseGet(() -> Pages.visible(html)));
            parts.add(new Part("page", folder + "page.html", Pages.saved(html, page.url()), told));
            seen.rendered()
                    .flatMap(Rendered::screenshot)
                    .ifPresent(png -> parts.add(new Part("screenshot", folder + "screenshot.png", png, false)));
            seen.rendered()
                    .flatMap(Rendered::pdf)
                    .ifPresent(pdf -> parts.add(new Part("pdf", folder + "page.pdf", pdf, false)));
        } else if (page.payload().length > 0) {
            String ending = ENDINGS.getOrDefault(page.type(), "bin");
            parts.add(new Part("body", folder + "body." + ending, page.body(), told));
            text = page.type().startsWith("text/")
                    ? Pages.tidy(new String(
                            page.body(),
                            Content.charset(page.header("content-type").orElse(""))
                                    .orElse(java.nio.charset.StandardCharsets.UTF_8)))
                    : "";
        }
        byte[] warc = Warc.of(exchanges, seen.at(), software);
        parts.addFirst(new Part(
                "wacz", folder + "page.wacz", Wacz.of(warc, page.url(), page.at(), title, text, software), false));
        page.tls()
                .flatMap(Tls::distrust)
                .ifPresent(why -> notes.add("the site's certificate does not prove whose it is: " + why));
        if (exchanges.stream().anyMatch(one -> !one.whole())) {
            notes.add("not everything came whole: a limit was reached, or the connection broke off");
        }
        return new Capture(record(seen, session, title, text, notes, parts), parts);
    }

    private CaptureRecord record(
            Seen seen, Session session, String title, String text, List<String> notes, List<Part> parts) {
        Exchange page = seen.page();
        return new CaptureRecord(
                Id.random(),
                seen.url().toString(),
                page.url().toString(),
                seen.at(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                by,
                network.way().toString(),
                page.address().map(address -> address.getHostAddress()),
                page.tls(),
                page.status(),
                outcome(page, text, parts),
                title,
                text,
                session.exchanges().stream().map(Capturer::request).toList(),
                session.refused().entrySet().stream()
                        .map(one -> new CaptureRecord.Refusal(one.getKey(), one.getValue()))
                        .toList(),
                notes,
                Own.in(session.exchanges(), text, session.cookieValues()),
                parts.stream()
                        .map(part -> new CaptureRecord.Kept(
                                part.kind(), part.name(), Sha256.of(part.bytes()), part.bytes().length))
                        .toList());
    }

    private static CaptureRecord.Request request(Exchange exchange) {
        return new CaptureRecord.Request(
                exchange.url().toString(),
                exchange.status(),
                exchange.type(),
                exchange.payload().length,
                exchange.whole()
                        ? Optional.empty()
                        : Optional.of(exchange.truncated().name().toLowerCase(Locale.ROOT)));
    }

    private static Outcome outcome(Exchange page, String text, List<Part> parts) {
        if (page.status() == 404 || page.status() == 410) {
            return Outcome.GONE;
        }
        if (page.status() >= 400) {
            return Outcome.ERROR;
        }
        if (!page.whole()) {
            return Outcome.INCOMPLETE;
        }
        boolean empty = page.payload().length == 0
                || (text.isBlank()
                        && parts.stream().anyMatch(part -> part.kind().equals("page") && Pages.isBare(part.bytes())));
        return empty ? Outcome.GONE : Outcome.CAPTURED;
    }
}
