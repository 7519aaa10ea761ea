package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.afterword.Deciding;
import org.afterword.model.Consent;
import org.afterword.model.Id;
import org.afterword.model.Publicness;
import org.afterword.model.Verdict;
import org.afterword.publishing.Dossier;
import org.afterword.publishing.DossierExport;
import org.afterword.witnesses.Witnesses;

/** A dossier to print: through the gate, or with everything as it is for whoever tells. */
final class MinePrint {
    private MinePrint() {}

    static MineSheets.Print of(Desk desk) {
        return sheet(desk, "", PublishPage.beside(desk, "-dossier.pdf").toString(), List.of(), false, List.of());
    }

    /** Makes the PDF at the place that was typed. */
    static MineSheets.Print make(Desk desk, Context request) throws IOException {
        String typed = Answers.field(request, "file");
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("Write where the PDF is to lie.");
        }
        Path file = PublishPage.place(desk, typed);
        boolean unprotected = Answers.field(request, "unprotected").equals("yes");
        if (unprotected && !Answers.field(request, "understood").equals("yes")) {
            throw new IllegalArgumentException(
                    "Nothing was written. Say that you have understood what stands in it, and that it is for you alone.");
        }
        String teller = Answers.field(request, "teller");
        DossierExport.Outcome outcome = desk.change(
                () -> desk.opened().exporting().dossier(file, Optional.of(teller), Optional.empty(), unprotected));
        return switch (outcome) {
            case DossierExport.Ready ready ->
                sheet(desk, teller, file.toString(), made(ready.dossier(), file), unprotected, List.of());
            case DossierExport.Refused(var obstacles) ->
                sheet(
                        desk,
                        teller,
                        file.toString(),
                        List.of(),
                        false,
                        PublishPage.obstructions(desk.state(), obstacles));
        };
    }

    /** Some of those who tell are one person. */
    static void same(Desk desk, Context request) throws IOException {
        List<String> chosen = request.formParams("me");
        if (chosen.size() > 1) {
            List<Deciding.Request> same = chosen.stream()
                    .skip(1)
                    .map(other ->
                            new Deciding.Request(chosen.getFirst(), new Verdict.SameAs(Id.parse(other)).text(), ""))
                    .toList();
            desk.change(() -> {
                desk.opened().deciding().record(same);
                return same;
            });
        }
        request.redirect(MinePage.PRINT, HttpStatus.SEE_OTHER);
    }

    /** What whoever tells allows others to read of all their accounts of which nothing is recorded. */
    static void allow(Desk desk, Context request) throws IOException {
        Id teller = Id.parse(Answers.field(request, "teller"));
        Consent consent = Consent.parse(Answers.field(request, "allows"));
        Publicness publicness = Publicness.parse(Answers.field(request, "public"));
        Witnesses witnesses = desk.opened().file().still(() -> Witnesses.of(desk.contents()));
        List<Deciding.Request> said = desk.state().lines().all().stream()
                .map(Lines.Line::id)
                .filter(account -> witnesses.of(account).contains(teller) && !recorded(desk, account))
                .flatMap(account -> Stream.of(new Verdict.Allows(consent), new Verdict.Public(publicness))
                        .map(verdict -> new Deciding.Request(account.toString(), verdict.text(), "")))
                .toList();
        if (!said.isEmpty()) {
            desk.change(() -> {
                desk.opened().deciding().record(said);
                return said;
            });
        }
        request.redirect(MinePage.PRINT, HttpStatus.SEE_OTHER);
    }

    private static boolean recorded(Desk desk, Id account) {
        return desk.contents()
                .decision(account, new Verdict.Allows(Consent.COUNTS).aspect())
                .isPresent();
    }

    private static List<String> made(Dossier dossier, Path file) {
        var made = new ArrayList<String>();
        made.add("The dossier lies in " + file + ": "
                + Phrases.count(dossier.sources().size(), "account", "accounts") + ", "
                + Phrases.count(dossier.events(), "date", "dates") + ", "
                + Phrases.count(dossier.gaps(), "gap", "gaps") + ", "
                + Phrases.count(dossier.passages(), "passage", "passages") + ".");
        if (dossier.unprotected()) {
            made.add(
                    "It is not protected and not encrypted, and it may expose people, you first: give it to nobody. That"
                            + " it was made stands in the log.");
        }
        dossier.withheld().forEach(one -> made.add("Not in it: " + one.file() + ": " + one.why()));
        return made;
    }

    private static MineSheets.Print sheet(
            Desk desk,
            String chosen,
            String file,
            List<String> made,
            boolean unprotected,
            List<PublishSheets.Obstruction> obstacles) {
        return new MineSheets.Print(
                desk.frame("Afterword: to print", MinePage.PRINT),
                tellers(desk, chosen),
                file,
                made,
                unprotected,
                obstacles);
    }

    /** Whoever tells most first. */
    private static List<MineSheets.Teller> tellers(Desk desk, String chosen) {
        State state = desk.state();
        Witnesses witnesses = desk.opened().file().still(() -> Witnesses.of(desk.contents()));
        Map<Id, Set<Id>> accounts = new LinkedHashMap<>();
        for (Lines.Line line : state.lines().all()) {
            Id account = line.id();
            witnesses
                    .of(account)
                    .forEach(witness -> accounts.computeIfAbsent(witness, none -> new LinkedHashSet<>())
                            .add(account));
        }
        List<Id> order = accounts.entrySet().stream()
                .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
                .map(Map.Entry::getKey)
                .toList();
        return order.stream()
                .map(witness -> {
                    Set<Id> told = accounts.getOrDefault(witness, Set.of());
                    return new MineSheets.Teller(
                            witness.toString(),
                            Phrases.capital(state.called(witness)),
                            "tells in " + Phrases.count(told.size(), "account", "accounts") + ": "
                                    + Phrases.shortened(
                                            String.join(
                                                    ", ",
                                                    told.stream()
                                                            .map(account -> state.line(account)
                                                                    .title())
                                                            .toList()),
                                            160),
                            (int) told.stream()
                                    .filter(account -> !recorded(desk, account))
                                    .count(),
                            chosen.isEmpty()
                                    ? witness.equals(order.getFirst())
                                    : witness.toString().equals(chosen));
                })
                .toList();
    }
}
