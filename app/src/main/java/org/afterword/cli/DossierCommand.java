package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.publishing.Dossier;
import org.afterword.publishing.DossierExport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dossier",
        description =
                "Makes a PDF to print for one teller alone: a timeline of what they tell with its gaps, their passages"
                        + " by practice, and the exhibits that were kept.",
        footer = {
            "",
            "Without --unprotected it shows what a stranger may see: accounts whose author allows it, read and approved,"
                    + " with names replaced, days as months, and no file name or SHA-256; else it refuses and says what to"
                    + " decide. With it everything stands there as it is, and the log says so: give it to nobody but whom it"
                    + " is for.",
            "Dates are found by 'afterword suggest'; passages are those that a person has accepted.",
            "",
            "Examples:",
            "  afterword dossier case.afterword mine.pdf --account 4h2k",
            "  afterword dossier case.afterword for-the-lawyer.pdf --account 4h2k --unprotected"
        })
final class DossierCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "OUT.pdf", description = "The PDF: nothing yet, or an earlier one.")
    private @Nullable Path pdf;

    @ArgGroup(multiplicity = "1")
    private Whose whose = new Whose();

    @Option(names = "--unprotected", description = "Everything as it is. It is logged.")
    private boolean unprotected;

    private static final class Whose {
        @Option(
                names = "--teller",
                paramLabel = "ID",
                description = "Whose: a witness's id, or its first characters ('afterword accounts CASE --json').")
        private @Nullable String teller;

        @Option(
                names = "--account",
                paramLabel = "ID",
                description = "Whoever tells this account: its id, or its first characters.")
        private @Nullable String account;
    }

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(pdf).orElseThrow();
        var outcome = opened.exporting()
                .dossier(to, Optional.ofNullable(whose.teller), Optional.ofNullable(whose.account), unprotected);
        return switch (outcome) {
            case DossierExport.Ready ready -> {
                Dossier dossier = ready.dossier();
                terminal.say("Wrote the dossier to " + to + ": "
                        + Words.count(dossier.sources().size(), "account") + ", "
                        + Words.count(dossier.events(), "date") + ", " + Words.count(dossier.gaps(), "gap") + ", "
                        + Words.count(dossier.passages(), "passage") + ".");
                if (unprotected) {
                    terminal.say(
                            "It is not protected and not encrypted, and it may expose people, the teller first: give"
                                    + " it to nobody but whom it is for.");
                }
                dossier.withheld().forEach(one -> terminal.say("Not in it: " + one.file() + ": " + one.why()));
                terminal.data(Row.of("exported", true)
                        .and("path", to.toString())
                        .and("unprotected", unprotected)
                        .and("accounts", dossier.sources().size())
                        .and("dates", dossier.events())
                        .and("gaps", dossier.gaps())
                        .and("passages", dossier.passages())
                        .and("exhibits", dossier.kept().size())
                        .and("withheld", dossier.withheld()));
                yield Exit.DONE;
            }
            case DossierExport.Refused refused ->
                Obstacles.tell("Not written", "exported", refused.obstacles(), terminal);
        };
    }
}
