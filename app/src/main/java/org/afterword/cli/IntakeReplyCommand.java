package org.afterword.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.Correspondence;
import org.afterword.protection.Leak;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "reply",
        description = "Writes to a source, or shows them what a stranger would see and asks whether they agree.",
        footer = {
            "",
            "The letter is sealed for the source and goes with the next 'intake collect'. A hidden or undecided name of"
                    + " the case in it is refused: a receipt may be found by somebody else.",
            "",
            "Examples:",
            "  afterword intake reply case.afterword 4h2k \"Who else was at that meeting? No names, please.\"",
            "  afterword intake reply case.afterword 4h2k \"Is this how you want it?\" --show ACCOUNT"
        })
final class IntakeReplyCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "MAILBOX", description = "The mailbox's id, or its first characters.")
    private String mailbox = "";

    @Parameters(index = "2", paramLabel = "TEXT", description = "What you write to them.")
    private String words = "";

    @Option(
            names = "--show",
            paramLabel = "ACCOUNT",
            description = "Show them the protected text of this account of theirs.")
    private @Nullable String account;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        var correspondence = Correspondence.of(opened);
        if (words.isBlank()) {
            throw new UsageException("there is nothing in the letter");
        }
        Optional<String> shown = Optional.ofNullable(account);
        List<Leak> leaks = shown.isPresent()
                ? correspondence.show(mailbox, opened.deciding().account(shown.get()), words)
                : correspondence.write(mailbox, words);
        if (!leaks.isEmpty()) {
            terminal.say("Not written: it names somebody or something that is hidden or not decided ("
                    + leaks.stream()
                            .map(leak -> leak.cluster().toString())
                            .distinct()
                            .toList()
                    + "; 'afterword people CASE' tells who). Say it without the name.");
            terminal.data(Row.of("written", false)
                    .and("names", leaks.stream().map(Leak::cluster).distinct().toList()));
            return Exit.REFUSED;
        }
        terminal.say("Written. It goes with the next 'afterword intake collect'.");
        terminal.data(Row.of("written", true));
        return Exit.DONE;
    }
}
