package org.afterword.workbench;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Function;
import org.afterword.model.Account;
import org.afterword.model.Id;
import org.afterword.protection.PictureDecisions;

/** Which address leads to which page of an open case, and who takes which form. */
final class Routes {
    private final Function<Context, Desk> open;
    private final Door door;

    /** @param open gives the desk of whoever asks; nobody does before a case is open */
    Routes(Function<Context, Desk> open, Door door) {
        this.open = open;
        this.door = door;
    }

    void into(RoutesConfig routes) {
        routes.get("/", request -> {
            if (desk(request).alone()) {
                show(request, "mine", MinePage.of(desk(request), number(query(request, "page"))));
            } else {
                show(request, "case", casePage(request));
            }
        });
        routes.get(
                MinePage.TIME,
                request -> show(request, "minetime", MineTime.of(desk(request), number(query(request, "page")))));
        routes.get(
                MinePage.PEOPLE,
                request -> show(request, "minepeople", MinePage.people(desk(request), number(query(request, "page")))));
        routes.get(MinePage.PRINT, request -> show(request, "mineprint", MinePrint.of(desk(request))));
        routes.post(MinePage.PRINT, request -> show(request, "mineprint", MinePrint.make(desk(request), request)));
        routes.post("/mine/allow", request -> MinePrint.allow(desk(request), request));
        routes.post("/mine/same", request -> MinePrint.same(desk(request), request));
        routes.get("/case", request -> show(request, "case", casePage(request)));
        routes.get(WorkPage.ADDRESS, request -> show(request, "work", WorkPage.of(desk(request))));
        routes.get(
                "/account/{id}",
                request -> show(request, "account", AccountPage.of(desk(request), account(request), place(request))));
        routes.get(
                "/account/{id}/before",
                request -> show(request, "before", BeforePage.of(desk(request), account(request), place(request))));
        routes.get(
                "/account/{id}/beside",
                request -> show(request, "beside", BesidePage.of(desk(request), account(request), place(request))));
        routes.get(
                "/account/{id}/exhibit",
                request -> show(request, "exhibit", ExhibitPage.of(desk(request), account(request), place(request))));
        routes.get(
                "/account/{id}/exhibit.png",
                request -> asset(
                        request,
                        "image/png",
                        ExhibitPage.png(desk(request), drawn(request), Math.max(0, at(request, "page")))));
        routes.get(
                "/account/{id}/picture",
                request -> show(request, "picture", PicturePage.of(desk(request), picture(request))));
        routes.get(
                "/account/{id}/picture/{seen}",
                request -> asset(request, "image/png", PicturePage.png(desk(request), picture(request))));
        routes.get(
                "/account/{id}/known",
                request -> show(request, "known", KnownPage.of(desk(request), account(request))));
        routes.get(
                "/people",
                request -> show(
                        request,
                        "people",
                        PeoplePage.of(desk(request), query(request, "show"), number(query(request, "page")))));
        routes.get(
                "/people/{id}",
                request -> show(
                        request,
                        "people",
                        desk(request)
                                .state()
                                .cluster(id(request))
                                .map(cluster -> PeoplePage.of(desk(request), cluster, number(query(request, "page"))))
                                .orElseThrow(Routes::gone)));
        routes.get("/search", request -> show(request, "search", SearchPage.of(desk(request), query(request, "like"))));
        routes.post("/search", request -> show(request, "search", SearchPage.found(desk(request), request)));
        routes.post("/prepare", request -> WorkPage.prepare(desk(request), request));
        routes.post("/search/keep", request -> SearchPage.keep(desk(request), request));
        routes.post("/search/forget", request -> show(request, "search", SearchPage.forget(desk(request), request)));
        routes.get("/codes", request -> show(request, "codes", CodesPage.of(desk(request))));
        routes.get(
                "/codes/{book}/{code}",
                request -> show(
                        request,
                        "code",
                        CodesPage.of(
                                        desk(request),
                                        request.pathParam("book") + "/" + request.pathParam("code"),
                                        query(request, "show"),
                                        number(query(request, "page")))
                                .orElseThrow(Routes::gone)));
        routes.get(
                "/agreement",
                request -> show(request, "agreement", AgreementPage.of(desk(request), query(request, "level"))));
        routes.get(
                "/agreement/differences",
                request -> show(
                        request,
                        "differences",
                        DifferencesPage.of(
                                desk(request),
                                query(request, "level"),
                                query(request, "settle").equals("yes"),
                                number(query(request, "page")))));
        routes.get(
                "/agreement/read",
                request -> show(
                        request,
                        "coverage",
                        CoveragePage.of(desk(request), query(request, "show"), number(query(request, "page")))));
        routes.get(
                "/findings",
                request -> show(
                        request,
                        "findings",
                        FindingsPage.of(
                                desk(request),
                                number(query(request, "page")),
                                query(request, "beside").equals("yes"))));
        routes.get(
                "/timeline",
                request -> show(
                        request,
                        "facts",
                        TimelinePage.of(desk(request), query(request, "show"), number(query(request, "page")))));
        routes.get(
                "/money",
                request -> show(
                        request,
                        "facts",
                        MoneyPage.of(desk(request), query(request, "show"), number(query(request, "page")))));
        routes.get("/publish", request -> show(request, "publish", PublishPage.of(desk(request))));
        routes.post("/publish", request -> show(request, "publish", PublishPage.publish(desk(request), request)));
        routes.get(
                "/custody",
                request -> show(
                        request,
                        "custody",
                        CustodyPage.of(desk(request), number(query(request, "page")), at(request, "entry"))));
        routes.post("/export", request -> WorkPage.export(desk(request), request));
        routes.post("/custody", request -> WorkPage.verify(desk(request), request));
        routes.get("/letters", request -> show(request, "letters", LettersPage.of(desk(request))));
        routes.get(
                "/letters/{id}",
                request -> show(
                        request,
                        "dialogue",
                        DialoguePage.of(desk(request), id(request)).orElseThrow(Routes::gone)));
        routes.post("/letters/{id}", request -> DialoguePage.said(desk(request), id(request), request));
        routes.post("/decide", request -> answers(request).decide(request));
        routes.post(OwnCoding.ADDRESS, request -> OwnCoding.take(desk(request), request));
        routes.post("/join", request -> answers(request).join(request));
        routes.post("/name", request -> answers(request).name(request));
        routes.post("/approve", request -> answers(request).approve(request));
        routes.post("/approve-picture", request -> answers(request).approvePicture(request));
        routes.post("/undo", request -> answers(request).undo(request));
        routes.post(Upload.ADDRESS, request -> Upload.take(desk(request), door, request));
        routes.post("/read", request -> WorkPage.read(desk(request), request));
        routes.post("/suggest", request -> WorkPage.suggest(desk(request), request));
        routes.post("/rest", this::rest);
        routes.post("/pictures", request -> {
            desk(request).textOnly(Answers.field(request, "show").equals("no"));
            request.redirect(Answers.back(request), HttpStatus.SEE_OTHER);
        });
        routes.post("/work/stop", request -> WorkPage.stop(desk(request), request));
        routes.post("/work/away", request -> WorkPage.putAway(desk(request), request));
    }

    private CaseSheet casePage(Context request) {
        return CasePage.of(desk(request), query(request, "group"), number(query(request, "page")));
    }

    private Desk desk(Context request) {
        return open.apply(request);
    }

    private void rest(Context request) {
        if (Answers.field(request, "rest").equals("never")) {
            desk(request).rest().never();
        } else {
            desk(request).rest().begin();
        }
        request.redirect(Answers.back(request), HttpStatus.SEE_OTHER);
    }

    private Answers answers(Context request) {
        return new Answers(desk(request));
    }

    private static void show(Context request, String template, Object sheet) {
        Workbench.show(request, template, sheet);
    }

    private static void asset(Context request, String type, byte[] bytes) {
        Workbench.asset(request, type, bytes);
    }

    private Account account(Context request) {
        return desk(request).contents().account(id(request)).orElseThrow(Routes::gone);
    }

    private Account drawn(Context request) {
        return Optional.of(account(request)).filter(ExhibitPage::isDrawn).orElseThrow(Routes::gone);
    }

    private Account picture(Context request) {
        return Optional.of(account(request)).filter(PictureDecisions::isPicture).orElseThrow(Routes::gone);
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

    /** Of a text that is asked for; below 0 if none is. */
    private static int place(Context request) {
        return at(request, "at");
    }

    private static int at(Context request, String name) {
        String at = query(request, name);
        return at.matches("[0-9]{1,9}") ? Integer.parseInt(at) : -1;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
    }
}
