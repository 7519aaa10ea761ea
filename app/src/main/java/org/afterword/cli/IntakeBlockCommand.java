package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.intake.Inbox;
import org.afterword.model.Id;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "block",
        mixinStandardHelpOptions = true,
        description = "Takes nothing more from a mailbox; it can still be read, withdrawn from and destroyed.",
        footer = {"", "Example:", "  afterword intake block inbox/ 6pg2a6pr43f4phz9w3t41hk7ge"})
final class IntakeBlockCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The inbox's folder.")
    private @Nullable Path folder;

    @Parameters(index = "1", paramLabel = "MAILBOX", description = "The mailbox's whole id.")
    private String mailbox = "";

    @Option(names = "--lift", description = "Take letters from it again.")
    private boolean lift;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        try (Inbox inbox = Inbox.open(Optional.ofNullable(folder).orElseThrow())) {
            if (!inbox.block(Id.parse(mailbox), !lift)) {
                throw new IllegalArgumentException("there is no mailbox " + mailbox + " in this inbox");
            }
        }
        terminal.say(lift ? "It can write again." : "Nothing more is taken from it.");
        terminal.data(Row.of("mailbox", mailbox).and("blocked", !lift));
        return Exit.DONE;
    }
}
