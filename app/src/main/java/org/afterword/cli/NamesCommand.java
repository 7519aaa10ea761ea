package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.afterword.language.EncoderUnavailable;
import org.afterword.model.CodePoints;
import org.afterword.people.Find;
import org.afterword.people.LearnedFinder;
import org.afterword.people.NameFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        description = "Shows what the name finders see in plain text files, without a case.",
        footer = {
            "",
            "What stands in brackets says which finder it was: a rule, a list, or the learned finder.",
            "",
            "Examples:",
            "  afterword names letter.txt --json",
            "  afterword names letter.txt --recall"
        })
final class NamesCommand implements Callable<Integer> {
    private static final double LIKELY = 0.5;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plain text files, UTF-8.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--recall",
            description = "Show everything that might be a name, as the review of a case does, also where it is"
                    + " unlikely; else only what is likely.")
    private boolean recall;

    @Option(names = "--rules", description = "Use rules and lists alone, without the learned finder.")
    private boolean rulesAlone;

    @Mixin
    private CommonOptions options = new CommonOptions();

    private interface Finder {
        List<Find> find(String text);
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        if (rulesAlone) {
            show(terminal, this::byRules);
            return Exit.DONE;
        }
        try {
            LearnedFinder learned = LearnedFinder.shared();
            show(terminal, text -> learned.find(text, recall));
        } catch (EncoderUnavailable e) {
            terminal.remark("Names are found by rules alone: " + e.getMessage() + ".");
            show(terminal, this::byRules);
        }
        return Exit.DONE;
    }

    private List<Find> byRules(String text) {
        return NameFinder.find(text).stream()
                .filter(find -> recall || find.score() >= LIKELY)
                .toList();
    }

    private void show(Terminal terminal, Finder finder) throws IOException {
        for (Path file : files) {
            String text = Files.readString(file);
            var points = new CodePoints(text);
            for (Find find : finder.find(text)) {
                int start = points.of(find.span().start());
                int end = points.of(find.span().end());
                terminal.say(file + " " + start + "–" + end + "  " + find.kind() + "  " + find.text() + "  ("
                        + find.by() + ")");
                terminal.data(Row.of("file", file.toString())
                        .and("start", start)
                        .and("end", end)
                        .and("text", find.text())
                        .and("kind", find.kind())
                        .and("by", find.by())
                        .and("score", find.score()));
            }
        }
    }
}
