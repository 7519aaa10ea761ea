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
import org.afterword.reading.Cleaned;
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

    @Option(
            names = "--cleaned",
            description = "Of a JPEG, PNG or PDF a copy without what it says of itself: place, camera, author, times.")
    private boolean cleaned;

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
        if (cleaned) {
            return clean(opened, exhibit, to, terminal);
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

    private static int clean(Case opened, Exhibit exhibit, Path to, Terminal terminal) throws IOException {
        Cleaned copy;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW);
                var picturing = opened.picturing()) {
            copy = picturing.clean(exhibit, out);
        }
        if (copy.not().isPresent()) {
            Files.delete(to);
            throw new IllegalArgumentException("there is no clean copy of " + exhibit.name() + ": "
                    + copy.not().get() + ". The exhibit is as it was; JPEG, PNG and PDF can be cleaned");
        }
        terminal.say("A copy without what the file says of itself was written to " + to + ". The exhibit carries:");
        copy.carried().forEach(one -> terminal.say("  " + one.name() + ": " + one.value()));
        if (copy.carried().isEmpty()) {
            terminal.say("  nothing that is known here; the copy may lack something all the same");
        }
        terminal.say("What the picture or the text itself shows, and how a camera's noise looks, stays.");
        terminal.data(Row.of("id", exhibit.id()).and("file", exhibit.name()).and("carried", copy.carried()));
        return Exit.DONE;
    }
}
