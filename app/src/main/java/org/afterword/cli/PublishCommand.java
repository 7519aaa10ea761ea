package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.model.Correction;
import org.afterword.publishing.Publication;
import org.afterword.publishing.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description =
                "Makes the site, through the gate; refuses while somebody could be exposed, and says what to decide.",
        footer = {
            "",
            "Nothing is written unless all of it may go. An earlier site in DIR is replaced in one step.",
            "",
            "Example:",
            "  afterword publish case.afterword site/",
            "  afterword publish case.afterword site/ --run-by \"The archive of …\" --support help.txt --as-of 2026-11",
            "  afterword publish case.afterword site/ --language de --address https://notes.example/",
            "  afterword publish case.afterword site/ --correction \"On money it said 4 people; one was counted twice.\""
        })
final class PublishCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "DIR", description = "The folder of the site.")
    private @Nullable Path site;

    @Mixin
    private Imprint imprint = new Imprint();

    @Option(
            names = "--address",
            paramLabel = "URL",
            description =
                    "Where the site will lie; with it there is a sitemap.xml, and citations say it (default: none).")
    private @Nullable String address;

    @Option(
            names = "--correction",
            paramLabel = "TEXT",
            description =
                    "What stood there before and what stands there now; dated to the month (--as-of, else this one)"
                            + " and kept. Say which answer, never whose account.")
    private @Nullable String correction;

    @Option(
            names = "--leave",
            paramLabel = "URL",
            defaultValue = Settings.WEATHER,
            description = "Where 'Leave this page' leads (default: ${DEFAULT-VALUE}).")
    private String leave = Settings.WEATHER;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(site).orElseThrow();
        Settings settings = imprint.settings(
                leave,
                Optional.ofNullable(address),
                Optional.ofNullable(correction)
                        .map(words ->
                                new Correction(imprint.asOf().orElseGet(() -> YearMonth.now(ZoneOffset.UTC)), words)));
        return switch (opened.publish(to, settings)) {
            case Publication.Published published -> {
                terminal.say("Published " + Words.count(published.files(), "file") + " to " + to + ".");
                published.withheld().forEach(one -> terminal.say("Not quoted: " + one.file() + ": " + one.why()));
                terminal.data(Row.of("published", true)
                        .and("root", published.root())
                        .and("files", published.files())
                        .and("withheld", published.withheld()));
                yield Exit.DONE;
            }
            case Publication.Refused refused ->
                Obstacles.tell("Not published", "published", refused.obstacles(), terminal);
        };
    }
}
