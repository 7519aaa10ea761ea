package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.publishing.Obstacle;
import org.afterword.publishing.Publication;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "publish",
        description = "Makes the site, through the gate; refuses while somebody could be exposed, and says what to decide.",
        footer = {
            "",
            "Nothing is written unless all of it may go. An earlier site in DIR is replaced in one step.",
            "",
            "Example:",
            "  afterword publish case.afterword site/"
        })
final class PublishCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "DIR", description = "The folder of the site.")
    private @Nullable Path site;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(site).orElseThrow();
        return switch (opened.publish(to, terminal)) {
            case Publication.Published published -> {
                terminal.say("Published " + Words.count(published.files(), "file") + " to " + to + ".");
                published.withheld().forEach(reason -> terminal.say("Not shown: " + reason));
                terminal.data(Row.of("published", true)
                        .and("root", published.root())
                        .and("files", published.files())
                        .and("withheld", published.withheld()));
                yield Exit.DONE;
            }
            case Publication.Refused refused -> {
                terminal.say("Not published: " + Words.count(refused.obstacles().size(), "thing") + " to decide first.");
                for (Obstacle obstacle : refused.obstacles()) {
                    terminal.say("  " + obstacle.what() + (obstacle.where().isEmpty() ? "" : " (" + obstacle.where() + ")"));
                    terminal.say("      " + obstacle.decide());
                }
                terminal.data(Row.of("published", false).and("obstacles", refused.obstacles()));
                yield Exit.REFUSED;
            }
        };
    }
}
