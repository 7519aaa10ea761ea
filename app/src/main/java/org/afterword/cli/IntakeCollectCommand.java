package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.intake.Inbox;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "collect",
        description = "Takes into the case what came by an inbox, and sends what was written to sources.",
        footer = {
            "",
            "Each letter is in the log with what it brought. Whoever wrote may be anybody: however many receipts"
                    + " somebody has, they count as one until you say who is who.",
            "",
            "Example:",
            "  afterword intake collect case.afterword inbox/ --group \"The group\""
        })
final class IntakeCollectCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "DIR", description = "The inbox's folder.")
    private @Nullable Path folder;

    @Option(names = "--group", paramLabel = "NAME", description = "What they tell of.")
    private @Nullable String group;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        try (Inbox inbox = Inbox.open(Optional.ofNullable(folder).orElseThrow())) {
            var collected = Correspondence.of(opened).collect(inbox, Optional.ofNullable(group), terminal);
            terminal.say(Words.count(collected.letters().size(), "letter") + " collected, with "
                    + Words.count(collected.exhibits().size(), "file") + "; "
                    + Words.count(collected.accounts(), "account") + " read from them. "
                    + Words.count(collected.sent(), "letter") + " sent.");
            if (!collected.left().isEmpty()) {
                terminal.say(Words.count(collected.left().size(), "letter")
                        + " left in the inbox: sealed for another key, changed or cut.");
            }
            collected.remarks().forEach(terminal::say);
            terminal.data(Row.of("letters", collected.letters())
                    .and("exhibits", collected.exhibits())
                    .and("accounts", collected.accounts())
                    .and("sent", collected.sent())
                    .and("left", collected.left().stream().map(Id::toString).toList())
                    .and("remarks", collected.remarks()));
            return collected.left().isEmpty() ? Exit.DONE : Exit.PROBLEM_FOUND;
        }
    }
}
