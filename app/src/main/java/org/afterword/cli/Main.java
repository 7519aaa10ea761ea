package org.afterword.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.afterword.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code afterword}: first-hand accounts of high-control groups, as a record that others can check. */
@Command(
        name = "afterword",
        mixinStandardHelpOptions = true,
        version = "afterword " + Program.VERSION,
        description = "Turns first-hand accounts of high-control groups into a record that others can check:"
                + " preserved, protected, coded, corroborated and published, with nobody exposed.",
        footer = {
            "",
            "To begin:",
            "  afterword demo                                see it all with a fictional case",
            "  afterword new case.afterword                  make an encrypted case",
            "  afterword add case.afterword exports/ --group \"The group\"",
            "",
            "The passphrase comes from --passphrase-file, else from AFTERWORD_PASSPHRASE, else you are asked.",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 verification found a problem, 4 publication refused,"
                    + " 5 wrong passphrase."
        })
public final class Main {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            NewCommand.class,
            AddCommand.class,
            ImportCommand.class,
            CaptureCommand.class,
            WatchCommand.class,
            AccountsCommand.class,
            BalanceCommand.class,
            RereadCommand.class,
            EvidenceCommand.class,
            TextCommand.class,
            SearchCommand.class,
            ExhibitCommand.class,
            PeopleCommand.class,
            ExposureCommand.class,
            SuggestCommand.class,
            PassagesCommand.class,
            CodeCommand.class,
            CodersCommand.class,
            UsersCommand.class,
            AgreementCommand.class,
            CoverageCommand.class,
            SampleCommand.class,
            MergeCommand.class,
            TimelineCommand.class,
            MoneyCommand.class,
            FactsCommand.class,
            CodebookCommand.class,
            MapCommand.class,
            DecideCommand.class,
            UndoCommand.class,
            EraseCommand.class,
            SubjectCommand.class,
            CopiesCommand.class,
            GroupsCommand.class,
            IncidentsCommand.class,
            FindingsCommand.class,
            CompareCommand.class,
            PicturesCommand.class,
            PictureCommand.class,
            PublishCommand.class,
            ReportCommand.class,
            DossierCommand.class,
            ExportCommand.class,
            DiscloseCommand.class,
            VerifyCommand.class,
            SalvageCommand.class,
            CheckpointCommand.class,
            StampCommand.class,
            KeysCommand.class,
            NamesCommand.class,
            PostsCommand.class,
            ServeCommand.class,
            IntakeCommand.class,
            TrainCommand.class);

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Terminal.stdout(), Terminal.stderr(), arguments));
    }

    /**
     * @return the exit code
     */
    static int run(Writer toOut, Writer toErr, String... arguments) {
        var out = new PrintWriter(toOut, true);
        var err = new PrintWriter(toErr, true);
        int code = program(arguments).setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /**
     * @param arguments for which it is made; without any it knows every command
     */
    static CommandLine program(String... arguments) {
        var program = new CommandLine(new Main());
        commands(arguments).forEach(program::addSubcommand);
        return program.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Failures::handle)
                .setParameterExceptionHandler(Failures::misused);
    }

    /** The one that is meant, or all where that is to be seen or told: picocli takes long to make each. */
    private static List<Class<?>> commands(String... arguments) {
        String first = arguments.length > 0 ? arguments[0] : "";
        if (first.equals("--version") || first.equals("-V")) {
            return List.of();
        }
        List<Class<?>> meant = COMMANDS.stream()
                .filter(command -> command.getAnnotation(Command.class).name().equals(first))
                .toList();
        return meant.isEmpty() ? COMMANDS : meant;
    }
}
