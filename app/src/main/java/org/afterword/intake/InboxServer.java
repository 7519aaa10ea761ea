package org.afterword.intake;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.afterword.page.Assets;
import org.afterword.page.Headers;
import org.afterword.page.Multipart;
import org.afterword.page.Templates;
import org.afterword.page.Unreadable;
import org.afterword.reading.CleanPicture;
import org.eclipse.jetty.io.EofException;

/**
 * The pages of an inbox, on the loopback address, for a Tor onion service or a proxy to lead to. It keeps no log, and
 * says nothing of who came.
 */
public final class InboxServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private static final int PAGE = 1 << 14;

    private final Inbox inbox;
    private final Set<String> hosts;
    private final Framing frames;
    private final Tokens tokens = new Tokens();
    private final Tokens admissions = new Tokens();
    private final Visits visits = new Visits(System::nanoTime);
    private final Throttle derivations = new Throttle(2, 30, 240);
    /** Whether anybody sent anything since the heap was wiped last. */
    private final AtomicBoolean sent = new AtomicBoolean();

    private volatile boolean wiping;

    private final Circuits circuits = new Circuits();
    private final Telling telling;
    private final Mailboxes mailboxes;
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, run -> {
        var thread = new Thread(run, "inbox-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final Javalin server;

    private InboxServer(Inbox inbox, Set<String> hosts, int port, boolean byCircuit) {
        this.inbox = inbox;
        this.hosts = Set.copyOf(hosts);
        this.frames = new Framing(inbox, tokens, admissions);
        this.telling = new Telling(inbox, tokens, admissions, visits, derivations);
        this.mailboxes = new Mailboxes(inbox, frames, visits);
        this.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.startup.startupWatcherEnabled = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = 1 << 18;
                    config.http.generateEtags = false;
                    // a compressed page's length would tell what is on it
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(
                            new Unreadable(POLICY, "This request cannot be read. Nothing was kept.")));
                    config.jetty.modifyHttpConfiguration(http -> {
                        http.setSendServerVersion(false);
                        http.setSendDateHeader(false);
                        http.addCustomizer((request, headers) -> {
                            Headers.put(headers, POLICY);
                            return request;
                        });
                    });
                    config.jetty.addConnector((jetty, http) -> Loopback.of(jetty, http, port, byCircuit));
                    routes(config.routes);
                })
                .start();
        var _ = clock.scheduleWithFixedDelay(this::beat, 1, 60, TimeUnit.SECONDS);
    }

    /**
     * Serves until it is closed; the inbox stays open after that.
     *
     * @param hosts under which names it is reached, besides this computer's own: an onion address, a domain
     * @param port on the loopback address; 0 for a free one
     */
    public static InboxServer start(Inbox inbox, Set<String> hosts, int port) {
        return new InboxServer(inbox, hosts, port, false);
    }

    /** The same behind a Tor that tells of each connection by which circuit it comes. */
    public static InboxServer startByCircuit(Inbox inbox, Set<String> hosts, int port) {
        return new InboxServer(inbox, hosts, port, true);
    }

    /** From now on what was sent is written over in the free heap, too: for a process that does nothing else. */
    public void wipeFreeHeap() {
        wiping = true;
    }

    public String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.stop();
    }

    private void beat() {
        try {
            visits.sweep();
            circuits.sweep();
            inbox.expire(Inbox.today());
            inbox.beat();
            if (wiping && sent.getAndSet(false)) {
                FreeHeap.wipe();
            }
        } catch (IOException e) {
            // a full disk, say: what was acknowledged is safe, and the next beat tries again
        }
    }

    private void routes(RoutesConfig routes) {
        routes.before(this::check);
        routes.get("/style.css", request -> asset(request, "text/css; charset=utf-8", stylesheet()));
        routes.get("/icon.png", request -> asset(request, "image/png", Assets.icon()));
        routes.get("/", request -> show(request, "start", frames.start("en", "")));
        routes.get("/{language}", request -> show(request, "start", frames.start(language(request), "")));
        routes.get("/{language}/tell", request -> {
            if (inbox.settings().puzzle().isPresent()) {
                show(request, "ask", frames.ask(language(request), false));
            } else {
                show(request, "tell", frames.tell(language(request), ""));
            }
        });
        routes.post("/{language}/ask", this::answered);
        routes.get(
                "/{language}/return",
                request -> show(request, "return", new Sheets.Return(frames.frame(language(request), "return"))));
        routes.get(
                "/{language}/encrypt", request -> show(request, "encrypt", frames.start(language(request), "encrypt")));
        routes.post("/{language}/tell", this::tell);
        routes.post("/{language}/return", this::comeBack);
        routes.post("/{language}/mailbox", request -> {
            Mailboxes.Answer answer = mailboxes.answer(language(request), Form.of(request));
            show(request, answer.template(), answer.sheet());
        });
        failures(routes);
    }

    private void failures(RoutesConfig routes) {
        routes.exception(Shut.class, (shut, request) -> error(request, HttpStatus.FORBIDDEN, shut.key()));
        routes.exception(
                Throttle.Busy.class, (_, request) -> error(request, HttpStatus.SERVICE_UNAVAILABLE, "error.busy"));
        routes.exception(
                Inbox.Full.class, (_, request) -> error(request, HttpStatus.INSUFFICIENT_STORAGE, "error.full"));
        routes.exception(
                Multipart.TooLarge.class, (_, request) -> error(request, HttpStatus.CONTENT_TOO_LARGE, "error.large"));
        routes.exception(
                Multipart.Malformed.class, (_, request) -> error(request, HttpStatus.BAD_REQUEST, "error.cut"));
        routes.exception(
                CleanPicture.NotCleaned.class,
                (_, request) -> error(request, HttpStatus.UNPROCESSABLE_CONTENT, "error.clean"));
        routes.exception(EofException.class, (_, request) -> error(request, HttpStatus.BAD_REQUEST, "error.cut"));
        routes.exception(
                java.io.EOFException.class, (_, request) -> error(request, HttpStatus.BAD_REQUEST, "error.cut"));
        routes.exception(NotFoundResponse.class, (_, request) -> error(request, HttpStatus.NOT_FOUND, "error.gone"));
        routes.exception(
                Exception.class, (_, request) -> error(request, HttpStatus.INTERNAL_SERVER_ERROR, "error.else"));
        routes.error(HttpStatus.NOT_FOUND, request -> error(request, HttpStatus.NOT_FOUND, "error.gone"));
    }

    /** A foreign name that leads to this computer has a foreign Host; a foreign page's form says where it is from. */
    private void check(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("");
        int port = request.req().getLocalPort();
        if (!host.equals("127.0.0.1:" + port) && !host.equals("localhost:" + port) && !hosts.contains(host)) {
            throw new Shut("error.gone");
        }
        sent.compareAndSet(false, request.req().getMethod().equals("POST"));
        String site = Optional.ofNullable(request.header("Sec-Fetch-Site")).orElse("");
        if (request.req().getMethod().equals("POST") && !site.isEmpty() && !site.equals("same-origin")) {
            throw new Shut("error.form");
        }
    }

    /** The form comes only after the question was answered; what was typed in it is never lost by a wrong answer. */
    private void answered(Context request) throws IOException {
        String language = language(request);
        circuits.enter(request.req().getRemoteAddr());
        var form = Form.of(request);
        frames.use(form.value("token"));
        if (inbox.settings()
                .puzzle()
                .filter(puzzle -> puzzle.solved(form.value("answer")))
                .isPresent()) {
            show(request, "tell", frames.tell(language, ""));
        } else {
            show(request, "ask", frames.ask(language, true));
        }
    }

    private void tell(Context request) throws IOException {
        String language = language(request);
        circuits.enter(request.req().getRemoteAddr());
        switch (telling.take(request.req())) {
            case Telling.Begun(java.util.List<String> words) ->
                show(request, "receipt", new Sheets.Receipt(frames.frame(language, "tell"), words));
            case Telling.Added(String session) ->
                show(request, "note", frames.note(language, Optional.of(session), "note.thanks", "note.thanks.text"));
        }
    }

    /** The same is done for a receipt that opens something and one that does not, and takes as long. */
    private void comeBack(Context request) throws IOException {
        String language = language(request);
        circuits.enter(request.req().getRemoteAddr());
        var form = Form.of(request);
        frames.use(form.value("token"));
        Optional<Receipt> typed = Receipt.parse(form.value("words"));
        MailboxKeys keys;
        try (var receipt = typed.orElseGet(Receipt::random);
                var _ = derivations.enter()) {
            keys = MailboxKeys.of(receipt, inbox.settings());
        }
        boolean right = inbox.proof(keys.mailbox())
                .filter(proof -> java.security.MessageDigest.isEqual(
                        proof.bytes(), keys.proof().bytes()))
                .isPresent();
        String session = visits.begin(keys);
        if (right) {
            show(request, "opened", new Sheets.Opened(frames.frame(language, "return"), session));
        } else {
            visits.end(session);
            show(request, "note", frames.note(language, Optional.empty(), "return.unknown", "return.unknown.text"));
        }
    }

    private static String language(Context request) {
        String language = request.pathParam("language");
        if (!Framing.LANGUAGES.contains(language)) {
            throw new NotFoundResponse();
        }
        return language;
    }

    private void error(Context request, HttpStatus status, String key) {
        String first = request.path().split("/", 3).length > 1 ? request.path().split("/", 3)[1] : "";
        request.status(status);
        show(
                request,
                "note",
                frames.note(Framing.LANGUAGES.contains(first) ? first : "en", Optional.empty(), "error.head", key));
    }

    /** Every page is a multiple of 16 KiB long. */
    private static void show(Context request, String template, Object sheet) {
        byte[] page = Templates.render("intake/" + template + ".jte", Map.of("sheet", sheet))
                .getBytes(StandardCharsets.UTF_8);
        byte[] padded = java.util.Arrays.copyOf(page, (page.length / PAGE + 1) * PAGE);
        java.util.Arrays.fill(padded, page.length, padded.length, (byte) '\n');
        request.contentType("text/html; charset=utf-8").result(padded);
    }

    private static void asset(Context request, String type, byte[] bytes) {
        request.contentType(type);
        request.result(bytes);
    }

    private static byte[] stylesheet() {
        try (InputStream in = InboxServer.class.getResourceAsStream("intake.css")) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: intake.css is missing");
            }
            return (new String(Assets.stylesheet(), StandardCharsets.UTF_8)
                            + new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
