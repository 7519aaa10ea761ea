package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.capture.DropFolder;
import org.afterword.casefile.Passphrase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that works on one open case. */
@Command(mixinStandardHelpOptions = true)
abstract class CaseCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CASE", description = "The case file.")
    private @Nullable Path path;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), path());
                Case opened = Case.open(path(), passphrase, options.by())) {
            remarkCaptures(path(), terminal);
            return run(opened, terminal);
        }
    }

    static void remarkCaptures(Path file, Terminal terminal) throws IOException {
        int waiting = DropFolder.beside(file).waiting().size();
        if (waiting > 0) {
            terminal.remark(Words.count(waiting, "capture") + " of a watch "
                    + (waiting == 1 ? "waits" : "wait")
                    + " beside this case; 'afterword watch CASE --collect' takes them in.");
        }
    }

    final Terminal terminal() {
        return options.terminal();
    }

    final String by() {
        return options.by();
    }

    final Optional<Path> passphraseFile() {
        return options.passphraseFile();
    }

    final Path path() {
        return Optional.ofNullable(path).orElseThrow();
    }

    /**
     * @return the exit code
     */
    abstract int run(Case opened, Terminal terminal) throws IOException;
}
