package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.workbench.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the workbench on this computer alone; end it with Ctrl-C.",
            "Without CASE, or if there is no such file yet, it begins with a page on which you choose a passphrase and"
                    + " add the files that you have: for somebody who is alone with what they tell."
        },
        footer = {
            "",
            "The address holds a secret made for this session; whoever has it can read the case while it is open.",
            "",
            "Examples:",
            "  afterword serve case.afterword",
            "  afterword serve"
        })
final class ServeCommand implements Callable<Integer> {
    private static final String ALONE = "my-account.afterword";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CASE",
            description = "The case file (default: " + ALONE + " in your home folder, opened in the browser).")
    private @Nullable Path path;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port on the loopback address (default: a free one).")
    private int port;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Path file = Optional.ofNullable(path).orElseGet(() -> Path.of(System.getProperty("user.home"), ALONE));
        if (path == null || Files.notExists(file)) {
            Hardened.close();
            try (Workbench workbench = Workbench.begin(file, options.named().orElse("teller"), port)) {
                serve(workbench);
            }
            return Exit.DONE;
        }
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), file);
                Case opened = Case.open(file, passphrase, options.by())) {
            CaseCommand.remarkCaptures(file, options.terminal());
            try (Workbench workbench = Workbench.start(opened, port)) {
                serve(workbench);
            }
        }
        return Exit.DONE;
    }

    private void serve(Workbench workbench) {
        Terminal terminal = options.terminal();
        terminal.say("The workbench is open at");
        terminal.say("  " + workbench.address());
        terminal.say("Only this computer can reach it. End it with Ctrl-C.");
        terminal.data(Row.of("address", workbench.address()));
        terminal.flush();
        Waiting.untilInterrupted();
    }
}
