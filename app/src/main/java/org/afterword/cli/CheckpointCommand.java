package org.afterword.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.afterword.Case;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "checkpoint",
        description = "Prints the newest signed checkpoint, to be kept where nobody who has the case can change it.",
        footer = {
            "",
            "Mail it to a friend, or print it. It tells how many log entries there are, and nothing of what they say."
                    + " With it, 'afterword verify CASE --since FILE' shows later that nothing was changed or dropped.",
            "",
            "Examples:",
            "  afterword checkpoint case.afterword",
            "  afterword checkpoint case.afterword -o checkpoint.txt"
        })
final class CheckpointCommand extends CaseCommand {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it; an existing file is not overwritten.")
    private @Nullable Path output;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        String note = opened.file().checkpoint();
        List<String> lines = note.lines().toList();
        if (output == null) {
            lines.forEach(terminal::say);
        } else {
            try (var out = Files.newOutputStream(output, StandardOpenOption.CREATE_NEW)) {
                out.write(note.getBytes(StandardCharsets.UTF_8));
            }
            terminal.say("The checkpoint of " + Words.count(Long.parseLong(lines.get(1)), "log entry") + " is in "
                    + output + ". Keep it elsewhere.");
        }
        terminal.data(Row.of("checkpoint", note)
                .and("origin", lines.getFirst())
                .and("entries", Long.parseLong(lines.get(1)))
                .and("root", lines.get(2)));
        return Exit.DONE;
    }
}
