package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.afterword.intake.Inbox;
import org.afterword.intake.InboxServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the inbox's pages on the loopback address; end it with Ctrl-C.",
        footer = {
            "",
            "It is meant to stand behind Tor, as an onion service (docs/intake.md). It writes no log.",
            "",
            "Example:",
            "  afterword intake serve inbox/ --port 8170 --host YOURADDRESS.onion"
        })
final class IntakeServeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "The inbox's folder.")
    private @Nullable Path folder;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8170",
            description = "The port on the loopback address (default: ${DEFAULT-VALUE}; 0 for a free one).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "Under which name it is reached: the onion address. May be given several times.")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--circuits",
            description = "Tor tells the circuit of each connection (HiddenServiceExportCircuitID haproxy), so that one"
                    + " of them cannot use up what all may send.")
    private boolean circuits;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        try (Inbox inbox = Inbox.open(Optional.ofNullable(folder).orElseThrow());
                InboxServer server = circuits
                        ? InboxServer.startByCircuit(inbox, hosts, port)
                        : InboxServer.start(inbox, hosts, port)) {
            server.wipeFreeHeap();
            terminal.say("The inbox is open at");
            terminal.say("  " + server.address());
            terminal.say("Only this computer can reach it. End it with Ctrl-C.");
            terminal.data(Row.of("address", server.address()));
            terminal.flush();
            Waiting.untilInterrupted();
        }
        return Exit.DONE;
    }
}
