package org.afterword.workbench;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Suggesting;
import org.afterword.casefile.Problem;
import org.afterword.coding.Meaning;
import org.afterword.custody.Verification;
import org.afterword.language.EncoderUnavailable;

/** What goes on in the background: how far it is, what came of it, and how it is begun and stopped. */
final class WorkPage {
    static final String ADDRESS = "/work";

    private WorkPage() {}

    static Sheets.FramedSheet of(Desk desk) {
        return new Sheets.FramedSheet(desk.frame("Afterword: in the background", ""));
    }

    static void suggest(Desk desk, Context request) {
        begin(desk, request, "Looking for practices, dates, money and copies", errand -> suggested(desk, errand));
    }

    static void verify(Desk desk, Context request) {
        begin(desk, request, "Verifying every byte", new Verifying(desk));
    }

    static void prepare(Desk desk, Context request) {
        begin(desk, request, "Working out what sentences mean", errand -> prepared(desk, errand));
    }

    static void export(Desk desk, Context request) {
        begin(desk, request, "Giving it to others", ExportJob.of(desk, request));
    }

    static void read(Desk desk, Context request) {
        begin(desk, request, "Reading files", new AddedFiles(desk, Optional.empty(), Optional.empty(), false));
    }

    static void stop(Desk desk, Context request) {
        desk.work().stop(number(request));
        request.redirect(Answers.back(request), HttpStatus.SEE_OTHER);
    }

    static void putAway(Desk desk, Context request) {
        desk.work().putAway(number(request));
        request.redirect(Answers.back(request), HttpStatus.SEE_OTHER);
    }

    private static void begin(Desk desk, Context request, String name, Errand.Job job) {
        desk.work().begin(name, job);
        request.redirect(Answers.back(request), HttpStatus.SEE_OTHER);
    }

    private static long number(Context request) {
        String number = Answers.field(request, "work");
        return number.matches("[0-9]{1,15}") ? Long.parseLong(number) : 0;
    }

    private static WorkSheet.Result suggested(Desk desk, Errand errand) throws IOException {
        Optional<String> rulesAlone = desk.opened().learnNames(errand);
        var phrasesAlone = new ArrayList<String>();
        Suggesting.Suggested found = desk.opened().suggest(errand, () -> {
            Optional<Meaning> meaning = Meaning.ifItRuns();
            if (meaning.isEmpty()) {
                phrasesAlone.add("Practices are suggested by phrases alone: the model of sentences cannot run here.");
            }
            return meaning;
        });
        var told = new ArrayList<>(phrasesAlone);
        rulesAlone.ifPresent(why -> told.add("Names are found by rules alone: " + why + "."));
        return new WorkSheet.Result(
                true,
                found.accounts() == 0
                        ? "Every account was looked through before; nothing is new."
                        : Phrases.count(found.accounts(), "account", "accounts") + " looked through: "
                                + Phrases.count(found.codings(), "passage", "passages") + ", "
                                + Phrases.count(found.facts(), "date or number", "dates and numbers") + " and "
                                + Phrases.count(found.copies(), "possible copy", "possible copies")
                                + " suggested. Nothing of it counts before you have decided.",
                told.isEmpty() ? List.of() : List.of(new WorkSheet.Part("", told)));
    }

    private static WorkSheet.Result prepared(Desk desk, Errand errand) throws IOException {
        try {
            int accounts = desk.opened().searching().prepare(errand);
            return new WorkSheet.Result(
                    true,
                    accounts == 0
                            ? "What the sentences of every account mean is known already."
                            : "What the sentences of " + Phrases.count(accounts, "account mean", "accounts mean")
                                    + " is known now: search finds what says the same in other words.",
                    List.of());
        } catch (EncoderUnavailable e) {
            return new WorkSheet.Result(
                    false,
                    "The model of sentences cannot run on this computer: " + e.getMessage()
                            + ". Words are searched all the same.",
                    List.of());
        }
    }

    private record Verifying(Desk desk) implements Errand.Job {
        @Override
        public WorkSheet.Result run(Errand errand) {
            return said(Verification.verify(
                    desk.opened().file(),
                    Verification.Outside.NOTHING,
                    (done, total) -> errand.step("looking at what is kept", done, total)));
        }

        @Override
        public WorkSheet.Result stopped() {
            return new WorkSheet.Result(
                    false, "Stopped before everything was looked at, so nothing can be said.", List.of());
        }

        private static WorkSheet.Result said(Verification found) {
            var said = new ArrayList<String>();
            said.add(Phrases.count(found.exhibits(), "file was", "files were") + " looked at, "
                    + Phrases.count(found.entries(), "entry", "entries")
                    + " of the log; it is " + (found.signed() ? "" : "not ") + "signed by the case's own key.");
            said.add("Stamped: " + found.existedBefore() + ".");
            said.add("That nothing was put back to an earlier state is shown only by a checkpoint that was kept"
                    + " elsewhere: “afterword verify CASE --since FILE”.");
            for (Problem problem : found.problems()) {
                said.add(problem.name().map(name -> name + ", ").orElse("") + problem.where() + ": " + problem.meaning()
                        + " " + problem.action());
            }
            return new WorkSheet.Result(
                    found.ok(),
                    found.ok()
                            ? "Nothing is wrong: every byte is what was written, and the log is whole."
                            : "Something is wrong. Close the case, and keep this file as it is.",
                    List.of(new WorkSheet.Part("", said)));
        }
    }
}
