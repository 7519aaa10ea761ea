package org.afterword.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.afterword.Case;
import org.afterword.Erasing;
import org.afterword.casefile.CaseException;
import org.afterword.casefile.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "erase",
        description =
                "Erases on purpose, for ever: an exhibit, an account, a person's name, or all that a witness tells.",
        footer = {
            "",
            "What goes depends on what ID is of:",
            "  an exhibit   its bytes, its accounts, and all that was found and decided about them",
            "  an account   the same for one account; the bytes of its exhibit go too, its other accounts stay",
            "  a name       every form of it in the whole case is made black; the bytes of every exhibit that has it go",
            "  a witness    every account that only the witness tells, and the witness's turns in all others",
            "",
            "It says first what will go, and then asks. The reason stays in the log for ever: write no names into it.",
            "Backups, exports and published sites are out of reach; they are listed.",
            "",
            "Examples:",
            "  afterword erase case.afterword 4h2k --reason \"asked for by the author\" --dry-run",
            "  afterword erase case.afterword 4h2k --reason \"asked for by the author\" --yes"
        })
final class EraseCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "ID", description = "An id, or enough of its first characters.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why. It stays in the log.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean dry;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (reason.isBlank() && !dry) {
            throw new UsageException(
                    "an erasure needs --reason TEXT; it stays in the log for ever, so write no names into it");
        }
        Erasing erasing = opened.erasing();
        Erasing.Plan plan = erasing.plan(id);
        say(plan, terminal);
        if (dry) {
            terminal.say("Nothing was erased.");
            data(false, plan, true, terminal);
            unreached(plan, path(), terminal);
            return Exit.DONE;
        }
        if (!yes && !agreed()) {
            terminal.say("Nothing was erased.");
            data(false, plan, true, terminal);
            return Exit.DONE;
        }
        boolean swept = true;
        try {
            Entry.Erased said = erasing.erase(reason);
            terminal.say("Erased. " + Words.count(said.entries().size(), "log entry") + " and "
                    + Words.count(said.items().size(), "item") + " can be read by nobody any more; the log says so.");
        } catch (CaseException.NotSwept notSwept) {
            swept = false;
            terminal.remark(String.valueOf(notSwept.getMessage()));
        }
        data(true, plan, swept, terminal);
        unreached(plan, path(), terminal);
        return Exit.DONE;
    }

    private static void say(Erasing.Plan plan, Terminal terminal) {
        Erasing.Counts counts = plan.counts();
        terminal.say(
                switch (plan.what()) {
                    case EXHIBIT -> "To be erased: an exhibit, with all that the case says of it.";
                    case ACCOUNT -> "To be erased: an account, with all that the case says of it.";
                    case PERSON -> "To be erased: a name, in every form, wherever it stands in the case.";
                    case MATERIAL -> "To be erased: everything that a witness tells.";
                });
        terminal.say("  " + Words.count(counts.exhibits(), "exhibit") + " whole, and the bytes of "
                + Words.count(counts.bytes(), "other exhibit"));
        terminal.say("  " + Words.count(counts.accounts(), "account") + " whole, and parts of "
                + Words.count(counts.blackened(), "other account"));
        terminal.say("  " + Words.count(counts.names(), "name") + " with "
                + Words.count(counts.mentions(), "mention") + ", " + Words.count(counts.suggestions(), "suggestion")
                + ", " + Words.count(counts.decisions(), "decision"));
        terminal.say("  " + Words.count(counts.entries(), "log entry")
                + " emptied; what they say of others is kept in new ones");
        plan.remarks().forEach(remark -> terminal.say("  Look first: " + remark));
    }

    private static boolean agreed() {
        Console console = Terminal.console()
                .orElseThrow(() -> new UsageException(
                        "this cannot be undone, and nobody is here to be asked: look with --dry-run, then add --yes"));
        String answer = console.readLine("%s", "This cannot be undone. Type 'erase' to go on: ");
        return "erase".equals(answer == null ? "" : answer.strip());
    }

    private static void unreached(Erasing.Plan plan, Path path, Terminal terminal) {
        terminal.say("Out of reach, and for you to see to:");
        plan.unreached()
                .forEach(one ->
                        terminal.say("  " + one.what() + " of " + one.at() + " (log entry " + one.entry() + ")"));
        backups(path).forEach(line -> terminal.say("  " + line));
    }

    private static List<String> backups(Path path) {
        return List.of(
                "backups and copies of " + path.getFileName()
                        + ": each opens with the passphrases of its time, and has everything",
                "files that were written out with 'text', 'exhibit' or 'export', and the files that were added",
                "what the disk itself keeps of deleted files, unless the disk is encrypted");
    }

    private void data(boolean erased, Erasing.Plan plan, boolean swept, Terminal terminal) {
        terminal.data(Row.of("erased", erased)
                .and("what", plan.what().toString())
                .and("id", plan.id())
                .and("counts", plan.counts())
                .and("exhibits", plan.exhibits())
                .and("accounts", plan.accounts())
                .and("remarks", plan.remarks())
                .and("swept", swept)
                .and("unreached", plan.unreached())
                .and("backups", backups(path())));
    }
}
