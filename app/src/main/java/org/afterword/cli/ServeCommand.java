package org.afterword.cli;

import java.io.IOException;
import org.afterword.Case;
import org.afterword.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Opens the workbench on this computer alone; end it with Ctrl-C.",
        footer = {
            "",
            "The address holds a secret made for this session; whoever has it can read the case while it is open.",
            "",
            "Example:",
            "  afterword serve case.afterword"
        })
final class ServeCommand extends CaseCommand {
    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port on the loopback address (default: a free one).")
    private int port;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        try (Workbench workbench = Workbench.start(opened, port)) {
            terminal.say("The workbench is open at");
            terminal.say("  " + workbench.address());
            terminal.say("Only this computer can reach it. End it with Ctrl-C.");
            terminal.data(Row.of("address", workbench.address()));
            Waiting.untilInterrupted();
        }
        return Exit.DONE;
    }
}
