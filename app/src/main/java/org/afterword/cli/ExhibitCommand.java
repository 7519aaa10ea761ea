package org.afterword.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.afterword.Case;
import org.afterword.casefile.CaseException;
import org.afterword.model.Exhibit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "exhibit",
        description = "Gives an exhibit's original bytes back.",
        footer = {"", "Example:", "  afterword exhibit case.afterword 4h2k -o post.html"})
final class ExhibitCommand extends CaseCommand {
    @Parameters(index = "1", paramLabel = "ID", description = "The exhibit's id, or its first characters.")
    private String id = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Where to write it; an existing file is not overwritten.")
    private @Nullable Path output;

    @Override
    int run(Case opened, Terminal terminal) throws IOException {
        Path to = Optional.ofNullable(output).orElseThrow();
        Exhibit exhibit = opened.contents().exhibits().stream()
                .filter(e -> e.id().toString().startsWith(id))
                .reduce((a, b) -> {
                    throw new IllegalArgumentException("more than one exhibit's id begins with '" + id + "'");
                })
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no exhibit '" + id + "'; 'afterword accounts CASE --json' lists them"));
        Optional<Long> erased = opened.contents().bytesErased(exhibit.id());
        if (erased.isPresent()) {
            throw new CaseException.Erased(erased.get());
        }
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            opened.release(exhibit.id(), out);
        }
        terminal.say(exhibit.size() + " bytes written to " + to + " (SHA-256 " + exhibit.sha256() + ").");
        terminal.data(Row.of("id", exhibit.id())
                .and("file", exhibit.name())
                .and("sha256", exhibit.sha256())
                .and("bytes", exhibit.size()));
        return Exit.DONE;
    }
}
