package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Importing;
import org.afterword.coding.Codebook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Takes in a project of other software for qualitative analysis (REFI-QDA, .qdpx).",
        footer = {
            "",
            "The file and its texts become exhibits, as with 'afterword add'; its codes become a codebook, its codings"
                    + " codings by those who made them. How a speaker came to know something is not said in such files:"
                    + " decide it ('afterword decide CASE ID change=access:experienced,claim:event') before it counts.",
            "",
            "Examples:",
            "  afterword import case.afterword interviews.qdpx --group \"The group\"",
            "  afterword import case.afterword interviews.qdpx --codebook interviews"
        })
final class ImportCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "FILE", description = "The project's file.")
    private @Nullable Path project;

    @Option(names = "--group", paramLabel = "NAME", description = "What its texts tell of.")
    private @Nullable String group;

    @Option(names = "--baseline", description = "It is an ordinary group, to be set beside the others.")
    private boolean baseline;

    @Option(
            names = "--codebook",
            paramLabel = "ID",
            description = "The id of the codebook that is made of its codes; else after the project's name.")
    private @Nullable String codebook;

    @Option(
            names = "--names",
            paramLabel = "FINDER",
            description =
                    "Who looks for names: ${COMPLETION-CANDIDATES}; else the learned finder and the rules together.")
    private NameFinders finders = NameFinders.LEARNED;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (baseline && group == null) {
            throw new UsageException("--baseline needs --group NAME: which ordinary group do its texts tell of?");
        }
        Importing.Outcome outcome = opened.importing(terminal)
                .take(
                        Optional.ofNullable(project).orElseThrow(),
                        Optional.ofNullable(group),
                        baseline,
                        Optional.ofNullable(codebook),
                        finders == NameFinders.LEARNED);
        terminal.say("Imported " + Words.count(outcome.codings(), "coding") + " of "
                + Words.count(outcome.texts(), "text") + "."
                + (outcome.again() == 0
                        ? ""
                        : " " + Words.count(outcome.again(), "coding") + " the case had already."));
        for (Codebook book : outcome.books()) {
            terminal.say("Codebook: " + book.id() + ", version " + book.version()
                    + (outcome.added().contains(book) ? " (new in the case)" : ""));
        }
        if (!outcome.notTaken().isEmpty()) {
            terminal.say("Not taken:");
            outcome.notTaken().forEach((what, count) -> terminal.say("  " + count + "  " + what));
        }
        terminal.data(Row.of("texts", outcome.texts())
                .and("codings", outcome.codings())
                .and("again", outcome.again())
                .and(
                        "codebooks",
                        outcome.books().stream()
                                .map(book -> book.id() + " " + book.version())
                                .toList())
                .and("exhibits", outcome.kept().kept().exhibits().size())
                .and("accounts", outcome.kept().accounts())
                .and("notTaken", outcome.notTaken()));
        return Exit.DONE;
    }
}
