package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.afterword.Case;
import org.afterword.casefile.Passphrase;
import org.afterword.intake.Inbox;
import org.afterword.intake.Puzzle;
import org.afterword.intake.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Makes the folder of an inbox, with a public key only.",
        footer = {
            "",
            "The private key stays in the case. Where the server is another machine, make the folder there with"
                    + " --recipient and what 'afterword intake init --case CASE --show-key' prints here.",
            "",
            "The folder is as large from the first day on as it will ever be.",
            "",
            "Examples:",
            "  afterword intake init inbox/ --case case.afterword --operator who.txt --channel https://archive.example",
            "  afterword intake init inbox/ --recipient age1… --operator who.txt --channel https://archive.example"
        })
final class IntakeInitCommand implements Callable<Integer> {
    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The folder; there must be none yet.")
    private @Nullable Path folder;

    @Option(names = "--case", paramLabel = "CASE", description = "The case that will read what comes in.")
    private @Nullable Path caseFile;

    @Option(names = "--recipient", paramLabel = "KEY", description = "Its public key, where the case is elsewhere.")
    private @Nullable String recipient;

    @Option(names = "--show-key", description = "Print the case's public key, and make nothing.")
    private boolean showKey;

    @Option(
            names = "--operator",
            paramLabel = "FILE",
            description = "A text for the first page: who you are, and who reads what comes in.")
    private @Nullable Path operator;

    @Option(
            names = "--channel",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Where else you tell the inbox's address and key, so that people can compare.")
    private String channel = "";

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "Questions for those who want to be asked, one a line; nobody has to answer.")
    private @Nullable Path questions;

    @Option(
            names = "--size",
            paramLabel = "MIB",
            defaultValue = "1024",
            description = "How large the folder is, in MiB (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(
            names = "--uncollected",
            paramLabel = "DAYS",
            defaultValue = "60",
            description = "Wipe what nobody collected after so many days (default: ${DEFAULT-VALUE}).")
    private int uncollected;

    @Option(
            names = "--collected",
            paramLabel = "DAYS",
            defaultValue = "0",
            description = "Wipe what was collected after so many days (default: at once).")
    private int collected;

    @Option(
            names = "--answers",
            paramLabel = "DAYS",
            defaultValue = "180",
            description = "Wipe what you wrote to sources after so many days (default: ${DEFAULT-VALUE}).")
    private int answers;

    @Option(
            names = "--mailbox",
            paramLabel = "DAYS",
            defaultValue = "365",
            description = "Wipe mailboxes to which nobody came back for so many days (default: ${DEFAULT-VALUE}).")
    private int mailbox;

    @Option(
            names = "--ask",
            paramLabel = "QUESTION",
            description = "A small question that somebody new has to answer first, against machines; with --answer.")
    private @Nullable String ask;

    @Option(names = "--answer", paramLabel = "TEXT", description = "Its answer; case and spaces do not matter.")
    private @Nullable String answer;

    @Option(
            names = "--per-minute",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many letters are taken in a minute, of all together (default: ${DEFAULT-VALUE}).")
    private int perMinute;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        String key = key();
        if (showKey) {
            terminal.say(key);
            terminal.data(Row.of("recipient", key));
            return Exit.DONE;
        }
        Path to = Optional.ofNullable(folder)
                .orElseThrow(() -> new UsageException("which folder is to be made? 'afterword intake init --help'"));
        if (size < 1 || size > 1 << 20) {
            throw new UsageException("--size is 1 to 1048576 MiB");
        }
        if ((ask == null) != (answer == null)) {
            throw new UsageException("--ask and --answer belong together");
        }
        if (perMinute < 1 || perMinute > 100_000) {
            throw new UsageException("--per-minute is 1 to 100000");
        }
        Settings settings = Settings.of(
                        key,
                        (long) size << 20,
                        new Settings.Terms(uncollected, collected, answers, mailbox),
                        operator == null ? "" : Files.readString(operator).strip(),
                        channel.strip(),
                        questions == null
                                ? List.of()
                                : Files.readAllLines(questions).stream()
                                        .map(String::strip)
                                        .filter(line -> !line.isEmpty())
                                        .toList())
                .withLimits(Settings.Limits.USUAL.withPerMinute(perMinute));
        Inbox.create(to, ask == null || answer == null ? settings : settings.withPuzzle(new Puzzle(ask, answer)));
        terminal.say("The inbox is in " + to + ". It holds a public key; only the case opens what comes in:");
        terminal.say("  " + key);
        terminal.say("Tell this key where people know it is you who says so, so that they can compare.");
        if (operator == null || channel.isBlank()) {
            terminal.say("Its first page does not say "
                    + (operator == null ? "who reads what comes in" : "where else the key is told")
                    + "; sources need to know (--operator, --channel).");
        }
        terminal.data(Row.of("folder", to.toString()).and("recipient", key));
        return Exit.DONE;
    }

    private String key() throws IOException {
        if ((caseFile == null) == (recipient == null)) {
            throw new UsageException(
                    "an inbox needs the case that will read it: either --case CASE or --recipient KEY");
        }
        if (caseFile == null) {
            return Optional.ofNullable(recipient).orElseThrow();
        }
        try (Passphrase passphrase = Asking.passphrase(options.passphraseFile(), caseFile);
                Case opened = Case.open(caseFile, passphrase, options.by())) {
            return opened.file().dropBox().recipient();
        }
    }
}
