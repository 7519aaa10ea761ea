package org.afterword.workbench;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.afterword.Exporting;
import org.afterword.publishing.ExportFormat;

/** Gives the case to others, in the background: what came of it, or what is to be decided first. */
final class ExportJob implements Errand.Job {
    /** In the order in which most people ask for them. */
    static final List<Sheets.Option> FORMATS = List.of(
            new Sheets.Option("bagit", "a bag that anybody can check (BagIt, RO-Crate)", true),
            new Sheets.Option("csv", "tables (CSV), with a data dictionary", false),
            new Sheets.Option("jsonl", "tables (JSON lines), with a data dictionary", false),
            new Sheets.Option("parquet", "tables (Parquet), with a data dictionary", false),
            new Sheets.Option("refi-qda", "a project for other software for qualitative analysis (REFI-QDA)", false),
            new Sheets.Option("web-annotation", "annotations (W3C Web Annotation)", false),
            new Sheets.Option("uima-cas", "annotations (UIMA CAS, INCEpTION)", false));

    private final Desk desk;
    private final Path folder;
    private final Exporting.Request wanted;

    private ExportJob(Desk desk, Path folder, Exporting.Request wanted) {
        this.desk = desk;
        this.folder = folder;
        this.wanted = wanted;
    }

    static ExportJob of(Desk desk, Context request) {
        String typed = Answers.field(request, "folder");
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("Write the folder into which it is to go. Nothing was given out.");
        }
        boolean unprotected = Answers.field(request, "unprotected").equals("yes");
        List<String> recipients = Stream.of(Answers.field(request, "recipients").split("[\\s,;]+", -1))
                .filter(one -> !one.isEmpty())
                .toList();
        return new ExportJob(
                desk,
                PublishPage.place(desk, typed),
                new Exporting.Request(Answers.field(request, "format"), unprotected, List.of(), recipients));
    }

    @Override
    public WorkSheet.Result run(Errand errand) throws IOException {
        errand.step("writing what may go out", 0, 0);
        Exporting.Outcome outcome = desk.opened().exporting().export(folder, wanted);
        return switch (outcome.how()) {
            case ExportFormat.Written written -> written(written, outcome.path().orElse(folder));
            case ExportFormat.Refused refused ->
                new WorkSheet.Result(
                        false,
                        "Not given out: something has to be decided first. Nothing was written.",
                        List.of(new WorkSheet.Part(
                                "",
                                PublishPage.obstructions(desk.state(), refused.obstacles()).stream()
                                        .map(ExportJob::sentence)
                                        .toList())));
        };
    }

    private static String sentence(PublishSheets.Obstruction one) {
        String names = one.names().stream().map(Sheets.Way::text).collect(Collectors.joining(", "));
        return (one.where().isEmpty() ? "" : one.where() + ": ") + one.what() + " " + one.decide()
                + (names.isEmpty() ? "" : " " + names + ".");
    }

    private WorkSheet.Result written(ExportFormat.Written written, Path path) {
        String kind = wanted.unprotected() ? "exhibit" : "protected text";
        var told = new ArrayList<String>();
        told.add("It lies in " + path + "; the log says that it was given out.");
        if (written.exhibits() == 0) {
            told.add(
                    wanted.unprotected()
                            ? "There is no exhibit in it."
                            : "There is no text in it: none is allowed, read and approved for strangers yet.");
        }
        if (wanted.unprotected() && wanted.recipients().isEmpty()) {
            told.add("It is not encrypted, and it may expose people: give it to nobody but whom it is for.");
        }
        var withheld = new TreeMap<String, Integer>();
        written.withheld().forEach(one -> withheld.merge(one.file() + ": " + one.why(), 1, Integer::sum));
        List<String> without = withheld.entrySet().stream()
                .map(one -> one.getKey() + (one.getValue() == 1 ? "" : " (" + Phrases.times(one.getValue()) + ")"))
                .toList();
        return new WorkSheet.Result(
                true,
                Phrases.count(written.exhibits(), kind, kind + "s") + " in "
                        + Phrases.count(written.files(), "file", "files") + ", as "
                        + wanted.format().toLowerCase(Locale.ROOT) + ".",
                without.isEmpty()
                        ? List.of(new WorkSheet.Part("", told))
                        : List.of(new WorkSheet.Part("", told), new WorkSheet.Part("Not in it", without)));
    }
}
