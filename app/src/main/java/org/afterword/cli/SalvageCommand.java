package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.casefile.Passphrase;
import org.afterword.casefile.Salvage;
import org.afterword.custody.SalvageFolder;
import org.afterword.custody.Salvaged;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "salvage",
        mixinStandardHelpOptions = true,
        description = "Brings out everything that still verifies of a case that is too damaged to be opened.",
        footer = {
            "",
            "Exhibits come out byte for byte, texts and decisions as JSON lines; REPORT.md says what came out and what"
                    + " is lost. All of it is in the clear, so --unprotected must be said. The case file is not changed."
                    + " It works on a case that is whole, too.",
            "",
            "Example:",
            "  afterword salvage case.afterword salvaged/ --unprotected"
        })
final class SalvageCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CASE", description = "The case file.")
    private @Nullable Path path;

    @Parameters(index = "1", paramLabel = "DIR", description = "A new or empty folder.")
    private @Nullable Path folder;

    @Option(names = "--unprotected", description = "Yes, write it in the clear.")
    private boolean unprotected;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        Path from = Optional.ofNullable(path).orElseThrow();
        Path to = Optional.ofNullable(folder).orElseThrow();
        if (!unprotected) {
            throw new UsageException("what is salvaged lies in " + to + " in the clear, with every name in it;"
                    + " say --unprotected if that is what you want");
        }
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), from);
                Salvage salvage = Salvage.of(from, passphrase)) {
            return said(SalvageFolder.write(salvage, to), to, terminal);
        }
    }

    private static int said(Salvaged salvaged, Path to, Terminal terminal) {
        terminal.say(Words.count(salvaged.exhibits().size(), "exhibit") + ", "
                + Words.count(salvaged.accounts(), "text") + " and " + Words.count(salvaged.decisions(), "decision")
                + " came out whole; they lie in " + to + ", in the clear.");
        for (var lost : salvaged.lost()) {
            terminal.say("  damaged: exhibit " + lost.id() + " (" + lost.name() + "): " + lost.where());
        }
        if (salvaged.lostWithoutName() > 0) {
            terminal.say("  damaged: " + Words.count(salvaged.lostWithoutName(), "exhibit")
                    + " whose log entry is lost as well");
        }
        if (salvaged.damagedTexts() > 0) {
            terminal.say("  damaged: some texts of " + Words.count(salvaged.damagedTexts(), "exhibit"));
        }
        if (!salvaged.unreadable().isEmpty()) {
            terminal.say("  damaged: " + Words.count(salvaged.unreadable().size(), "log entry"));
        }
        terminal.say(
                salvaged.whole()
                        ? "Nothing is known to be missing."
                        : "REPORT.md there says what is lost. Keep the damaged file.");
        terminal.data(Row.of("exhibits", salvaged.exhibits().size())
                .and("lost", salvaged.lost().stream().map(Salvaged.Piece::id).toList())
                .and("lostWithoutName", salvaged.lostWithoutName())
                .and("accounts", salvaged.accounts())
                .and("damagedTexts", salvaged.damagedTexts())
                .and("decisions", salvaged.decisions())
                .and("entries", salvaged.entries())
                .and("unreadable", salvaged.unreadable())
                .and("misfits", salvaged.misfits()));
        return salvaged.whole() ? Exit.DONE : Exit.PROBLEM_FOUND;
    }
}
