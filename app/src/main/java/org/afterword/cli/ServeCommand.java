package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.workbench.Listening;
import org.afterword.workbench.Tls;
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
            "With --listen it serves those on the network who are let in by name ('afterword users'), over TLS.",
            "Without CASE, or if there is no such file yet, it begins with a page on which you choose a passphrase and"
                    + " add the files that you have: for somebody who is alone with what they tell."
        },
        footer = {
            "",
            "The address holds a secret made for this session; whoever has it can read the case while it is open.",
            "With --listen it holds none. Without --certificate the program makes a certificate that signs itself, and"
                    + " says its fingerprint: give that to each user by another way, to be compared with what their"
                    + " browser shows. It is the same for this case and address until the year ends.",
            "",
            "Examples:",
            "  afterword serve case.afterword",
            "  afterword serve case.afterword --listen 192.168.1.20 --port 8443",
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

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "Serve others as well, at this name or address of this computer.")
    private @Nullable String listen;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "With --listen: the certificate, and those that lead to its root, as PEM.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "With --certificate: its key, as PEM.")
    private @Nullable Path key;

    @Option(
            names = "--idle",
            paramLabel = "MINUTES",
            defaultValue = "30",
            description = "With --listen: who looks at no page for so long is asked again who they are (default:"
                    + " ${DEFAULT-VALUE}).")
    private int idle;

    @Option(
            names = "--lock",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "The program ends, and the case is shut, when nobody has looked at a page for so long and"
                    + " nothing goes on (default: ${DEFAULT-VALUE}; 0: never).")
    private int lock;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        check();
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
            if (listen != null) {
                listen(opened, listen);
                return Exit.DONE;
            }
            try (Workbench workbench = Workbench.start(opened, port)) {
                serve(workbench);
            }
        }
        return Exit.DONE;
    }

    private void check() {
        if (listen == null && (certificate != null || key != null)) {
            throw new UsageException(
                    "--certificate and --key go with --listen; on this computer alone nothing is encrypted");
        }
        if ((certificate == null) != (key == null)) {
            throw new UsageException("--certificate and --key go together");
        }
        if (idle < 1 || idle > 24 * 60) {
            throw new UsageException("--idle is 1 to 1440 minutes");
        }
        if (lock < 0) {
            throw new UsageException("--lock is a number of minutes, or 0");
        }
        if (listen != null && (path == null || Files.notExists(path))) {
            throw new UsageException("--listen needs a case that is there; nothing was served");
        }
    }

    private void listen(Case opened, String host) throws IOException {
        Optional<Tls> given =
                certificate == null || key == null ? Optional.empty() : Optional.of(Tls.of(certificate, key));
        Listening at = Listening.of(opened, host, port, given, Duration.ofMinutes(idle));
        try (Workbench workbench = Workbench.listen(opened, at)) {
            Terminal terminal = options.terminal();
            String users = String.join(", ", opened.coding().users().names());
            terminal.say("The workbench is open at");
            terminal.say("  " + workbench.address());
            terminal.say("to: " + users + ". End it with Ctrl-C.");
            terminal.say(
                    given.isPresent()
                            ? "The fingerprint of its certificate (SHA-256):"
                            : "Its certificate is made by this program, so browsers warn of it. Before anybody goes on they"
                                    + " compare its fingerprint (SHA-256) with this one, which you give them by another way:");
            terminal.say("  " + at.tls().fingerprint());
            terminal.data(Row.of("address", workbench.address())
                    .and("fingerprint", at.tls().fingerprint())
                    .and("users", opened.coding().users().names()));
            terminal.flush();
            wait(workbench);
        }
    }

    private void serve(Workbench workbench) {
        Terminal terminal = options.terminal();
        terminal.say("The workbench is open at");
        terminal.say("  " + workbench.address());
        terminal.say("Only this computer can reach it. End it with Ctrl-C.");
        terminal.data(Row.of("address", workbench.address()));
        terminal.flush();
        wait(workbench);
    }

    /** A key that nobody uses is not left lying. */
    private void wait(Workbench workbench) {
        boolean locked = Waiting.untilInterruptedOr(() -> lock > 0 && workbench.unused(Duration.ofMinutes(lock)));
        if (locked) {
            options.terminal().say("Nobody has looked at a page for " + lock + " minutes; the case is shut.");
        }
    }
}
