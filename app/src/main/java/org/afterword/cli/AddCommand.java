package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.afterword.Adding;
import org.afterword.BalanceSheet;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.reading.OcrLanguages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Preserves files and folders, reads them, and finds names in them.",
        footer = {
            "",
            "Files are kept byte for byte. What cannot be read is kept all the same, and listed.",
            "Adding the same files again stores nothing twice.",
            "",
            "Examples:",
            "  afterword add case.afterword exports/ --group \"The group\"",
            "  afterword add case.afterword scans/ --ocr-languages eng+deu",
            "  afterword add case.afterword rowing/ --group \"A rowing club\" --baseline"
        })
final class AddCommand extends CaseCommand {
    private static final int MOST_NAMED = 20;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--group", paramLabel = "NAME", description = "What the accounts in them tell of.")
    private @Nullable String group;

    @Option(names = "--baseline", description = "It is an ordinary group, to be set beside the others.")
    private boolean baseline;

    @Option(
            names = "--ocr-languages",
            paramLabel = "LIST",
            description =
                    "In which languages text in pictures and scanned pages is read, such as eng+deu; else English and"
                            + " those of the case, as far as Tesseract has them.")
    private @Nullable String ocrLanguages;

    @Option(
            names = "--names",
            paramLabel = "FINDER",
            description =
                    "Who looks for names: ${COMPLETION-CANDIDATES}; else the learned finder and the rules together.")
    private NameFinders finders = NameFinders.LEARNED;

    @Option(
            names = {"-v", "--verbose"},
            description = "Name each file as soon as it is safe.")
    private boolean verbose;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        if (baseline && group == null) {
            throw new UsageException("--baseline needs --group NAME: which ordinary group do these accounts tell of?");
        }
        Optional<OcrLanguages> languages = Optional.ofNullable(ocrLanguages).map(AddCommand::languages);
        Adding.Added added = opened.add(
                paths,
                Optional.ofNullable(group),
                baseline,
                languages,
                finders == NameFinders.LEARNED,
                new Heard(terminal));
        var sheet = BalanceSheet.of(added, opened.contents());
        say(sheet, terminal);
        terminal.data(Row.of("exhibits", sheet.kept())
                .and("accounts", sheet.accounts())
                .and("passages", sheet.turns())
                .and("rulesAlone", sheet.rulesAlone())
                .and("again", sheet.again().size())
                .and("unread", sheet.unread())
                .and("skipped", sheet.skipped())
                .and("warnings", sheet.remarks()));
        return Exit.DONE;
    }

    private static OcrLanguages languages(String list) {
        try {
            return OcrLanguages.chosen(list);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--ocr-languages: " + e.getMessage());
        }
    }

    private static void say(BalanceSheet sheet, Terminal terminal) {
        terminal.say(Words.count(sheet.kept(), "file") + " kept"
                + (sheet.again().isEmpty() ? "" : ", " + sheet.again().size() + " that the case had already")
                + "; " + Words.count(sheet.accounts(), "account") + " read from them.");
        List<String> unread = sheet.unread();
        if (!unread.isEmpty()) {
            terminal.say(Words.count(unread.size(), "file") + " could not be read, but "
                    + (unread.size() == 1 ? "is" : "are") + " safe:");
            unread.stream().limit(MOST_NAMED).forEach(file -> terminal.say("  " + file));
            if (unread.size() > MOST_NAMED) {
                terminal.say("  and " + (unread.size() - MOST_NAMED) + " more (--json names them all)");
            }
        }
        if (!sheet.remarks().isEmpty()) {
            terminal.say("To know:");
            sheet.told(" (--json names them)").forEach(sentence -> terminal.say("  " + sentence));
        }
        sheet.rulesAlone().ifPresent(why -> terminal.say("Names were found by rules alone: " + why + "."));
        if (!sheet.skipped().isEmpty()) {
            terminal.say("Not kept:");
            sheet.skipped().forEach(one -> terminal.say("  " + one.file() + ": " + one.reason()));
        }
    }

    /** Progress for the terminal, and the names of the files for whoever asked for them. */
    private final class Heard implements Progress {
        private final Terminal terminal;

        Heard(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void kept(String name) {
            if (verbose) {
                terminal.remark("kept " + name);
            }
        }

        @Override
        public void step(String what, long done, long total) {
            terminal.step(what, done, total);
        }
    }
}
