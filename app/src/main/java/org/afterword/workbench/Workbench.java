package org.afterword.workbench;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.Case;
import org.afterword.casefile.CaseException;
import org.afterword.page.Assets;
import org.afterword.page.Headers;
import org.afterword.page.Templates;
import org.afterword.page.Unreadable;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * The workbench of one case, on this computer alone: a web server on the loopback address that lets in only the browser
 * which was given {@link #address()}.
 */
public final class Workbench implements AutoCloseable {
    /** Connections at one time. */
    private static final int MOST = 500;

    private static final long LARGEST_FORM = 256 * 1024;
    /** So long the end of the program waits until work in the background is safe. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Door door;
    private final Entrance entrance;
    private final Optional<Visitors> visitors;
    private final Optional<Listening> listening;
    private final Javalin server;

    private Workbench(Function<Door, Entrance> way, int port) {
        this(Door.lone(), way, port, Optional.empty(), Optional.empty());
    }

    private Workbench(
            Door door,
            Function<Door, Entrance> way,
            int port,
            Optional<Listening> listening,
            Optional<Visitors> visitors) {
        this.door = door;
        this.entrance = way.apply(door);
        this.listening = listening;
        this.visitors = visitors;
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.startup.startupWatcherEnabled = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.maxRequestSize = LARGEST_FORM;
                    config.http.generateEtags = false;
                    config.jetty.modifyServer(jetty -> jetty.setErrorHandler(
                            new Unreadable(Door.POLICY, "This request cannot be read. Nothing was changed.")));
                    config.jetty.modifyHttpConfiguration(http -> {
                        http.setSendServerVersion(false);
                        http.addCustomizer((request, headers) -> {
                            Headers.put(headers, Door.POLICY);
                            return request;
                        });
                    });
                    config.jetty.addConnector((jetty, http) -> connector(jetty, http, port));
                    routes(config.routes);
                })
                .start();
    }

    private Connector connector(Server jetty, HttpConfiguration http, int port) {
        HttpConfiguration.Customizer secure = new SecureRequestCustomizer(false);
        listening.ifPresent(_ -> http.addCustomizer(secure));
        var pages = new HttpConnectionFactory(http);
        var connector = listening
                .map(at -> new ServerConnector(jetty, at.tls().factory(), pages))
                .orElseGet(() -> new ServerConnector(jetty, pages));
        connector.setHost(listening.map(at -> at.address().getHostAddress()).orElse("127.0.0.1"));
        connector.setPort(port);
        jetty.addBean(new NetworkConnectionLimit(MOST, connector));
        return connector;
    }

    /**
     * Serves until it is closed. The case stays open after that; who opened it closes it.
     *
     * @param port on the loopback address; 0 for a free one
     */
    public static Workbench start(Case opened, int port) {
        return new Workbench(door -> new Entrance(opened, door), port);
    }

    /**
     * Begins with a page on which a person makes the case, or opens it with its passphrase; it is closed with this.
     *
     * @param file where the case lies, or is to lie
     * @param by who works with it, as the log is to say
     * @param port on the loopback address; 0 for a free one
     */
    public static Workbench begin(Path file, String by, int port) {
        return new Workbench(door -> new Entrance(file, by, door), port);
    }

    /**
     * Serves to those who are let in by name, over TLS. The case stays open after that; who opened it closes it.
     *
     * @throws IllegalArgumentException with a clause, if nothing can listen there
     */
    public static Workbench listen(Case opened, Listening at) {
        Door door = Door.named(at.hosts(), new Sessions(Optional.of(at.idle()), System::nanoTime));
        var visitors = new Visitors(
                door, new Attempts(System::nanoTime), opened.contents().users());
        try {
            return new Workbench(
                    door, own -> new Entrance(opened, own), at.port(), Optional.of(at), Optional.of(visitors));
        } catch (JavalinBindException e) {
            throw new IllegalArgumentException(
                    "nothing can listen at " + at.host() + ", port " + at.port()
                            + ": it is no address of this computer, or the port is taken; choose another one",
                    e);
        }
    }

    /**
     * On this computer alone it holds the session's secret: whoever has it can read the case while this is open. Where
     * others are served it holds none.
     */
    public String address() {
        return listening.isPresent()
                ? "https://" + listening.get().hosts().iterator().next() + ":" + server.port() + "/"
                : "http://127.0.0.1:" + server.port() + "/?key=" + door.key();
    }

    /** Whether nobody has looked at a page for so long, and nothing goes on. */
    public boolean unused(Duration time) {
        return door.unused().compareTo(time) > 0 && !entrance.works();
    }

    /** Each as it is registered: "GET /people/{id}". */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(one -> one.endpoint.path.startsWith("/"))
                .map(one -> one.endpoint.method + " " + one.endpoint.path)
                .toList();
    }

    @Override
    public void close() throws CaseException {
        entrance.stop(PATIENCE);
        server.stop();
        entrance.close();
    }

    private void routes(RoutesConfig routes) {
        routes.before(request -> {
            if (!door.check(request, port(request))) {
                request.redirect(Door.ENTER, HttpStatus.SEE_OTHER);
                request.skipRemainingHandlers();
                return;
            }
            boolean entered = request.path().equals("/") && door.enter(request, port(request));
            if (entered || entrance.holds(request)) {
                request.skipRemainingHandlers();
            }
        });
        routes.get("/style.css", request -> asset(request, "text/css", stylesheet()));
        routes.get("/icon.png", request -> asset(request, "image/png", Assets.icon()));
        routes.get("/keys.js", request -> asset(request, "text/javascript", resource("keys.js")));
        routes.get("/find.js", request -> asset(request, "text/javascript", resource("find.js")));
        routes.get("/mark.js", request -> asset(request, "text/javascript", resource("mark.js")));
        routes.get("/work.js", request -> asset(request, "text/javascript", resource("work.js")));
        entrance.into(routes);
        visitors.ifPresent(all -> all.into(routes, entrance::desk));
        new Routes(entrance::desk, door).into(routes);
        routes.exception(
                Door.Shut.class,
                (shut, request) -> shut(
                        request,
                        shut.status(),
                        "This door is shut",
                        List.of(Optional.ofNullable(shut.getMessage()).orElse(""))));
        routes.exception(NotYet.class, (still, request) -> notYet(request, still));
        routes.exception(Exception.class, (e, request) -> failed(request, Failure.of(e), e instanceof Busy));
        routes.error(
                HttpStatus.NOT_FOUND,
                request -> failed(
                        request,
                        new Failure(
                                HttpStatus.NOT_FOUND,
                                "There is no such page",
                                List.of("Perhaps it was about something that is gone.")),
                        false));
    }

    private static int port(Context request) {
        return request.req().getLocalPort();
    }

    /** @param again whether the same form may be sent once more */
    private void failed(Context request, Failure failure, boolean again) {
        if (!entrance.open() || !door.in(request)) {
            shut(request, failure.status(), failure.title(), failure.sentences());
            return;
        }
        request.status(failure.status());
        show(
                request,
                "message",
                new Sheets.MessageSheet(
                        entrance.desk(request).frame("Afterword", ""),
                        failure.title(),
                        failure.sentences(),
                        Optional.of(new Sheets.Way(Answers.back(request), "Go back")),
                        Optional.empty(),
                        again && !request.isMultipartFormData()
                                ? Optional.of(Sheets.Resent.of(request.path(), request.formParamMap()))
                                : Optional.empty()));
    }

    /** A page that comes later: the same once more, by itself where scripts run. */
    private void notYet(Context request, NotYet still) {
        boolean form = request.method().equals(HandlerType.POST);
        String query = request.queryString();
        request.status(HttpStatus.ACCEPTED);
        show(
                request,
                "notyet",
                new Sheets.MessageSheet(
                        entrance.desk(request).frame("Afterword", ""),
                        "This is still being worked out",
                        still.sentences(),
                        form
                                ? Optional.empty()
                                : Optional.of(new Sheets.Way(
                                        request.path() + (query == null ? "" : "?" + query), "Look again")),
                        Optional.empty(),
                        form
                                ? Optional.of(Sheets.Resent.of(request.path(), request.formParamMap()))
                                : Optional.empty()));
    }

    private void shut(Context request, HttpStatus status, String title, List<String> sentences) {
        request.status(status);
        show(request, "shut", new Sheets.ShutSheet(Ways.outside(door.named()), title, sentences));
    }

    static void show(Context request, String template, Object sheet) {
        request.html(Templates.render("workbench/" + template + ".jte", Map.of("sheet", sheet)))
                .contentType("text/html; charset=utf-8");
    }

    static void asset(Context request, String type, byte[] bytes) {
        request.contentType(type + (type.startsWith("text") ? "; charset=utf-8" : ""));
        request.result(bytes);
    }

    private static byte[] stylesheet() {
        return (new String(Assets.stylesheet(), StandardCharsets.UTF_8)
                        + new String(resource("workbench.css"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Workbench.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
