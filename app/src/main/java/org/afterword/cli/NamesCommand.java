package org.afterword.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.afterword.model.CodePoints;
import org.afterword.people.Find;
import org.afterword.people.NameFinder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "names",
        mixinStandardHelpOptions = true,
        description = "Shows what the name finders see in plain text files, without a case.",
        footer = {"", "Example:", "  afterword names letter.txt --json"})
final class NamesCommand implements Callable<Integer> {
    private static final double LIKELY = 0.5;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plain text files, UTF-8.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--recall", description = "Show everything that might be a name, also where it is unlikely.")
    private boolean recall;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Terminal terminal = options.terminal();
        for (Path file : files) {
            String text = Files.readString(file);
            var points = new CodePoints(text);
            for (Find find : NameFinder.find(text)) {
                if (recall || find.score() >= LIKELY) {
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
        return Exit.DONE;
    }
}
