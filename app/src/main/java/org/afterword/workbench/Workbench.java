package org.afterword.workbench;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Refused;
import org.afterword.casefile.CaseException;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.page.Assets;
import org.afterword.page.Headers;
import org.afterword.page.Templates;
import org.afterword.page.Unreadable;
import org.afterword.protection.PictureDecisions;

/**
 * The workbench of one open case, on this computer alone: a web server on the loopback address that lets in only the
 * browser which was given {@link #address()}.
 */
public final class Workbench implements AutoCloseable {
    private static final long LARGEST_FORM = 256 * 1024;

    private final Desk desk;
    private final Door door = new Door();
    private final Answers answers;
    private final Javalin server;

    private Workbench(Case opened, int port) {
        desk = new Desk(opened, door.token());
        answers = new Answers(desk);
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
                    routes(config.routes);
                })
                .start("127.0.0.1", port);
    }

    /**
     * Serves until it is closed. The case stays open after that; who opened it closes it.
     *
     * @param port on the loopback address; 0 for a free one
     */
    public static Workbench start(Case opened, int port) {
        return new Workbench(opened, port);
    }

    /** Holds the session's secret: whoever has it can read the case while this is open. */
    public String address() {
        return "http://127.0.0.1:" + server.port() + "/?key=" + door.key();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void routes(RoutesConfig routes) {
        routes.before(request -> door.check(request, port(request)));
        routes.get("/style.css", request -> asset(request, "text/css", stylesheet()));
        routes.get("/icon.png", request -> asset(request, "image/png", Assets.icon()));
        routes.get("/keys.js", request -> asset(request, "text/javascript", resource("keys.js")));
        routes.get("/", request -> {
            if (!door.enter(request, port(request))) {
                show(request, "case", CasePage.of(desk));
            }
        });
        routes.get("/account/{id}", request -> show(request, "account", AccountPage.of(desk, account(request))));
        routes.get("/account/{id}/before", request -> show(request, "before", BeforePage.of(desk, account(request))));
        routes.get(
                "/account/{id}/picture", request -> show(request, "picture", PicturePage.of(desk, picture(request))));
        routes.get(
                "/account/{id}/picture/{seen}",
                request -> asset(request, "image/png", PicturePage.png(desk, picture(request))));
        routes.get("/account/{id}/known", request -> show(request, "known", KnownPage.of(desk, account(request))));
        routes.get(
                "/people",
                request -> show(
                        request,
                        "people",
                        PeoplePage.of(desk, query(request, "show"), number(query(request, "page")))));
        routes.get(
                "/people/{id}",
                request -> show(
                        request,
                        "people",
                        desk.state()
                                .cluster(id(request))
                                .map(cluster -> PeoplePage.of(desk, cluster))
                                .orElseThrow(Workbench::gone)));
        routes.get("/search", request -> show(request, "search", SearchPage.of(desk, query(request, "like"))));
        routes.post("/search", request -> show(request, "search", SearchPage.found(desk, request)));
        routes.get("/codes", request -> show(request, "codes", CodesPage.of(desk)));
        routes.get(
                "/codes/{book}/{code}",
                request -> show(
                        request,
                        "code",
                        CodesPage.of(
                                        desk,
                                        request.pathParam("book") + "/" + request.pathParam("code"),
                                        query(request, "show"),
                                        number(query(request, "page")))
                                .orElseThrow(Workbench::gone)));
        routes.get(
                "/agreement", request -> show(request, "agreement", AgreementPage.of(desk, query(request, "level"))));
        routes.get(
                "/agreement/differences",
                request -> show(
                        request,
                        "differences",
                        DifferencesPage.of(
                                desk,
                                query(request, "level"),
                                query(request, "settle").equals("yes"),
                                number(query(request, "page")))));
        routes.get(
                "/agreement/read",
                request -> show(
                        request,
                        "coverage",
                        CoveragePage.of(desk, query(request, "show"), number(query(request, "page")))));
        routes.get("/findings", request -> show(request, "findings", FindingsPage.of(desk)));
        routes.get(
                "/timeline",
                request -> show(
                        request,
                        "facts",
                        TimelinePage.of(desk, query(request, "show"), number(query(request, "page")))));
        routes.get(
                "/money",
                request -> show(
                        request, "facts", MoneyPage.of(desk, query(request, "show"), number(query(request, "page")))));
        routes.get("/publish", request -> show(request, "publish", PublishPage.of(desk)));
        routes.post("/publish", request -> show(request, "publish", PublishPage.publish(desk, request)));
        routes.get(
                "/custody", request -> show(request, "custody", CustodyPage.of(desk, number(query(request, "page")))));
        routes.post("/custody", request -> show(request, "custody", CustodyPage.verified(desk)));
        routes.get("/letters", request -> show(request, "letters", LettersPage.of(desk)));
        routes.get(
                "/letters/{id}",
                request -> show(
                        request, "dialogue", DialoguePage.of(desk, id(request)).orElseThrow(Workbench::gone)));
        routes.post("/letters/{id}", request -> DialoguePage.said(desk, id(request), request));
        routes.post("/decide", answers::decide);
        routes.post("/join", answers::join);
        routes.post("/name", answers::name);
        routes.post("/approve", answers::approve);
        routes.post("/approve-picture", answers::approvePicture);
        routes.post("/undo", answers::undo);
        routes.post("/suggest", answers::suggest);
        failures(routes);
    }

    private static int port(Context request) {
        return request.req().getLocalPort();
    }

    private void failures(RoutesConfig routes) {
        routes.exception(
                Door.Shut.class,
                (shut, request) -> request.status(shut.status())
                        .html(Templates.render(
                                "workbench/shut.jte",
                                Map.of(
                                        "sheet",
                                        new Sheets.ShutSheet(
                                                Desk.page("Afterword", "", false),
                                                "This door is shut",
                                                List.of(Optional.ofNullable(shut.getMessage())
                                                        .orElse("")))))));
        routes.exception(
                Refused.class,
                (refused, request) ->
                        message(request, HttpStatus.BAD_REQUEST, "That cannot be decided so", refused.problems()));
        routes.exception(
                IllegalArgumentException.class,
                (wrong, request) -> message(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "That cannot be decided so",
                        List.of(Optional.ofNullable(wrong.getMessage())
                                .orElse("It is not among what can be chosen."))));
        routes.exception(
                CaseException.class,
                (failed, request) -> message(
                        request,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "That did not work",
                        List.of(Optional.ofNullable(failed.getMessage()).orElse(""))));
        routes.exception(
                IOException.class,
                (failed, request) -> message(
                        request,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "The folder cannot be written",
                        List.of(
                                failed instanceof FileSystemException file && file.getReason() != null
                                        ? "The computer says: " + file.getReason() + "."
                                        : "The computer did not let us write there.",
                                "The case is safe, and a site that was there before is untouched. Choose another folder.")));
        routes.exception(
                Exception.class,
                (unexpected, request) -> message(
                        request,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong that should not",
                        List.of(
                                "Everything decided before is safe; this step may not have been recorded.",
                                "Please report it: " + where(unexpected))));
        routes.error(
                HttpStatus.NOT_FOUND,
                request -> message(
                        request,
                        HttpStatus.NOT_FOUND,
                        "There is no such page",
                        List.of("Perhaps it was about something that is gone.")));
    }

    /** Where it happened, without messages: those might hold what a case says. */
    private static String where(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getSimpleName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private void message(Context request, HttpStatus status, String title, List<String> sentences) {
        var way = new Sheets.Way(Answers.back(request), "Go back");
        var sheet = new Sheets.MessageSheet(
                desk.frame("Afterword", ""), title, sentences, Optional.of(way), Optional.empty());
        request.status(status);
        show(request, "message", sheet);
    }

    private static void show(Context request, String template, Object sheet) {
        request.html(Templates.render("workbench/" + template + ".jte", Map.of("sheet", sheet)))
                .contentType("text/html; charset=utf-8");
    }

    private static void asset(Context request, String type, byte[] bytes) {
        request.contentType(type + (type.startsWith("text") ? "; charset=utf-8" : ""));
        request.result(bytes);
    }

    private Account account(Context request) {
        return desk.contents().account(id(request)).orElseThrow(Workbench::gone);
    }

    private Account picture(Context request) {
        return Optional.of(account(request)).filter(PictureDecisions::isPicture).orElseThrow(Workbench::gone);
    }

    private static Id id(Context request) {
        try {
            return Id.parse(request.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw gone();
        }
    }

    private static NotFoundResponse gone() {
        return new NotFoundResponse();
    }

    private static String query(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name)).orElse("");
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
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
