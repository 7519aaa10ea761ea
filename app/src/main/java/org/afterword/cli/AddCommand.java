package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.afterword.Adding;
import org.afterword.Case;
import org.afterword.Progress;
import org.afterword.casefile.Reading;
import org.afterword.custody.Arrivals.Skipped;
import org.afterword.model.Exhibit;
import org.afterword.model.Id;
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
    private static final int MOST_ALIKE = 3;

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
        Map<Id, String> names = new LinkedHashMap<>();
        for (Exhibit exhibit : opened.contents().exhibits()) {
            names.put(exhibit.id(), exhibit.name());
        }
        List<Map<String, String>> warnings = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Reading reading : opened.contents().readings()) {
            if (added.exhibits().contains(reading.exhibit())) {
                String file = names.getOrDefault(reading.exhibit(), "");
                if (reading.accounts() + reading.parts() == 0) {
                    unread.add(file);
                }
                reading.warnings().forEach(warning -> {
                    Map<String, String> one = new LinkedHashMap<>();
                    one.put("file", file);
                    one.put("where", warning.where());
                    one.put("message", warning.message());
                    warnings.add(one);
                });
            }
        }
        List<Map<String, String>> skipped = new ArrayList<>();
        for (Skipped skip : added.kept().skipped()) {
            Map<String, String> one = new LinkedHashMap<>();
            one.put("file", skip.file());
            one.put("reason", skip.reason());
            skipped.add(one);
        }
        say(added, unread, warnings, skipped, terminal);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exhibits", added.kept().exhibits().size());
        data.put("accounts", added.accounts());
        data.put("passages", added.turns());
        added.rulesAlone().ifPresent(why -> data.put("rulesAlone", why));
        data.put("again", added.kept().again().size());
        data.put("unread", unread);
        data.put("skipped", skipped);
        data.put("warnings", warnings);
        terminal.data(data);
        return Exit.DONE;
    }

    private static OcrLanguages languages(String list) {
        try {
            return OcrLanguages.chosen(list);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--ocr-languages: " + e.getMessage());
        }
    }

    private static void say(
            Adding.Added added,
            List<String> unread,
            List<Map<String, String>> warnings,
            List<Map<String, String>> skipped,
            Terminal terminal) {
        int kept = added.kept().exhibits().size();
        terminal.say(Words.count(kept, "file") + " kept"
                + (added.kept().again().isEmpty()
                        ? ""
                        : ", " + added.kept().again().size() + " that the case had already")
                + "; " + Words.count(added.accounts(), "account") + " read from them.");
        if (!unread.isEmpty()) {
            terminal.say(Words.count(unread.size(), "file") + " could not be read, but "
                    + (unread.size() == 1 ? "is" : "are") + " safe:");
            unread.stream().limit(MOST_NAMED).forEach(file -> terminal.say("  " + file));
            if (unread.size() > MOST_NAMED) {
                terminal.say("  and " + (unread.size() - MOST_NAMED) + " more (--json names them all)");
            }
        }
        if (!warnings.isEmpty()) {
            terminal.say("To know:");
            told(warnings).forEach(sentence -> terminal.say("  " + sentence));
        }
        added.rulesAlone().ifPresent(why -> terminal.say("Names were found by rules alone: " + why + "."));
        if (!skipped.isEmpty()) {
            terminal.say("Not kept:");
            skipped.forEach(s -> terminal.say("  " + s.get("file") + ": " + s.get("reason")));
        }
    }

    /** What is said of many files alike is said once: a folder of pictures where Tesseract is missing. */
    static List<String> told(List<Map<String, String>> warnings) {
        Map<String, Set<String>> files = new LinkedHashMap<>();
        warnings.forEach(w -> files.computeIfAbsent(w.get("message"), none -> new LinkedHashSet<>())
                .add(w.get("file")));
        var told = new LinkedHashSet<String>();
        for (Map<String, String> warning : warnings) {
            String message = warning.get("message");
            int many = files.getOrDefault(message, Set.of()).size();
            String where = warning.get("where").isEmpty() ? "" : ", " + warning.get("where");
            told.add(
                    many > MOST_ALIKE
                            ? many + " files (--json names them): " + message
                            : warning.get("file") + where + ": " + message);
        }
        return List.copyOf(told);
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
