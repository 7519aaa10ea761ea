package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Picturing;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Makes one PDF of what the site shows, through the same gate; refuses while somebody could be"
                + " exposed, and says what to decide.",
        footer = {
            "",
            "The PDF is tagged, so that it can be read aloud; every font is in it. An earlier PDF of that name is replaced in"
                    + " one step; nothing is written unless all of it may go.",
            "",
            "Examples:",
            "  afterword report case.afterword report.pdf",
            "  afterword report case.afterword report.pdf --run-by \"The archive of …\" --as-of 2026-11",
            "  afterword report case.afterword bericht.pdf --language de"
        })
final class ReportCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "OUT.pdf", description = "The PDF: nothing yet, or an earlier one.")
    private @Nullable Path pdf;

    @Mixin
    private Imprint imprint = new Imprint();

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(pdf).orElseThrow();
        Settings settings = imprint.settings(Settings.WEATHER, Optional.empty(), Optional.empty());
        try (Picturing pictures = opened.picturing()) {
            return switch (pictures.report(to, settings)) {
                case Publication.Published published -> {
                    terminal.say("Wrote the report to " + to + ".");
                    published.withheld().forEach(one -> terminal.say("Not quoted: " + one.file() + ": " + one.why()));
                    terminal.data(Row.of("published", true)
                            .and("path", to.toString())
                            .and("root", published.root())
                            .and("withheld", published.withheld()));
                    yield Exit.DONE;
                }
                case Publication.Refused refused ->
                    Obstacles.tell("Not written", "published", refused.obstacles(), terminal);
            };
        }
    }
}
