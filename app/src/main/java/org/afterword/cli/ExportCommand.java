package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Exporting;
import org.afterword.publishing.ExportFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Gives a case, or some of it, to others in a form that they can check or work with.",
        footer = {
            "",
            "Without --unprotected only what a stranger may see goes out: texts whose authors allow it, with names"
                    + " replaced, read and approved.",
            "With it exhibits go out as they came: give them to nobody but a named person, best encrypted.",
            "",
            "Formats:",
            "  refi-qda         a project for other software for qualitative analysis (REFI-QDA 1.0, project.qdpx)",
            "  web-annotation   the texts, and an annotation for each coding (W3C Web Annotation, JSON-LD)",
            "  uima-cas         a UIMA CAS in JSON for each text, its codings as spans of one layer (INCEpTION)",
            "  csv, jsonl, parquet",
            "                   tables of accounts, turns, codings, findings and codes, with a data dictionary",
            "  bagit            a bag (BagIt 1.0, RO-Crate 1.1) that anybody can check: its VERIFY.md says how",
            "",
            "Examples:",
            "  afterword export case.afterword bag/ --format bagit",
            "  afterword export case.afterword for-the-lawyer --format bagit --unprotected --exhibit 4h2k"
                    + " --recipient age1…"
        })
final class ExportCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
    private @Nullable Path folder;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "What to make: see below.")
    private String format = "";

    @Option(names = "--unprotected", description = "Exhibits, or texts and codings, as they are. It is logged.")
    private boolean unprotected;

    @Option(
            names = "--exhibit",
            paramLabel = "ID",
            description = "Only this exhibit: its id, or its first characters; may be given more than once.")
    private List<String> exhibits = List.of();

    @Option(
            names = "--recipient",
            paramLabel = "AGE1",
            description = "Encrypt all of it with age for this recipient, into one file DIR.zip.age; may be given more"
                    + " than once.")
    private List<String> recipients = List.of();

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(folder).orElseThrow();
        var outcome = opened.exporting().export(to, new Exporting.Request(format, unprotected, exhibits, recipients));
        return switch (outcome.how()) {
            case ExportFormat.Written written -> {
                Path path = outcome.path().orElseThrow();
                terminal.say("Exported " + Words.count(written.exhibits(), unprotected ? "exhibit" : "text") + " in "
                        + Words.count(written.files(), "file") + " to " + path + ".");
                if (written.exhibits() == 0) {
                    terminal.say(
                            unprotected
                                    ? "There is no exhibit in it."
                                    : "There is no text in it: none is allowed, read and approved for strangers yet.");
                }
                if (unprotected && recipients.isEmpty()) {
                    terminal.say(
                            "It is not encrypted, and it may expose people: give it to nobody but whom it is for.");
                }
                written.withheld().forEach(one -> terminal.say("Not in it: " + one.file() + ": " + one.why()));
                terminal.data(Row.of("exported", true)
                        .and("path", path.toString())
                        .and("format", format)
                        .and("unprotected", unprotected)
                        .and("exhibits", written.exhibits())
                        .and("files", written.files())
                        .and("withheld", written.withheld()));
                yield Exit.DONE;
            }
            case ExportFormat.Refused refused ->
                Obstacles.tell("Not exported", "exported", refused.obstacles(), terminal);
        };
    }
}
